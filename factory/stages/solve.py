"""Solve: one independent solution of one instruction, as a model wrote it.

Promises: the text is the model's own, without its thinking and without a code fence around it,
and it states a final answer. Does not promise that the answer is right: `verify` decides that.
"""

import re

from factory.check import extract, split
from factory.errors import Rejected
from factory.models import Draw, Reply
from factory.records import Attempt, Instruction, digest
from factory.stages import Context, Unusable, ask_until_usable
from factory.stages.prompts import Prompt
from factory.stages.sections import visible
from factory.stages.wording import refuses

_FENCED = re.compile(r"\s*```[\w+-]*[ \t]*\n(.*?)\n[ \t]*```\s*", re.DOTALL)
STATED = frozenset(("hashes", "boxed", "answer_is", "answer_line"))
"""Rules of `extract` that rest on a statement of the answer, not on the last number in sight."""
_STATED_ELSEWHERE = re.compile(
    r"\b(?:respuesta|réponse|antwort|risposta|resposta|ответ|ans)\b|答案|答え|답", re.IGNORECASE
)


def read_solution(text: str, finish_reason: str = "stop") -> str:
    """The solution in a solve reply.

    Raises:
        Unusable: empty, truncated, refusal or no_answer.
    """
    shown = visible(text).strip()
    fenced = _FENCED.fullmatch(shown)
    solution = fenced[1].strip() if fenced and "```" not in fenced[1] else shown
    # The line where the reply was cut off counts for nothing: half a number is a number too.
    whole = solution.rpartition("\n")[0] if finish_reason == "length" else solution
    if _states_answer(whole):
        return solution
    if finish_reason == "length" or _breaks_off(solution):
        raise Unusable("truncated", f"the solution ends with {solution[-40:]!r}")
    if refuses(solution):
        raise Unusable("refusal", solution[:300])
    raise Unusable("no_answer", f"the solution ends with {solution[-60:]!r}")


def _states_answer(solution: str) -> bool:
    found = extract(solution)
    if found is None:
        return False
    return found.rule in STATED or any(
        _STATED_ELSEWHERE.search(line) for line in solution[-2000:].splitlines()[-4:]
    )


def _breaks_off(solution: str) -> bool:
    """Does the text stop in the middle of a sentence or a calculation?"""
    return re.search(r"[\w,;:+*/=×÷−(\[{\\-]$", solution) is not None


def _read(reply: Reply, identity: str) -> str:
    start = reply.text.lstrip()[:200].lower()
    by_teacher = identity.startswith("symbolic") and start.startswith("i cannot")
    if by_teacher or start.startswith(("teacher declined", "i cannot do this:")):
        raise Rejected("teacher_declined", reply.text.strip()[:300])
    return read_solution(reply.text, reply.finish_reason)


async def solve(
    instruction: Instruction,
    *,
    sample: int,
    model: str,
    prompt: Prompt,
    tries: int,
    ctx: Context,
) -> Attempt:
    """One solution; `sample` tells it from the others of the same instruction.

    Raises:
        Rejected: teacher_declined, or why no draw was usable.
    """
    identity = ctx.identity(model)
    text, reply = await ask_until_usable(
        ctx,
        model,
        prompt.messages(problem=instruction.text),
        lambda reply: _read(reply, identity),
        tries=tries,
        draw=Draw(0, 0, sample),
        truth=instruction.truth,
    )
    return Attempt(
        id=digest(instruction.id, identity, sample, text),
        instruction_id=instruction.id,
        wave=instruction.wave,
        model=identity,
        sample=sample,
        text=text,
        finish_reason=reply.finish_reason,
        steps=split(text),
        reply_key=None,
    )
