"""Squares that are cut into pieces."""

from factory.symbolic.grammar.draws import count, divisor, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

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
                "A strip that is <strip> centimeters wide is cut off along one side.",
                "Along one side, a strip with a width of <strip> centimeters is cut off.",
                says="short = side - strip; rest = side*short",
            ),
            ask(
                "What is the area of the larger piece, in square centimeters?",
                "What is the size of the larger piece, in square centimeters?",
                of="rest",
            ),
        ],
        [
            fact(
                "The square is cut into <n> equal pieces, with nothing left over.",
                "The <sheet> is cut up into <n> pieces of the same area.",
                says="area = n*card",
            ),
            ask(
                "What is the size of each piece, in square centimeters?",
                "What is the area of each piece, in square centimeters?",
                of="card",
            ),
        ],
        [
            fact(
                "A hole of <hole> square centimeters is cut in the middle.",
                "A piece of <hole> square centimeters is cut out of the middle.",
                says="area = hole + left",
            ),
            ask(
                "How many square centimeters of the <sheet> are left?",
                "What is the area of the <sheet> now, in square centimeters?",
                of="left",
            ),
        ],
    ),
    words={
        "who": PERSON,
        "sheet": ("sheet of paper", "piece of felt", "metal plate", "board", "piece of cardboard"),
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
        "area": ("The square has an area of @ square centimeters.",),
        "short": ("The shorter side of the larger piece is @ centimeters long.",),
        "rest": ("The larger piece has an area of @ square centimeters.",),
        "card": ("Each piece has an area of @ square centimeters.",),
        "left": ("@ square centimeters are left.",),
    },
    need=("hole*2 < area", "strip*3 < side"),
)

FAMILIES = (square_and_cut,)
