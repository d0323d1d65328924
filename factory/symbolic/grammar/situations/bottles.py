"""Empty bottles that are brought back for a refund."""

from factory.symbolic.grammar.draws import dollars, percent, plain, times
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

bottle_returns = family(
    "bottle_returns",
    either(
        [
            fact(
                "<a> takes <x> empty bottles back to a store, and <b> takes back <k> as many.",
                "For a bottle drive, <a> brings <x> empty bottles and <b> brings <k> as many.",
                "<b> has collected <k> as many empty bottles as <a>, who has <x>.",
                says="y = x*k; all = x + y",
            )
        ],
        [
            fact(
                "<a> takes <x> empty bottles back to a store, which is <fewer> fewer than <b> "
                "takes back.",
                "For a bottle drive, <a> brings <x> empty bottles, and <b> brings <fewer> more "
                "than <a>.",
                "<b> has collected <fewer> more empty bottles than <a>, who has <x>.",
                says="y = x + fewer; all = x + y",
            )
        ],
        [
            fact(
                "<a> and <b> take <bags> bags of empty bottles back to a store. There are <each> "
                "bottles in each bag.",
                "For a bottle drive, <a> and <b> fill <bags> bags with <each> empty bottles each.",
                "<a> and <b> have collected <bags> bags of empty bottles, with <each> bottles in "
                "each bag.",
                says="all = bags*each",
            )
        ],
    ),
    either(
        [
            fact(
                "For each bottle there is a refund of <c> cents.",
                "<a> and <b> get back <c> cents for each bottle.",
                "The refund for every bottle is <c> cents.",
                says="cents = all*c; refund = cents/100",
            )
        ],
        [
            fact(
                "Because they are broken, <p>% of all these bottles are not accepted.",
                "Of all these bottles, <p>% are broken and cannot be returned.",
                says="broken = p/100*all; all = broken + good",
            ),
            fact(
                "For each bottle that is not broken, there is a refund of <c> cents.",
                "The refund is <c> cents for each unbroken bottle.",
                says="cents = good*c; refund = cents/100",
            ),
        ],
    ),
    either(
        [
            ask(
                "How many dollars do <a> and <b> get together?",
                "How much money in dollars is the refund for <a> and <b> together?",
                of="refund",
            )
        ],
        [
            fact(
                "<a> and <b> spend the whole refund and $<own> of their own on a present for a "
                "friend.",
                "To the whole refund, <a> and <b> add $<own> from their savings, and they spend "
                "everything on a game.",
                says="spent = refund + own",
            ),
            ask(
                "How many dollars do <a> and <b> spend?",
                "How much money in dollars do they spend in all?",
                of="spent",
            ),
        ],
        [
            fact(
                "<a> and <b> give $<gift> of the refund to an animal shelter and keep the rest.",
                "Of the refund, $<gift> goes to an animal shelter, and <a> and <b> keep the rest.",
                says="refund = gift + rest",
            ),
            ask(
                "How many dollars do <a> and <b> keep?",
                "How much of the refund, in dollars, do they keep?",
                of="rest",
            ),
        ],
    ),
    words={"a,b": PERSON},
    draws={
        "x": plain(20, 90),
        "k": times(2, 4),
        "fewer": plain(5, 60),
        "bags": plain(3, 12),
        "each": plain(15, 40),
        "p": percent(5, 20),
        "c": plain(5, 15, 5),
        "own": dollars(3, 25),
        "gift": dollars(2, "2*refund/3"),
    },
    units={
        "x": "bottle",
        "k": "1",
        "fewer": "bottle",
        "y": "bottle",
        "bags": "bag",
        "each": "bottle/bag",
        "all": "bottle",
        "p": "%",
        "broken": "bottle",
        "good": "bottle",
        "c": "cent/bottle",
        "cents": "cent",
        "refund": "dollar",
        "own": "dollar",
        "spent": "dollar",
        "gift": "dollar",
        "rest": "dollar",
    },
    lines={
        "y": ("<b> has @ bottles.",),
        "all": ("In all, there are @ bottles.",),
        "broken": ("So @ bottles are broken.",),
        "good": ("That leaves @ bottles that are not broken.",),
        "cents": ("The refund is @ cents.",),
        "refund": ("In dollars, that is $@.", "The whole refund is $@."),
        "spent": ("In all, <a> and <b> spend $@.",),
        "rest": ("<a> and <b> keep $@.",),
    },
    owners={
        "x": "a",
    },
)

FAMILIES = (bottle_returns,)
