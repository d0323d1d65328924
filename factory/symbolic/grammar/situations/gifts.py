"""Situations of giving: things shared out equally among children, and gift bags."""

from factory.symbolic.grammar.draws import count, money, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import CLUBS, COLLECTED

_LOOSE = tuple(things for things in COLLECTED if things not in ("puzzles", "comics"))
"""What a basket can hold a hundred of."""

_have = fact(
    "Over the summer, <one> collects <a> <things>, and <two> collects <b>.",
    "In a drawer, <one> finds <a> <things>, and <two> brings <b> more.",
    "<one> brings <a> <things>, and <two> brings <b>.",
)
_pool = fact(
    "They put all the <things> together.",
    "They put all of these <things> into a big box.",
    "All of these <things> go into the same basket.",
    says="total = a+b",
)
_kept = fact(
    "After setting <kept> of the <things> aside for a display, they give the rest to <kids> "
    "children in equal shares.",
    "A museum gets <kept> of the <things>, and <kids> children share the others equally.",
    "They keep <kept> of the <things> for later and deal out the others evenly to <kids> children.",
    says="rest = total-kept; rest = kids*share",
)
_all_shared = fact(
    "Then <kids> children share all the <things> equally.",
    "All the <things> are dealt out evenly to <kids> children.",
    "They give all the <things> to <kids> children, and each child gets the same number.",
    says="total = kids*share",
)

fair_shares = family(
    "fair_shares",
    either(
        [
            _have,
            _pool,
            either([_kept], [_all_shared]),
            either(
                [
                    ask(
                        "How many <things> does each child get?",
                        "How many <things> are in each child's share?",
                        of="share",
                    ),
                ],
                [
                    fact(
                        "<child>, one of the children, loses <lost> of the <things> on the way "
                        "home.",
                        "One of the children, <child>, gives <lost> of the <things> to a friend.",
                        "<child>, who is one of these children, leaves <lost> of the <things> "
                        "with a cousin.",
                        says="home = share-lost",
                    ),
                    ask(
                        "How many of the <things> does <child> still have?",
                        "How many of these <things> does <child> have left?",
                        of="home",
                    ),
                ],
            ),
        ],
        [
            fact(
                "<one> brings <a> <things>, and <two> brings some more.",
                "<one> and <two> collect <things>, and <a> of them are <one>'s.",
                "Over the summer, <one> collects <a> <things>, and <two> collects some as well.",
            ),
            _pool,
            fact(
                "Then <kids> children share all the <things> equally, and each child gets <share>.",
                "All the <things> are dealt out evenly to <kids> children, who get <share> each.",
                "They give everything to <kids> children, <share> <things> to each child.",
                says="total = kids*share",
            ),
            ask(
                "How many of the <things> come from <two>?",
                "How many <things> come from <two> alone?",
                of="b",
            ),
        ],
        [
            _have,
            _pool,
            fact(
                "All the <things> are dealt out to some children, and each child gets <share>.",
                "They give everything to a group of children, <share> <things> to each child.",
                "Then some children share all the <things>, and there are <share> for each child.",
                says="total = kids*share",
            ),
            ask(
                "How many children get <things>?",
                "Among how many children are the <things> shared?",
                of="kids",
            ),
        ],
    ),
    words={"one,two,child": PERSON, "things": _LOOSE},
    draws={
        "a": plain(20, 90),
        "kids": count(3, 9),
        "kept": plain(4, 30),
        "share": count(10, 30),
        "lost": count(2, 7),
    },
    units={
        "a": "thing",
        "b": "thing",
        "total": "thing",
        "kept": "thing",
        "rest": "thing",
        "kids": "child",
        "share": "thing/child",
        "lost": "thing/child",
        "home": "thing/child",
    },
    lines={
        "total": ("<one> and <two> together have @ <things>.", "In all there are @ <things>."),
        "rest": ("There are @ <things> to share.", "That leaves @ <things> for the children."),
        "share": ("Each child gets @ <things>.", "That is @ <things> for each child."),
        "home": ("<child> still has @ <things>.", "That leaves <child> with @ <things>."),
        "b": ("So @ <things> come from <two>.", "The number of <two>'s <things> is @."),
        "kids": ("There are @ children.", "That is enough for @ children."),
    },
    within={"b": (12, 150)},
    owners={"a": "one", "b": "two", "home": "child"},
)

_FAVORS = (
    "balloons",
    "whistles",
    "crayons",
    "stickers",
    "magnets",
    "badges",
    "candles",
    "marbles",
    "erasers",
    "bracelets",
    "caramels",
)

_fills = fact(
    "For a party of <club>, <who> fills <bags> gift bags. Each bag gets <a> <thing> and <b> "
    "<other>.",
    "<who> prepares <bags> gift bags for <club>, each with <a> <thing> and <b> <other>.",
    "<club.Up> is giving a party, and <who> fills <bags> gift bags with <a> <thing> and <b> "
    "<other> in each.",
)
_wants = fact(
    "For a party of <club>, <who> wants to fill <bags> gift bags. Each bag is to hold <a> <thing> "
    "and <b> <other>.",
    "<who> is going to prepare <bags> gift bags for <club>, each with <a> <thing> and <b> <other>.",
    "<club.Up> is giving a party, and <who> plans <bags> gift bags with <a> <thing> and <b> "
    "<other> in each.",
)
_in_all = fact(
    "Altogether, <who> puts <total> things into the bags.",
    "It takes <total> things to fill all the bags.",
    "When all bags are full, they hold <total> things together.",
)

gift_bags = family(
    "gift_bags",
    either(
        [
            _wants,
            fact(
                "<who.He> already has <have> <thing> and no <other>.",
                "So far, <who> has <have> <thing>, but no <other>.",
                "In the cupboard, there are <have> <thing>, but no <other>.",
                says="need = bags*a; missing = need-have; more = bags*b; buys = missing+more",
            ),
            either(
                [
                    ask(
                        "How many things does <who> still have to buy for the bags?",
                        "How many things are still missing for the bags?",
                        of="buys",
                    )
                ],
                [
                    fact(
                        "The things that are still missing cost $<p> each.",
                        "Each of the things that are still missing costs $<p>.",
                        "For each of the things that are still missing, <who> pays $<p>.",
                        says="bill = buys*p",
                    ),
                    ask(
                        "How many dollars does <who> pay for the missing things?",
                        "How much money in dollars do the missing things cost?",
                        of="bill",
                        kind="paid",
                        x="this amount",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            _fills,
            either(
                [
                    ask(
                        "How many things does it take to fill the bags?",
                        "How many things does <who> put into the bags in all?",
                        of="total",
                    ),
                ],
                [
                    fact(
                        "In the end, <late> bags are not needed and are emptied again.",
                        "Because some guests cannot come, <who> empties <late> of the bags.",
                        "Afterwards, <who> takes everything out of <late> of the bags.",
                        says="emptied = late*each; stay = total-emptied",
                    ),
                    ask(
                        "How many things are in the bags that stay full?",
                        "How many things do the other bags hold in all?",
                        of="stay",
                    ),
                ],
            ),
        ],
        [
            fact(
                "For a party of <club>, <who> fills gift bags. Each bag gets <a> <thing> and <b> "
                "<other>.",
                "<who> prepares gift bags for <club>, each with <a> <thing> and <b> <other>.",
                "<club.Up> is giving a party, and <who> fills gift bags with <a> <thing> and <b> "
                "<other> in each.",
            ),
            _in_all,
            ask(
                "How many bags does <who> fill?",
                "How many bags are there?",
                of="bags",
                kind="goods",
                x="the gift bags",
                who="who",
            ),
        ],
        [
            fact(
                "For a party of <club>, <who> fills <bags> gift bags in the same way. Each bag "
                "gets <a> <thing> and some <other>.",
                "<who> prepares <bags> equal gift bags for <club>, each with <a> <thing> and some "
                "<other>.",
                "<club.Up> is giving a party, and <who> fills <bags> gift bags in the same way, "
                "with <a> <thing> and some <other> in each.",
            ),
            _in_all,
            ask(
                "How many <other> are in each bag?",
                "How many <other> does each bag get?",
                of="b",
            ),
        ],
    ),
    words={"who": PERSON, "club": CLUBS, "thing,other": _FAVORS},
    draws={
        "bags": plain(8, 20),
        "a": plain(2, 6),
        "b": plain(2, 6),
        "late": plain(2, 7),
        "have": plain(5, "bags*a-3"),
        "p": money(1, 2),
    },
    units={
        "bags": "bag",
        "late": "bag",
        "a": "thing/bag",
        "b": "thing/bag",
        "each": "thing/bag",
        "total": "thing",
        "emptied": "thing",
        "stay": "thing",
        "have": "thing",
        "need": "thing",
        "missing": "thing",
        "more": "thing",
        "buys": "thing",
        "p": "dollar/thing",
        "bill": "dollar",
    },
    lines={
        "each": ("Each bag holds @ things.", "There are @ things in each bag."),
        "total": ("All bags together hold @ things.", "In all that takes @ things."),
        "emptied": ("The emptied bags held @ things.", "Those <late> bags held @ things."),
        "stay": ("The other bags hold @ things.", "That leaves @ things in the bags."),
        "need": ("The bags need @ <thing>.", "For all the bags, <who> needs @ <thing>."),
        "missing": ("So <who> must buy @ <thing>.", "There are @ <thing> missing."),
        "more": ("The bags also need @ <other>.", "For all the bags, <who> needs @ <other>."),
        "buys": ("In all <who> buys @ things.", "Together, @ things are missing."),
        "bill": ("The missing things cost $@.", "For the missing things, <who> pays $@."),
        "bags": ("That is enough for @ bags.", "<who> fills @ bags."),
        "b": ("Each bag gets @ <other>.", "That leaves @ <other> for each bag."),
    },
    says="each = a+b; total = bags*each",
    owners={"bags": "who", "total": "who", "have": "who", "buys": "who"},
)

FAMILIES = (fair_shares, gift_bags)
