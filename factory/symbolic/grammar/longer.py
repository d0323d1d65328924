"""Families with many steps: outings, offers compared, weeks added up."""

from fractions import Fraction

from factory.symbolic.grammar.scene import Scene
from factory.symbolic.grammar.words import CLUBS, COUNTERS

_GOALS = (
    ("a water park", "entry"),
    ("an observatory", "entry"),
    ("a castle", "a guided tour"),
    ("a salt mine", "a guided tour"),
    ("a wildlife park", "entry"),
    ("a ropes course", "entry"),
)


def group_outing(s: Scene) -> None:
    """A bus, tickets for young and old, and a fund: what each member pays."""
    club, (goal, what) = s.one(CLUBS), s.one(_GOALS)
    kids, adults, young, old = s.number(12, 45), s.number(2, 9), s.number(4, 14), s.number(9, 24)
    s.need(young < old)
    bus = s.number(150, 480, 10)
    s.tell(
        f"{club.capitalize()} plans a day at {goal} with {kids} kids and {s.word(adults)} adults.",
        f"For a trip of {club} to {goal}, {kids} kids and {s.word(adults)} adults sign up.",
        f"From {club}, {kids} kids and {s.word(adults)} adults travel to {goal}.",
    )
    s.tell_any_order(
        (
            f"The price of {what} is ${young} for a kid and ${old} for an adult.",
            f"For {what}, kids pay ${young} each and adults pay ${old} each.",
        ),
        (
            f"The bus for everyone costs ${bus}.",
            f"Renting a bus costs ${bus}.",
            f"A bus company asks for ${bus} for the ride there and back.",
        ),
    )
    first = s.step(f"The kids' tickets cost $[{kids}*{young}].")
    second = s.step(f"The adults' tickets cost $[{adults}*{old}].")
    tickets = s.step(f"All tickets cost $[{first}+{second}].")
    total = s.step(f"With the bus the trip costs $[{tickets}+{bus}].")
    turn = s.one((0, 1, 2))
    if turn == 0:
        s.ask(
            "How much money in dollars does the whole trip cost?",
            "How many dollars do the bus and the tickets cost together?",
        )
        return
    fund = s.number(60, 300, 10)
    s.tell(
        f"A bake sale has brought in ${fund} for the trip.",
        f"The town pays ${fund} of the costs.",
        f"A sponsor covers ${fund}.",
    )
    rest = s.step(f"After that $[{total}-{fund}] have to be paid.")
    if turn == 1:
        s.ask("How much money in dollars is still missing for the trip?")
        return
    s.tell(
        "The rest is divided equally among all who travel, young and old.",
        "What remains to be paid is shared equally by everyone on the trip.",
    )
    everyone = s.step(f"[{kids}+{adults}] travelers share the costs.")
    s.step(f"Each of them pays $[{rest}/{everyone}].")
    s.ask(
        "How much money in dollars does each of them pay?",
        "How many dollars does each person on the trip pay?",
    )


def comparing_offers(s: Scene) -> None:
    """The same order at two sellers, one of them with delivery and a discount."""
    who, place = s.person(), s.one(sorted(COUNTERS))
    thing, other = s.some(COUNTERS[place], 2)
    a, b = s.number(6, 24), s.number(5, 20)
    price, their_price = s.price(thing.low, thing.high), s.price(other.low, other.high)
    s.tell(
        f"{who} needs {a} {thing} and {b} {other} for {s.one(CLUBS)}.",
        f"For {s.one(CLUBS)}, {who} has to order {a} {thing} and {b} {other}.",
    )
    s.tell(
        f"At {place} {thing} cost ${price} each and {other} cost ${their_price} each.",
        f"{place.capitalize()} asks for ${price} for each of the {thing} and ${their_price} for "
        f"each of the {other}.",
    )
    one = s.step(f"At {place} the {thing} cost $[{a}*{price}].")
    two = s.step(f"The {other} cost $[{b}*{their_price}].")
    shop = s.step(f"Together that is $[{one}+{two}] at {place}.")
    off, post = s.percent(5, 30), s.number(5, 30)
    s.tell(
        f"An online seller is {off}% cheaper for the whole order but takes ${post} for delivery.",
        f"On the internet all of this costs {off}% less, but delivery costs ${post}.",
        f"A catalog offers the same order for {off}% less, plus ${post} for delivery.",
    )
    cut = s.step(f"The other seller takes off $[{off}/#100*{shop}].")
    goods = s.step(f"There the order costs $[{shop}-{cut}].")
    sent = s.step(f"With delivery that is $[{goods}+{post}].")
    if Fraction(sent) < Fraction(shop):
        s.step(f"Having it delivered saves $[{shop}-{sent}].")
    else:
        s.step(f"Going to {place} saves $[{sent}-{shop}].")
    s.ask(
        f"How much money in dollars does {who} save with the cheaper of these offers?",
        "How many dollars lie between the cheaper and the more expensive offer?",
    )


_STALLS = (
    ("smoothies", "juice bar", 3, 6),
    ("flatbreads", "bakery cart", 2, 5),
    ("samosas", "snack bar", 2, 4),
    ("sandwiches", "kiosk", 4, 9),
    ("bouquets", "flower stall", 7, 18),
    ("magazines", "newsstand", 4, 9),
)


_MULTIPLES = (("twice", 2), ("three times", 3))


def three_days_of_sales(s: Scene) -> None:
    """Three days that depend on each other; takings and costs."""
    things, place, low, high = s.one(_STALLS)
    first, more, (times, factor) = s.number(24, 90), s.number(6, 30), s.one(_MULTIPLES)
    s.tell(
        f"On Friday a {place} sells {first} {things}. On Saturday it sells {more} more than on "
        "Friday.",
        f"A {place} sells {first} {things} on Friday and {more} more than that on Saturday.",
    )
    s.tell(
        f"On Sunday it sells {times} as many as on Friday.",
        f"Sunday's sales are {times} as high as those of Friday.",
    )
    second = s.step(f"On Saturday it sells [{first}+{more}] {things}.")
    third = s.step(f"On Sunday it sells [{factor}*{first}] {things}.")
    two = s.step(f"On Friday and Saturday it sells [{first}+{second}] {things}.")
    total = s.step(f"With Sunday that is [{two}+{third}] {things}.")
    turn = s.one((0, 1, 2))
    if turn == 0:
        s.ask(
            f"How many {things} are sold on these days together?",
            f"How many {things} does the {place} sell from Friday to Sunday?",
        )
        return
    each = s.price(low, high)
    s.tell(f"Each is sold for ${each}.", f"The price is ${each} each.")
    takings = s.step(f"They bring in $[{total}*{each}].")
    if turn == 1:
        s.ask("How much money in dollars is taken in on these days?")
        return
    cost = s.number(60, 260, 10)
    s.tell(
        f"Rent and supplies for the whole time cost ${cost}.",
        f"In the same time ${cost} are spent on supplies.",
    )
    s.step(f"After the costs $[{takings}-{cost}] are left.")
    s.ask(
        f"How much money in dollars does the {place} earn after these costs?",
        "How many dollars are left after these costs?",
    )


def choir_tour(s: Scene) -> None:
    """Several concerts, halls filled to a percentage, and collected money."""
    club = s.one(("a brass band", "a children's choir", "a dance company", "an amateur orchestra"))
    shows, rows, seats = s.number(3, 8), s.number(8, 25), s.number(10, 30)
    full, price = s.one((50, 60, 70, 75, 80, 90)), s.number(4, 15)
    s.tell(
        f"On a tour {club} performs {s.word(shows)} times, always in a hall with {rows} rows of "
        f"{seats} seats.",
        f"{club.capitalize()} gives {s.word(shows)} shows in a hall that has {rows} rows with "
        f"{seats} seats each.",
    )
    s.tell(
        f"Each time {full}% of the seats are taken, and a ticket costs ${price}.",
        f"Every evening {full}% of the seats are sold, at ${price} each.",
    )
    hall = s.step(f"The hall has [{rows}*{seats}] seats.")
    guests = s.step(f"Each time [{full}/#100*{hall}] guests come.")
    evening = s.step(f"A show brings in $[{guests}*{price}].")
    total = s.step(f"All shows bring in $[{shows}*{evening}].")
    if s.maybe(0.3):
        s.ask("How much money in dollars do all the shows bring in?")
        return
    travel, hotel = s.number(200, 900, 50), s.number(200, 900, 50)
    s.tell(
        f"The tour costs ${travel} for travel and ${hotel} for rooms.",
        f"Travel costs ${travel} in all, and rooms cost ${hotel}.",
    )
    costs = s.step(f"Travel and rooms cost $[{travel}+{hotel}].")
    s.step(f"After that $[{total}-{costs}] are left.")
    s.ask(
        "How much money in dollars is left after these costs?",
        "How many dollars of profit does the tour make?",
    )
