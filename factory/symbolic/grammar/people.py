"""Families about people: ages, groups in percent, votes, seats."""

from factory.symbolic.grammar.scene import Scene
from factory.symbolic.grammar.words import CLUBS

_TIMES = (("twice", 2), ("three times", 3), ("four times", 4))
_KIN = ("aunt", "uncle", "neighbor", "teacher", "coach", "piano teacher")


def ages(s: Scene) -> None:
    """Ages now and later, from one to the next."""
    one, two, kin = s.person(), s.person(), s.one(_KIN)
    young, older, (times, factor) = s.number(6, 15), s.number(2, 9), s.one(_TIMES)
    s.tell(
        f"{one} is {young} years old. {two} is older by {s.word(older)} years.",
        f"{two} is older than {one} by {s.word(older)} years, and {one} is {young}.",
        f"{two} was born {s.word(older)} years before {one}, who is now {young} years old.",
    )
    age = s.step(f"{two} is [{young}+{older}] years old.")
    s.tell(
        f"{two}'s {kin} is {times} as old as {two}.",
        f"{two} has {'an' if kin[0] in 'aeiou' else 'a'} {kin} who is {times} as old as {two}.",
    )
    old = s.step(f"The {kin} is [{factor}*{age}] years old.")
    s.need(25 <= old <= 90)
    turn = s.one((0, 1, 2))
    if turn == 0:
        later = s.number(2, 15)
        s.step(f"After that time the {kin} will be [{old}+{later}] years old.")
        s.ask(f"How many years old will {two}'s {kin} be in {s.word(later)} years?")
    elif turn == 1:
        s.step(f"The difference is [{old}-{young}] years.")
        s.ask(f"How many years older than {one} is {two}'s {kin}?")
    else:
        pair = s.step(f"{one} and {two} together are [{young}+{age}] years old.")
        s.step(f"With the {kin} that makes [{pair}+{old}] years.")
        s.ask(f"How many years old are {one}, {two} and the {kin} together?")


_GROUPS = (
    ("A summer camp has {} kids.", "kids", ("sleep in tents", "swim every day", "play the drums")),
    ("A festival has {} helpers.", "helpers", ("sell drinks", "sing in the choir", "bring cakes")),
    ("A school has {} students.", "students", ("come by bus", "play chess", "wear glasses")),
    ("A company has {} workers.", "workers", ("cycle to work", "bring their lunch", "drink tea")),
    ("A village has {} residents.", "residents", ("own a garden", "keep chickens", "sing")),
    ("A hotel has {} guests.", "guests", ("eat breakfast early", "book a tour", "rent skis")),
    ("A museum has {} visitors.", "visitors", ("take a tour", "visit the cafe", "buy a poster")),
    ("A marathon has {} runners.", "runners", ("wear a hat", "live in town", "run for a club")),
)  # fmt: skip


def percent_of_a_group(s: Scene) -> None:
    """A percentage of a group, then a part of that part."""
    sentence, people, habits = s.one(_GROUPS)
    total, share = s.number(80, 900, 20), s.percent(15, 80)
    act, other = s.some(habits, 2)
    s.tell(sentence.format(total))
    s.tell(
        f"Of these {people}, {share}% {act}.",
        f"Among the {people}, {share}% {act}.",
        f"In a survey, {share}% of them say that they {act}.",
    )
    some = s.step(f"[{share}/#100*{total}] {people} {act}.")
    turn = s.one((0, 1, 2))
    if turn == 0:
        s.tell(f"The other {people} do not.", f"The rest of the {people} do not.")
        s.step(f"[{total}-{some}] {people} do not.")
        s.ask(f"How many {people} do not {act}?", f"How many of the {people} do not {act}?")
    elif turn == 1:
        inner = s.one((10, 20, 25, 30, 40, 50, 60, 75))
        s.tell(
            f"Of those who {act}, {inner}% also {other}.",
            f"Among those who {act}, {inner}% {other} as well.",
        )
        two = s.step(f"[{inner}/#100*{some}] {people} do so and also {other}.")
        s.step(f"[{some}-{two}] {people} {act} but do not {other}.")
        s.ask(f"How many {people} {act} but do not {other}?")
    else:
        joined = s.number(5, 40)
        s.tell(
            f"Besides these, {joined} other {people} {other}, and the rest do neither.",
            f"Another {joined} {people} {other} instead. The rest do neither.",
        )
        now = s.step(f"[{some}+{joined}] {people} do one or the other.")
        s.step(f"[{total}-{now}] {people} do neither.")
        s.ask(f"How many {people} neither {act} nor {other}?")


def votes(s: Scene) -> None:
    """A vote between three proposals."""
    club = s.one(CLUBS)
    one, two, three = s.some(
        ("picnic", "boat trip", "museum visit", "film night", "bowling evening"), 3
    )
    voters, share = s.number(60, 400, 20), s.percent(15, 50)
    name, below = s.one((("a third", 3), ("a quarter", 4), ("half", 2)))
    s.tell(
        f"{club.capitalize()} and its friends vote on the next outing, and {voters} people take "
        "part.",
        f"All {voters} members and friends of {club} vote on the next outing.",
        f"To plan an outing, {club} asks its {voters} members and friends to vote.",
    )
    s.tell(f"Of all voters, {share}% choose a {one}.", f"A {one} gets {share}% of the votes.")
    first = s.step(f"[{share}/#100*{voters}] votes are for the {one}.")
    rest = s.step(f"The other proposals have [{voters}-{first}] votes.")
    s.tell(
        f"{name.capitalize()} of the remaining votes go to a {two}, and the others to a {three}.",
        f"Of the other votes, {name} are for a {two} and the rest for a {three}.",
    )
    second = s.step(f"[{rest}/{below}] votes are for the {two}.")
    if s.maybe():
        s.need(below > 2)
        s.step(f"[{rest}-{second}] votes are for the {three}.")
        s.ask(f"How many votes does the {three} get?")
    else:
        s.need(first > second)
        s.step(f"The difference is [{first}-{second}] votes.")
        s.ask(f"How many more votes does the {one} get than the {two}?")


_HALLS = ("a theater", "a lecture hall", "a concert hall", "a sports arena", "a circus tent")


def rows_of_seats(s: Scene) -> None:
    """Seats in two sections, and how many stay empty."""
    hall, show = s.one(_HALLS), s.one(("concert", "premiere", "prize ceremony", "debate"))
    rows, each = s.number(10, 30), s.number(14, 40)
    balcony, seats = s.number(3, 9), s.number(10, 30)
    s.tell(
        f"{hall.capitalize()} has {rows} rows of {each} seats on the ground floor and "
        f"{s.word(balcony)} rows of {seats} seats in the balcony.",
        f"On the ground floor of {hall} there are {rows} rows with {each} seats in each. The "
        f"balcony has {s.word(balcony)} rows with {seats} seats in each.",
        f"Visitors to {hall} sit in {rows} rows of {each} seats downstairs or in "
        f"{s.word(balcony)} rows of {seats} seats in the balcony.",
    )
    low = s.step(
        f"The ground floor has [{rows}*{each}] seats.",
        f"Downstairs there are [{rows}*{each}] seats.",
    )
    high = s.step(f"The balcony has [{balcony}*{seats}] seats.")
    turn = s.one((0, 1, 2))
    if turn == 0:
        s.need(low > high)
        s.step(f"Downstairs there are [{low}-{high}] seats more.")
        s.ask(
            "How many more seats are there below than in the balcony?",
            "How many fewer seats does the balcony have?",
        )
        return
    total = s.step(f"In all there are [{low}+{high}] seats.")
    empty = s.number(8, 120)
    s.tell(
        f"For a {show}, {empty} seats stay empty.",
        f"Tonight there is a {show}, and {empty} seats are not taken.",
        f"When a {show} begins, all but {empty} seats are taken.",
    )
    taken = s.step(f"[{total}-{empty}] seats are taken.")
    if turn == 1:
        s.ask("How many seats are taken?", f"How many seats are taken during the {show}?")
    else:
        price = s.price(6, 25)
        s.tell(f"Every guest has paid ${price}.", f"A seat costs ${price} that evening.")
        s.step(f"The guests pay $[{taken}*{price}].")
        s.ask(
            "How much money in dollars do the guests pay in all?",
            f"How many dollars does the {show} bring in?",
        )
