"""A corpus with planted near duplicates, deterministic: GSM-like texts of about 65 words.

python tests/benchmarks/dedup_corpus.py 1000000 corpus.parquet

Sentences come from 120 frames with slots, so that unrelated texts share runs of words as real
instructions do. One text in ten is an earlier, unplanted one with words exchanged; `source` is its
row and `jaccard` their true likeness, computed here with sets of words, by no code of the project.
"""

import random
import re
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

WORD = re.compile(r"[a-z0-9]+")
SHARE, BACK = 0.1, 100_000


def runs(text: str) -> set[tuple[str, ...]]:
    """The runs of five words of a text."""
    words = WORD.findall(text.lower())
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)} or {tuple(words)}


def jaccard(one: set, other: set) -> float:
    """Shared over all."""
    return len(one & other) / len(one | other)


def write_corpus(rows: int, path: Path) -> Path:
    """Write `id, text, source, jaccard`; `source` is -1 where nothing is planted."""
    rng = random.Random(11)

    def word(syllables: int) -> str:
        return "".join(
            rng.choice("bdfghklmnprstvz") + rng.choice("aeiou") for _ in range(syllables)
        )

    vocabulary = [word(rng.choice((1, 2, 2, 3, 3))) for _ in range(4000)]
    common = vocabulary[:600]
    frames = [
        [rng.choice(common) if rng.random() < 0.55 else None for _ in range(rng.randint(8, 13))]
        for _ in range(120)
    ]

    def slot() -> str:
        return str(rng.randint(2, 900)) if rng.random() < 0.25 else rng.choice(vocabulary)

    def fresh() -> str:
        told = (" ".join(w or slot() for w in frame) for frame in rng.sample(frames, 6))
        return " ".join(one.capitalize() + "." for one in told)

    texts: list[str] = []
    sources: list[int] = []
    likeness: list[float | None] = []
    for row in range(rows):
        source = rng.randrange(max(0, row - BACK), row) if row and rng.random() < SHARE else -1
        if source < 0 or sources[source] >= 0:
            texts.append(fresh())
            sources.append(-1)
            likeness.append(None)
            continue
        words = texts[source].split()
        # Exchanged in one stretch or scattered, so that every likeness from 0.4 to 1 comes up.
        count, at = rng.randint(1, 8), rng.randrange(len(words) - 8)
        places = range(at, at + count) if rng.random() < 0.6 else rng.sample(range(len(words)), 2)
        for place in places:
            words[place] = slot()
        texts.append(" ".join(words))
        sources.append(source)
        likeness.append(jaccard(runs(texts[source]), runs(texts[row])))
    table = pa.table({"id": range(rows), "text": texts, "source": sources, "jaccard": likeness})
    pq.write_table(table, path, row_group_size=20_000)
    return path


if __name__ == "__main__":
    write_corpus(int(sys.argv[1]), Path(sys.argv[2]))
