"""Runs of words of a text with numbers and names masked: what a problem shares with another."""

import re
from itertools import islice

NUMBER_WORD = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred|thousand|half|third|quarter|twice|double|triple|dozen)s?\b",
    re.IGNORECASE,
)


def masked_runs(text: str, size: int = 10) -> set[tuple[str, ...]]:
    """Runs of words with every number and every capitalised word masked."""
    text = re.sub(r"\$?\d[\d,]*(?:\.\d+)?%?", " 0 ", text)
    text = re.sub(r"\b[A-Z]\w*", " N ", NUMBER_WORD.sub(" 0 ", text))
    words = re.findall(r"[A-Za-z0-9]+", text)
    return set(zip(*(islice(words, start, None) for start in range(size)), strict=False))
