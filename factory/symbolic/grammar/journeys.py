"""Families about ways, speeds, laps and passengers."""

from factory.symbolic.grammar.scene import Scene

VEHICLES = (
    ("train", "through the valley", 45, 110),
    ("bus", "along the highway", 35, 90),
    ("delivery van", "across the county", 30, 85),
    ("freight truck", "over a mountain pass", 25, 80),
    ("motorboat", "along the coast", 15, 40),
    ("ferry", "between the islands", 15, 35),
)


def two_legs(s: Scene) -> None:
    """Speed times time twice; what remains of the way."""
    kind, way, low, high = s.one(VEHICLES)
    fast, slow = s.number(low, high, 5), s.number(low, high, 5)
    a, b = s.number(2, 6), s.number(2, 6)
    s.need(slow < fast)
    cause = s.one(("Bad weather", "Thick fog", "A strong wind", "Heavy rain", "A speed limit"))
    s.tell(
        f"A {kind} travels {way} for {s.word(a)} hours at {fast} kilometers per hour, and then for "
        f"{s.word(b)} hours at {slow} kilometers per hour.",
        f"For {s.word(a)} hours a {kind} keeps a speed of {fast} kilometers per hour {way}. "
        f"{cause} slows it to {slow} kilometers per hour for the next {s.word(b)} hours.",
        f"On its way {way}, a {kind} goes {fast} kilometers per hour for {s.word(a)} hours. "
        f"{cause} then keeps it at {slow} kilometers per hour for {s.word(b)} hours.",
        f"A {kind} leaves at dawn and moves {way} at {fast} kilometers per hour. After "
        f"{s.word(a)} hours it slows down and does {s.word(b)} more hours at {slow} kilometers per "
        "hour.",
    )
    first = s.step(
        f"The {kind} first covers [{a}*{fast}] kilometers.",
        f"The fast part is [{a}*{fast}] kilometers long.",
    )
    second = s.step(
        f"Then it covers [{b}*{slow}] kilometers.",
        f"The slow part is [{b}*{slow}] kilometers long.",
    )
    total = s.step(
        f"That is [{first}+{second}] kilometers so far.",
        f"Both parts together are [{first}+{second}] kilometers long.",
    )
    turn = s.one((0, 1, 2))
    if turn == 0:
        s.ask(
            f"How many kilometers does the {kind} travel in all?",
            f"How many kilometers does the {kind} cover on both parts together?",
        )
    elif turn == 1:
        whole = total + s.number(20, 180, 5)
        s.tell(
            f"The whole route is {whole} kilometers long.",
            f"Its goal is {whole} kilometers from the start.",
        )
        s.step(f"There are still [{whole}-{total}] kilometers to go.")
        s.ask(
            f"How many kilometers does the {kind} still have to go?",
            "How many kilometers are left to the goal?",
        )
    else:
        rest, last = s.number(low, high, 5), s.number(2, 5)
        whole = total + rest * last
        s.tell(
            f"The whole route is {whole} kilometers long, and the {kind} does the remaining part "
            f"at {rest} kilometers per hour.",
            f"The remaining part of the route of {whole} kilometers is done at {rest} kilometers "
            "per hour.",
        )
        left = s.step(f"The remaining part is [{whole}-{total}] kilometers long.")
        s.step(f"It takes [{left}/{rest}] hours.")
        s.ask(
            "How many hours does the remaining part take?",
            f"How many hours does the {kind} need for the remaining part?",
        )


RIDES = (
    ("rides a bicycle", 12, 26),
    ("paddles a canoe", 4, 9),
    ("skates", 8, 18),
    ("walks", 3, 6),
    ("rides a scooter", 14, 28),
)


def head_start(s: Scene) -> None:
    """Two people on the same way: how far apart."""
    one, two, (moves, low, high) = s.person(), s.person(), s.one(RIDES)
    fast, slow = s.number(low, high), s.number(low, high)
    s.need(slow < fast)
    hours = s.number(2, 5)
    same = s.maybe()
    there = "in the same direction" if same else "in opposite directions"
    place = s.one(("bridge", "village", "campsite", "harbor", "mill", "lighthouse"))
    s.tell(
        f"{one} {moves} at {fast} kilometers per hour, and {two} at {slow} kilometers per hour.",
        f"{one} {moves} at {fast} kilometers per hour while {two} does the same at {slow} "
        "kilometers per hour.",
        f"When {one} {moves}, the speed is {fast} kilometers per hour. {two} manages {slow} "
        "kilometers per hour.",
    )
    s.tell(
        f"They leave the same {place} at the same time {there}, and each goes on for "
        f"{s.word(hours)} hours.",
        f"From a {place} they set out together {there} and are on the move for {s.word(hours)} "
        "hours.",
        f"They start at the same moment from a {place}, {there}, and meet nobody for "
        f"{s.word(hours)} hours.",
        f"Today they both start from a {place} {there}. Neither stops for {s.word(hours)} hours.",
    )
    first = s.step(
        f"{one} covers [{hours}*{fast}] kilometers.", f"{one} gets [{hours}*{fast}] kilometers far."
    )
    second = s.step(
        f"{two} covers [{hours}*{slow}] kilometers.", f"{two} gets [{hours}*{slow}] kilometers far."
    )
    if same:
        s.step(f"{one} is ahead by [{first}-{second}] kilometers.")
        s.ask(
            f"How many kilometers is {one} ahead of {two} after that time?",
            f"How many kilometers is {two} behind {one} after that time?",
        )
    else:
        s.step(f"They are [{first}+{second}] kilometers apart.")
        s.ask(
            "How many kilometers apart are they after that time?",
            f"How many kilometers lie between {one} and {two} after that time?",
        )


def laps(s: Scene) -> None:
    """Laps of a course, in meters and kilometers."""
    who = s.person()
    place = s.one(("the pond", "the sports field", "the market square", "the castle wall"))
    length, daily, days = s.number(150, 900, 50), s.number(3, 12), s.number(3, 9)
    s.tell(
        f"The path around {place} is {length} meters long. {who} runs it {s.word(daily)} times a "
        "day.",
        f"Every day {who} runs {s.word(daily)} laps around {place}. A lap is {length} meters.",
        f"{who} trains for a race by running around {place} {s.word(daily)} times every day. It is "
        f"{length} meters around.",
        f"A lap around {place} measures {length} meters, and {who} runs {s.word(daily)} of them "
        "each morning.",
    )
    a_day = s.step(
        f"In a day {who} runs [{daily}*{length}] meters.",
        f"The laps of a day make [{daily}*{length}] meters.",
    )
    if s.maybe(0.35):
        walk = s.number(200, 1500, 100)
        s.tell(
            f"After the laps {who.he} walks {walk} meters home.",
            f"The walk home afterwards is {walk} meters.",
        )
        a_day = s.step(f"With the way home that is [{a_day}+{walk}] meters.")
    s.tell(
        f"{who} does this on {s.word(days)} days.",
        f"This goes on for {s.word(days)} days.",
        f"{who.he.title()} keeps it up for {s.word(days)} days.",
    )
    total = s.step(
        f"On all those days together it is [{days}*{a_day}] meters.",
        f"All the days make [{days}*{a_day}] meters.",
    )
    if s.maybe(0.6):
        s.step(f"That is ~[{total}/#1000] kilometers.")
        s.ask(
            f"How many kilometers does {who} cover in all?",
            f"How many kilometers does {who} cover on those days?",
        )
    else:
        s.ask(
            f"How many meters does {who} cover in all?",
            f"How many meters does {who} cover on those days?",
        )


def passengers(s: Scene) -> None:
    """People get on and off."""
    vehicle, stop = s.one(
        (("bus", "stop"), ("tram", "stop"), ("ferry", "island"), ("night train", "station"))
    )
    start, off, on = s.number(18, 60), s.number(4, 20), s.number(5, 25)
    s.need(off < start)
    s.tell(
        f"A {vehicle} sets out with {start} passengers.",
        f"When a {vehicle} leaves, {start} passengers are on board.",
        f"There are {start} passengers on a {vehicle}.",
        f"The driver of a {vehicle} counts {start} passengers."
        if vehicle != "ferry"
        else f"The captain of a ferry counts {start} passengers.",
    )
    s.tell(
        f"At the next {stop}, {s.word(off)} of them get off and {s.word(on)} people get on.",
        f"At the next {stop}, {s.word(off)} passengers leave and {s.word(on)} people board.",
        f"The next {stop} is where {s.word(off)} of them get off and {s.word(on)} people get on.",
    )
    now = s.step(
        f"After some get off, [{start}-{off}] passengers remain.",
        f"Of the first ones, [{start}-{off}] passengers stay.",
    )
    now = s.step(
        f"With the new ones there are [{now}+{on}] passengers.",
        f"Then others get on, which makes [{now}+{on}] passengers.",
    )
    turn = s.one((0, 1, 2))
    if turn == 0:
        s.tell(
            f"At the {stop} after that, half of the passengers leave and nobody gets on.",
            f"Half of those on board get off at the {stop} after that, where nobody is waiting.",
        )
        s.step(f"Then [{now}/2] passengers remain.")
        s.ask(f"How many passengers are then on the {vehicle}?")
    elif turn == 1:
        out, new = s.number(3, 20), s.number(3, 20)
        s.need(out < now)
        s.tell(
            f"At the {stop} after that, {s.word(out)} passengers get off and {s.word(new)} get on.",
            f"The {stop} after that brings {s.word(new)} new passengers, and {s.word(out)} get "
            "off.",
        )
        now = s.step(f"Then [{now}-{out}] passengers stay on board.")
        s.step(f"At last there are [{now}+{new}] passengers.")
        s.ask(f"How many passengers are on the {vehicle} when it goes on?")
    else:
        fare = s.price(2, 6)
        s.tell(
            f"Everyone who is now on board pays ${fare} for the rest of the ride.",
            f"For the rest of the ride each passenger on board pays ${fare}.",
        )
        s.step(f"They pay $[{now}*{fare}].", f"The fares make $[{now}*{fare}].")
        s.ask(
            "How much money in dollars do these passengers pay?",
            "How many dollars are paid for the rest of the ride?",
        )


def hiking_days(s: Scene) -> None:
    """A tour over several days with equal and unequal parts."""
    who = s.person()
    trail = s.one(("ridge trail", "river trail", "pilgrim path", "forest trail", "coast path"))
    first, less, days = s.number(14, 28), s.number(2, 6), s.number(3, 6)
    why = s.one(("Because of the heat", "With sore feet", "In deep mud", "On steeper ground"))
    s.tell(
        f"{who} hikes a {trail}. On the opening day {who.he} walks {first} kilometers.",
        f"On the opening day of a tour on a {trail}, {who} walks {first} kilometers.",
        f"{who} sets out on a {trail} and walks {first} kilometers before nightfall.",
    )
    s.tell(
        f"On each of the next {s.word(days)} days, {who.he} walks {s.word(less)} kilometers less "
        "than on the opening day.",
        f"{why}, {who.he} walks {s.word(less)} kilometers less than that on each of the "
        f"{s.word(days)} days that follow.",
        f"For {s.word(days)} more days, {who.he} does {s.word(less)} kilometers "
        "less per day than at the start.",
    )
    daily = s.step(
        f"On a later day {who} walks [{first}-{less}] kilometers.",
        f"Each later day brings [{first}-{less}] kilometers.",
    )
    later = s.step(f"All later days together make [{days}*{daily}] kilometers.")
    total = s.step(
        f"The tour so far is [{first}+{later}] kilometers.",
        f"With the opening day that is [{first}+{later}] kilometers.",
    )
    if s.maybe():
        s.ask(
            f"How many kilometers does {who} walk on all these days?",
            f"How many kilometers has {who} walked in the end?",
        )
    else:
        whole = total + s.number(12, 70)
        s.tell(
            f"The trail is {whole} kilometers long.",
            f"From end to end the trail measures {whole} kilometers.",
        )
        s.step(f"[{whole}-{total}] kilometers remain.")
        s.ask(
            f"How many kilometers of the trail are then left for {who}?",
            f"How many kilometers are left to the end of the {trail}?",
        )
