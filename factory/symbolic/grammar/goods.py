"""Families about things: packed, shared, collected, given away, counted in parts."""

from factory.symbolic.grammar.scene import Scene
from factory.symbolic.grammar.words import CLUBS, COLLECTED, SMALL_THINGS


def packing_boxes(s: Scene) -> None:
    """Crates are unpacked and packed anew."""
    who, things = s.person(), s.one(SMALL_THINGS)
    crates, each, size = s.number(3, 14), s.number(18, 96), s.number(4, 30)
    place = s.one(("a workshop", "a warehouse", "a school", "a theater", "a small factory"))
    s.tell(
        f"{s.one(('A delivery', 'A truck'))} brings {s.word(crates)} crates of {things} to "
        f"{place}, with {each} {things} in each crate.",
        f"{place.capitalize()} receives {s.word(crates)} crates. Each holds {each} {things}.",
    )
    total = s.step(f"The crates hold [{crates}*{each}] {things}.")
    turn = s.one((0, 1, 2))
    if turn == 0:
        broken = s.number(3, 40)
        s.tell(f"{who} finds that {broken} of the {things} are damaged and puts them aside.")
        total = s.step(f"[{total}-{broken}] {things} are in good order.")
    elif turn == 1:
        stock = s.number(15, 120)
        s.tell(
            f"{who} adds {stock} {things} that were already on the shelf.",
            f"Another {stock} {things} were already there, and {who} puts them with the rest.",
        )
        total = s.step(f"With those there are [{total}+{stock}] {things}.")
    s.tell(
        f"{who} packs all of these into bags of {size}." if turn else
        f"{who} packs the others into bags of {size}."
    )  # fmt: skip
    bags = s.step(f"They fill [{total}/{size}] bags.")
    if s.maybe(0.4):
        price = s.price(2, 9)
        s.tell(f"Each bag is sold for ${price}.", f"A bag sells for ${price}, and all are sold.")
        s.step(f"The bags bring $[{bags}*{price}].")
        s.ask("How much money in dollars do the bags bring?")
    else:
        s.ask(f"How many bags does {who} fill?", "How many bags are filled?")


def fair_shares(s: Scene) -> None:
    """Several people put things together and share them."""
    one, two, things = s.person(), s.person(), s.one(COLLECTED)
    a, b, kids = s.number(20, 90), s.number(20, 90), s.number(3, 9)
    s.tell(
        f"{one} has {a} {things} and {two} has {b}.",
        f"In a drawer {one} finds {a} {things}, and {two} brings {b} more.",
    )
    s.tell(
        "They put everything together.",
        f"They pour all their {things} into a bowl.",
    )
    total = s.step(f"Together they have [{a}+{b}] {things}.")
    if s.maybe(0.6):
        kept = s.number(4, 30)
        s.tell(
            f"After setting {kept} of them aside for a display, they give the rest to "
            f"{s.word(kids)} children in equal shares.",
            f"A museum gets {kept} of them, and {s.word(kids)} children share the others equally.",
        )
        total = s.step(f"There are [{total}-{kept}] {things} to share.")
    else:
        s.tell(
            f"Then {s.word(kids)} children share all of them equally.",
            f"All of them are dealt out evenly to {s.word(kids)} children.",
        )
    share = s.step(f"Each child gets [{total}/{kids}] {things}.")
    if s.maybe(0.4):
        lost, child = s.number(2, 7), s.person()
        s.tell(f"{child}, a child in the group, loses {s.word(lost)} of them on the way home.")
        s.step(f"{child} still has [{share}-{lost}] {things}.")
        s.ask(f"How many {things} does {child} have at home?")
    else:
        s.ask(f"How many {things} does each child get?")


_TIMES = (("twice", 2), ("three times", 3), ("four times", 4), ("five times", 5))


def twice_as_many(s: Scene) -> None:
    """A chain of comparisons between three people."""
    one, two, three = s.person(), s.person(), s.person()
    things, (times, factor) = s.one(COLLECTED), s.one(_TIMES)
    base, gap = s.number(8, 60), s.number(3, 25)
    s.tell(
        f"{one} has {base} {things}, and {two} has {times} as many.",
        f"{two} has {times} as many {things} as {one}, who has {base}.",
        f"{one} owns {base} {things}. {two} owns {times} as many as {one}.",
    )
    second = s.step(f"{two} has [{factor}*{base}] {things}.")
    if s.maybe():
        s.tell(
            f"{three} has {gap} fewer {things} than {two}.",
            f"{three} would need {gap} more {things} to own as many as {two}.",
        )
        third = s.step(f"{three} has [{second}-{gap}] {things}.")
    else:
        s.tell(
            f"{three} beats {two} by {gap} {things}.",
            f"{two} would need {gap} more {things} to own as many as {three}.",
        )
        third = s.step(f"{three} has [{second}+{gap}] {things}.")
    turn = s.one((0, 1, 2))
    if turn == 0:
        pair = s.step(f"{one} and {two} together have [{base}+{second}] {things}.")
        s.step(f"All of them together have [{pair}+{third}] {things}.")
        s.ask(
            f"How many {things} do {one}, {two} and {three} have altogether?",
            f"How many {things} do they own all together?",
        )
    elif turn == 1:
        s.need(third > base)
        s.step(f"The difference is [{third}-{base}] {things}.")
        s.ask(f"How many more {things} does {three} have than {one}?")
    else:
        s.ask(f"How many {things} does {three} have?")


_PARTS = (("half", 2), ("a third", 3), ("a quarter", 4), ("a fifth", 5))


def parts_of_a_collection(s: Scene) -> None:
    """A fraction is of one kind, a fraction of the rest of another."""
    who, things = s.person(), s.one(COLLECTED)
    (part, below), (other, under) = s.some(_PARTS, 2)
    total = s.number(24, 360, below)
    friend = s.person()
    s.tell(
        f"{who} owns {total} {things}.",
        f"There are {total} {things} in {who}'s collection.",
        f"Over the years {who} has gathered {total} {things}.",
    )
    s.tell(
        f"{who.he.title()} gives {part} of them to {friend}.",
        f"{part.capitalize()} of them go to {friend} as a present.",
    )
    gone = s.step(f"{friend} gets [{total}/{below}] {things}.")
    left = s.step(f"{who} keeps [{total}-{gone}] {things}.")
    if s.maybe(0.65):
        place = s.one(("in an album", "in a glass case", "in a tin", "on the windowsill"))
        s.tell(
            f"Of those that are left, {who} keeps {other} {place} and the rest in a drawer.",
            f"{other.capitalize()} of what remains is kept {place}, the rest in a drawer.",
        )
        shown = s.step(f"[{left}/{under}] {things} are kept {place}.")
        if s.maybe():
            s.step(f"[{left}-{shown}] {things} are in the drawer.")
            s.ask(f"How many {things} are in the drawer?")
        else:
            s.ask(f"How many {things} are kept {place}?")
    else:
        new = s.number(5, 40)
        s.tell(f"Later {who} finds {new} new ones.", f"Then {who} trades for {new} new ones.")
        s.step(f"Now {who} has [{left}+{new}] {things}.")
        s.ask(f"How many {things} does {who} have now?")


_STOCKED = (
    ("a bookshop", "atlases"),
    ("a toy shop", "kites"),
    ("a lamp store", "lamps"),
    ("a hat maker", "hats"),
    ("a florist", "tulips"),
    ("a bakery", "pretzels"),
    ("a music store", "flutes"),
    ("a nursery", "cactuses"),
)


def stock_over_days(s: Scene) -> None:
    """Sales day by day, a delivery, and what is left."""
    place, things = s.one(_STOCKED)
    start, first, more = s.number(80, 260), s.number(12, 45), s.number(3, 20)
    s.tell(
        f"{place.capitalize()} opens the week with {start} {things}.",
        f"On Monday morning {place} has {start} {things} in stock.",
    )
    s.tell(
        f"It sells {first} of them on Monday and {s.word(more)} more than that on Tuesday.",
        f"Monday's customers buy {first} of them. On Tuesday {s.word(more)} more are sold than on "
        "Monday.",
    )
    second = s.step(f"On Tuesday it sells [{first}+{more}] {things}.")
    sold = s.step(f"On both days together it sells [{first}+{second}] {things}.")
    left = s.step(f"Then [{start}-{sold}] {things} are left.")
    turn = s.one((0, 1, 2))
    if turn == 0:
        boxes, each = s.number(2, 6), s.number(10, 36)
        s.tell(
            f"On Wednesday {s.word(boxes)} boxes with {each} {things} each are delivered.",
            f"A delivery on Wednesday brings {s.word(boxes)} boxes of {each} {things}.",
        )
        new = s.step(f"The delivery brings [{boxes}*{each}] {things}.")
        s.step(f"After it there are [{left}+{new}] {things}.")
        s.ask(f"How many {things} are in stock after the delivery?")
    elif turn == 1:
        s.tell("On Wednesday half of what is left is sold.")
        s.step(f"On Wednesday [{left}/2] {things} are sold.")
        s.ask(f"How many {things} are sold on Wednesday?")
    else:
        s.ask(f"How many {things} are left after Tuesday?")


def shelves(s: Scene) -> None:
    """Rows of books on shelves, and room for more."""
    who, kind = s.person(), s.one(("novels", "atlases", "albums", "folders", "cookbooks"))
    cases, boards, each = s.number(2, 8), s.number(3, 9), s.number(12, 40)
    where = s.one(("a reading room", "an archive", "a cafe", "a school corridor", "an attic"))
    s.tell(
        f"In {where} stand {s.word(cases)} bookcases, each with {s.word(boards)} shelves. A shelf "
        f"has room for {each} {kind}.",
        f"{where.capitalize()} has {s.word(cases)} bookcases with {s.word(boards)} shelves each, "
        f"and every shelf has room for {each} {kind}.",
    )
    count = s.step(f"There are [{cases}*{boards}] shelves.")
    room = s.step(f"They have room for [{count}*{each}] {kind}.")
    if s.maybe():
        there = s.number(cases * boards * each // 3, cases * boards * each - 10)
        s.tell(
            f"So far {who} has put {there} {kind} on them.",
            f"{who} has already placed {there} {kind} there.",
        )
        free = s.step(f"There is room for [{room}-{there}] {kind} more.")
        if s.maybe(0.4):
            box = s.number(8, 40)
            s.tell(f"New {kind} come in boxes of {box}, and all boxes must be full.")
            s.step(f"[{free}/{box}] boxes fit.")
            s.ask(f"How many boxes of {kind} are needed to fill the shelves?")
        else:
            s.ask(f"How many more {kind} fit on the shelves?")
    else:
        percent = s.percent(20, 95)
        s.tell(
            f"Now {percent}% of the space is taken.",
            f"At the moment {percent}% of this space is in use.",
        )
        s.step(f"There are [{percent}/#100*{room}] {kind}.")
        s.ask(f"How many {kind} stand on the shelves now?")


_FAVORS = (
    "balloons",
    "whistles",
    "crayons",
    "stickers",
    "magnets",
    "badges",
    "candles",
    "marbles",
    "erasers",
    "bracelets",
    "caramels",
)


def gift_bags(s: Scene) -> None:
    """Bags filled alike for guests; how many things and what they cost."""
    who, club = s.person(), s.one(CLUBS)
    small, bags = s.some(_FAVORS, 2), s.number(8, 30)
    a, b = s.number(2, 9), s.number(2, 9)
    s.tell(
        f"For a party of {club}, {who} fills {bags} bags. Each bag gets {s.word(a)} {small[0]} and "
        f"{s.word(b)} {small[1]}.",
        f"{who} prepares {bags} gift bags for {club}, each with {s.word(a)} {small[0]} and "
        f"{s.word(b)} {small[1]}.",
    )
    if s.maybe():
        each = s.step(f"A bag holds [{a}+{b}] things.")
        total = s.step(f"All bags together hold [{bags}*{each}] things.")
        late = s.number(2, 7)
        if s.maybe():
            s.tell(f"In the end {s.word(late)} bags are not needed and are emptied again.")
            empty = s.step(f"The emptied bags held [{late}*{each}] things.")
            s.step(f"The other bags hold [{total}-{empty}] things.")
            s.ask("How many things are in the bags that stay full?")
        else:
            s.ask("How many things does it take to fill the bags?")
    else:
        have = s.number(5, 60)
        s.tell(
            f"{who.he.title()} already has {have} {small[0]} and no {small[1]}.",
            f"So far {who} owns {have} {small[0]}, but no {small[1]}.",
        )
        need = s.step(f"The bags need [{bags}*{a}] {small[0]}.")
        missing = s.step(f"{who} must buy [{need}-{have}] {small[0]}.")
        other = s.step(f"The bags also need [{bags}*{b}] {small[1]}.")
        s.step(f"In all {who} buys [{missing}+{other}] things.")
        s.ask(f"How many things does {who} still have to buy for the bags?")
