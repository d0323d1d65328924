"""Families about cooking, pouring, weighing and drinking."""

from factory.symbolic.grammar.scene import Scene
from factory.symbolic.grammar.words import CLUBS, FRUIT

_DISHES = (
    ("lentil soup", "grams of lentils", 60, 110),
    ("rice pudding", "grams of rice", 40, 70),
    ("potato salad", "grams of potatoes", 150, 250),
    ("bean stew", "grams of beans", 70, 130),
    ("noodle salad", "grams of noodles", 70, 120),
    ("couscous", "grams of couscous", 60, 100),
    ("oatmeal", "grams of oats", 40, 60),
)


def scaling_a_recipe(s: Scene) -> None:
    """A recipe for some people, cooked for more."""
    who, (dish, stuff, low, high) = s.person(), s.one(_DISHES)
    few, many, each = s.number(2, 8), s.number(9, 40), s.number(low, high, 5)
    grams = few * each
    s.tell(
        f"A recipe of {dish} for {s.word(few)} people needs {grams} {stuff}.",
        f"For {s.word(few)} servings of {dish}, {who} uses {grams} {stuff}.",
    )
    one = s.step(f"A serving takes [{grams}/{few}] {stuff}.")
    s.tell(
        f"{who} cooks it for {many} people.",
        f"This time {who} needs {many} servings.",
        f"For {s.one(CLUBS)} {who} makes {many} servings.",
    )
    need = s.step(f"All servings take [{many}*{one}] {stuff}.")
    turn = s.one((0, 1, 2))
    if turn == 0:
        have = s.number(100, 900, 50)
        s.need(have < need)
        s.tell(f"In the cupboard there are {have} grams.", f"{who} has {have} grams at home.")
        s.step(f"{who} has to buy [{need}-{have}] grams.")
        s.ask(f"How many more {stuff} does {who} have to buy?")
    elif turn == 1:
        pack = s.one((200, 250, 300, 400, 500))
        s.tell(
            f"The store has packets of {pack} grams.",
            f"{who} uses up packets of {pack} grams, with nothing left over.",
        )
        s.step(f"That is [{need}/{pack}] packets.")
        s.ask(f"How many packets does {who} need for these servings?")
    else:
        s.step(f"In kilograms that is ~[{need}/#1000] kilograms.")
        s.ask(f"How many kilograms of {stuff.removeprefix('grams of ')} does {who} need?")


_BAKED = ("cookies", "rolls", "pretzels", "dumplings", "scones", "waffles", "biscuits", "muffins")


def baking_trays(s: Scene) -> None:
    """Trays of baked things: eaten, burnt, given, bagged."""
    who, things = s.person(), s.one(_BAKED)
    trays, each, gone = s.number(3, 12), s.number(8, 30), s.number(4, 30)
    s.tell(
        f"{who} bakes {s.word(trays)} trays of {things}, {each} on each tray.",
        f"{who} fills {s.word(trays)} trays with {each} {things} each and bakes them.",
        f"In the morning {who} bakes {s.word(trays)} trays. Each tray has {each} {things} on it.",
    )
    total = s.step(f"{who} bakes [{trays}*{each}] {things}.")
    s.tell(
        f"Unfortunately {gone} of them burn.",
        f"The family eats {gone} of them while they are still warm.",
        f"A neighbor gets {gone} of them.",
    )
    left = s.step(f"[{total}-{gone}] {things} are left.")
    turn = s.one((0, 1, 2))
    if turn == 0:
        bag = s.number(3, 15)
        s.tell(
            f"The others are put into bags of {s.word(bag)} and sold for a school trip.",
            f"{who} sells the others in bags of {s.word(bag)}.",
        )
        bags = s.step(f"They fill [{left}/{bag}] bags.")
        price = s.price(3, 9)
        s.tell(f"A bag costs ${price}, and all bags are sold.")
        s.step(f"The bags bring $[{bags}*{price}].")
        s.ask(f"How much money in dollars does {who} take in?")
    elif turn == 1:
        guests = s.number(4, 24)
        s.tell(
            f"The others are shared equally by {guests} guests.",
            f"{who} divides the others equally among {guests} guests.",
        )
        s.step(f"Each guest gets [{left}/{guests}] {things}.")
        s.ask(f"How many {things} does each guest get?")
    else:
        more = s.number(2, 5)
        s.tell(
            f"Later {who} bakes {s.word(more)} more trays of the same size.",
            f"Because that is not enough, {who} bakes {s.word(more)} more trays like these.",
        )
        new = s.step(f"The new trays hold [{more}*{each}] {things}.")
        s.step(f"Now there are [{left}+{new}] {things}.")
        s.ask(f"How many {things} are there now?", f"How many {things} does {who} have then?")


_DRINKS = ("ginger lemonade", "apple juice", "mint tea", "grape juice", "barley water", "cocoa")


def pouring_glasses(s: Scene) -> None:
    """Liters into milliliters into glasses."""
    who, drink = s.person(), s.one(_DRINKS)
    jugs, liters, glass = s.number(2, 12), s.number(2, 6), s.number(150, 400, 50)
    s.tell(
        f"For {s.one(CLUBS)}, {who} fills {s.word(jugs)} jugs with {s.word(liters)} liters of "
        f"{drink} each.",
        f"{who} makes {s.word(jugs)} jugs of {drink}. Each jug holds {s.word(liters)} liters.",
    )
    total = s.step(f"The jugs hold [{jugs}*{liters}] liters.")
    small = s.step(f"That is [{total}*#1000] milliliters.")
    if s.maybe():
        spilled = s.number(100, 900, 50)
        s.tell(
            f"On the way {spilled} milliliters are spilled.",
            f"{who} drinks {spilled} milliliters while tasting.",
        )
        small = s.step(f"Then [{small}-{spilled}] milliliters are left.")
    s.tell(
        f"All of it is poured into glasses that take {glass} milliliters each.",
        f"A glass takes {glass} milliliters, and everything is poured out.",
    )
    glasses = s.step(f"It fills [{small}/{glass}] glasses.")
    if s.maybe(0.4):
        price = s.price(2, 4)
        s.tell(f"Each glass is sold for ${price}.", f"Every glass is sold, at ${price} each.")
        s.step(f"The glasses bring $[{glasses}*{price}].")
        s.ask("How much money in dollars do the glasses bring?")
    else:
        s.ask("How many glasses are filled?", f"How many glasses can {who} fill?")


def jam_jars(s: Scene) -> None:
    """Fruit and sugar are cooked, some boils away, the rest goes into jars."""
    who, fruit = s.person(), s.one(FRUIT)
    kilos, sugar, jar = s.number(4, 18), s.number(2, 9), s.number(200, 500, 50)
    s.need(sugar < kilos)
    s.tell(
        f"{who} cooks {s.word(kilos)} kilograms of {fruit} with {s.word(sugar)} kilograms of sugar "
        "to make jam.",
        f"For jam, {who} puts {s.word(kilos)} kilograms of {fruit} and {s.word(sugar)} kilograms "
        "of sugar into a pot.",
    )
    pot = s.step(f"The pot holds [{kilos}+{sugar}] kilograms.")
    grams = s.step(f"That is [{pot}*#1000] grams.")
    steam = s.number(300, 2000, 100)
    s.tell(
        f"While it cooks, {steam} grams turn into steam.",
        f"During the cooking the weight goes down by {steam} grams.",
    )
    jam = s.step(f"[{grams}-{steam}] grams of jam are left.")
    s.tell(
        f"The jam is filled into jars of {jar} grams.",
        f"Each jar holds {jar} grams, and all jars are full.",
    )
    jars = s.step(f"It fills [{jam}/{jar}] jars.")
    if s.maybe():
        gifts = s.number(3, 12)
        s.tell(
            f"{who} gives {s.word(gifts)} jars away.",
            f"{who}'s friends get {s.word(gifts)} of the jars.",
        )
        s.step(f"{who} keeps [{jars}-{gifts}] jars.")
        s.ask(f"How many jars does {who} keep?")
    else:
        s.ask(f"How many jars does {who} fill?")


_DRY = ("rice", "flour", "oats", "lentils", "coffee beans", "sunflower seeds")


def weighing_bags(s: Scene) -> None:
    """Kilograms into bags of grams."""
    who, stuff = s.person(), s.one(_DRY)
    sacks, kilos, bag = s.number(2, 9), s.number(5, 25), s.one((250, 400, 500, 750, 800))
    s.tell(
        f"{who}'s store gets {s.word(sacks)} sacks of {stuff}, each with {kilos} kilograms.",
        f"{who} buys {s.word(sacks)} sacks of {stuff} for a store. A sack holds {kilos} kilograms.",
    )
    total = s.step(f"The sacks hold [{sacks}*{kilos}] kilograms.")
    if s.maybe(0.5):
        kept = s.number(3, 20)
        s.tell(
            f"{who} puts {s.word(kept)} kilograms aside and offers the rest for sale.",
            f"A cafe takes {s.word(kept)} kilograms, and the rest is offered for sale.",
        )
        total = s.step(f"[{total}-{kept}] kilograms are for sale.")
        s.tell(f"That rest is filled into bags of {bag} grams.")
    else:
        s.tell(
            f"{who} fills all of it into bags of {bag} grams.",
            f"Everything goes into bags of {bag} grams.",
        )
    grams = s.step(f"That is [{total}*#1000] grams.")
    bags = s.step(f"It makes [{grams}/{bag}] bags.")
    if s.maybe():
        price = s.price(2, 7)
        s.tell(f"A bag costs ${price}.", f"The price of a bag is ${price}.")
        s.step(f"All bags together cost $[{bags}*{price}].")
        s.ask("How much money in dollars do all the bags bring when they are sold?")
    else:
        s.ask(f"How many bags does {who} fill?", "How many bags are filled?")
