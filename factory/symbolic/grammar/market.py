"""Families about market stalls: profit, and goods by weight."""

from factory.symbolic.grammar.scene import Number, Scene, written
from factory.symbolic.grammar.words import FRUIT

MADE = (
    ("candles", "wax"),
    ("scarves", "wool"),
    ("birdhouses", "wood"),
    ("mugs", "clay"),
    ("bracelets", "silver wire"),
    ("cushions", "cloth"),
    ("kites", "silk"),
    ("soaps", "oil"),
)


def market_profit(s: Scene) -> None:
    """Home-made things sold at a market: takings less costs."""
    who, (things, stuff) = s.person(), s.one(MADE)
    made, price = s.number(15, 60), s.price(6, 24)
    s.tell(
        f"{who} makes {made} {things} to sell at a street market.",
        f"Over the winter {who} makes {made} {things} for a market stall.",
    )
    costs: Number
    if s.maybe():
        unit = s.price(2, 5)
        s.need(unit * 2 < price)
        s.tell(f"The {stuff} for each of them costs ${unit}.")
        costs = s.step(f"The {stuff} costs $[{made}*{unit}].")
    else:
        supplies, fee = s.number(20, 90), s.number(8, 40)
        s.tell(
            f"All the {stuff} together costs ${supplies}, and the stall costs ${fee} for the day.",
            f"{who.he.title()} spends ${supplies} on {stuff} and ${fee} on the stall.",
        )
        costs = s.step(f"{who} spends $[{supplies}+{fee}].")
    if s.maybe():
        unsold = s.number(2, made // 4)
        s.tell(
            f"All but {s.word(unsold)} of the {things} are sold, at ${price} each.",
            f"At ${price} each, all of them find a buyer except {s.word(unsold)}.",
        )
        sold = s.step(f"{who} sells [{made}-{unsold}] {things}.")
    else:
        sold = made
        s.tell(f"All of them are sold at ${price} each.", f"Every piece is sold, at ${price} each.")
    taken = s.step(f"The sales bring in $[{sold}*{price}].")
    s.step(f"The profit is $[{taken}-{costs}].", f"So {who} earns $[{taken}-{costs}].")
    s.ask(
        f"How much profit in dollars does {who} make?",
        f"How much money in dollars does {who} earn after paying the costs?",
    )


def fruit_by_weight(s: Scene) -> None:
    """Kilograms at a price, and the price of a kilogram found from a sum."""
    who, seller = s.person(), s.person()
    fruit, other = s.some(FRUIT, 2)
    heavy, light, price = s.number(3, 12), s.number(2, 9), s.price(2, 6)
    s.tell(
        f"At {seller}'s market stall, {who} buys {s.word(heavy)} kilograms of {fruit} at ${price} "
        f"per kilogram, and {s.word(light)} kilograms of {other}.",
        f"At the market {seller} weighs out {s.word(heavy)} kilograms of {fruit} for {who}, at "
        f"${price} per kilogram, and then {s.word(light)} kilograms of {other}.",
    )
    each = s.price(2, 7)
    cost = s.step(f"The {fruit} cost $[{heavy}*{price}].")
    if s.maybe():
        total = written(heavy * price + light * each)
        s.tell(f"{who} pays ${total} for both kinds together.")
        rest = s.step(f"That leaves $[{total}-{cost}] for the {other}.")
        s.step(f"A kilogram of {other} costs $[{rest}/{light}].")
        s.ask(f"How many dollars does a kilogram of {other} cost?")
    else:
        s.tell(f"The {other} cost ${each} per kilogram.")
        rest = s.step(f"The {other} cost $[{light}*{each}].")
        s.step(f"Altogether {who} pays $[{cost}+{rest}].")
        s.ask(f"How much money in dollars does {who} pay {seller}?")
