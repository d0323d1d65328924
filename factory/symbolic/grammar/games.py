"""Families about results: averages, points and teams."""

from factory.symbolic.grammar.scene import Scene

_MEASURED = (
    ("rounds of a quiz", "points", 20, 95),
    ("throws of a javelin", "meters", 18, 60),
    ("days of apple picking", "baskets", 20, 70),
    ("nights of a meteor count", "meteors", 15, 80),
    ("visits to a bird hide", "birds", 12, 70),
    ("games of mini golf", "strokes", 35, 70),
)


def average(s: Scene) -> None:
    """The average of several results, or the last one that an average needs."""
    who, (rounds, unit, low, high) = s.person(), s.one(_MEASURED)
    if s.maybe():
        a, b, c = (s.number(low, high) for _ in range(3))
        s.tell(
            f"In three {rounds}, {who} gets {a}, {b} and {c} {unit}.",
            f"{who}'s results in three {rounds} are {a}, {b} and {c} {unit}.",
            f"{who} notes {a}, {b} and {c} {unit} as the results of three {rounds}.",
            f"After three {rounds}, {who} looks back on {a}, {b} and {c} {unit}.",
        )
        first = s.step(
            f"The opening results make [{a}+{b}] {unit}.",
            f"Without the last result there are [{a}+{b}] {unit}.",
        )
        total = s.step(f"All results make [{first}+{c}] {unit}.")
        mean = s.step(f"The average is [{total}/3] {unit}.")
        if s.maybe():
            other = s.person()
            gap = s.number(2, 12)
            s.tell(
                f"{other}'s average is {gap} {unit} higher than {who}'s.",
                f"On average, {other} is {gap} {unit} better than {who}."
                if unit != "strokes"
                else f"{other} needs {gap} more {unit} than {who} on average.",
            )
            s.step(f"{other}'s average is [{mean}+{gap}] {unit}.")
            s.ask(f"How many {unit} is {other}'s average?")
        else:
            s.ask(f"How many {unit} is {who}'s average?", f"How many {unit} is the average?")
        return
    a, b, goal = (s.number(low, high) for _ in range(3))
    s.tell(
        f"{who} takes part in three {rounds}. The opening results are {a} and {b} {unit}.",
        f"Before the last of three {rounds}, {who} has results of {a} and {b} {unit}.",
        f"{who} plans three {rounds}. So far the results are {a} and {b} {unit}.",
    )
    s.tell(
        f"{who.he.title()} wants an average of {goal} {unit} over the whole event.",
        f"{who}'s goal is an average of exactly {goal} {unit} in the end.",
        f"In the end the average should be {goal} {unit}.",
    )
    need = s.step(f"For that average {who} needs [{goal}*3] {unit} in all.")
    have = s.step(f"So far there are [{a}+{b}] {unit}.")
    last = s.step(f"The last result must be [{need}-{have}] {unit}.")
    s.need(low <= last <= high)
    s.ask(f"How many {unit} does {who} need for the last result?")


def points_in_games(s: Scene) -> None:
    """Points from two kinds of hits, against another player."""
    one, two = s.person(), s.person()
    big, small, game = s.one(
        (
            ("bullseyes", "outer hits", "darts"),
            ("long throws", "short throws", "beanbag toss"),
            ("red cards", "blue cards", "a memory game"),
            ("gold rings", "silver rings", "ring toss"),
            ("far jumps", "near jumps", "hopscotch"),
            ("hard riddles", "easy riddles", "a riddle game"),
        )
    )
    worth, less = s.number(6, 15), s.number(2, 5)
    a, b = s.number(3, 14), s.number(3, 14)
    s.tell(
        f"In {game}, {big} count {worth} points each and {small} count {s.word(less)} points each.",
        f"{one} and {two} play {game}. They get {worth} points for each of the {big} and "
        f"{s.word(less)} points for each of the {small}.",
        f"{one} meets {two} for {game}, where {big} are worth {worth} points each and {small} are "
        f"worth {s.word(less)} points each.",
    )
    s.tell(
        f"{one} has {s.word(a)} {big} and {s.word(b)} {small}.",
        f"{one} ends with {s.word(a)} {big} and {s.word(b)} {small}.",
        f"The judge notes {s.word(a)} {big} and {s.word(b)} {small} for {one}.",
    )
    first = s.step(
        f"The {big} bring {one} [{a}*{worth}] points.", f"The {big} are worth [{a}*{worth}] points."
    )
    second = s.step(
        f"The {small} bring [{b}*{less}] points.", f"The {small} are worth [{b}*{less}] points."
    )
    total = s.step(f"{one} has [{first}+{second}] points.")
    gap = s.number(4, 30)
    if s.maybe():
        s.tell(
            f"{two} has {gap} points fewer than {one}.",
            f"{two} ends {gap} points behind {one}.",
        )
        other = s.step(f"{two} has [{total}-{gap}] points.")
    else:
        s.tell(f"{two} beats {one} by {gap} points.", f"{two} has {gap} points more than {one}.")
        other = s.step(f"{two} has [{total}+{gap}] points.")
    if s.maybe():
        s.ask(f"How many points does {two} have?", f"How many points does {two} end with?")
    else:
        s.step(f"Together they have [{total}+{other}] points.")
        s.ask(
            f"How many points do {one} and {two} have together?",
            "How many points do the players have together?",
        )


def teams(s: Scene) -> None:
    """People divided into teams, with helpers or absentees."""
    event = s.one(
        ("a treasure hunt", "a relay race", "a beach cleanup", "a quiz night", "a kite contest")
    )
    groups, each, absent = s.number(4, 12), s.number(4, 12), s.number(3, 15)
    people = s.one(("students", "players", "adults", "members", "scouts"))
    came = groups * each
    start = came + absent
    s.tell(
        f"For {event}, {start} {people} sign up. On the day, {s.word(absent)} of them stay away.",
        f"{event.capitalize()} has {start} {people} on its list, but {s.word(absent)} of them do "
        "not show up.",
        f"For {event}, {start} {people} are on the list, but {s.word(absent)} of them fall ill.",
        f"Of {start} {people} who signed up for {event}, {s.word(absent)} cancel.",
    )
    here = s.step(f"[{start}-{absent}] {people} take part.")
    if s.maybe():
        s.tell(
            f"The others form {s.word(groups)} equal teams.",
            f"Those who come are divided into {s.word(groups)} teams of the same size.",
        )
        size = s.step(f"Each team has [{here}/{groups}] {people}.")
        guide = s.number(2, 4)
        if s.maybe(0.6):
            s.tell(
                f"Then {s.word(guide)} helpers join every team.",
                f"In addition, every team gets {s.word(guide)} helpers.",
            )
            s.step(f"With the helpers a team has [{size}+{guide}] members.")
            s.ask("How many members does each team have, helpers included?")
        else:
            s.ask(f"How many {people} are in each team?", f"How many {people} does a team have?")
    else:
        s.tell(
            f"The others form teams of {s.word(each)}.",
            f"The rest split up into teams with {s.word(each)} {people} each.",
        )
        made = s.step(f"They form [{here}/{each}] teams.")
        prize = s.number(3, 15)
        thing = s.one(("vouchers", "flags", "badges", "snacks", "tokens"))
        s.tell(
            f"Each team gets {s.word(prize)} {thing}.", f"Every team needs {s.word(prize)} {thing}."
        )
        s.step(f"That takes [{made}*{prize}] {thing}.")
        s.ask(f"How many {thing} are needed?", f"How many {thing} do all teams get together?")
