"""Small problems of our own, by topic: what easier and new topics are written from.

A template's variables are its numbers (drawn from the given ranges), the words chosen for it, and
`{name}` with `{he}`, `{He}`, `{his}`. In a step's sentence `@` stands for arithmetic and result,
`S1` and `S2` in a formula for the results of steps one and two.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Topic:
    """One small problem with one to three steps."""

    name: str
    keywords: str
    """Words that show that a problem is on this topic already."""
    numbers: dict[str, range]
    facts: tuple[str, ...]
    asks: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]
    focus: tuple[str, str, str, str, str]
    """Kind, noun, phrase, sense and act of what is asked, as in `graph.Focus`."""
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)


_KIN = ("brother", "sister", "cousin", "uncle", "aunt")

TOPICS = (
    Topic(
        "garden",
        "garden flower tulip rose plant seed",
        {"a": range(3, 10), "b": range(4, 13)},
        (
            "{name} plants {a} rows of {c}, with {b} {c} in each row.",
            "In the garden, {name} plants {c} in {a} rows. Each row has {b} {c}.",
        ),
        ("How many {c} does {name} plant altogether?", "How many {c} does {name} plant in all?"),
        (("a*b", "{a} rows of {b} are @ {c}."),),
        ("thing", "{c}", "these {c}", "hold", ""),
        {"c": ("tulips", "carrots", "pumpkins", "onions", "sunflowers")},
    ),
    Topic(
        "library",
        "library book novel read",
        {"a": range(24, 90), "b": range(5, 20)},
        (
            "A library shelf holds {a} books. On Monday, {name} borrows {b} of them.",
            "There are {a} books on a shelf in the library, and {name} takes {b} of them home.",
        ),
        ("How many books are left on the shelf?", "How many books stay on the shelf?"),
        (("a-b", "Without the borrowed books, there are @ books on the shelf."),),
        ("thing", "books", "the books that are left on the shelf", "hold", ""),
    ),
    Topic(
        "bakery",
        "bake bakery cookie muffin oven bread cake",
        {"a": range(3, 9), "b": range(6, 16), "c": range(4, 12)},
        (
            "{name} bakes {a} trays of {w}, with {b} {w} on each tray. The family eats {c} of the "
            "{w} before noon.",
            "{name} bakes {a} trays of {w}. Each tray holds {b} {w}. By noon, {c} of the {w} have "
            "been eaten.",
        ),
        ("How many {w} are left?", "How many {w} are still there at noon?"),
        (
            ("a*b", "{name} bakes @ {w}."),
            ("S1-c", "At noon, there are @ {w} left."),
        ),
        ("thing", "{w}", "the {w} that are left", "hold", ""),
        {"w": ("muffins", "cookies", "rolls", "biscuits", "pretzels")},
    ),
    Topic(
        "farm",
        "farm cow chicken egg hen milk",
        {"a": range(12, 40), "b": range(6, 30), "c": range(3, 10)},
        (
            "A farmer keeps {a} {w} in one field and {b} {w} in another field. Then {c} more {w} "
            "are bought at the market.",
            "On a farm, there are {a} {w} in the valley and {b} {w} on the hill. Then the farmer "
            "buys {c} more {w}.",
        ),
        ("How many {w} does the farmer have now?", "How many {w} are there on the farm now?"),
        (
            ("a+b", "At first, there are @ {w}."),
            ("S1+c", "With the new ones, there are @ {w}."),
        ),
        ("animal", "{w}", "the {w} on the farm", "hold", ""),
        {"w": ("sheep", "goats", "cows", "horses")},
    ),
    Topic(
        "train",
        "train bus passenger ride station",
        {"a": range(40, 120), "b": range(8, 30), "c": range(5, 25)},
        (
            "A train leaves with {a} passengers. At the next station, {b} passengers get off and "
            "{c} get on.",
            "There are {a} passengers on a train. When it stops, {b} passengers leave and {c} new "
            "passengers board.",
        ),
        (
            "How many passengers are on the train after that stop?",
            "How many passengers are on the train then?",
        ),
        (
            ("a-b", "After some passengers get off, there are @ passengers."),
            ("S1+c", "With the new ones, there are @ passengers."),
        ),
        ("person", "passengers", "the passengers on the train", "hold", ""),
    ),
    Topic(
        "cinema",
        "cinema movie ticket theater film show",
        {"a": range(3, 9), "b": range(7, 14), "c": range(4, 20)},
        (
            "{name} buys {a} cinema tickets at ${b} each and a bucket of popcorn for ${c}.",
            "A cinema ticket costs ${b}. {name} buys {a} tickets and also popcorn for ${c}.",
        ),
        ("How much money does {name} spend?", "How much does {name} pay altogether?"),
        (
            ("a*b", "The tickets cost $@."),
            ("S1+c", "With the popcorn, {name} spends $@."),
        ),
        ("money", "dollars", "what {name} spends at the cinema", "spend", "spend"),
    ),
    Topic(
        "wages",
        "earn wage salary job paid hour work",
        {"a": range(4, 9), "b": range(9, 21)},
        (
            "{name} works {a} hours in a shop and earns ${b} per hour.",
            "For helping in a shop, {name} is paid ${b} per hour. {name} works for {a} hours.",
        ),
        ("How much money does {name} earn?", "How much is {name} paid?"),
        (("a*b", "{name} earns $@."),),
        ("money", "dollars", "what {name} earns in the shop", "earn", "earn"),
    ),
    Topic(
        "savings",
        "save saving bank piggy allowance",
        {"a": range(5, 16), "b": range(4, 11), "c": range(6, 25)},
        (
            "{name} saves ${a} a week for {b} weeks. Then {he} spends ${c} on a present for "
            "{his} {w}.",
            "For {b} weeks, {name} puts ${a} a week into a jar. Then {he} takes out ${c} to buy a "
            "present for {his} {w}.",
        ),
        ("How much money does {name} have left?", "How much of this money is left?"),
        (
            ("a*b", "{name} saves $@."),
            ("S1-c", "After buying the present, {name} has $@ left."),
        ),
        ("money", "dollars", "what {name} has left", "hold", "have"),
        {"w": _KIN},
    ),
    Topic(
        "hike",
        "hike walk mile trail mountain run",
        {"a": range(6, 15), "b": range(3, 9)},
        (
            "On a hike, {name} walks {a} miles on Saturday and {b} miles on Sunday.",
            "{name} hikes in the mountains. On the first day, {he} walks {a} miles, and on the "
            "second day, {he} walks {b} miles.",
        ),
        ("How many miles does {name} walk altogether?", "How many miles is that in total?"),
        (("a+b", "Altogether, {name} walks @ miles."),),
        ("length", "miles", "the miles that {name} walks", "move", "walk"),
    ),
    Topic(
        "swimming",
        "swim pool lap",
        {"a": range(8, 25), "b": range(3, 7)},
        (
            "{name} swims {a} laps a day for {b} days.",
            "On each of {b} days, {name} goes to the pool and swims {a} laps.",
        ),
        ("How many laps does {name} swim in total?", "How many laps is that altogether?"),
        (("a*b", "{name} swims @ laps."),),
        ("tally", "laps", "the laps that {name} swims", "move", "swim"),
    ),
    Topic(
        "homework",
        "homework minute study lesson practice",
        {"a": range(15, 45, 5), "b": range(10, 40, 5), "c": range(3, 6)},
        (
            "{name} practices the {w} for {a} minutes and reads for {b} minutes every day. {He} "
            "does this for {c} days.",
            "Every day, {name} spends {a} minutes on the {w} and {b} minutes on reading. {He} "
            "keeps this up for {c} days.",
        ),
        (
            "How many minutes is that in total?",
            "How many minutes does {name} spend on both altogether?",
        ),
        (
            ("a+b", "Per day, that is @ minutes."),
            ("S1*c", "Over all the days, that is @ minutes."),
        ),
        ("time", "minutes", "the minutes that {name} spends on both", "work", "spend"),
        {"w": ("piano", "violin", "flute", "guitar")},
    ),
    Topic(
        "school_trip",
        "school class student pupil teacher trip",
        {"a": range(18, 32), "b": range(17, 31)},
        (
            "On a school trip there are {a} students from one class and {b} students from another "
            "class.",
            "A class with {a} students and a class with {b} students go on a trip.",
        ),
        ("How many students are on the trip?", "How many students go on the trip altogether?"),
        (("a+b", "Altogether, there are @ students."),),
        ("person", "students", "the students on the trip", "hold", ""),
    ),
    Topic(
        "collection",
        "stamp coin sticker marble collect card",
        {"a": range(12, 45), "b": range(3, 6)},
        (
            "{name} has {a} {w}. {His} {kin} has {b} times as many {w}.",
            "There are {a} {w} in {name}'s collection, and {b} times as many in the collection of "
            "{his} {kin}.",
        ),
        ("How many {w} does the {kin} have?", "How many {w} does {name}'s {kin} have?"),
        (("a*b", "The {kin} has @ {w}."),),
        ("thing", "{w}", "the {w} that {name}'s {kin} has", "hold", "have"),
        {"w": ("stamps", "marbles", "postcards", "badges", "shells"), "kin": _KIN},
    ),
    Topic(
        "kitchen",
        "kitchen flour sugar recipe cook soup",
        {"a": range(12, 40, 2), "b": range(3, 9), "c": range(2, 6)},
        (
            "There are {a} cups of flour in the pantry. {name} makes {b} loaves of bread, and "
            "each loaf takes {c} cups of flour.",
            "{name} has {a} cups of flour and bakes {b} loaves with it, using {c} cups per loaf.",
        ),
        ("How many cups of flour are left?", "How many cups of flour does {name} have left?"),
        (
            ("b*c", "The loaves take @ cups of flour."),
            ("a-S1", "That leaves @ cups of flour."),
        ),
        ("measure", "cups of flour", "the cups of flour that are left", "hold", ""),
    ),
    Topic(
        "market",
        "market apple orange fruit grocery",
        {"a": range(4, 13), "b": range(2, 6), "c": range(3, 9), "d": range(2, 8)},
        (
            "At the market, {name} buys {a} pounds of {w} at ${b} per pound and {c} pounds of {v} "
            "at ${d} per pound.",
            "A pound of {w} costs ${b} and a pound of {v} costs ${d}. {name} buys {a} pounds of "
            "{w} and {c} pounds of {v}.",
        ),
        ("How much money does {name} spend?", "How much does {name} pay in total?"),
        (
            ("a*b", "The {w} cost $@."),
            ("c*d", "The {v} cost $@."),
            ("S1+S2", "In total, {name} pays $@."),
        ),
        ("money", "dollars", "what {name} pays at the market", "spend", "pay"),
        {"w": ("apples", "pears", "plums"), "v": ("grapes", "cherries", "walnuts")},
    ),
    Topic(
        "workshop",
        "wood carpenter table chair workshop build",
        {"a": range(4, 11), "b": range(3, 8)},
        (
            "In a workshop, a carpenter makes {a} {w} a day and works for {b} days.",
            "A carpenter works for {b} days and makes {a} {w} a day.",
        ),
        ("How many {w} does the carpenter make?", "How many {w} does the carpenter make in all?"),
        (("a*b", "The carpenter makes @ {w}."),),
        ("fixed", "{w}", "the {w} that the carpenter makes", "hold", "make"),
        {"w": ("chairs", "tables", "doors")},
    ),
    Topic(
        "basketball",
        "game team score point basketball football",
        {"a": range(11, 30), "b": range(8, 25)},
        (
            "In a basketball game, {name} scores {a} points in the first half and {b} points after "
            "the break.",
            "In a basketball game, {name} scores {a} points before the break and {b} points after "
            "it.",
        ),
        ("How many points does {name} score in the game?", "How many points is that altogether?"),
        (("a+b", "In the game, {name} scores @ points."),),
        ("tally", "points", "the points that {name} scores", "work", "score"),
    ),
    Topic(
        "water",
        "water tank liter gallon bucket",
        {"a": range(60, 200, 5), "b": range(8, 16), "c": range(3, 7)},
        (
            "A tank holds {a} liters of water. For the garden, {name} takes out {c} buckets of "
            "water, with {b} liters in each bucket.",
            "There are {a} liters of water in a tank. {name} fills {c} buckets from it, with {b} "
            "liters in each bucket.",
        ),
        (
            "How many liters of water are left in the tank?",
            "How many liters of water does the tank hold then?",
        ),
        (
            ("b*c", "The buckets take @ liters of water."),
            ("a-S1", "That leaves @ liters of water."),
        ),
        ("measure", "liters of water", "the liters of water that are left", "hold", ""),
    ),
)
