"""Floors with tiles and walls with paint."""

from factory.symbolic.grammar.draws import count, divisor, money, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

tiles_on_a_floor = family(
    "tiles_on_a_floor",
    fact(
        "<who> lays tiles on the floor of a <room> that is <long> meters long and <wide> meters "
        "wide.",
        "The floor of a <room> measures <long> meters by <wide> meters, and <who> covers it with "
        "tiles.",
        "In a <room> that is <long> meters long and <wide> meters wide, <who> puts tiles on the "
        "floor.",
        says="area = long*wide",
    ),
    either(
        [
            fact(
                "For every square meter, <who.he> needs <per> tiles.",
                "Each square meter takes <per> tiles.",
                says="tiles = area*per",
            )
        ],
        [
            fact(
                "A part of <free> square meters is left without tiles.",
                "Only <free> square meters under built-in cupboards are left out.",
                says="area = free + cover",
            ),
            fact(
                "For each square meter of the rest, <who.he> needs <per> tiles.",
                "Each square meter of the remaining floor takes <per> tiles.",
                says="tiles = cover*per",
            ),
        ],
    ),
    either(
        [
            ask(
                "How many tiles does <who> need?",
                "How many tiles are laid on the floor?",
                of="tiles",
            )
        ],
        [
            fact(
                "Tiles come in boxes of <box>, and no tile is left over.",
                "A box holds <box> tiles, and all the boxes are used up completely.",
                says="tiles = box*boxes",
            ),
            either(
                [
                    ask(
                        "How many boxes of tiles does <who> need?",
                        "How many boxes of tiles are used?",
                        of="boxes",
                    )
                ],
                [
                    fact(
                        "A box costs $<p>.",
                        "The price of a box is $<p>.",
                        says="sum = boxes*p",
                    ),
                    ask(
                        "How much money in dollars do the tiles cost?",
                        "How many dollars does <who> pay for the tiles?",
                        of="sum",
                        kind="paid",
                        x="this amount",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            fact(
                "As spares, <who> buys <spare> extra tiles.",
                "In case some tiles break, <who> buys <spare> extra ones.",
                says="all = tiles + spare",
            ),
            ask(
                "How many tiles does <who> buy in all?",
                "How many tiles does <who> buy, including the extra ones?",
                of="all",
            ),
        ],
    ),
    words={
        "who": PERSON,
        "room": ("waiting room", "classroom", "storeroom", "workshop", "cafeteria", "lobby"),
    },
    draws={
        "long": plain(4, 9),
        "wide": plain(3, 8),
        "per": plain(4, 25),
        "free": plain(2, 6),
        "box": divisor("tiles", 8, 40),
        "p": money(12, 40),
        "spare": count(5, 40),
    },
    units={
        "long": "meter",
        "wide": "meter",
        "area": "meter*meter",
        "free": "meter*meter",
        "cover": "meter*meter",
        "per": "tile/meter*meter",
        "tiles": "tile",
        "box": "tile/box",
        "boxes": "box",
        "p": "dollar/box",
        "sum": "dollar",
        "spare": "tile",
        "all": "tile",
    },
    lines={
        "area": ("The floor has an area of @ square meters.",),
        "cover": ("Tiles go on @ square meters.",),
        "tiles": ("The floor takes @ tiles.", "<who> needs @ tiles."),
        "boxes": ("<who> needs @ boxes.", "The tiles come in @ boxes."),
        "sum": ("The boxes cost $@.",),
        "all": ("With the extra tiles, <who> buys @ tiles.",),
    },
    need=("wide < long", "free*2 < area", "per <= box"),
    owners={"tiles": "who", "boxes": "who", "sum": "who", "all": "who"},
)

paint_for_walls = family(
    "paint_for_walls",
    fact(
        "<who> paints <walls> walls of a <room>. Every wall is <long> meters long and <high> "
        "meters high.",
        "In a <room>, <who> paints <walls> walls. Each wall is <long> meters long and <high> "
        "meters high.",
        "The <walls> walls that <who> paints in a <room> are each <long> meters long and <high> "
        "meters high.",
        says="wall = long*high; all = walls*wall",
    ),
    fact(
        "Doors and windows, which are not painted, take up <glass> square meters in all.",
        "Windows and doors take up <glass> square meters of these walls and are left out.",
        says="all = glass + area",
    ),
    either(
        [
            ask(
                "How many square meters does <who> paint?",
                "How many square meters of the walls are painted?",
                of="area",
            )
        ],
        [
            fact(
                "A liter of paint is enough for <per> square meters.",
                "With a liter of paint, <who> can cover <per> square meters.",
                says="area = per*liters",
            ),
            either(
                [
                    ask(
                        "How many liters of paint does <who> need?",
                        "How many liters of paint are used?",
                        of="liters",
                    )
                ],
                [
                    fact(
                        "A liter costs $<p>.",
                        "The paint costs $<p> per liter.",
                        says="sum = liters*p",
                    ),
                    ask(
                        "How much money in dollars does the paint cost?",
                        "How many dollars does <who> pay for the paint?",
                        of="sum",
                        kind="paid",
                        x="this amount",
                        who="who",
                    ),
                ],
                [
                    fact(
                        "Of this paint, <who> already has <have> liters.",
                        "From last year, <who> still has <have> liters of this paint.",
                        says="liters = have + buy",
                    ),
                    ask(
                        "How many more liters of paint does <who> have to buy?",
                        "How many liters of paint does <who> still need?",
                        of="buy",
                    ),
                ],
            ),
        ],
    ),
    words={
        "who": PERSON,
        "room": ("studio", "classroom", "clubroom", "garage", "corridor", "shop"),
    },
    draws={
        "walls": count(2, 4),
        "long": count(5, 12),
        "high": count(3, 4),
        "glass": count(3, 14),
        "per": divisor("area", 6, 12),
        "p": money(7, 19),
        "have": count(2, "liters-2"),
    },
    units={
        "walls": "wall",
        "long": "meter",
        "high": "meter/wall",
        "wall": "meter*meter/wall",
        "all": "meter*meter",
        "glass": "meter*meter",
        "area": "meter*meter",
        "per": "meter*meter/liter",
        "liters": "liter",
        "p": "dollar/liter",
        "sum": "dollar",
        "have": "liter",
        "buy": "liter",
    },
    lines={
        "wall": ("Each wall has an area of @ square meters.",),
        "all": ("The walls together have an area of @ square meters.",),
        "area": ("<who> paints @ square meters.",),
        "liters": ("<who> needs @ liters of paint.",),
        "sum": ("The paint costs $@.",),
        "buy": ("<who> has to buy @ liters.",),
    },
    need=("glass*3 < all",),
    owners={"walls": "room", "area": "who", "liters": "who", "sum": "who", "buy": "who"},
)

FAMILIES = (
    tiles_on_a_floor,
    paint_for_walls,
)
