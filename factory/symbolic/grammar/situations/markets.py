"""Situations at a market: goods by weight, and things made and sold."""

from factory.symbolic.grammar.draws import count, dollars, money, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import FRUIT

_weighs = fact(
    "At <seller>'s market stall, <who> buys <heavy> kilograms of <fruit> at $<price> per "
    "kilogram, and <light> kilograms of <other>.",
    "At the market, <seller> weighs out <heavy> kilograms of <fruit> for <who>, at $<price> per "
    "kilogram, and then <light> kilograms of <other>.",
    "At <seller>'s stall, <who> pays $<price> per kilogram for <heavy> kilograms of <fruit>, "
    "and also buys <light> kilograms of <other>.",
    says="cost = heavy*price; rest = light*each; total = cost+rest",
)
_pays = fact(
    "<who> pays $<total> for everything.",
    "The whole purchase costs $<total>.",
    "For all the fruit, <seller> asks for $<total>.",
)

fruit_by_weight = family(
    "fruit_by_weight",
    either(
        [
            _weighs,
            _pays,
            ask(
                "How many dollars does a kilogram of <other> cost?",
                "What is the price in dollars of a kilogram of <other>?",
                of="each",
            ),
        ],
        [
            _weighs,
            fact(
                "The <other> cost $<each> per kilogram.",
                "For each kilogram of <other>, <seller> asks for $<each>.",
                "A kilogram of <other> is priced at $<each>.",
            ),
            ask(
                "How much money in dollars does <who> pay <seller>?",
                "How many dollars does <who> spend at the stall?",
                of="total",
                kind="paid",
                x="this amount",
                who="who",
            ),
        ],
        [
            _weighs,
            fact(
                "Per kilogram, the <other> cost $<more> more than the <fruit>.",
                "The <other> are more expensive than the <fruit>, by $<more> per kilogram.",
                "For the <other>, <seller> asks for $<more> more per kilogram than for the "
                "<fruit>.",
                says="each = price+more",
            ),
            ask(
                "How much money in dollars does <who> pay in all?",
                "How many dollars do the <fruit> and the <other> cost together?",
                of="total",
                kind="paid",
                x="this amount",
                who="who",
            ),
        ],
        [
            fact(
                "<seller> sells <fruit> for $<price> per kilogram and <other> for $<each> per "
                "kilogram. <who> buys <heavy> kilograms of <fruit> and some <other>.",
                "At <seller>'s stall, <who> buys <heavy> kilograms of <fruit> at $<price> per "
                "kilogram and some <other> at $<each> per kilogram.",
                "<who> buys fruit from <seller>: <heavy> kilograms of <fruit> at $<price> per "
                "kilogram, and some <other> at $<each> per kilogram.",
                says="cost = heavy*price; rest = light*each; total = cost+rest",
            ),
            either(
                [
                    _pays,
                    ask(
                        "How many kilograms of <other> does <who> buy?",
                        "How many kilograms do the <other> weigh?",
                        of="light",
                    ),
                ],
                [
                    _pays,
                    ask(
                        "How many kilograms of fruit does <who> buy in all?",
                        "How many kilograms do the <fruit> and the <other> weigh together?",
                        of="weight",
                    ),
                ],
            ),
        ],
    ),
    words={"who,seller": PERSON, "fruit,other": FRUIT},
    draws={
        "heavy": count(2, 9),
        "light": count(2, 7),
        "price": money(2, 5),
        "each": money(2, 6),
    },
    units={
        "heavy": "kilogram",
        "light": "kilogram",
        "weight": "kilogram",
        "price": "dollar/kilogram",
        "each": "dollar/kilogram",
        "more": "dollar/kilogram",
        "cost": "dollar",
        "rest": "dollar",
        "total": "dollar",
    },
    lines={
        "cost": ("The <fruit> cost $@.", "For the <fruit>, <who> pays $@."),
        "rest": ("The <other> cost $@.", "For the <other>, <who> pays $@."),
        "each": (
            "A kilogram of <other> costs $@.",
            "<seller> asks for $@ per kilogram of <other>.",
        ),
        "total": ("Altogether <who> pays $@.", "Together, the <fruit> and the <other> cost $@."),
        "light": ("<who> buys @ kilograms of <other>.", "The <other> weigh @ kilograms."),
        "weight": ("All the fruit weighs @ kilograms.",),
    },
    says="weight = heavy+light",
    owners={"heavy": "who", "light": "who", "weight": "who", "total": "who"},
)

_MADE = (
    ("candle/candles", "wax"),
    ("scarf/scarves", "wool"),
    ("birdhouse/birdhouses", "wood"),
    ("mug/mugs", "clay"),
    ("bracelet/bracelets", "silver wire"),
    ("cushion/cushions", "cloth"),
    ("kite/kites", "silk"),
    ("lantern/lanterns", "paper"),
)

_makes = fact(
    "<who> makes <made> <thing> to sell at a street market.",
    "Over the winter, <who> makes <made> <thing> for a craft fair.",
    "For the town market, <who> has made <made> <thing> by hand.",
)
_all_sold = fact(
    "<who> sells all the <thing> for $<price> each.",
    "Every <thing.one> finds a buyer, at $<price> each.",
    "In the end, all the <thing> have been sold, at $<price> each.",
    says="taken = made*price",
)
_some_sold = fact(
    "All but <unsold> of the <thing> are sold, at $<price> each.",
    "Buyers take all the <thing> except <unsold> and pay $<price> for each <thing.one>.",
    "At the end, <unsold> of the <thing> are left. The others have been sold for $<price> each.",
    says="sold = made-unsold; taken = sold*price",
)
_unit_cost = fact(
    "The <stuff> for each <thing.one> costs $<unit>.",
    "<who.He> spends $<unit> on <stuff> for each <thing.one>.",
    "Each <thing.one> takes $<unit> worth of <stuff>.",
    says="costs = made*unit",
)
_whole_cost = fact(
    "The <stuff> for all the <thing> costs $<supplies>, and renting a stall costs $<fee>.",
    "<who.He> spends $<supplies> on <stuff> and $<fee> on renting a stall.",
    "The costs are $<fee> for renting a stall and $<supplies> for the <stuff>.",
    says="costs = supplies+fee",
)
_profit = ask(
    "How much profit in dollars does <who> make?",
    "How much money in dollars does <who> earn after paying the costs?",
    "How many dollars does <who> keep after paying all the costs?",
    of="profit",
    kind="earned",
    x="the profit",
    who="who",
)
_gains = fact(
    "After paying all the costs, <who> has earned $<profit>.",
    "The profit, after all the costs, is $<profit>.",
    "After the costs are paid, $<profit> is left for <who.him>.",
)

market_profit = family(
    "market_profit",
    either(
        [_makes, either([_unit_cost], [_whole_cost]), either([_all_sold], [_some_sold]), _profit],
        [
            _makes,
            _whole_cost,
            fact(
                "<who> sells all the <thing>, each at the same price.",
                "Every <thing.one> finds a buyer, always at the same price.",
                "All the <thing> are sold, every <thing.one> at the same price.",
                says="taken = made*price",
            ),
            _gains,
            ask(
                "For how many dollars is each <thing.one> sold?",
                "What is the price in dollars of each <thing.one>?",
                of="price",
            ),
        ],
        [
            fact(
                "<who> makes <thing> by hand and sells all of them at a street market for "
                "$<price> each.",
                "At a craft fair, <who> sells handmade <thing> at $<price> each, and none of them "
                "are left over.",
                "All the <thing> that <who> has made over the winter are sold at the town market "
                "for $<price> each.",
                says="taken = made*price",
            ),
            _whole_cost,
            _gains,
            ask(
                "How many <thing> does <who> sell?",
                "How many of these <thing> were made and sold?",
                of="made",
            ),
        ],
    ),
    words={"who": PERSON},
    rows={"thing,stuff": _MADE},
    draws={
        "made": plain(15, 60),
        "price": money(8, 18),
        "unit": money(2, 5),
        "supplies": dollars("2*made", "4*made"),
        "fee": dollars(8, 40),
        "unsold": count(2, "made/4"),
    },
    units={
        "made": "item",
        "sold": "item",
        "unsold": "item",
        "price": "dollar/item",
        "unit": "dollar/item",
        "supplies": "dollar",
        "fee": "dollar",
        "costs": "dollar",
        "taken": "dollar",
        "profit": "dollar",
    },
    lines={
        "costs": ("The costs are $@.", "<who> spends $@."),
        "sold": ("<who> sells @ <thing>.", "@ <thing> are sold."),
        "taken": ("The buyers pay $@ in all.", "From the sales, <who> gets $@."),
        "profit": ("The profit is $@.", "<who> earns $@."),
        "price": ("Each <thing.one> is sold for $@.", "The price of each <thing.one> is $@."),
        "made": ("<who> makes and sells @ <thing>.", "In all, @ <thing> are sold."),
    },
    says="profit = taken-costs",
    owners={"made": "who", "profit": "who"},
)

FAMILIES = (fruit_by_weight, market_profit)
