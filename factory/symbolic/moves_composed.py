"""Second situations: what was asked for becomes a given quantity of another small problem.

`{amount}` names the earlier result as a number (`the number of clips that Natalia sold`) or, for
money, as an amount, and `{equal}` says that something is as much; `{k}` and `{m}` are the numbers
of the second situation. They fit every result of their kind, whatever happened in the story; see
`moves` for the other variables.
"""

from factory.symbolic.moves import Move

_NUMBER = "any thing person animal tally fixed time length measure age years figure"
_COUNT = "any thing person animal tally fixed age years figure"
_SMALL = (2, 400)

FIGURED = (
    Move(
        "collection",
        "deepen more_steps concretise add_constraint",
        _NUMBER,
        "packs",
        (
            "{name} <has|had> a collection of {w}, and at first, the number of {w} in it <is|was> "
            "{equal} {amount}. Then {name} <buys|bought> {k} packs of {m} {w}.",
        ),
        ("How many {w} <does|did> {name} have in the end?",),
        (
            ("k*m", "{k} packs of {m} are @ {w}."),
            ("A+S", "In the end, {name} <has|had> @ {w}."),
        ),
        ("thing", "{w}", "the {w} that {name} <has|had>", "hold", "have"),
        senses="*",
        within=(2, 1_500),
        words={"w": ("stamps", "marbles", "postcards", "badges", "seashells", "coins")},
    ),
    Move(
        "theater",
        "deepen more_steps concretise add_constraint",
        _COUNT,
        "rows_over",
        (
            "A theater <has|had> {k} rows of {m} seats. One evening, some of them <stay|stayed> "
            "empty, and the number of empty seats <is|was> {equal} {amount}.",
        ),
        ("How many seats <are|were> taken on that evening?",),
        (
            ("k*m", "The theater <has|had> @ seats."),
            ("S-A", "Without the empty ones, @ seats <are|were> taken."),
        ),
        ("fixed", "seats", "the seats that <are|were> taken", "hold", "be"),
        senses="*",
        untold="seat theater",
        within=(5, 1_500),
    ),
    Move(
        "library_book",
        "deepen more_steps concretise",
        _NUMBER,
        "pair",
        (
            "{name} <starts|started> a book, and the number of pages that {name} <reads|read> on "
            "the first day <is|was> {equal} {amount}. On each of the next {k} days, {name} "
            "<reads|read> {m} pages.",
        ),
        ("How many pages <does|did> {name} read on all of these days together?",),
        (
            ("k*m", "On the next {k} days, {name} <reads|read> @ pages."),
            ("A+S", "With the first day, {name} <reads|read> @ pages."),
        ),
        ("tally", "pages", "the pages that {name} <reads|read>", "work", "read"),
        senses="*",
        untold="book page",
        within=(8, 180),
    ),
    Move(
        "drive",
        "deepen more_steps concretise add_constraint",
        _NUMBER,
        "speed",
        (
            "{name} <drives|drove> for {k} hours at {m} miles per hour and <has|had> not arrived "
            "yet. The number of miles that <are|were> still to go <is|was> {equal} {amount}.",
        ),
        ("How many miles long <is|was> {name}'s whole trip?",),
        (
            ("k*m", "In {k} hours, {name} <drives|drove> @ miles."),
            ("A+S", "The whole trip <is|was> @ miles long."),
        ),
        ("length", "miles", "the miles of {name}'s trip", "move", "drive"),
        senses="*",
        untold="hour",
        within=(10, 400),
    ),
    Move(
        "training",
        "deepen more_steps concretise",
        "time figure tally any",
        "few_days",
        (
            "{name} <trains|trained> for a race, {m} minutes a day on {k} days. On one more day, "
            "the number of minutes that {name} <trains|trained> <is|was> {equal} {amount}.",
        ),
        ("How many minutes <does|did> {name} train in total?",),
        (
            ("k*m", "On {k} days, {name} <trains|trained> for @ minutes."),
            ("A+S", "In total, {name} <trains|trained> for @ minutes."),
        ),
        ("time", "minutes", "the minutes that {name} <trains|trained>", "work", ""),
        senses="*",
        untold="minute hour train",
        within=(15, 150),
    ),
    Move(
        "water_tank",
        "deepen more_steps concretise add_constraint",
        "measure length time figure thing any",
        "rows",
        (
            "From a tank of water, {name} <fills|filled> {k} buckets with {m} liters per bucket. "
            "Some water <stays|stayed> in the tank, and the number of liters that <stay|stayed> "
            "there <is|was> {equal} {amount}.",
        ),
        ("How many liters of water <are|were> in the tank at first?",),
        (
            ("k*m", "The buckets <take|took> @ liters."),
            ("A+S", "At first, there <are|were> @ liters in the tank."),
        ),
        ("measure", "liters of water", "the liters of water in the tank at first", "other", ""),
        senses="*",
        untold="liter tank water bucket",
        within=(12, 900),
    ),
    Move(
        "gift_bags",
        "deepen more_steps concretise",
        _NUMBER,
        "two_small",
        (
            "For a fair, {name} <fills|filled> gift bags, and the number of bags <is|was> {equal} "
            "{amount}. {name} <puts|put> {k} caramels and {m} lollipops into every bag.",
        ),
        ("How many sweets <are|were> there in all the gift bags together?",),
        (
            ("k+m", "Every bag <gets|got> @ sweets."),
            ("A*S", "All the bags together <hold|held> @ sweets."),
        ),
        ("thing", "sweets", "the sweets in the gift bags", "hold", ""),
        senses="*",
        untold="bag sweet gift",
        within=_SMALL,
    ),
    Move(
        "concert",
        "deepen more_steps concretise",
        _COUNT,
        "two_small",
        (
            "The number of people who <come|came> to a concert <is|was> {equal} {amount}. "
            "Each of these people <pays|paid> ${k} for a ticket and ${m} for a drink.",
        ),
        ("How much money <do|did> the people at the concert pay in all?",),
        (
            ("k+m", "One person <pays|paid> $@."),
            ("A*S", "All of them together <pay|paid> $@."),
        ),
        ("money", "dollars", "the money from the concert", "earn", ""),
        senses="*",
        untold="concert ticket",
        within=(12, 600),
    ),
    Move(
        "school_day",
        "deepen more_steps add_constraint",
        _COUNT,
        "classes",
        (
            "A school <has|had> {k} classes of {m} students. On one day, some of them <are|were> "
            "ill at home, and the number of these students <is|was> {equal} {amount}.",
        ),
        ("How many students <are|were> at school on that day?",),
        (
            ("k*m", "The school <has|had> @ students."),
            ("S-A", "Without those at home, there <are|were> @ students at school."),
        ),
        ("person", "students", "the students at school on that day", "hold", ""),
        senses="*",
        untold="school student class pupil",
        within=(3, 60),
    ),
    Move(
        "crates_given_away",
        "deepen more_steps concretise add_constraint",
        _NUMBER,
        "crates_over",
        (
            "{name} <picks|picked> {k} crates of {m} {w} and <gives|gave> some of the {w} away. "
            "The number of {w} that {name} <gives|gave> away <is|was> {equal} {amount}.",
        ),
        ("How many {w} <does|did> {name} keep?",),
        (
            ("k*m", "In {k} crates, there <are|were> @ {w}."),
            ("S-A", "After the gift, {name} <keeps|kept> @ {w}."),
        ),
        ("thing", "{w}", "the {w} that {name} <keeps|kept>", "hold", "keep"),
        senses="*",
        within=(5, 1_500),
        words={"w": ("pears", "plums", "pumpkins", "onions", "melons", "peppers")},
    ),
    Move(
        "bricks",
        "deepen more_steps concretise",
        _NUMBER,
        "rows",
        (
            "{name} <builds|built> a wall from {k} rows of {m} bricks, and also a fireplace. The "
            "number of bricks in the fireplace <is|was> {equal} {amount}.",
        ),
        ("How many bricks <does|did> {name} need altogether?",),
        (
            ("k*m", "{k} rows of {m} are @ bricks."),
            ("A+S", "Altogether, {name} <needs|needed> @ bricks."),
        ),
        ("thing", "bricks", "the bricks that {name} <needs|needed>", "need", "need"),
        senses="*",
        untold="brick wall",
        within=(12, 3_000),
    ),
    Move(
        "flock",
        "deepen more_steps",
        _NUMBER,
        "crates_over",
        (
            "A shepherd <leads|led> {k} flocks of {m} sheep, some of them black and the rest "
            "white. The number of black sheep <is|was> {equal} {amount}.",
        ),
        ("How many white sheep <are|were> there?",),
        (
            ("k*m", "Altogether, there <are|were> @ sheep."),
            ("S-A", "The white ones <are|were> @ sheep."),
        ),
        ("animal", "sheep", "the white sheep", "hold", ""),
        senses="*",
        untold="sheep farm pen",
        within=(5, 300),
    ),
)
