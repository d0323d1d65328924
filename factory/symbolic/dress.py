"""Good evolutions in other dress: bold headers, talk around them, fences, thinking before.

The final problem is untouched, letter by letter, and a careful reader finds it in every one of
these; what cannot be read any more is made by `garble`.
"""

from collections.abc import Callable, Mapping
from random import Random

Parts = Mapping[str, str]
"""The sections of a reply in order, by header (`## Plan`)."""

FINAL = "## Final problem"

_BEFORE = (
    "Sure, I can do that!",
    "Happy to help with this one.",
    "Of course! Here is what I came up with:",
    "Good exercise! Let's see what can be changed.",
)
_AFTER = (
    "Let me know if you would like another version!",
    "I hope this is what you were looking for.",
    "Feel free to ask for a harder one.",
)
_THOUGHTS = (
    "What can be changed here? The numbers are one thing, the story another. I keep the story and "
    "see to it that everything still fits.",
    "The task names one operator, so I apply that and leave the rest alone. I check the numbers "
    "once more before I write it down.",
    "First the elements, then a plan, then the text. It has to ask exactly one thing.",
)


def _sections(parts: Parts, header: Callable[[int, str], str], gap: str = "\n") -> str:
    told = [
        f"{header(number, name.removeprefix('## '))}{gap}{body}"
        for number, (name, body) in enumerate(parts.items(), 1)
    ]
    return "\n\n".join(told)


def _plain(parts: Parts) -> str:
    return _sections(parts, lambda _, name: f"## {name}")


def bold_headers(parts: Parts, rng: Random) -> str:
    """`**Plan**` on a line of its own, with or without a colon."""
    colon = rng.choice(("", ":"))
    return _sections(parts, lambda _, name: f"**{name}{colon}**")


def numbered_headers(parts: Parts, rng: Random) -> str:
    """`### 2. Plan`, or `2) Plan:`."""
    if rng.random() < 0.5:
        return _sections(parts, lambda number, name: f"### {number}. {name}")
    return _sections(parts, lambda number, name: f"**{number}) {name}**")


def inline_headers(parts: Parts, rng: Random) -> str:
    """`**Plan:** Add a condition.` in one line."""
    del rng
    return _sections(parts, lambda _, name: f"**{name}:**", " ")


def shouted_headers(parts: Parts, rng: Random) -> str:
    """`## FINAL PROBLEM`, or the level of the header changed."""
    marks = rng.choice(("#", "##", "###", "####"))
    return _sections(parts, lambda _, name: f"{marks} {name.upper()}")


def chatter(parts: Parts, rng: Random) -> str:
    """Friendly words before the sections, after them, or both."""
    before = rng.choice(_BEFORE) + "\n\n" if rng.random() < 0.7 else ""
    after = "\n\n" + rng.choice(_AFTER) if rng.random() < 0.7 or not before else ""
    return before + _plain(parts) + after


def fenced(parts: Parts, rng: Random) -> str:
    """All of it in a code fence, or the final problem alone."""
    if rng.random() < 0.5:
        return f"```{rng.choice(('', 'markdown', 'text'))}\n{_plain(parts)}\n```"
    return _plain({**parts, FINAL: f"```\n{parts[FINAL]}\n```"})


def quoted(parts: Parts, rng: Random) -> str:
    """The final problem in bold, in quotation marks or as a quotation."""
    final = parts[FINAL]
    way = rng.choice(("**{}**", '"{}"', "> {}")) if '"' not in final else "> {}"
    return _plain({**parts, FINAL: way.format(final)})


def thought(parts: Parts, rng: Random) -> str:
    """Thinking in its own tags before the reply."""
    return f"<think>\n{rng.choice(_THOUGHTS)}\n</think>\n\n{_plain(parts)}"


def said_twice(parts: Parts, rng: Random) -> str:
    """The final section twice, word for word the same."""
    del rng
    return f"{_plain(parts)}\n\n{FINAL}\n{parts[FINAL]}"


DRESSES: Mapping[str, Callable[[Parts, Random], str]] = {
    "bold_headers": bold_headers,
    "numbered_headers": numbered_headers,
    "inline_headers": inline_headers,
    "shouted_headers": shouted_headers,
    "chatter": chatter,
    "fenced": fenced,
    "quoted": quoted,
    "thought": thought,
    "said_twice": said_twice,
}
"""Every dress by its name."""


def dressed(parts: Parts, rng: Random) -> tuple[str, str]:
    """The reply in a dress drawn by chance, and the dress's name."""
    name = rng.choice(tuple(DRESSES))
    return DRESSES[name](parts, rng), name
