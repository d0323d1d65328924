"""Families about lengths, areas, rows and stacks."""

from factory.symbolic.grammar.scene import Scene

_FENCED = ("vegetable plot", "chicken yard", "playground", "orchard", "dog park", "parking lot")


def fence(s: Scene) -> None:
    """The way around a rectangle, a gate, and the price of the fence."""
    who, plot = s.person(), s.one(_FENCED)
    wide = s.number(8, 40)
    what = f"a rectangular {plot}"
    if s.maybe():
        long = s.number(wide + 3, 70)
        s.tell(
            f"{who} wants to put a fence around {what} that is {long} meters long and {wide} "
            "meters wide.",
            f"{what.capitalize()} is {long} meters long and {wide} meters wide. {who} builds a "
            "fence around it.",
        )
    else:
        more = s.number(3, 25)
        s.tell(
            f"{who} is fencing {what}. It is {wide} meters wide, and its length is {more} meters "
            "more than its width.",
            f"{what.capitalize()} is {wide} meters wide and {more} meters longer than it is wide. "
            f"{who} puts a fence around it.",
        )
        long = int(s.step(f"The {plot} is [{wide}+{more}] meters long."))
    half = s.step(f"A long side and a short side make [{long}+{wide}] meters.")
    around = s.step(f"All the way around it is [{half}*#2] meters.")
    if s.maybe():
        gate = s.number(2, 6)
        s.tell(
            f"A gate of {s.word(gate)} meters needs no fence.",
            f"An opening of {s.word(gate)} meters is left for a gate.",
        )
        around = s.step(f"Without the gate [{around}-{gate}] meters of fence are needed.")
    if s.maybe():
        price = s.price(6, 18)
        s.tell(f"Fence costs ${price} per meter.", f"A meter of fence costs ${price}.")
        s.step(f"The fence costs $[{around}*{price}].")
        s.ask(
            "How much money in dollars does the fence cost?",
            f"How much money in dollars does {who} pay for the fence?",
        )
    else:
        s.ask(f"How many meters of fence does {who} need?")


def tiled_floor(s: Scene) -> None:
    """An area, what is laid on it, and boxes of it."""
    who, room = s.person(), s.one(("hall", "kitchen", "terrace", "bathroom", "workshop"))
    long, wide, per = s.number(4, 15), s.number(3, 12), s.number(4, 25)
    s.need(long > wide)
    s.tell(
        f"{who} lays tiles on the floor of a {room} that is {s.word(long)} meters long and "
        f"{s.word(wide)} meters wide.",
        f"The floor of a {room} measures {s.word(long)} meters by {s.word(wide)} meters, and "
        f"{who} covers it with tiles.",
    )
    area = s.step(f"The floor has an area of [{long}*{wide}] square meters.")
    if s.maybe(0.4):
        free = s.number(2, 10)
        s.need(free < area / 2)
        s.tell(
            f"A part of {s.word(free)} square meters stays without tiles.",
            f"Only {s.word(free)} square meters under a cupboard are left out.",
        )
        area = s.step(f"Tiles go on [{area}-{free}] square meters.")
    s.tell(
        f"For every square meter, {who} needs {s.word(per)} tiles.",
        f"A square meter takes {s.word(per)} tiles.",
    )
    tiles = s.step(f"That takes [{area}*{per}] tiles.")
    if s.maybe():
        box = s.number(6, 30)
        s.tell(f"Tiles come in boxes of {box}.", f"A box holds {box} tiles.")
        boxes = s.step(f"Those are [{tiles}/{box}] boxes.")
        if s.maybe(0.4):
            price = s.price(12, 40)
            s.tell(f"A box costs ${price}.", f"The price of a box is ${price}.")
            s.step(f"The boxes cost $[{boxes}*{price}].")
            s.ask("How much money in dollars do the tiles cost?")
        else:
            s.ask(f"How many boxes of tiles does {who} need?")
    else:
        spare = s.number(5, 40)
        s.tell(
            f"{who.he.title()} buys {spare} more than are needed, as spares.",
            f"In case some break, {who} orders {spare} extra tiles.",
        )
        s.step(f"With the spares {who} gets [{tiles}+{spare}] tiles.")
        s.ask(f"How many tiles does {who} get in all?")


_CROPS = ("tomato", "pepper", "cabbage", "lettuce", "pumpkin", "leek", "eggplant")


def garden_rows(s: Scene) -> None:
    """Plants in rows; some do not grow; the rest bear fruit or are sold."""
    who, crop = s.person(), s.one(_CROPS)
    rows, each, lost = s.number(4, 16), s.number(8, 30), s.number(3, 30)
    where = s.one(("behind the house", "in a greenhouse", "on a hillside", "on the school grounds"))
    s.tell(
        f"{who} sets {s.word(rows)} rows of {crop} plants {where}, with {each} plants in each row.",
        f"There are {s.word(rows)} rows of {crop} plants {where}. {who} has put {each} plants in "
        "every row.",
    )
    plants = s.step(f"{who} sets [{rows}*{each}] plants.")
    if s.maybe(0.7):
        s.tell(
            f"A late frost kills {lost} of the plants.",
            f"Snails eat {lost} of the plants.",
            f"After a dry month, {lost} of the plants are dead.",
        )
        plants = s.step(f"[{plants}-{lost}] plants survive.")
    else:
        share = s.percent(60, 95)
        s.tell(f"Of all these plants, {share}% survive the summer.")
        plants = s.step(f"[{share}/#100*{plants}] plants survive.")
    if s.maybe():
        sold = s.price(2, 4)
        s.tell(f"{who} sells every surviving plant for ${sold}.")
        s.step(f"The plants bring $[{plants}*{sold}].")
        s.ask(f"How much money in dollars does {who} get for the plants?")
    else:
        bed, kept = s.number(3, 9), s.number(5, 40)
        s.tell(
            f"{who} keeps {kept} of the others and gives the remaining plants to {s.word(bed)} "
            "families, equally many to each.",
        )
        given = s.step(f"{who} gives away [{plants}-{kept}] plants.")
        s.step(f"Each family gets [{given}/{bed}] plants.")
        s.ask("How many plants does each family get?")


_CUT = (
    ("ribbon", "bows"),
    ("rope", "swings"),
    ("leather cord", "necklaces"),
    ("copper wire", "hooks"),
    ("wooden molding", "frames"),
    ("elastic band", "masks"),
)


def cutting_lengths(s: Scene) -> None:
    """Meters into centimeters, cut into equal pieces, with a rest."""
    who, (stuff, things) = s.person(), s.one(_CUT)
    meters, piece, made = s.number(3, 24), s.number(12, 90), s.number(5, 40)
    s.tell(
        f"{who} has {s.word(meters)} meters of {stuff} and cuts it up to make {things}.",
        f"From {s.word(meters)} meters of {stuff}, {who} makes {things}.",
        f"A roll holds {s.word(meters)} meters of {stuff}, which {who} needs for {things}.",
        f"{who} buys {s.word(meters)} meters of {stuff} as material for {things}.",
    )
    total = s.step(f"The {stuff} is [{meters}*#100] centimeters long.")
    if s.maybe():
        s.tell(
            f"Each of the {things} takes {piece} centimeters, and {who} makes {made}.",
            f"{who.he.title()} makes {made} {things}, which take {piece} centimeters each.",
            f"Each of the {things} uses up {piece} centimeters, and {made} are made.",
        )
        used = s.step(f"The {things} take [{made}*{piece}] centimeters.")
        s.step(f"[{total}-{used}] centimeters are left.")
        s.ask(
            f"How many centimeters of {stuff} are left?",
            f"How many centimeters of {stuff} does {who} have in the end?",
        )
    else:
        first = s.number(40, 160, 5)
        s.tell(
            f"First {who.he} cuts off {first} centimeters that are frayed. Each of the {things} "
            f"takes {piece} centimeters of what is left, and nothing remains.",
            f"A damaged end of {first} centimeters is thrown away. The rest is used up completely, "
            f"with {piece} centimeters for each of the {things}.",
        )
        good = s.step(f"[{total}-{first}] centimeters can be used.")
        s.step(f"That makes [{good}/{piece}] {things}.")
        s.ask(f"How many {things} does {who} make?", f"How many {things} are made?")


def stacked_cartons(s: Scene) -> None:
    """Rows, columns and layers; the weight of the stack."""
    what = s.one(("bricks", "cartons", "crates", "bales", "sacks"))
    rows, across, layers = s.number(3, 12), s.number(3, 12), s.number(2, 9)
    place = s.one(("in a yard", "on a barge", "in a barn", "on a loading dock", "in a cellar"))
    s.tell(
        f"The {what} {place} are stacked in {s.word(layers)} layers. Every layer has "
        f"{s.word(rows)} rows of {s.word(across)} {what}.",
        f"A stack of {what} {place} is {s.word(layers)} layers high, and each layer is made of "
        f"{s.word(rows)} rows with {s.word(across)} {what} in a row.",
    )
    layer = s.step(f"A layer has [{rows}*{across}] {what}.")
    total = s.step(f"The stack has [{layers}*{layer}] {what}.")
    turn = s.one((0, 1, 2))
    if turn == 0:
        gone = s.number(5, 60)
        s.tell(f"A truck takes away {gone} of them.", f"Then {gone} of the {what} are carried off.")
        s.step(f"[{total}-{gone}] {what} are left.")
        s.ask(f"How many {what} are left in the stack?")
    elif turn == 1:
        weight = s.number(3, 25)
        s.tell(f"Each weighs {s.word(weight)} kilograms.")
        s.step(f"The stack weighs [{total}*{weight}] kilograms.")
        s.ask("How many kilograms does the whole stack weigh?")
    else:
        load = s.number(10, 60)
        s.tell(f"A cart can carry {load} of them at a time, and every load is full.")
        s.step(f"That takes [{total}/{load}] trips.")
        s.ask(f"How many trips of the cart does it take to move all the {what}?")


def painting_walls(s: Scene) -> None:
    """Wall areas less the windows, and how much paint."""
    who = s.person()
    room = s.one(("studio", "nursery", "clubroom", "shed", "corridor"))
    walls, long, high, per = s.number(2, 4), s.number(4, 12), s.number(2, 4), s.number(4, 12)
    glass = s.number(2, 14)
    s.tell(
        f"{who} paints {s.word(walls)} walls of a {room}. Every wall is {s.word(long)} meters long "
        f"and {s.word(high)} meters high.",
        f"In a {room}, {who} wants to paint {s.word(walls)} walls that are {s.word(long)} meters "
        f"long and {s.word(high)} meters high each.",
    )
    wall = s.step(f"A wall has [{long}*{high}] square meters.")
    total = s.step(f"The walls together have [{walls}*{wall}] square meters.")
    s.need(glass * 3 < total)
    s.tell(
        f"Doors and windows, which are not painted, take up {s.word(glass)} square meters in all.",
        f"Altogether {s.word(glass)} square meters of them are windows and are left out.",
    )
    area = s.step(f"{who} paints [{total}-{glass}] square meters.")
    s.tell(
        f"A liter of paint is enough for {s.word(per)} square meters.",
        f"With a liter of paint, {who} can cover {s.word(per)} square meters.",
    )
    liters = s.step(f"That takes [{area}/{per}] liters of paint.")
    if s.maybe():
        price = s.price(7, 19)
        s.tell(f"A liter costs ${price}.", f"The paint costs ${price} per liter.")
        s.step(f"The paint costs $[{liters}*{price}].")
        s.ask("How much money in dollars does the paint cost?")
    else:
        s.ask(f"How many liters of paint does {who} need?")
