"""Fences around plots, and stacks in yards."""

from factory.symbolic.grammar.draws import count, divisor, money, plain, times
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_PLOTS = (
    "vegetable plot",
    "chicken yard",
    "playground",
    "orchard",
    "dog park",
    "parking lot",
    "skating rink",
)

fence_around = family(
    "fence_around",
    either(
        [
            fact(
                "<who> wants to put a fence around a rectangular <plot> that is <long> meters long "
                "and <wide> meters wide.",
                "A rectangular <plot> is <long> meters long and <wide> meters wide. <who> builds a "
                "fence around it.",
                "For a rectangular <plot>, <long> meters long and <wide> meters wide, <who> "
                "plans a fence all around.",
            )
        ],
        [
            fact(
                "<who> is fencing a rectangular <plot>. It is <wide> meters wide, and its length "
                "is <more> meters more than its width.",
                "A rectangular <plot> is <wide> meters wide and <more> meters longer than it is "
                "wide. <who> puts a fence around it.",
                "The width of a rectangular <plot> is <wide> meters, and its length is <more> "
                "meters more. <who> builds a fence around it.",
                says="long = wide + more",
            )
        ],
        [
            fact(
                "<who> puts a fence around a rectangular <plot>. It is <wide> meters wide and <k> "
                "as long as it is wide.",
                "Around a rectangular <plot> that is <wide> meters wide and <k> as long, <who> "
                "builds a fence.",
                "The length of a rectangular <plot> is <k> its width, which is <wide> meters. "
                "<who> builds a fence around it.",
                says="long = wide*k",
            )
        ],
    ),
    either(
        [
            ask(
                "How many meters of fence does <who> need?",
                "How many meters long is the whole fence?",
                of="around",
            )
        ],
        [
            fact(
                "Fencing costs $<p> per meter.",
                "A meter of fence costs $<p>.",
                "<who> pays $<p> for each meter of fence.",
                says="sum = around*p",
            ),
            ask(
                "How much money in dollars does the fence cost?",
                "How many dollars does <who> pay for the fence?",
                of="sum",
                kind="paid",
                x="this amount",
                who="who",
            ),
        ],
        [
            fact(
                "A gate that is <gate> meters wide needs no fence.",
                "For a gate, an opening of <gate> meters is left without a fence.",
                says="around = gate + need",
            ),
            either(
                [
                    ask(
                        "How many meters of fence does <who> need?",
                        "How many meters of fence are to be built?",
                        of="need",
                    )
                ],
                [
                    fact(
                        "The fence is sold in rolls of <roll> meters, and no piece is left over.",
                        "<who> uses full rolls of <roll> meters each, with nothing left over.",
                        says="need = roll*rolls",
                    ),
                    ask(
                        "How many rolls does <who> need?",
                        "How many rolls of fence are used?",
                        of="rolls",
                    ),
                ],
            ),
        ],
    ),
    says="half = long + wide; around = half*2",
    words={"who": PERSON, "plot": _PLOTS},
    draws={
        "wide": plain(8, 30),
        "long": plain("wide+4", 75),
        "more": plain(3, 25),
        "k": times(3, 5),
        "p": money(6, 18),
        "gate": plain(2, 5),
        "roll": divisor("around-gate", 5, 30),
    },
    units={
        "wide": "meter",
        "long": "meter",
        "more": "meter",
        "k": "1",
        "half": "meter",
        "around": "meter",
        "p": "dollar/meter",
        "sum": "dollar",
        "gate": "meter",
        "need": "meter",
        "roll": "meter/roll",
        "rolls": "roll",
    },
    lines={
        "long": ("The <plot> is @ meters long.",),
        "half": ("A long side and a short side make @ meters.",),
        "around": ("The whole way around is @ meters.", "The four sides make @ meters."),
        "sum": ("The fence costs $@.",),
        "need": ("Without the gate, @ meters of fence are needed.",),
        "rolls": ("That takes @ rolls.",),
    },
    within={"long": (11, 120)},
    owners={"around": "who", "sum": "who", "need": "who", "rolls": "who"},
)

stacks_in_a_yard = family(
    "stacks_in_a_yard",
    fact(
        "The <what> <place> are stacked in <layers> layers. Every layer has <rows> rows of <n> "
        "<what>.",
        "A stack of <what> <place> is <layers> layers high, and each layer is made of <rows> rows "
        "with <n> <what> in a row.",
        "<place.Up>, there are <what> in a stack of <layers> layers. In each layer there are "
        "<rows> rows of <n> <what>.",
        says="layer = rows*n; all = layers*layer",
    ),
    either(
        [
            fact(
                "Workers take away <gone> of the <what>.",
                "Then <gone> of the <what> are carried off.",
                says="all = gone + left",
            ),
            either(
                [
                    ask(
                        "How many <what> are left in the stack?",
                        "How many <what> remain in the stack?",
                        of="left",
                        kind="heavy",
                        x="the remaining <what>",
                    )
                ],
                [
                    fact(
                        "Each of the <what> weighs <w> kilograms.",
                        "The <what> weigh <w> kilograms each.",
                        says="heavy = left*w",
                    ),
                    ask(
                        "How many kilograms do the remaining <what> weigh together?",
                        "What is the weight of the remaining <what>, in kilograms?",
                        of="heavy",
                    ),
                ],
            ),
        ],
        [
            fact(
                "Each of the <what> weighs <w> kilograms.",
                "The <what> weigh <w> kilograms each.",
                says="total = all*w",
            ),
            ask(
                "How many kilograms does the whole stack weigh?",
                "What is the weight of the whole stack, in kilograms?",
                of="total",
            ),
        ],
        [
            fact(
                "A cart carries <load> of the <what> at a time, and it is full on every trip.",
                "The <what> are moved with a cart, <load> on each trip.",
                says="all = load*trips",
            ),
            either(
                [
                    ask(
                        "How many trips does it take to move all the <what>?",
                        "How many trips of the cart are needed?",
                        of="trips",
                    )
                ],
                [
                    fact(
                        "Each trip of the cart takes <m> minutes.",
                        "Every trip takes <m> minutes.",
                        says="time = trips*m",
                    ),
                    ask(
                        "How many minutes does it take to move all the <what>?",
                        "How many minutes do all the trips take together?",
                        of="time",
                        kind="work_minutes",
                        x="this work",
                    ),
                ],
            ),
        ],
    ),
    words={
        "place": ("in a yard", "on a barge", "in a barn", "on a loading dock", "in a warehouse"),
    },
    rows={
        "what,w": (
            ("bricks", count(2, 4)),
            ("cartons", count(4, 12)),
            ("crates", count(5, 15)),
            ("hay bales", count(12, 20)),
            ("sacks", count(10, 25)),
            ("paving stones", count(4, 9)),
        )
    },
    draws={
        "layers": count(2, 9),
        "rows": count(3, 12),
        "n": count(3, 12),
        "gone": count(5, 60),
        "load": divisor("all", 6, 24),
        "m": count(4, 20),
    },
    units={
        "layers": "layer",
        "rows": "row",
        "n": "piece/row*layer",
        "layer": "piece/layer",
        "all": "piece",
        "gone": "piece",
        "left": "piece",
        "w": "kilogram/piece",
        "heavy": "kilogram",
        "total": "kilogram",
        "load": "piece/trip",
        "trips": "trip",
        "m": "minute/trip",
        "time": "minute",
    },
    lines={
        "layer": ("A layer has @ <what>.",),
        "all": ("The stack has @ <what>.", "In all, there are @ <what>."),
        "left": ("@ <what> are left.",),
        "heavy": ("They weigh @ kilograms.",),
        "total": ("The stack weighs @ kilograms.",),
        "trips": ("That takes @ trips.",),
        "time": ("All the trips take @ minutes.",),
    },
    within={"left": (4, 2000)},
)

FAMILIES = (
    fence_around,
    stacks_in_a_yard,
)
