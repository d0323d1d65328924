"""Floors, walls and sheets: areas, and what covers them."""

from factory.symbolic.grammar.draws import count, divisor, money, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

tiles_on_a_floor = family(
    "tiles_on_a_floor",
    fact(
        "<who> lays tiles on the floor of a <room> that is <long> meters long and <wide> meters "
        "wide.",
        "The floor of a <room> measures <long> meters by <wide> meters, and <who> covers it with "
        "tiles.",
        "In a <room>, <long> meters long and <wide> meters wide, <who> puts tiles on the floor.",
        says="area = long*wide",
    ),
    either(
        [
            fact(
                "For every square meter, <who.he> needs <per> tiles.",
                "A square meter takes <per> tiles.",
                says="tiles = area*per",
            )
        ],
        [
            fact(
                "A part of <free> square meters stays without tiles.",
                "Only <free> square meters under a cupboard are left out.",
                says="area = free + cover",
            ),
            fact(
                "For every other square meter, <who.he> needs <per> tiles.",
                "Where tiles go, a square meter takes <per> of them.",
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
                kind="heavy",
                x="the tiles for the <room>",
            )
        ],
        [
            fact(
                "Tiles come in boxes of <box>, and the boxes needed are used up to the last tile.",
                "A box holds <box> tiles, and no tile is left over.",
                says="tiles = box*boxes",
            ),
            either(
                [
                    ask(
                        "How many boxes of tiles does <who> need?",
                        "How many boxes of tiles are used up?",
                        of="boxes",
                        kind="heavy",
                        x="the boxes of tiles",
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
                        x="the money that <who> pays for the tiles",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            fact(
                "<who.He> buys <spare> more than are needed, as spares.",
                "In case some break, <who> orders <spare> extra tiles.",
                says="all = tiles + spare",
            ),
            ask(
                "How many tiles does <who> get in all?",
                "How many tiles does <who> buy, spares included?",
                of="all",
            ),
        ],
    ),
    words={"who": PERSON, "room": ("hall", "kitchen", "bathroom", "workshop", "laundry", "lobby")},
    draws={
        "long": plain(4, 15),
        "wide": plain(3, 12),
        "per": count(4, 25),
        "free": count(2, 10),
        "box": divisor("tiles", 6, 30),
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
        "tiles": ("That takes @ tiles.", "<who> needs @ tiles."),
        "boxes": ("Those are @ boxes.", "They come in @ boxes."),
        "sum": ("The boxes cost $@.",),
        "all": ("With the spares that is @ tiles.",),
    },
    need=("wide < long", "free*2 < area"),
)

paint_for_walls = family(
    "paint_for_walls",
    fact(
        "<who> paints <walls> walls of a <room>. Every wall is <long> meters long and <high> "
        "meters high.",
        "In a <room>, <who> wants to paint <walls> walls that are <long> meters long and <high> "
        "meters high each.",
        "A <room> has <walls> walls to be painted by <who>, each <long> meters long and <high> "
        "meters high.",
        says="wall = long*high; all = walls*wall",
    ),
    fact(
        "Doors and windows, which are not painted, take up <glass> square meters in all.",
        "Altogether <glass> square meters of them are windows and are left out.",
        says="all = glass + area",
    ),
    either(
        [
            ask(
                "How many square meters does <who> have to paint?",
                "How many square meters are painted?",
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
                        "How many liters of paint are used up?",
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
                        x="the money that <who> pays for the paint",
                        who="who",
                    ),
                ],
                [
                    fact(
                        "There are <have> liters of paint in the cellar.",
                        "From last year, <have> liters of this paint are left.",
                        says="liters = have + buy",
                    ),
                    ask(
                        "How many more liters of paint does <who> have to buy?",
                        "How many liters of paint are missing?",
                        of="buy",
                    ),
                ],
            ),
        ],
    ),
    words={"who": PERSON, "room": ("studio", "nursery", "clubroom", "garage", "corridor", "shop")},
    draws={
        "walls": count(2, 4),
        "long": count(4, 12),
        "high": count(2, 4),
        "glass": count(3, 14),
        "per": divisor("area", 4, 12),
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
        "wall": ("A wall has @ square meters.",),
        "all": ("The walls together have @ square meters.",),
        "area": ("<who> paints @ square meters.",),
        "liters": ("That takes @ liters of paint.",),
        "sum": ("The paint costs $@.",),
        "buy": ("<who> has to buy @ liters.",),
    },
    need=("glass*3 < all",),
)

square_and_cut = family(
    "square_and_cut",
    fact(
        "A square <sheet> has sides of <side> centimeters.",
        "<who> has a square <sheet>, <side> centimeters on each side.",
        "The sides of a square <sheet> are <side> centimeters long.",
        says="area = side*side",
    ),
    either(
        [
            fact(
                "A strip of <strip> centimeters is cut off along one side.",
                "Along one side, a strip with a width of <strip> centimeters is cut off.",
                says="short = side - strip; rest = side*short",
            ),
            ask(
                "How many square centimeters does the larger piece have?",
                "How many square centimeters large is the larger piece?",
                of="rest",
            ),
        ],
        [
            fact(
                "From it, <n> equal pieces are cut, with nothing left over.",
                "It is cut up into <n> pieces of the same size.",
                says="area = n*card",
            ),
            ask(
                "How many square centimeters large is such a piece?",
                "How many square centimeters does each piece have?",
                of="card",
            ),
        ],
        [
            fact(
                "A hole of <hole> square centimeters is cut out of it.",
                "In the middle, <who> cuts out a piece of <hole> square centimeters.",
                says="area = hole + left",
            ),
            ask(
                "How many square centimeters are left?",
                "How many square centimeters remain?",
                of="left",
            ),
        ],
    ),
    words={
        "who": PERSON,
        "sheet": ("sheet of paper", "piece of felt", "metal plate", "board", "piece of glass"),
    },
    draws={
        "side": plain(12, 60),
        "strip": count(2, 9),
        "n": divisor("area", 4, 36),
        "hole": plain(20, 140),
    },
    units={
        "side": "centimeter",
        "area": "centimeter*centimeter",
        "strip": "centimeter",
        "short": "centimeter",
        "rest": "centimeter*centimeter",
        "n": "1",
        "card": "centimeter*centimeter",
        "hole": "centimeter*centimeter",
        "left": "centimeter*centimeter",
    },
    lines={
        "area": ("It has an area of @ square centimeters.",),
        "short": ("The shorter side is @ centimeters long.",),
        "rest": ("The larger piece has @ square centimeters.",),
        "card": ("Each piece has @ square centimeters.",),
        "left": ("@ square centimeters are left.",),
    },
    need=("hole*2 < area",),
)

FAMILIES = (
    tiles_on_a_floor,
    paint_for_walls,
    square_and_cut,
)
