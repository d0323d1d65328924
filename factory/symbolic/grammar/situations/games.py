"""Situations of games with points for two kinds of hits."""

from factory.symbolic.grammar.draws import divisor, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_GAMES = (
    ("bullseye/bullseyes", "outer hit/outer hits", "a dart game"),
    ("long throw/long throws", "short throw/short throws", "a beanbag game"),
    ("red card/red cards", "blue card/blue cards", "a card game"),
    ("gold ring/gold rings", "silver ring/silver rings", "a ring game"),
    ("gold coin/gold coins", "silver coin/silver coins", "a treasure game"),
    ("large fish/large fish", "small fish/small fish", "a fishing game"),
    ("long word/long words", "short word/short words", "a word game"),
)

_rules = fact(
    "<one> and <two> play <game>. <big.Up> are worth <worth> points each, and <small> are "
    "worth <less> points each.",
    "In <game>, <one> and <two> get <worth> points for each <big.one> and <less> points for each "
    "<small.one>.",
    "<one> plays <game> with <two>. Each <big.one> is worth <worth> points, and each <small.one> "
    "is worth <less> points.",
)
_ends = fact(
    "<one> has <a> <big> and <b> <small>.",
    "<one> ends with <a> <big> and <b> <small>.",
    "The judge counts <a> <big> and <b> <small> for <one>.",
    says="first = a*worth; next = b*less; total = first+next",
)

_together = either(
    [
        ask(
            "How many points do <one> and <two> have together?",
            "How many points do <one> and <two> collect in all?",
            of="together",
        ),
    ],
    [
        fact(
            "For every <k> points that <one> and <two> have together, they get a raffle ticket.",
            "<one> and <two> add up their points and get a raffle ticket for every <k> points.",
            "All the points of <one> and <two> are traded for raffle tickets, at <k> points for "
            "each ticket.",
            says="together = k*tickets",
        ),
        ask(
            "How many raffle tickets do <one> and <two> get?",
            "How many raffle tickets do <one> and <two> receive for their points?",
            of="tickets",
        ),
    ],
)

points_in_games = family(
    "points_in_games",
    either(
        [
            _rules,
            _ends,
            fact(
                "<two> has <c> <big> and <d> <small>.",
                "<two> ends with <c> <big> and <d> <small>.",
                "The judge counts <c> <big> and <d> <small> for <two>.",
                says="third = c*worth; fourth = d*less; theirs = third+fourth",
            ),
            either(
                [
                    ask(
                        "By how many points is <one> ahead of <two>?",
                        "How many more points does <one> have than <two>?",
                        of="ahead",
                    ),
                ],
                [_together],
            ),
        ],
        [
            _rules,
            _ends,
            either(
                [
                    fact(
                        "<two> has <gap> points fewer than <one>.",
                        "<two> ends <gap> points behind <one>.",
                        "<one> beats <two> by <gap> points.",
                        says="theirs = total-gap",
                    )
                ],
                [
                    fact(
                        "<two> beats <one> by <gap> points.",
                        "<two> has <gap> points more than <one>.",
                        "<one> ends <gap> points behind <two>.",
                        says="theirs = total+gap",
                    )
                ],
            ),
            either(
                [
                    ask(
                        "How many points does <two> have?",
                        "How many points does <two> end with?",
                        "What is <two>'s result in points?",
                        of="theirs",
                    ),
                ],
                [_together],
            ),
        ],
        [
            _rules,
            fact(
                "<one> reaches <total> points with <a> <big> and some <small>.",
                "At the end, <one> has <total> points. They come from <a> <big> and some <small>.",
                "In the end, <one> has <a> <big>, some <small> and <total> points in all.",
                says="first = a*worth; next = b*less; total = first+next",
            ),
            ask(
                "How many <small> does <one> have?",
                "How many <small> does <one> get?",
                of="b",
            ),
        ],
        [
            fact(
                "<one> and <two> play <game>. <small.Up> are worth <less> points each, and "
                "<big> are worth more.",
                "In <game>, <one> and <two> get <less> points for each <small.one> and more for "
                "each <big.one>.",
                "<one> plays <game> with <two>. Each <small.one> is worth <less> points, and each "
                "<big.one> is worth more.",
            ),
            fact(
                "With <a> <big> and <b> <small>, <one> has <total> points.",
                "<one> ends with <a> <big> and <b> <small>, which makes <total> points.",
                "The judge counts <a> <big> and <b> <small> for <one>, and <total> points in all.",
                says="first = a*worth; next = b*less; total = first+next",
            ),
            ask(
                "How many points does <one> get for each <big.one>?",
                "How many points is each <big.one> worth?",
                of="worth",
            ),
        ],
    ),
    words={"one,two": PERSON},
    rows={"big,small,game": _GAMES},
    draws={
        "worth": plain(6, 15),
        "less": plain(2, 5),
        "a": plain(3, 14),
        "b": plain(3, 14),
        "gap": plain(4, 30),
        "c": plain(2, "a-1"),
        "d": plain(2, 19),
        "k": divisor("total+theirs", 6, 30),
    },
    units={
        "worth": "point/hit",
        "less": "point/hit",
        "a": "hit",
        "b": "hit",
        "first": "point",
        "next": "point",
        "total": "point",
        "gap": "point",
        "c": "hit",
        "d": "hit",
        "third": "point",
        "fourth": "point",
        "ahead": "point",
        "theirs": "point",
        "together": "point",
        "k": "point/ticket",
        "tickets": "ticket",
    },
    lines={
        "first": ("The <big> bring <one> @ points.", "<one> gets @ points for the <big>."),
        "next": ("The <small> bring <one> @ points.", "For the <small>, <one> gets @ points."),
        "total": ("<one> has @ points.", "In all, <one> has @ points."),
        "third": ("<two> gets @ points for the <big>.", "The <big> bring <two> @ points."),
        "fourth": ("For the <small>, <two> gets @ points.",),
        "ahead": ("So <one> is ahead by @ points.", "The difference is @ points."),
        "theirs": ("<two> has @ points.", "So <two> ends with @ points."),
        "together": ("Together they have @ points.", "In all, that is @ points."),
        "tickets": ("<one> and <two> get @ raffle tickets.",),
        "b": ("<one> has @ <small>.", "That makes @ <small>."),
        "worth": ("Each <big.one> is worth @ points.",),
    },
    need=("mod(gap, gcd(worth, less)) < 1", "gap*2 < total"),
    says="together = total+theirs; ahead = total-theirs",
    owners={
        "a": "one",
        "b": "one",
        "total": "one",
        "c": "two",
    },
)

FAMILIES = (points_in_games,)
