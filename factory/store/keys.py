"""The journal keys that are known, about 8 bytes each, so that no query is made per ask."""

from array import array
from bisect import bisect_left

import numpy as np
import numpy.typing as npt


class KnownKeys:
    """A growing set of 64-bit keys: a sorted array, and a small set of what came since.

    A key in the set takes ten times as much memory; one in the array is moved at each merge. So
    they are merged when `merge_at` came, or as many as make an eighth of the array.
    """

    def __init__(self, keys: npt.NDArray[np.uint64] | None = None, merge_at: int = 30_000):
        self._sorted = array("Q")
        self._fresh: set[int] = set()
        self._merge_at = merge_at
        if keys is not None:
            self._sorted.frombytes(np.sort(keys).astype(np.uint64).tobytes())

    def add(self, key: int) -> None:
        """Remember a key; a key that is known already changes nothing."""
        self._fresh.add(key)
        if len(self._fresh) >= max(self._merge_at, len(self._sorted) // 8):
            fresh = np.fromiter(self._fresh, np.uint64, len(self._fresh))
            merged = np.union1d(np.frombuffer(self._sorted, np.uint64), fresh)
            self._sorted = array("Q")
            self._sorted.frombytes(merged.tobytes())
            self._fresh.clear()

    def __contains__(self, key: int) -> bool:
        if key in self._fresh:
            return True
        place = bisect_left(self._sorted, key)
        return place < len(self._sorted) and self._sorted[place] == key
