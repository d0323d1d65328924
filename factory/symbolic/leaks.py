"""Final problems with words of the task in them: headers, instructions, marks of a chat."""

import re
from random import Random

_FRAMES = (
    "#Rewritten Problem#: {text}",
    "Rewritten problem: {text}",
    "## Final problem: {text}",
    "New problem: {text}",
    "Operator: {operator}\n{text}",
    "Direction: {direction}. {text}",
    "Here is the rewritten version of the given problem. {text}",
    "Given problem: {parent} Rewritten problem: {text}",
    "{text} (at most 30 words more than the original problem)",
    "{text} This version is harder than the original problem.",
    "{text} Do not state the answer in the text.",
    "<|im_start|>user\n{text}<|im_end|>",
    "[INST] {text} [/INST]",
    "{{{{problem}}}} {text}",
    "As an AI language model, I rewrote the problem as follows: {text}",
    "Applying the operator {operator}: {text}",
    "Following the task, at least three elements are changed. {text}",
)
_SENTENCE = re.compile(r"(?<=[.:?])\s+|\n+")


def leaked(text: str, parent: str, operator: str, direction: str, system: str, rng: Random) -> str:
    """The text with something of the task in it; half of the time a sentence of the prompt."""
    told = [
        part
        for part in (piece.strip(" -") for piece in _SENTENCE.split(system))
        if len(part.split()) >= 7 and part.endswith(".") and "##" not in part
    ]
    if told and rng.random() < 0.5:
        said = rng.choice(told)
        return f"{text} {said}" if rng.random() < 0.5 else f"{said} {text}"
    frame = rng.choice(_FRAMES)
    return frame.format(text=text, parent=parent, operator=operator, direction=direction)
