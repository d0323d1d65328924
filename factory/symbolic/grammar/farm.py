"""Families about water, animals, harvests and growing things."""

from factory.symbolic.grammar.scene import Scene
from factory.symbolic.grammar.words import FRUIT, article

_TANKS = ("rain barrel", "pond", "pool", "water tank", "cistern", "aquarium")


def filling_a_tank(s: Scene) -> None:
    """Water runs in and out until the tank is full."""
    tank = s.one(_TANKS)
    rate, leak, minutes = s.number(9, 40), s.number(2, 8), s.number(6, 40)
    s.tell(
        f"A pump brings {rate} liters of water per minute into an empty {tank}, but "
        f"{s.word(leak)} liters per minute leak out.",
        f"Every minute {rate} liters of water flow into {article(tank)} that was empty, and "
        f"{s.word(leak)} liters flow out through a crack.",
        f"{article(tank).capitalize()} is empty when a tap is opened that lets in {rate} liters "
        f"per minute. A bad seal loses {s.word(leak)} liters per minute.",
        f"From a spring, {rate} liters of water a minute run into an empty {tank}. The drain, "
        f"which does not close well, lets out {s.word(leak)} liters a minute.",
    )
    gain = s.step(
        f"The {tank} gains [{rate}-{leak}] liters each minute.",
        f"Each minute [{rate}-{leak}] liters stay in the {tank}.",
    )
    if s.maybe():
        size = gain * minutes
        s.tell(f"The {tank} holds {size} liters.", f"There is room for {size} liters in it.")
        s.step(f"It is full after [{size}/{gain}] minutes.")
        s.ask(
            f"How many minutes does it take to fill the {tank}?",
            f"How many minutes pass until the {tank} is full?",
        )
        return
    s.tell(
        f"This goes on for {minutes} minutes.",
        f"After {minutes} minutes the water is shut off and the leak is closed.",
    )
    now = s.step(
        f"After that time it holds [{minutes}*{gain}] liters.",
        f"In that time [{minutes}*{gain}] liters gather.",
    )
    if s.maybe():
        size = now + s.number(20, 300, 5)
        s.tell(f"When full, the {tank} holds {size} liters.")
        s.step(f"There is room for [{size}-{now}] liters more.")
        s.ask(f"How many more liters fit into the {tank} then?")
    else:
        can = s.number(5, 15)
        s.tell(
            f"Then all the water is carried away in buckets of {s.word(can)} liters.",
            f"Then the {tank} is emptied with a bucket that takes {s.word(can)} liters each time.",
        )
        s.step(f"That takes [{now}/{can}] buckets.")
        s.ask("How many buckets of water are carried away?")


def harvest(s: Scene) -> None:
    """Trees, crates, and a share that is sold."""
    who, fruit = s.person(), s.one(FRUIT)
    trees, each, share = s.number(8, 60), s.number(12, 60), s.percent(20, 90)
    s.tell(
        f"{who} has an orchard with {trees} trees. This year every tree bears {each} kilograms of "
        f"{fruit}.",
        f"From each of {trees} trees {who} picks {each} kilograms of {fruit}.",
        f"{who} owns {trees} trees and harvests {each} kilograms of {fruit} from each of them.",
    )
    total = s.step(f"The harvest is [{trees}*{each}] kilograms.")
    s.tell(
        f"Of the harvest {share}% is sold to a grocer, and the rest is pressed into juice.",
        f"A grocer takes {share}% of all the {fruit}. The others are made into juice.",
    )
    sold = s.step(f"The grocer takes [{share}/#100*{total}] kilograms.")
    if s.maybe():
        price = s.price(2, 4)
        s.tell(f"The grocer pays ${price} per kilogram.", f"A kilogram brings ${price}.")
        s.step(f"{who} gets $[{sold}*{price}] from the grocer.")
        s.ask(f"How much money in dollars does {who} get from the grocer?")
        return
    rest = s.step(f"[{total}-{sold}] kilograms are pressed.")
    if s.maybe():
        per = s.number(2, 4)
        s.tell(
            f"It takes {s.word(per)} kilograms to make a liter of juice.",
            f"For a liter of juice {who} needs {s.word(per)} kilograms.",
        )
        s.step(f"That makes [{rest}/{per}] liters of juice.")
        s.ask(f"How many liters of juice does {who} make?")
    else:
        s.ask(f"How many kilograms of {fruit} are made into juice?")


_BEASTS = (
    ("goats", "hay", 2, 4),
    ("horses", "hay", 7, 12),
    ("llamas", "hay", 2, 4),
    ("donkeys", "straw", 3, 6),
    ("cows", "feed", 10, 22),
    ("camels", "feed", 8, 14),
    ("penguins", "fish", 2, 3),
    ("seals", "fish", 4, 8),
)


def feeding_animals(s: Scene) -> None:
    """So much for each animal, every day, out of a store."""
    beasts, food, low, high = s.one(_BEASTS)
    herd, each, days = s.number(4, 30), s.number(low, high), s.number(3, 20)
    place = "zoo" if beasts in ("penguins", "seals", "camels") else "farm"
    who = s.person()
    s.tell(
        f"A {place} keeps {s.word(herd)} {beasts}, and each of them gets {s.word(each)} kilograms "
        f"of {food} a day.",
        f"There are {s.word(herd)} {beasts} in {who}'s care. Each eats {s.word(each)} kilograms of "
        f"{food} every day.",
        f"{who} feeds {s.word(herd)} {beasts}. Every day {who.he} gives each of them "
        f"{s.word(each)} kilograms of {food}.",
        f"{who} looks after {s.word(herd)} {beasts}, and each of them needs {s.word(each)} "
        f"kilograms of {food} per day.",
    )
    daily = s.step(
        f"In a day the {beasts} eat [{herd}*{each}] kilograms of {food}.",
        f"That is [{herd}*{each}] kilograms of {food} a day.",
    )
    turn = s.one((0, 1, 2))
    if turn == 0:
        store = daily * days
        s.tell(
            f"There are {store} kilograms of {food} in store.",
            f"A truck has just brought {store} kilograms of {food}.",
        )
        s.step(f"That is enough for [{store}/{daily}] days.")
        s.ask(f"How many days does the {food} last?", f"How many days is this {food} enough for?")
    elif turn == 1:
        store = daily * days + s.number(10, 200, 5)
        s.tell(
            f"The store holds {store} kilograms, and nothing is added for {days} days.",
            f"At the start of a period of {days} days there are {store} kilograms in the store.",
        )
        eaten = s.step(f"In that time the {beasts} eat [{days}*{daily}] kilograms.")
        s.step(
            f"[{store}-{eaten}] kilograms are left.", f"That leaves [{store}-{eaten}] kilograms."
        )
        s.ask(f"How many kilograms of {food} are left after that time?")
    else:
        more = s.number(2, 8)
        s.tell(
            f"In spring {s.word(more)} more {beasts} join them and eat just as much.",
            f"Then {s.word(more)} more {beasts} arrive, and each of these gets the same amount.",
        )
        new = s.step(f"The new {beasts} eat [{more}*{each}] kilograms a day.")
        total = s.step(f"All of them eat [{daily}+{new}] kilograms a day.")
        s.step(f"In a week that is [{total}*#7] kilograms.")
        s.ask(
            f"How many kilograms of {food} do all the {beasts} eat in a week?",
            f"How many kilograms of {food} are then needed for a week?",
        )


_GROWING = (
    ("bean plant", 8, 20),
    ("sunflower", 12, 24),
    ("bamboo shoot", 14, 40),
    ("hop vine", 20, 45),
    ("corn stalk", 10, 22),
)


def growing_plant(s: Scene) -> None:
    """Centimeters a week, and the height at the end or the time until a height."""
    who, (plant, low, high) = s.person(), s.one(_GROWING)
    start, weekly, weeks = s.number(5, 40), s.number(low, high), s.number(3, 9)
    s.tell(
        f"{who} measures a {plant} that is {start} centimeters tall. Every week it grows "
        f"{weekly} centimeters.",
        f"A {plant} in {who}'s garden is {start} centimeters tall and grows {weekly} centimeters a "
        "week.",
        f"When {who} plants a {plant}, it is {start} centimeters tall. From then on it grows "
        f"{weekly} centimeters each week.",
        f"{who}'s {plant} gets {weekly} centimeters taller every week. It starts with a height of "
        f"{start} centimeters.",
    )
    if s.maybe():
        s.tell(
            f"It grows like this for {s.word(weeks)} weeks.",
            f"The good weather lasts for {s.word(weeks)} weeks.",
        )
        more = s.step(f"In that time it grows [{weeks}*{weekly}] centimeters.")
        tall = s.step(f"Then it is [{start}+{more}] centimeters tall.")
        cut = s.number(4, 20)
        s.tell(
            f"Then a storm breaks off the top {cut} centimeters.",
            f"After that {who} cuts {cut} centimeters off the top.",
            f"At the end of this time a deer bites off {cut} centimeters.",
        )
        s.step(f"After that it is [{tall}-{cut}] centimeters tall.")
        s.ask(
            f"How many centimeters tall is the {plant} after that?",
            f"How many centimeters of the {plant} are left standing?",
        )
    else:
        pole = start + weekly * weeks
        s.tell(
            f"The pole beside it is {pole} centimeters high.",
            f"Its pole reaches up to {pole} centimeters.",
            f"A pole of {pole} centimeters stands next to it.",
        )
        missing = s.step(
            f"Up to the top of the pole [{pole}-{start}] centimeters are missing.",
            f"It has to grow [{pole}-{start}] centimeters.",
        )
        s.step(f"That takes [{missing}/{weekly}] weeks.")
        s.ask(
            f"How many weeks does the {plant} need to reach the top of the pole?",
            f"How many weeks pass until the {plant} is as tall as the pole?",
        )


def egg_cartons(s: Scene) -> None:
    """Hens lay for a week; the eggs are boxed and sold by the dozen or kept."""
    who, birds = s.person(), s.one(("hens", "ducks", "quails"))
    flock, each, kept = s.number(8, 48), s.number(3, 6), s.number(5, 40)
    s.tell(
        f"{who} keeps {flock} {birds}. In a week, each of them lays {s.word(each)} eggs.",
        f"Each of {who}'s {flock} {birds} lays {s.word(each)} eggs a week.",
        f"On {who}'s farm there are {flock} {birds} that lay {s.word(each)} eggs each per week.",
    )
    total = s.step(
        f"The {birds} lay [{flock}*{each}] eggs.", f"In a week there are [{flock}*{each}] eggs."
    )
    s.tell(
        f"{who} uses {kept} of the week's eggs at home and packs the others in boxes of a dozen.",
        f"From a week's eggs {who} gives {kept} to neighbors. The others go into boxes that hold a "
        "dozen each.",
        f"This week {kept} eggs break. The good ones are packed in boxes, a dozen in each.",
        f"A school kitchen takes {kept} of a week's eggs. What remains is put in boxes of a dozen.",
    )
    rest = s.step(f"[{total}-{kept}] eggs are put in boxes.", f"That leaves [{total}-{kept}] eggs.")
    boxes = s.step(f"Those fill [{rest}/12] boxes.", f"That makes [{rest}/12] boxes.")
    if s.maybe(0.6):
        price = s.price(3, 7)
        s.tell(
            f"A box costs ${price}, and all boxes are sold.",
            f"{who} sells every box for ${price}.",
            f"At the market every box finds a buyer for ${price}.",
        )
        s.step(f"They bring $[{boxes}*{price}].", f"{who} gets $[{boxes}*{price}].")
        s.ask(
            f"How much money in dollars does {who} get for the boxes?",
            "How many dollars do all the boxes bring?",
        )
    else:
        s.ask("How many boxes are filled?", f"How many boxes does {who} have?")


def bird_count(s: Scene) -> None:
    """Birds at a lake, by day, in parts."""
    who = s.person()
    one, two = s.some(("swans", "herons", "cranes", "gulls", "terns", "ducks", "storks"), 2)
    (times, factor) = s.one((("twice", 2), ("three times", 3), ("four times", 4)))
    base, gone, new = s.number(9, 40), s.number(4, 30), s.number(4, 30)
    place = s.one(("a lake", "a marsh", "an estuary", "a reservoir"))
    s.tell(
        f"At {place}, {who} counts {base} {one} and {times} as many {two}.",
        f"Early in the day {who} sees {base} {one} at {place}, and {times} as many {two}.",
    )
    other = s.step(f"There are [{factor}*{base}] {two}.")
    total = s.step(f"Together that is [{base}+{other}] birds.")
    s.tell(
        f"At noon {gone} of the birds fly off.",
        f"When a boat comes by, {gone} birds leave.",
    )
    s.tell(
        f"Later in the afternoon {new} birds arrive.",
        f"In the afternoon {new} more birds land there.",
    )
    left = s.step(f"After some leave there are [{total}-{gone}] birds.")
    now = s.step(f"With the new ones there are [{left}+{new}] birds.")
    if s.maybe(0.4):
        ring = s.one((("half", 2), ("a third", 3), ("a quarter", 4), ("a fifth", 5)))
        s.tell(f"In the evening {ring[0]} of all birds there carry a ring.")
        s.step(f"[{now}/{ring[1]}] birds carry a ring.")
        s.ask("How many birds with a ring are there in the evening?")
    else:
        s.ask(f"How many birds does {who} count in the evening?")
