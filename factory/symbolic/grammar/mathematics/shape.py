r"""How a family of MATH-style problems is put together: no units, LaTeX, questions for a phrase.

`asked("the larger solution", of="q")` asks in several ways and lets further steps be told of the
result. What a sentence states stands in `says`; where no equation only needs to be turned round,
`plan` gives the steps, and is never taken for a statement. `made` names hidden numbers from which
told ones are made, so that results come out: it states nothing.
"""

from collections.abc import Iterator, Mapping, Sequence

from factory.symbolic.grammar.draws import Draw
from factory.symbolic.grammar.family import (
    AnyOrder,
    Ask,
    Either,
    Fact,
    Family,
    Part,
    Row,
    ask,
)
from factory.symbolic.grammar.formula import relations
from factory.symbolic.grammar.language import Word

_ASKS = ("What is <x>?", "Find <x>.", "Determine <x>.")


def asked(
    x: str,
    *forms: str,
    of: str,
    whole: bool = True,
    says: str = "",
    plan: str = "",
    means: str = "",
) -> Ask:
    """The question for what `x` names, in the usual forms or in these.

    `whole`: the result is a whole number, so that a further step can be told of it.
    """
    usual = [form.replace("<x>", x) for form in _ASKS]
    return ask(
        *(forms or usual),
        of=of,
        kind="number" if whole else "",
        x=x,
        says=says,
        plan=plan,
        means=means,
    )


def problem(
    name: str,
    *story: Part,
    draws: Mapping[str, Draw],
    lines: Mapping[str, str | tuple[str, ...]],
    words: Mapping[str, Sequence[Word]] | None = None,
    rows: Mapping[str, Sequence[Row]] | None = None,
    need: Sequence[str] = (),
    within: Mapping[str, tuple[int, int]] | None = None,
    fractions: str = "",
    made: str = "",
    on: str = "",
) -> Family:
    """A family of problems in LaTeX; `fractions` names the results that may be fractions."""
    drawn = [
        one
        for names, choices in (rows or {}).items()
        for one, entry in zip(names.split(","), choices[0], strict=True)
        if isinstance(entry, Draw)
    ]
    names = {*draws, *drawn, *lines, *_named(story)}
    names |= {one for rule in relations(made) for one in rule.names()} | ({"a"} if on else set())
    return Family(
        name,
        story,
        dict.fromkeys(sorted(names), "1"),
        {key: (text,) if isinstance(text, str) else text for key, text in lines.items()},
        dict(words or {}),
        dict(rows or {}),
        dict(draws),
        tuple(need),
        dict(within or {}),
        frozenset(fractions.split()),
        relations(made),
        frozenset(on.split()),
        notation="latex",
    )


def _named(story: Sequence[Part]) -> Iterator[str]:
    """Every quantity that a relation of the story names."""
    for part in story:
        if isinstance(part, Either):
            for way in part.ways:
                yield from _named(way)
        elif isinstance(part, AnyOrder):
            yield from _named(part.facts)
        else:
            rules = part.says if isinstance(part, Fact) else (*part.says, *part.plan)
            for rule in rules:
                yield from rule.names()
            if isinstance(part, Ask):
                yield part.of
