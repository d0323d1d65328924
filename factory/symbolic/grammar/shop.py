"""Families about prices: bills, change, discounts, budgets, profit."""

from factory.symbolic.grammar.scene import Scene
from factory.symbolic.grammar.words import CLUBS, COSTLY, COUNTERS, EXTRAS, article

BILLS = (20, 50, 100)


def change_from_a_bill(s: Scene) -> None:
    """Things at a counter, paid with a bill."""
    who, place = s.person(), s.one(sorted(COUNTERS))
    thing, other = s.some(COUNTERS[place], 2)
    several, price = s.number(2, 9), s.price(thing.low, thing.high)
    s.tell(
        f"At {place}, {who} picks out {s.word(several)} {thing} that cost ${price} each.",
        f"{who} stops at {place} for {s.word(several)} {thing}, priced at ${price} each.",
        f"The {thing} at {place} cost ${price} each, and {who} takes {s.word(several)} of them.",
        f"{who} carries {s.word(several)} {thing} to the register of {place}. Each costs ${price}.",
    )
    total = s.step(
        f"The {thing} cost $[{several}*{price}].",
        f"For the {thing}, {who} owes $[{several}*{price}].",
    )
    if s.maybe(0.7):
        more, their_price = s.number(2, 8), s.price(other.low, other.high)
        s.tell(
            f"{who.he.title()} also buys {s.word(more)} {other} at ${their_price} each.",
            f"{who} adds {s.word(more)} {other}, which cost ${their_price} each.",
            f"Then {who.he} sees the {other} for ${their_price} each and takes {s.word(more)}.",
        )
        cost = s.step(f"The {other} cost $[{more}*{their_price}].")
        total = s.step(
            f"Together that makes $[{total}+{cost}].", f"The whole bill is $[{total}+{cost}]."
        )
    bill = next((note for note in BILLS if note > total), 0)
    s.need(bill > 0)
    if s.maybe():
        s.tell(
            f"{who} hands over ${bill} in cash.",
            f"{who.he.title()} pays with ${bill} in cash.",
            f"At the register {who} gives the cashier ${bill}.",
        )
        s.step(f"The change is $[{bill}-{total}].", f"{who} gets back $[{bill}-{total}].")
        s.ask(
            f"How much change in dollars does {who} get?",
            f"How much money in dollars should {who} get back?",
        )
    else:
        s.tell(f"{who} came with ${bill}.", f"There was ${bill} in {who}'s wallet before that.")
        s.step(f"{who} keeps $[{bill}-{total}].", f"What is left is $[{bill}-{total}].")
        s.ask(
            f"How much money in dollars is left in {who.his} wallet?",
            f"How much money in dollars does {who} take home?",
        )


def discount(s: Scene) -> None:
    """A percentage off one costly thing, then an extra or a payment plan."""
    who, item = s.person(), s.one(COSTLY)
    price, off = s.number(item.low, item.high, 5), s.percent(10, 40)
    s.tell(
        f"{article(item.name).capitalize()} in a shop window is marked ${price}, and this week the "
        f"shop takes {off}% off.",
        f"{who} has found {article(item.name)} with a price tag of ${price}. Today it is sold at a "
        f"discount of {off}%.",
        f"A shop lowers the price of {article(item.name)} by {off}%. Before the sale it was "
        f"${price}.",
        f"The usual price of {article(item.name)} is ${price}, but {who} has a voucher for {off}% "
        "off.",
    )
    cut = s.step(
        f"The discount is $[{off}/#100*{price}].",
        f"The price goes down by $[{off}/#100*{price}].",
    )
    total = s.step(f"So the {item} costs $[{price}-{cut}].", f"The new price is $[{price}-{cut}].")
    turn = s.one((0, 1, 2))
    if turn != 1:
        extra, cost = s.one(EXTRAS[item.name]), s.price(6, 38)
        s.tell(
            f"{who} buys the {item} at the lower price together with {extra} for ${cost}, which is "
            "not reduced.",
            f"{who} takes the {item}, and adds {extra} at the full price of ${cost}.",
        )
        total = s.step(
            f"With {extra} {who} pays $[{total}+{cost}].",
            f"Together with {extra} that is $[{total}+{cost}].",
        )
    else:
        s.tell(f"{who} decides to buy it.", f"{who} buys it during the sale.")
    if turn:
        months = s.number(2, 10)
        s.tell(
            f"{who.he.title()} pays in {s.word(months)} equal monthly payments, without interest.",
            f"The shop lets {who} pay the sum in {s.word(months)} equal parts.",
        )
        s.step(f"Each payment is $[{total}/{months}].")
        s.ask(
            "How much money in dollars is each payment?",
            f"How much money in dollars does {who} pay each time?",
        )
    else:
        s.ask(
            f"How much money in dollars does {who} pay altogether?",
            f"How many dollars does {who} spend in the shop?",
            f"How much does {who} pay in dollars in all?",
        )


SHOWS = (
    ("a puppet show", "the community hall"),
    ("a planetarium show", "the science center"),
    ("a choir concert", "the town church"),
    ("a circus", "the fairground"),
    ("a skating show", "the ice rink"),
    ("a folk dance evening", "the school gym"),
    ("an open-air film", "the park"),
)


def tickets(s: Scene) -> None:
    """Takings from two kinds of tickets."""
    show, place = s.one(SHOWS)
    adults, kids = s.number(20, 140), s.number(20, 160)
    full = s.price(6, 18)
    if s.maybe():
        reduced = s.price(3, 9)
        s.need(reduced < full)
        s.tell(
            f"For {show} at {place}, adult tickets cost ${full} and child tickets cost ${reduced}.",
            f"Adults pay ${full} and children pay ${reduced} to see {show} at {place}.",
        )
    else:
        less = s.number(2, 6)
        s.need(less < full)
        s.tell(
            f"An adult ticket for {show} at {place} costs ${full}, and a child ticket is ${less} "
            "cheaper.",
            f"To see {show} at {place}, adults pay ${full} and children pay ${less} less.",
        )
        reduced = s.step(f"A child ticket costs $[{full}-{less}].")
    if s.maybe():
        s.tell(
            f"On opening night {adults} adults and {kids} children come.",
            f"The cashier sells {adults} adult tickets and {kids} child tickets.",
        )
    else:
        people = adults + kids
        s.tell(
            f"Of the {people} visitors, {adults} are adults and the rest are children.",
            f"There are {people} guests, and all but {adults} adults are children.",
        )
        s.step(
            f"There are [{people}-{adults}] visitors who are children.",
            f"So [{people}-{adults}] visitors are children.",
        )
    first = s.step(
        f"The adults pay $[{adults}*{full}].", f"Adult tickets bring $[{adults}*{full}]."
    )
    second = s.step(
        f"The children pay $[{kids}*{reduced}].", f"Child tickets bring $[{kids}*{reduced}]."
    )
    total = s.step(f"Together that is $[{first}+{second}].")
    if s.maybe(0.4):
        rent = s.number(40, 400, 10)
        s.tell(
            f"Renting the place costs ${rent}, which is paid from the ticket money.",
            f"From the ticket money the organizers pay ${rent} for the lights.",
        )
        s.step(f"After that $[{total}-{rent}] remain.")
        s.ask("How much of the ticket money in dollars is left?")
    else:
        s.ask(
            "How much money in dollars do the tickets bring in?",
            "How many dollars are taken in at the door?",
        )


MEALS = ("noodle house", "pizza place", "taco stand", "curry restaurant", "grill", "tea house")


def shared_meal(s: Scene) -> None:
    """A restaurant bill with a tip, shared by friends."""
    who, friends, tip = s.person(), s.number(3, 9), s.one((10, 15, 20, 25))
    place = s.one(MEALS)
    dishes, drinks = s.number(30, 160), s.price(8, 40)
    s.tell(
        f"{who} and some friends eat at a {place}. The food costs ${dishes} and the drinks cost "
        f"${drinks}.",
        f"At a {place}, {who}'s table orders food for ${dishes} and drinks for ${drinks}.",
        f"{who} and friends spend an evening at a {place}, with ${dishes} for food and ${drinks} "
        "for drinks.",
        f"After a match, {who}'s team goes to a {place} and has food for ${dishes} and drinks for "
        f"${drinks}.",
    )
    bill = s.step(
        f"The bill is $[{dishes}+{drinks}].", f"Before the tip it is $[{dishes}+{drinks}]."
    )
    s.tell(
        f"They leave a tip of {tip}% of the whole bill.",
        f"A tip of {tip}% is added to the bill.",
        f"Everyone is happy with the service, so {tip}% of the bill is added as a tip.",
    )
    extra = s.step(f"The tip is $[{tip}/#100*{bill}].")
    total = s.step(f"With the tip they pay $[{bill}+{extra}].")
    s.tell(
        f"The {s.word(friends)} people at the table, {who} among them, share everything equally.",
        f"All {s.word(friends)} people at the table, including {who}, pay the same.",
        f"The total is divided equally among {who} and the others, {s.word(friends)} people in "
        "all.",
    )
    s.step(f"Each person pays $[{total}/{friends}].")
    s.ask(
        f"How much money in dollars does {who} pay?",
        "How much money in dollars does each person at the table pay?",
    )


def pack_or_single(s: Scene) -> None:
    """What a pack saves against single pieces."""
    who, place = s.person(), s.one(sorted(COUNTERS))
    thing = s.one(COUNTERS[place])
    size, packs = s.number(4, 12), s.number(2, 8)
    single = s.price(thing.low, thing.high)
    pack = s.number(int(size * single * 2 / 3), int(size * single))
    s.tell(
        f"At {place}, {thing} cost ${single} each, but a box with {s.word(size)} of them costs "
        f"only ${pack}.",
        f"In {place}, a box of {s.word(size)} {thing} costs ${pack}, while {thing} sold singly "
        f"cost ${single} each.",
    )
    loose = s.step(f"Bought singly, a box's worth of {thing} costs $[{size}*{single}].")
    saved = s.step(f"So a box saves $[{loose}-{pack}].")
    s.tell(
        f"{who} buys {s.word(packs)} boxes for {s.one(CLUBS)}.",
        f"{who} needs {s.word(packs)} full boxes for {s.one(CLUBS)}.",
    )
    s.step(f"The boxes save $[{packs}*{saved}].")
    s.ask(
        f"How much money in dollars does {who} save by not buying single ones?",
        f"How much money in dollars do the boxes save {who}?",
    )


def budget(s: Scene) -> None:
    """What is left of a budget buys as many as possible of something, exactly."""
    who, place, club = s.person(), s.one(sorted(COUNTERS)), s.one(CLUBS)
    thing, other = s.some(COUNTERS[place], 2)
    several, price, each = s.number(3, 12), s.price(thing.low, thing.high), s.number(2, 9)
    s.need(other.low <= each <= other.high)
    money = s.number(40, 200, 5)
    s.tell(
        f"{who} may spend ${money} at {place} for {club}.",
        f"For {club}, {who} has ${money} to spend at {place}.",
        f"{club.capitalize()} gives {who} ${money} for a purchase at {place}.",
    )
    s.tell(
        f"{who.he.title()} needs {s.word(several)} {thing} at ${price} each and spends all that "
        f"remains on {other}, which cost ${each} each.",
        f"{who} buys {s.word(several)} {thing} for ${price} each. With everything left over "
        f"{who.he} gets {other} for ${each} each.",
    )
    cost = s.step(f"The {thing} cost $[{several}*{price}].")
    left = s.step(f"Then $[{money}-{cost}] are left.", f"{who} still has $[{money}-{cost}].")
    s.step(f"That is enough for [{left}/{each}] {other}.", f"It buys [{left}/{each}] {other}.")
    s.ask(f"How many {other} does {who} buy?", f"How many {other} can {who} get?")
