"""Situations of games with points for two kinds of hits."""

from factory.symbolic.grammar.draws import count, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_GAMES = (
    ("bullseyes", "outer hits", "darts"),
    ("long throws", "short throws", "a beanbag game"),
    ("red cards", "blue cards", "a memory game"),
    ("gold rings", "silver rings", "a ring game"),
    ("far jumps", "near jumps", "hopscotch"),
    ("hard riddles", "easy riddles", "a riddle game"),
    ("back pins", "front pins", "skittles"),
    ("long words", "short words", "a word game"),
)

_rules = fact(
    "In <game>, <big> count <worth> points each and <small> count <less> points each.",
    "<one> and <two> play <game>. They get <worth> points for each of the <big> and <less> points "
    "for each of the <small>.",
    "<one> meets <two> for <game>, where <big> are worth <worth> points each and <small> are worth "
    "<less> points each.",
)
_ends = fact(
    "<one> has <a> <big> and <b> <small>.",
    "<one> ends with <a> <big> and <b> <small>.",
    "The judge counts <a> <big> and <b> <small> for <one>.",
    says="first = a*worth; next = b*less; total = first+next",
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
                [
                    ask(
                        "How many points do <one> and <two> have together?",
                        "How many points do <one> and <two> collect in all?",
                        of="together",
                    ),
                ],
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
                [
                    ask(
                        "How many points do <one> and <two> have together?",
                        "How many points do <one> and <two> collect in all?",
                        of="together",
                    ),
                ],
            ),
        ],
        [
            _rules,
            fact(
                "<one> reaches <total> points with <a> <big> and some <small>.",
                "At the end <one> has <total> points. They come from <a> <big> and from some "
                "<small>.",
                "The <total> points of <one> come from <a> <big> and a number of <small>.",
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
                "In <game>, <small> count <less> points each, and <big> count more.",
                "<one> and <two> play <game>. They get <less> points for each of the <small>, and "
                "more for each of the <big>.",
                "<one> meets <two> for <game>, where <big> are worth more points than <small>, "
                "which are worth <less> points each.",
            ),
            fact(
                "With <a> <big> and <b> <small>, <one> has <total> points.",
                "<one> ends with <a> <big> and <b> <small>, which makes <total> points.",
                "The judge counts <a> <big> and <b> <small> for <one>, and <total> points in all.",
                says="first = a*worth; next = b*less; total = first+next",
            ),
            ask(
                "How many points does each of the <big> bring?",
                "What is each of the <big> worth in points?",
                of="worth",
            ),
        ],
    ),
    words={"one,two": PERSON},
    rows={"big,small,game": _GAMES},
    draws={
        "worth": count(6, 15),
        "less": count(2, 5),
        "a": count(3, 14),
        "b": count(3, 14),
        "gap": count(4, 30),
        "c": count(2, "a-1"),
        "d": plain(2, 19),
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
    },
    lines={
        "first": ("The <big> bring <one> @ points.", "<one> gets @ points for the <big>."),
        "next": ("The <small> bring <one> @ points.", "For the <small>, <one> gets @ points."),
        "total": ("<one> has @ points.", "In all <one> has @ points."),
        "third": ("<two> gets @ points for the <big>.", "The <big> of <two> are worth @ points."),
        "fourth": ("For the <small>, <two> gets @ points.",),
        "ahead": ("So <one> is ahead by @ points.", "The difference is @ points."),
        "theirs": ("<two> has @ points.", "So <two> ends with @ points."),
        "together": ("Together they have @ points.", "In all the players have @ points."),
        "b": ("So <one> has @ <small>.", "That makes @ <small>."),
        "worth": ("So each of the <big> brings @ points.",),
    },
    says="together = total+theirs; ahead = total-theirs",
    owners={
        "a": "one",
        "b": "one",
        "total": "one",
        "c": "two",
    },
)

FAMILIES = (points_in_games,)
