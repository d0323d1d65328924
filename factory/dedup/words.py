"""Words of an evened text, and the runs of five of them that likeness is measured by.

A word is a run of letters and digits; an operator is a word of its own, since `x+1` and `x-1` are
two problems. In scripts without spaces every letter stands for a word.
"""

from factory.dedup.writing import evened, text

RUN = 5
OPERATORS = "-+*/=<>^%"
SEPARATORS = ".,?!;:()[]{}$'\"\\&_#@~|`"
SPACED = r"\p{Latin}\p{Greek}\p{Cyrillic}\p{Arabic}\p{Hebrew}\p{Devanagari}\p{Armenian}\p{Hangul}"
WORD = rf"[{SPACED}\p{{N}}\p{{M}}]+|\p{{L}}"
SMALL = 256
"""Runs, up to which comparing each with each is quicker than a table of them."""


def spelled(column: str = "evened", *, operators: bool = True) -> str:
    """The SQL of the words of an evened text as texts, in order; empty ones may be among them."""
    spaced = column
    for mark in SEPARATORS:
        spaced = f"replace({spaced}, {text(mark)}, ' ')"
    for mark in OPERATORS:
        spaced = f"replace({spaced}, '{mark}', {text(f' {mark} ' if operators else ' ')})"
    pattern = f"[-+*/=<>^%]|{WORD}" if operators else WORD
    return (
        f"case when strlen({column}) = length({column}) then string_split({spaced}, ' ') "
        f"else regexp_extract_all({column}, '{pattern}') end"
    )


def words(column: str = "evened", *, operators: bool = True) -> str:
    """The SQL of the words of an evened text as hashes, in order."""
    return (
        f"list_filter(list_transform({spelled(column, operators=operators)}, "
        "lambda word: hash(word)), lambda word: word != hash(''))"
    )


def runs(length: int = RUN, column: str = "words") -> str:
    """The SQL of the runs of `length` words, as hashes; of fewer words, the one run that is there.

    No words, no runs.
    """
    several = ", ".join(f"{column}[i + {n}]" for n in range(length))
    return (
        f"case when len({column}) >= {length} then list_transform(range(1, len({column}) - "
        f"{length - 2}), lambda i: hash({several})) "
        f"when len({column}) > 0 then [hash({column})] else [] end"
    )


def run_lists(source: str, column: str = "text") -> str:
    """A SELECT of `pos` and `runs` of a table of `pos` and a text."""
    even = evened(f"(select pos, {column} from {source})", column)
    listed = f"select pos, {words()} as words from ({even})"
    return f"select pos, {runs()} as runs from ({listed})"


def once(runs: str) -> str:
    """The SQL of a list with each member once."""
    return (
        f"case when len({runs}) <= {SMALL} "
        f"then list_filter({runs}, lambda run, place: list_position({runs}, run) = place) "
        f"else list_distinct({runs}) end"
    )


def shared(one: str, other: str) -> str:
    """The SQL of how many members two lists without repetition have in common."""
    return (
        f"case when len({one}) <= {SMALL} and len({other}) <= {SMALL} "
        f"then len(list_filter({one}, lambda run: list_contains({other}, run))) "
        f"else len(list_intersect({one}, {other})) end"
    )
