"""What can become of money that somebody gets, and of money that is still missing."""

from factory.symbolic.grammar.draws import Draw, divisor, dollars, percent
from factory.symbolic.grammar.family import ask, either, fact, family

_WISHES = (
    "bicycle",
    "tent",
    "keyboard",
    "telescope",
    "desk",
    "camera",
    "guitar",
    "bookcase",
    "microscope",
    "violin",
)
_SMALL_BUYS = (
    ("a bus pass", dollars(20, 60)),
    ("new shoes", dollars(30, 90)),
    ("a concert ticket", dollars(20, 90)),
    ("a cookbook", dollars(14, 38)),
    ("a birthday present", dollars(10, 50)),
    ("groceries", dollars(12, 90)),
    ("a rain jacket", dollars(25, 90)),
    ("a board game", dollars(14, 45)),
)


def whole_divisor(of: str, low: int, high: int) -> Draw:
    """Whole dollars by which an amount can be divided; never spelled."""
    return Draw("dollars", low, high, of=of)


saves_a_share = family(
    "saves_a_share",
    fact(
        "<who> <sets|set> aside <p>% of <x> for a vacation.",
        "For a vacation, <who> <puts|put> away <p>% of <x>.",
        says="saved = p/100*a; a = saved + rest",
    ),
    either(
        [
            ask(
                "How many dollars <does|did> <who.he> save for the vacation?",
                "How much money in dollars <does|did> <who> put away for the vacation?",
                of="saved",
                kind="vacation",
                x="the vacation money",
                who="who",
            )
        ],
        [
            ask(
                "How much of <x>, in dollars, <does|did> <who.he> keep for other things?",
                "How many dollars of <x> <are|were> left for other things?",
                of="rest",
                kind="left_money",
                x="the money that <who.he> <does|did> not save",
                who="who",
            )
        ],
    ),
    on="earned",
    draws={"p": percent(10, 40)},
    units={"a": "dollar", "p": "%", "saved": "dollar", "rest": "dollar"},
    lines={
        "saved": (
            "<who.He> <saves|saved> $@ for the vacation.",
            "The savings for the vacation <come|came> to $@.",
        ),
        "rest": (
            "For other things, $@ <is|was> left.",
            "<who.He> <keeps|kept> $@ for other things.",
        ),
    },
    within={"a": (10, 20000)},
)

pays_for_nights = family(
    "pays_for_nights",
    fact(
        "At a campsite, where a night <costs|cost> $<k>, <x> <is|was> exactly enough for a stay.",
        "<x.Up> exactly <pays|paid> for a stay at a campsite, at $<k> a night.",
        says="a = k*nights",
    ),
    ask(
        "How many nights <does|did> <who> stay there?",
        "For how many nights <does|did> <who> stay there?",
        of="nights",
    ),
    on="vacation",
    draws={"k": whole_divisor("a", 8, 40)},
    units={"a": "dollar", "k": "dollar/night", "nights": "night"},
    lines={"nights": ("The money <pays|paid> for @ nights.", "<who> <stays|stayed> @ nights.")},
    within={"a": (16, 1000), "nights": (2, 21)},
)

spends_some = family(
    "spends_some",
    fact(
        "<who> <spends|spent> $<k> of <x> on <thing>.",
        "With $<k> of <x>, <who> <pays|paid> for <thing>.",
        "<who> <uses|used> $<k> of <x> for <thing>.",
        says="a = k + left",
    ),
    ask(
        "How many dollars of <x> <are|were> left then?",
        "How much of <x>, in dollars, <does|did> <who> still have?",
        of="left",
        kind="left_money",
        x="the money that <is|was> left after that",
        who="who",
    ),
    on="earned",
    rows={"thing,k": _SMALL_BUYS},
    units={"a": "dollar", "k": "dollar", "left": "dollar"},
    lines={"left": ("<who> still <has|had> $@ of it.", "<who> <has|had> $@ left.")},
    need=("k < a",),
    within={"a": (15, 900)},
)

divides_the_money = family(
    "divides_the_money",
    fact(
        "<who> <divides|divided> <x> equally among <k> <c>.",
        "<who> <splits|split> <x> evenly among <k> <c>.",
        "In equal shares, <who> <gives|gave> <x> to <k> <c>.",
        says="a = k*each",
    ),
    ask(
        "How many dollars <does|did> each <c.one> get?",
        "How much money in dollars <goes|went> to each <c.one>?",
        of="each",
    ),
    on="earned left_money",
    words={"c": ("niece/nieces", "nephew/nephews", "cousin/cousins", "grandchild/grandchildren")},
    draws={"k": divisor("a", 3, 8)},
    units={"a": "dollar", "k": "receiver", "each": "dollar/receiver"},
    lines={"each": ("Each <c.one> <gets|got> $@.", "The share of each <c.one> <is|was> $@.")},
    within={"a": (12, 300)},
)

toward_a_goal = family(
    "toward_a_goal",
    fact(
        "<who> <wants|wanted> to buy <thing.a> for $<goal> and <puts|put> <x> toward it.",
        "<who> <is|was> going to use <x> for <thing.a> that <costs|cost> $<goal>.",
        "With <x>, <who> <hopes|hoped> to buy <thing.a>, but the price <is|was> $<goal>.",
        says="goal = a + missing",
    ),
    ask(
        "How many more dollars <does|did> <who> need for the <thing>?",
        "How much money in dollars <is|was> still missing for the <thing>?",
        of="missing",
        kind="missing",
        x="the missing money",
        who="who",
    ),
    on="earned left_money",
    words={"thing": _WISHES},
    draws={"goal": dollars("a+15", "a+240", 5)},
    units={"a": "dollar", "goal": "dollar", "missing": "dollar"},
    lines={
        "missing": (
            "For the <thing>, $@ <is|was> still missing.",
            "<who> still <needs|needed> $@ for the <thing>.",
        )
    },
    within={"a": (20, 600), "goal": (80, 700)},
)

saves_up_the_rest = family(
    "saves_up_the_rest",
    fact(
        "To save up <x>, <who> <puts|put> aside $<k> every week.",
        "<who> <saves|saved> $<k> a week until <who.he> <has|had> <x>.",
        says="a = k*weeks",
    ),
    ask(
        "How many weeks <does|did> <who> have to save?",
        "For how many weeks <does|did> <who.he> have to save?",
        of="weeks",
    ),
    on="missing",
    draws={"k": whole_divisor("a", 4, 40)},
    units={"a": "dollar", "k": "dollar/week", "weeks": "week"},
    lines={"weeks": ("The saving <takes|took> @ weeks.", "<who> <has|had> to save for @ weeks.")},
    within={"weeks": (2, 40)},
)

TAILS = (
    saves_a_share,
    pays_for_nights,
    spends_some,
    divides_the_money,
    toward_a_goal,
    saves_up_the_rest,
)
