"""Name what a person most likely meant."""

import difflib
from collections.abc import Iterable

SHOWN = 20
"""More names than this are not listed: nobody reads them in an error."""


def instead(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'rounds'?`, or the names there are; empty when there are none."""
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f"; did you mean '{near[0]}'?"
    if not names:
        return ""
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return f"; there are {', '.join(names[:SHOWN])}{more}"
