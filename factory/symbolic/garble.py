"""Replies that came out broken: nobody can say from them which problem is meant.

A section is missing, cut off or there in two versions, the headers are others or none, the format
is another one, or the model fell into a loop.
"""

import json
from collections.abc import Callable, Mapping
from random import Random

from factory.symbolic.dress import FINAL, Parts

_PLACEHOLDERS = (
    "[the rewritten problem]",
    "(see the rewrite above)",
    "Same as the rewrite, with the numbers checked.",
    "...",
    "TBD",
)
_OTHER_HEADERS = ("## New exercise for the class", "## Output", "## Task 2", "## Result text")


def _written(parts: Parts) -> str:
    return "\n\n".join(f"{header}\n{body}" for header, body in parts.items())


def final_missing(parts: Parts, rng: Random) -> str:
    """The reply ends after another section."""
    del rng
    return _written({header: body for header, body in parts.items() if header != FINAL})


def two_finals(parts: Parts, rng: Random) -> str:
    """Two final sections that differ: the second one stops half-way, or has another number."""
    final = parts[FINAL]
    half = final[: len(final) * rng.choice((40, 50, 60)) // 100]
    other = final.replace(" is ", " was ").replace(" are ", " were ").replace("How ", "So how ")
    return f"{_written(parts)}\n\n{FINAL}\n{half if other == final else rng.choice((half, other))}"


def run_together(parts: Parts, rng: Random) -> str:
    """No line breaks at all."""
    del rng
    return " ".join(f"{header} {body}" for header, body in parts.items()).replace("\n", " ")


def as_json(parts: Parts, rng: Random) -> str:
    """A JSON object, where sections were asked for."""
    names = {header: header.removeprefix("## ").lower().replace(" ", "_") for header in parts}
    made = json.dumps({names[header]: body for header, body in parts.items()}, indent=2)
    return f"```json\n{made}\n```" if rng.random() < 0.5 else made


def cut_off(parts: Parts, rng: Random) -> str:
    """The reply stops in the middle of the final problem."""
    words = parts[FINAL].split(" ")
    most = max(2, len(words) - 3)
    return _written({**parts, FINAL: " ".join(words[: rng.randint(min(3, most), most)])})


def thinking_unclosed(parts: Parts, rng: Random) -> str:
    """The model thinks, and goes on thinking."""
    del rng
    return (
        f"<think>\nLet me work out what can be changed.\n{_written(parts)}\n\nWait, is that right"
    )


def placeholder(parts: Parts, rng: Random) -> str:
    """Something stands where the problem should."""
    return _written({**parts, FINAL: rng.choice(_PLACEHOLDERS)})


def two_versions(parts: Parts, rng: Random) -> str:
    """Two problems to choose from."""
    first, second = parts[FINAL], parts["## Rewrite"].replace(" and ", " and then ", 1)
    marks = rng.choice((("Version A:", "Version B:"), ("Option 1:", "Option 2:")))
    return _written({**parts, FINAL: f"{marks[0]} {first}\n\n{marks[1]} {second}"})


def loop(parts: Parts, rng: Random) -> str:
    """The last sentence over and over."""
    final = parts[FINAL]
    last = final[final.rfind(". ") + 2 if ". " in final else 0 :]
    return _written({**parts, FINAL: " ".join([final, *[last] * rng.randint(3, 8)])})


def other_headers(parts: Parts, rng: Random) -> str:
    """The final section under a name that nobody asked for."""
    return _written(
        {header.replace(FINAL, rng.choice(_OTHER_HEADERS)): body for header, body in parts.items()}
    )


def no_headers(parts: Parts, rng: Random) -> str:
    """Plan and problem as one run of text."""
    bodies = [parts["## Plan"], parts["## Rewrite"], parts[FINAL]]
    return rng.choice(("\n\n", "\n", " ")).join(bodies)


def word_salad(parts: Parts, rng: Random) -> str:
    """Words of the problem in any order."""
    words = parts[FINAL].split(" ")
    rng.shuffle(words)
    return _written({**parts, FINAL: " ".join(words)})


GARBLES: Mapping[str, Callable[[Parts, Random], str]] = {
    "final_missing": final_missing,
    "two_finals": two_finals,
    "run_together": run_together,
    "as_json": as_json,
    "cut_off": cut_off,
    "thinking_unclosed": thinking_unclosed,
    "placeholder": placeholder,
    "two_versions": two_versions,
    "loop": loop,
    "other_headers": other_headers,
    "no_headers": no_headers,
    "word_salad": word_salad,
}
"""Every way of breaking by its name."""


def garbled(parts: Parts, rng: Random) -> tuple[str, str]:
    """The reply broken in a way drawn by chance, and the way's name."""
    name = rng.choice(tuple(GARBLES))
    return GARBLES[name](parts, rng), name
