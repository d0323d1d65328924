"""Words of the task that turned up in a problem: headers, orders, talk of the rewriting.

Promises: what the parent says itself is no leak, and an ordinary problem says none of this (of
13,792 problems of GSM8K and MATH none does). Does not promise to see a task retold in new words.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from factory.stages.evolve import OPERATORS
from factory.stages.prompts import load_prompt
from factory.stages.quantities import tokens
from factory.stages.wording import word_set

_NAMES = "|".join(name.replace("_", "[_ -]") for name in OPERATORS)
_HARDER = (
    r"(?:(?:much|far|slightly|a (?:bit|little)) )?(?:harder|easier|simpler|trickier|tougher|"
    r"(?:more|less) (?:difficult|complex|challenging|complicated))"
)
_FIRST = r"(?:given|original|initial|parent|old|previous|first)"
_TEXT = r"(?:problem|prompt|instruction|question|text|exercise)"
_TEMPLATE_WORDS = re.compile(
    r"\b(?:given|original|old|parent|rewritten|rewrite the|final|new) "
    r"(?:problem|prompt|instruction)\b\s?[:#*]|"
    r"\brewrite the (?:\w+ )?(?:problem|question|prompt|text|instruction)\b|"
    r"#+ ?(?:elements|plan|rewrite|final problem|cannot|problem|rewritten|given|created)\b|"
    r"\boperator: |\bdirection: (?:up|down|breadth)|\bas an ai\b|\bsystem prompt\b|"
    r"\bdo not (?:state|give|reveal|include) the answer\b|\b(?:upward|downward|breadth) operator\b|"
    r"\b(?:at most|no more than|about) (?:\w+ )?\d+ (?:more |extra |additional )?words\b|"
    r"\{\{\s?(?:problem|task|operator|direction|words|instruction|prompt)\s?\}\}|"
    r"<\|?(?:im_start|im_end|user|assistant|system|endoftext)\|?>|\[/?INST\]|"
    r"\bone definite (?:numerical )?answer\b|\bthe (?:problem|text) (?:below|above) so that\b|"
    r"\b(?:checked|first|improved) version:|\brewritten (?:version|problem|prompt|question)\b|"
    rf"\b(?:of|to|than|from) the (?:given|original) {_TEXT}\b|"
    rf"\boperator\W{{1,4}}(?:{_NAMES})\b|\b(?:{_NAMES}) operator\b|"
    rf"\b{_HARDER} (?:version |variant )?(?:than|of) the {_FIRST} (?:{_TEXT}|version|one)\b|"
    rf"\b(?:this|the (?:new|above|following)|my|our) (?:new )?(?:version|variant|rewriting|{_TEXT})"
    rf" (?:is|was|has been|became|becomes) (?:now )?(?:{_HARDER}|rewritten|reworded)\b|"
    r"\b(?:following|according to|as required by) (?:the|your|this) (?:task|operator|prompt)\b|"
    r"\belements? (?:is|are|was|were|has been|have been) changed\b",
    re.IGNORECASE,
)
_TEMPLATE_HINTS = word_set(
    "problem prompt instruction question text rewrite elements element plan cannot operator "
    "direction ai answer words version variant exercise task inst user assistant system im_start "
    "endoftext im"
)
_RUN = 7


def leaked_words(
    text: str, vocabulary: frozenset[str], words: tuple[str, ...], *, parent: str, task: str
) -> str | None:
    """The words of the task that stand in the text, or None; `task` is the operator's."""
    if not vocabulary.isdisjoint(_TEMPLATE_HINTS):
        found = _TEMPLATE_WORDS.search(text)
        if found and found[0].lower() not in parent.lower():
            return repr(found[0][:80])
    ours = _own_runs(task)
    shared = next((run for run in _runs(words) if run in ours), None)
    return " ".join(shared) if shared else None


def _runs(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[shift:] for shift in range(_RUN)), strict=False)


@lru_cache(maxsize=64)
def _own_runs(task: str) -> frozenset[tuple[str, ...]]:
    return frozenset((*_runs(tokens(load_prompt("evolve").system)), *_runs(tokens(task))))
