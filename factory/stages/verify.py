"""Verify: extract each solution's answer, compare it with the reference, and hold a vote.

Votes are over clusters of equivalent answers; a tie is undecided. With a reference answer a
solution is right when it equals it. Without one, the largest cluster is taken for the answer when
its share, its size and its margin are large enough. Undecided is never wrong.
"""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from factory.check import Policy as AnswerPolicy
from factory.check import Verdict as Compared
from factory.check import canonical, extract
from factory.check.deciding import decide
from factory.check.policy import DEFAULT
from factory.errors import Rejected
from factory.records import Attempt, Instruction, Verdict, Vote
from factory.stages import Context


@dataclass(frozen=True, slots=True)
class Policy:
    """When a vote is taken for the answer, and how long one comparison may take."""

    share: float = 0.7
    decided: int = 3
    margin: int = 2
    seconds: float = 5.0
    answers: AnswerPolicy = DEFAULT
    """What counts as the same answer."""


@dataclass(slots=True)
class Cluster:
    """Solutions whose answers are equivalent."""

    answer: str
    """As the first of them wrote it."""
    members: list[int]
    spellings: dict[str, str | None]
    """Every way in which it was written, with its key."""


async def verify(
    instruction: Instruction, attempts: Sequence[Attempt], *, policy: Policy, ctx: Context
) -> tuple[Vote, list[Verdict]]:
    """Judge all solutions of one instruction together.

    Raises:
        Rejected: `no_solutions`, when there is nothing to judge.
    """
    if not attempts:
        raise Rejected("no_solutions", "no sample gave a usable solution")
    found = [extract(attempt.text) for attempt in attempts]
    answers = [one.answer if one else None for one in found]
    clusters = await cluster(answers, policy, ctx)
    reference, source = instruction.reference_answer, instruction.answer_source
    decided = sum(len(c.members) for c in clusters)
    top = len(clusters[0].members) if clusters else 0
    margin = top - (len(clusters[1].members) if len(clusters) > 1 else 0)
    if (
        reference is None
        and decided >= policy.decided
        and margin >= policy.margin
        and top >= policy.share * decided
    ):
        reference, source = clusters[0].answer, "vote"
    group_of = {i: n for n, c in enumerate(clusters) for i in c.members}
    verdicts = []
    for i, (attempt, one) in enumerate(zip(attempts, found, strict=True)):
        outcome = await against(reference, one.answer if one else None, policy, ctx)
        verdicts.append(
            Verdict(
                solution_id=attempt.id,
                instruction_id=instruction.id,
                wave=instruction.wave,
                answer=one.answer if one else None,
                rule=one.rule if one else None,
                answer_group=group_of.get(i),
                verdict={"equal": "right", "different": "wrong"}.get(outcome.outcome, "undecided"),
                reason=outcome.reason,
                method=outcome.method,
            )
        )
    return count_votes(
        instruction, attempts, verdicts, reference, source, decided, top, margin
    ), verdicts


def count_votes(
    instruction: Instruction,
    attempts: Sequence[Attempt],
    verdicts: Sequence[Verdict],
    answer: str | None,
    source: str | None,
    decided: int,
    top: int,
    margin: int,
) -> Vote:
    """What the verdicts say together. Pass rate = right / (right + wrong), undecided apart."""
    right = sum(v.verdict == "right" for v in verdicts)
    wrong = sum(v.verdict == "wrong" for v in verdicts)
    good = [a for a, v in zip(attempts, verdicts, strict=True) if v.verdict == "right"]
    return Vote(
        instruction_id=instruction.id,
        wave=instruction.wave,
        answer=answer,
        answer_source=source,
        samples=len(attempts),
        decided=decided,
        top_votes=top,
        margin=margin,
        n_right=right,
        n_wrong=wrong,
        n_undecided=len(verdicts) - right - wrong,
        pass_rate=right / (right + wrong) if right + wrong else None,
        verified=right > 0,
        steps=statistics.median(len(a.steps) for a in good or attempts),
    )


async def cluster(answers: Sequence[str | None], policy: Policy, ctx: Context) -> list[Cluster]:
    """Group equivalent answers, the largest group first, ties in order of appearance.

    An answer joins the first group of whose every spelling it is the equal: so any two answers of
    one group are equal, also where equality is not transitive (`5 cm` and `5 m` beside a bare 5).
    """
    clusters: list[Cluster] = []
    for i, answer in enumerate(answers):
        if answer is None:
            continue
        key = canonical(answer, policy.answers)
        for group in clusters:
            if await _belongs(answer, key, group, policy, ctx):
                group.members.append(i)
                group.spellings.setdefault(answer, key)
                break
        else:
            clusters.append(Cluster(answer, [i], {answer: key}))
    return sorted(clusters, key=lambda c: -len(c.members))


async def _belongs(
    answer: str, key: str | None, group: Cluster, policy: Policy, ctx: Context
) -> bool:
    for spelling, other in group.spellings.items():
        if key is not None and other is not None:
            if key != other:
                return False
        elif (await against(spelling, answer, policy, ctx)).outcome != "equal":
            return False
    return True


async def against(
    gold: str | None, candidate: str | None, policy: Policy, ctx: Context
) -> Compared:
    """Compare two answers: at once where exact arithmetic can, else in a worker with a deadline."""
    if candidate is None:
        return Compared("undecided", "no_answer_found", "extract")
    if gold is None:
        return Compared("undecided", "no_reference", "vote")
    return await decide(gold, candidate, ctx.compute, policy=policy.answers, seconds=policy.seconds)
