"""Python's collector of reference cycles, kept out of the way while calls are made.

It looks at all young objects after every few hundred new ones, and now and then at everything that
was ever imported: at a thousand calls a second that is a fifth of the whole time, to find next to
nothing. Promises: memory stays bounded (cycles are still collected, later), and when the last one
has left, the collector is as it was. It belongs to the whole process, so there is one count of
those who want it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

RARELY = (100_000, 20, 50)
"""New objects between two looks at the young ones, and how many looks make one at older ones."""
_inside: list[tuple[int, int, int]] = []
"""For each who is inside, the thresholds to go back to."""


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Have cycles collected rarely, and nothing that is there already looked at; O(1)."""
    _inside.append(_inside[0] if _inside else gc.get_threshold())
    if len(_inside) == 1:
        gc.freeze()
        gc.set_threshold(*RARELY)
    try:
        yield
    finally:
        before = _inside.pop()
        if not _inside:
            gc.set_threshold(*before)
            gc.unfreeze()
