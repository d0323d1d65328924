"""Typed steps that can follow a number of things: what they say, ask and compute.

A template's variables: `{x}` names the result in a sentence (`the clips that Natalia sold`), `{X}`
the same at the start of one, `{noun}` and `{one}` what is counted, `{head}` its last word alone,
`{k}` the new number, `{name}` a person who is new to the problem, `{who}` the one of whom the
question asks. `<is|was>` takes the tense of the question. In a step's sentence `@` stands for its
arithmetic and result; `A` is the result built upon, `S` that of the step before.
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
    senses: str
    """Senses of the old question that it fits."""
    nouns: str = ""
    """Heads of the nouns that it fits; empty for any of the kind."""
    avoid: str = ""
    """Heads of nouns that it does not fit."""
    acts: str = ""
    """Verbs of the old question that it fits; empty for any."""
    within: tuple[int, int] = (2, 20_000)
    """Smallest and largest result that the story bears."""
    untold: str = ""
    """Beginnings of words that must not stand in the facts: it would say something else there."""
    told: str = ""
    """Beginnings of words of which the facts must have one: it would be odd elsewhere."""
    said: str = ""
    """Words of which the phrase for the result must have some; empty for any phrase."""
    named: bool = False
    """Whether `{x}` must be a thing that has a name: `this cost`, not `what Lena pays`."""
    whole: bool = False
    """Whether `{x}` must be all that somebody pays: `what Lena pays in the end`."""
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """More variables with their choices; `box/boxes` gives `{c1}` and `{c}`."""


_CONTAINERS = ("box/boxes", "bag/bags", "basket/baskets")
_SHARERS = ("child/children", "classmate/classmates", "cousin/cousins", "neighbor/neighbors")
LOOSE = (
    "clips apples cookies stickers marbles eggs pencils books jellybeans flowers balloons stamps "
    "crayons bananas cards strawberries oranges candies cupcakes shells tomatoes coins balls "
    "doughnuts donuts lollipops buttons notebooks crackers nuts roses tulips gumballs beads "
    "petals bones pebbles carrots potatoes cans peaches mangoes pears lemons limes plums cherries "
    "grapes muffins brownies biscuits magazines candles pens erasers markers puzzles postcards "
    "chocolates sweets rolls bagels pretzels pumpkins melons onions peppers cucumbers walnuts "
    "rocks stones gems seashells feathers badges bracelets magnets fossils crystals tokens "
    "sunflowers legos toys shirts hats dolls rings necklaces jars"
)
"""Small things that are kept, counted out and given away."""
_BOUGHT = "buy need require want purchase order be"
_PACKED = (
    "boxes bags baskets crates cartons packs packages bins jars bunches bundles bushels letters "
    "glasses cups pieces bowls samosas pizzas pies servings scoops drinks slices photos pictures"
)

COUNTED = (
    Move(
        "pack",
        "concretise deepen more_steps",
        "thing",
        "divisor",
        (
            "{X} <are|were> packed in {c} of {k}.",
            "{X} <are|were> put into {c}, {k} to a {c1}, with none left over.",
            "{X} <are|were> stored in {c} that <hold|held> {k} {noun} each.",
        ),
        (
            "How many {c} <are|were> needed?",
            "How many {c} <are|were> filled?",
            "How many {c} <does|did> that make?",
        ),
        (("A/k", "Packing {k} {noun} to a {c1} takes @ {c}."),),
        ("thing", "{c}", "these {c}", "packed", ""),
        senses="hold buy",
        nouns=LOOSE,
        within=(12, 20_000),
        words={"c": _CONTAINERS},
    ),
    Move(
        "sell_packed",
        "concretise deepen add_constraint",
        "thing",
        "price",
        (
            "{X} <are|were> sold for ${k} each.",
            "At the market, the price of a {one} <is|was> ${k}, and all of {x} <are|were> sold.",
        ),
        (
            "How much money <does|did> the sale bring in?",
            "How much money <is|was> earned from the sale?",
        ),
        (("A*k", "At ${k} per {one}, the sale brings in $@."),),
        ("money", "dollars", "the money from the sale", "earn", ""),
        untold="$ cents",
        senses="packed",
        within=(2, 3_000),
    ),
    Move(
        "carry",
        "concretise deepen add_constraint",
        "thing",
        "sharers",
        (
            "{X} <are|were> moved with a cart that <holds|held> {k} {noun} at a time.",
            "To bring {x} to the storeroom, a cart <is|was> loaded with {k} {noun} per trip.",
        ),
        ("How many trips <are|were> needed?", "How many trips <does|did> that take?"),
        (("A/k", "With {k} {noun} per trip, it takes @ trips."),),
        ("tally", "trips", "these trips", "tour", ""),
        senses="packed",
        within=(8, 600),
    ),
    Move(
        "tour",
        "concretise deepen more_steps add_constraint",
        "tally",
        "minutes",
        ("Each of {x} <takes|took> {k} minutes.", "A trip <takes|took> {k} minutes."),
        ("How many minutes <do|did> the trips take in all?",),
        (("A*k", "At {k} minutes per trip, that is @ minutes."),),
        ("time", "minutes", "the minutes that the trips <take|took>", "work", ""),
        senses="tour",
    ),
    Move(
        "share",
        "deepen concretise more_steps",
        "thing",
        "sharers",
        (
            "{X} <are|were> handed out to {k} {c} in equal shares.",
            "{X} <are|were> shared out, the same number to each of {k} {c}.",
        ),
        (
            "How many {noun} <does|did> each {c1} get?",
            "How many {noun} <go|went> to each {c1}?",
        ),
        (("A/k", "Shared among {k} {c}, that is @ {noun} for each {c1}."),),
        ("thing", "=", "the {noun} that each {c1} <gets|got>", "portion", "get"),
        senses="hold buy",
        nouns=LOOSE,
        untold="sale sell sold store shop mill factor machine baker workshop warehouse",
        within=(6, 90),
        words={"c": _SHARERS},
    ),
    Move(
        "portion",
        "add_constraint more_steps concretise deepen",
        "thing",
        "part",
        (
            "{name} <is|was> among them, and <gives|gave> {k} of these {noun} to a friend.",
            "{name}, who <is|was> among them, <loses|lost> {k} of these {noun} on the way home.",
        ),
        ("How many of these {noun} <does|did> {name} have left?",),
        (("A-k", "{name} <has|had> @ {noun} left."),),
        ("thing", "=", "the {noun} that {name} <has|had> left", "hold", "have"),
        senses="portion",
        within=(5, 1_000),
    ),
    Move(
        "portion_more",
        "deepen more_steps concretise add_constraint",
        "thing",
        "part",
        ("{name} <is|was> among them and already <has|had> {k} {noun} before that.",),
        ("How many {noun} <does|did> {name} have then?",),
        (("A+k", "{name} <has|had> @ {noun} then."),),
        ("thing", "=", "the {noun} that {name} now <has|had>", "hold", "have"),
        senses="portion",
        within=(5, 1_000),
    ),
    Move(
        "sell",
        "concretise deepen",
        "thing",
        "cheap",
        ("{X} <are|were> sold at a fair for ${k} each.", "{X} <are|were> sold for ${k} each."),
        (
            "How much money <does|did> the sale bring in?",
            "How much money <is|was> earned from the sale?",
        ),
        (("A*k", "At ${k} per {one}, the sale brings in $@."),),
        ("money", "dollars", "the money from the sale", "earn", ""),
        avoid="letters tiles coins stones rocks bricks pieces tickets wheels leaves glasses cups "
        "baskets boxes blocks",
        untold="$ sold sell used strap belt bracelet necklace chain museum averag librar school "
        "club gift birthday",
        senses="hold",
        within=(4, 600),
    ),
    Move(
        "sold",
        "concretise deepen more_steps add_constraint",
        "thing",
        "cheap",
        ("The buyers <pay|paid> ${k} for each of {x}.",),
        (
            "How much money <do|did> the sales bring in?",
            "How much money <do|did> the buyers pay in total?",
        ),
        (("A*k", "At ${k} per {one}, the sales come to $@."),),
        ("money", "dollars", "the money from these sales", "earn", ""),
        untold="$ cents",
        senses="sell",
        within=(2, 3_000),
    ),
    Move(
        "given_away",
        "add_constraint more_steps",
        "thing",
        "part",
        (
            "Of {x}, {k} <are|were> given to a neighbor.",
            "Then {k} of {x} <get|got> lost.",
        ),
        ("How many of these {noun} <are|were> left after that?",),
        (("A-k", "Without these {k}, there <are|were> @ {noun}."),),
        ("thing", "=", "the remaining {noun}", "hold", ""),
        senses="hold",
        nouns=LOOSE,
        within=(5, 150),
    ),
    Move(
        "percent_gone",
        "deepen more_steps",
        "thing",
        "whole_percent",
        ("Later, {k}% of {x} <are|were> given away.",),
        ("How many of these {noun} <are|were> left then?",),
        (
            ("A*k/100", "The {k}% that are gone are @ {noun}."),
            ("A-S", "That <leaves|left> @ {noun}."),
        ),
        ("=", "=", "the {noun} that <are|were> left", "hold", ""),
        senses="hold buy",
        nouns=LOOSE,
        within=(10, 600),
    ),
    Move(
        "shipped",
        "add_constraint more_steps",
        "thing",
        "part",
        (
            "Then {k} of {x} <are|were> shipped to a store.",
            "Of {x}, {k} <do|did> not pass a check and <are|were> sorted out.",
        ),
        ("How many of these {noun} <are|were> left after that?",),
        (("A-k", "Without these {k}, there <are|were> @ {noun}."),),
        ("thing", "=", "the remaining {noun}", "hold", ""),
        senses="hold",
        acts="make bake produce pack fill build sew knit print harvest pick collect gather",
        within=(150, 200_000),
    ),
    Move(
        "more",
        "deepen more_steps concretise",
        "thing",
        "part",
        (
            "Later on, {k} more {noun} <are|were> added to {x}.",
            "After that, {name} <brings|brought> {k} more {noun}, which <are|were> added to {x}.",
        ),
        ("How many {noun} <does|did> that make in all?",),
        (("A+k", "With {k} more, there <are|were> @ {noun}."),),
        ("=", "=", "these {noun}", "hold", ""),
        untold="museum sell sells sold customer",
        senses="hold buy",
        nouns=LOOSE,
        within=(5, 500),
    ),
    Move(
        "buy",
        "concretise deepen more_steps",
        "thing",
        "cheap",
        ("{X} <cost|cost> ${k} each.",),
        (
            "How much <do|did> these {noun} cost altogether?",
            "How much money <is|was> needed for them?",
        ),
        (("A*k", "At ${k} per {one}, they cost $@."),),
        ("money", "dollars", "the total cost of {x}", "spend", ""),
        avoid="baskets trays rolls boxes",
        untold="$ cents",
        senses="buy need",
        acts=_BOUGHT,
        within=(2, 3_000),
    ),
    Move(
        "buy_big",
        "concretise deepen more_steps",
        "fixed animal",
        "dear",
        ("{X} <cost|cost> ${k} each.",),
        (
            "How much <do|did> these {noun} cost altogether?",
            "How much money <is|was> needed for them?",
        ),
        (("A*k", "At ${k} per {one}, they cost $@."),),
        ("money", "dollars", "the total cost of {x}", "spend", ""),
        nouns="goats cows chickens sheep pigs ducks rabbits horses hens chairs tables bikes "
        "bicycles scooters lamps tires trees bushes",
        untold="$ cents",
        senses="buy need",
        within=(2, 3_000),
    ),
    Move(
        "at_hand",
        "add_constraint more_steps",
        "thing fixed",
        "part",
        ("Of {x}, {k} <are|were> already at hand.",),
        (
            "How many {noun} still <have|had> to be found?",
            "How many {noun} <are|were> still needed after that?",
        ),
        (("A-k", "Apart from these {k}, @ {noun} are still needed."),),
        ("=", "=", "the {noun} that <are|were> still needed", "need", ""),
        senses="need",
        acts=_BOUGHT,
        within=(5, 20_000),
    ),
)
