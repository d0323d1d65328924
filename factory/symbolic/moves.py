"""Typed steps that can follow a result: what they say, what they ask, what they compute.

A template's variables: `{x}` names the result in a sentence (`the clips that Natalia sold`), `{X}`
the same at the start of one, `{noun}` and `{one}` what is counted, `{k}` the new number, `{name}` a
person who is new to the problem. `<is|was>` takes the tense of the question. In a step's sentence
`@` stands for its arithmetic and result; `A` is the result built upon, `S` that of the step before.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Move:
    """One way to go on from a result."""

    name: str
    operators: str
    kinds: str
    number: str
    """Rule of `choices` for the new number, or empty where no number is new."""
    facts: tuple[str, ...]
    asks: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]
    after: tuple[str, str, str, str, str]
    """Focus of the new question: kind, noun, phrase, sense, act (`=` keeps the old one)."""
    senses: str = ""
    """Senses of the old question that it fits; empty for any."""
    nouns: str = ""
    """Heads of the nouns that it fits; empty for any of the kind."""
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """More variables with their choices; `box/boxes` gives `{c1}` and `{c}`."""


_CONTAINERS = ("box/boxes", "bag/bags", "basket/baskets", "crate/crates", "bin/bins")
_SHARERS = ("child/children", "classmate/classmates", "cousin/cousins", "neighbor/neighbors")

COUNTED = (
    Move(
        "pack",
        "concretise deepen",
        "thing",
        "divisor",
        (
            "All of {x} <are|were> packed in {c} of {k}.",
            "{X} <are|were> put into {c}, {k} to a {c1}, with none left over.",
            "{X} <are|were> stored in {c} that hold {k} {noun} apiece.",
        ),
        (
            "How many {c} <are|were> needed?",
            "How many {c} <are|were> filled?",
            "How many {c} <does|did> that make?",
        ),
        (("A/k", "Packing {k} {noun} to a {c1} takes @ {c}."),),
        ("thing", "{c}", "these {c}", "hold", ""),
        senses="hold buy",
        words={"c": _CONTAINERS},
    ),
    Move(
        "share",
        "deepen concretise",
        "thing",
        "sharers",
        (
            "{X} <are|were> shared equally among {k} {c}.",
            "{X} <are|were> divided evenly among {k} {c}.",
        ),
        (
            "How many {noun} <does|did> one {c1} get?",
            "How many {noun} <go|went> to a single {c1}?",
        ),
        (("A/k", "Shared among {k} {c}, that is @ {noun} for one {c1}."),),
        ("thing", "=", "the {noun} that one {c1} <gets|got>", "hold", "get"),
        senses="hold buy",
        words={"c": _SHARERS},
    ),
    Move(
        "sell",
        "concretise add_constraint deepen",
        "thing",
        "cheap",
        (
            "{X} <are|were> sold for ${k} apiece at a fair.",
            "At the end, {x} <are|were> sold at a price of ${k} per {one}.",
            "A shop pays ${k} for any of {x}, and all of them <are|were> sold there.",
        ),
        (
            "How much money <does|did> the sale bring in?",
            "How much money <is|was> earned from the sale?",
        ),
        (("A*k", "At ${k} apiece, the sale brings in $@."),),
        ("money", "dollars", "the money from the sale", "earn", ""),
        senses="hold",
    ),
    Move(
        "sold",
        "concretise add_constraint deepen",
        "thing",
        "cheap",
        (
            "The price of {x} <is|was> ${k} apiece.",
            "The buyers <pay|paid> ${k} apiece for {x}.",
        ),
        (
            "How much money <do|did> the sales bring in?",
            "How much money <do|did> the buyers pay in total?",
        ),
        (("A*k", "At ${k} apiece, the sales come to $@."),),
        ("money", "dollars", "the money from these sales", "earn", ""),
        senses="sell",
    ),
    Move(
        "set_aside",
        "add_constraint",
        "thing fixed animal",
        "part",
        (
            "Of {x}, {k} must not be counted because they belong to somebody else.",
            "It turns out that {k} of {x} <belong|belonged> to a neighbor and <have|had> to be "
            "given back.",
            "However, {k} of {x} <have|had> to be set aside for a friend.",
        ),
        (
            "How many {noun} <are|were> left after that?",
            "How many {noun} <does|did> that leave?",
        ),
        (("A-k", "Without these {k}, there are @ {noun}."),),
        ("=", "=", "these remaining {noun}", "hold", ""),
        senses="hold buy",
    ),
    Move(
        "percent_gone",
        "deepen more_steps",
        "thing animal person",
        "whole_percent",
        (
            "Later, {k}% of {x} <are|were> moved to another place.",
            "A week later, {k}% of {x} <are|were> no longer there.",
        ),
        ("How many {noun} <are|were> left there?", "How many {noun} <remain|remained>?"),
        (
            ("A*k/100", "The {k}% that are gone are @ {noun}."),
            ("A-S", "That leaves @ {noun}."),
        ),
        ("=", "=", "the {noun} that <are|were> left", "hold", ""),
        senses="hold buy",
    ),
    Move(
        "goal",
        "add_constraint",
        "thing fixed animal person",
        "beyond",
        (
            "Instead of only {x}, a total of {k} {noun} <is|was> required.",
            "There <have|had> to be at least {k} {noun} instead of just {x}.",
        ),
        (
            "How many {noun} <are|were> still missing?",
            "How many more {noun} <are|were> needed at the least?",
        ),
        (("k-A", "To reach {k}, it takes @ more {noun}."),),
        ("=", "=", "the {noun} that <are|were> still missing", "buy", ""),
        senses="hold buy",
    ),
    Move(
        "check",
        "concretise deepen",
        "thing fixed animal",
        "minutes",
        (
            "It <takes|took> {k} minutes to {c} any one of {x}.",
            "Somebody <has|had> to {c} {x}, which <takes|took> {k} minutes per {one}.",
        ),
        (
            "How many minutes <does|did> it take to {c} all of them?",
            "How many minutes <are|were> spent on this work?",
        ),
        (("A*k", "At {k} minutes per {one}, the work takes @ minutes."),),
        ("time", "minutes", "the minutes that this work <takes|took>", "work", ""),
        senses="hold buy",
        words={"c": ("inspect", "photograph", "check")},
    ),
    Move(
        "more",
        "deepen more_steps",
        "thing animal fixed person",
        "part",
        (
            "Later on, {k} more {noun} <are|were> added to {x}.",
            "Afterwards, another {k} {noun} <join|joined> {x}.",
        ),
        ("How many {noun} <are|were> there then?", "How many {noun} <does|did> that make in all?"),
        (("A+k", "With {k} more, there are @ {noun}."),),
        ("=", "=", "these {noun}", "hold", ""),
        senses="hold buy",
    ),
    Move(
        "upkeep",
        "concretise deepen",
        "fixed",
        "price",
        (
            "It <costs|cost> ${k} apiece to insure {x}.",
            "The upkeep of {x} <comes|came> to ${k} per {one}.",
        ),
        ("How much money <does|did> that cost in total?", "How much <is|was> spent on that?"),
        (("A*k", "At ${k} per {one}, the cost is $@."),),
        ("money", "dollars", "this cost", "spend", ""),
    ),
    Move(
        "pens",
        "concretise deepen",
        "animal",
        "divisor",
        (
            "{X} <are|were> kept in groups of {k}.",
            "A keeper <divides|divided> {x} into groups of {k}.",
        ),
        ("How many groups <are|were> there?", "How many groups <does|did> that make?"),
        (("A/k", "Groups of {k} make @ groups."),),
        ("fixed", "groups", "these groups", "hold", ""),
        senses="hold buy",
    ),
    Move(
        "tickets",
        "concretise add_constraint deepen",
        "person",
        "price",
        (
            "{X} <pay|paid> ${k} apiece for admission to a show.",
            "A museum <charges|charged> {x} an entrance fee of ${k} per person.",
        ),
        (
            "How much money <do|did> they pay altogether?",
            "How much money <is|was> collected from them?",
        ),
        (("A*k", "At ${k} per person, that is $@."),),
        ("money", "dollars", "the money that <is|was> collected", "earn", ""),
        senses="hold buy",
    ),
    Move(
        "teams",
        "concretise deepen",
        "person",
        "divisor",
        (
            "{X} <are|were> split into {c} of {k}.",
            "{X} <form|formed> {c} of {k}, so that nobody <is|was> left out.",
        ),
        ("How many {c} <are|were> there?", "How many {c} <does|did> that make?"),
        (("A/k", "With {k} people in a {c1}, there are @ {c}."),),
        ("fixed", "{c}", "these {c}", "hold", ""),
        senses="hold buy",
        words={"c": ("team/teams", "group/groups")},
    ),
    Move(
        "treats",
        "concretise more_steps",
        "person",
        "few",
        (
            "{X} <receive|received> {k} {c} apiece.",
            "A helper <gives|gave> {x} {k} {c} apiece.",
        ),
        ("How many {c} <are|were> handed out?", "How many {c} <are|were> needed for all of them?"),
        (("A*k", "With {k} {c} apiece, that makes @ {c}."),),
        ("thing", "{c}", "these {c}", "use", ""),
        words={"c": ("cookie/cookies", "sticker/stickers", "crayon/crayons", "orange/oranges")},
    ),
    Move(
        "leave",
        "add_constraint",
        "person",
        "part",
        (
            "Unfortunately, {k} of {x} <have|had> to leave early.",
            "On the last day, {k} of {x} <are|were> absent.",
        ),
        ("How many {noun} <remain|remained>?", "How many {noun} <does|did> that leave?"),
        (("A-k", "Without those {k}, there are @ {noun}."),),
        ("=", "=", "the remaining {noun}", "hold", ""),
        senses="hold buy",
    ),
    Move(
        "buy",
        "concretise deepen",
        "thing fixed animal",
        "price",
        (
            "The price of {x} <is|was> ${k} apiece.",
            "A store <sells|sold> {x} at ${k} apiece.",
        ),
        ("How much <do|did> they cost altogether?", "How much money <is|was> needed for them?"),
        (("A*k", "At ${k} apiece, they cost $@."),),
        ("money", "dollars", "this cost", "spend", ""),
        senses="buy",
    ),
    Move(
        "worth",
        "concretise",
        "thing",
        "cheap",
        (
            "The value of {x} <is|was> ${k} apiece.",
            "Somebody <estimates|estimated> the value of {x} at ${k} apiece.",
        ),
        ("How much <are|were> they worth in total?", "What <is|was> their total value in dollars?"),
        (("A*k", "At ${k} apiece, they are worth $@."),),
        ("money", "dollars", "this value", "value", ""),
        senses="use other move",
    ),
    Move(
        "limit",
        "add_constraint",
        "thing fixed animal person tally length measure any",
        "beyond",
        (
            "The limit <is|was> {k} {noun}.",
            "No more than {k} {noun} <are|were> allowed.",
        ),
        (
            "By how many {noun} <do|did> {x} stay below this limit?",
            "How many {noun} <are|were> still allowed in addition to {x}?",
        ),
        (("k-A", "The distance to the limit of {k} is @ {noun}."),),
        ("=", "=", "the {noun} that <are|were> still allowed", "other", ""),
    ),
)
