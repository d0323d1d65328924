"""Situations of books that fill shelves."""

from factory.symbolic.grammar.draws import count, divisor, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_CASES = (
    "a reading room",
    "an archive",
    "a library",
    "a school corridor",
    "an attic",
    "a youth center",
)
_BOOKS = (
    "novels",
    "paperbacks",
    "comic books",
    "picture books",
    "cookbooks",
    "magazines",
    "songbooks",
)

_bookcases = fact(
    "There are <cases> bookcases in <where>, each with <boards> shelves. Each shelf has room "
    "for <each> <books>.",
    "<where.Up> has <cases> bookcases with <boards> shelves each, and every shelf has room for "
    "<each> <books>.",
    "<who> sets up <cases> bookcases in <where>. Each has <boards> shelves, and <each> <books> "
    "fit on each shelf.",
    says="shelves = cases*boards; room = shelves*each",
)
_placed = fact(
    "So far, <who> has put <there> <books> on the shelves.",
    "<who> has already placed <there> <books> on these shelves.",
    "Up to now, <there> <books> are on the shelves.",
    says="free = room-there",
)

shelves = family(
    "shelves",
    either(
        [
            _bookcases,
            either(
                [
                    _placed,
                    either(
                        [
                            ask(
                                "How many more <books> fit on the shelves?",
                                "For how many more <books> is there room?",
                                of="free",
                            ),
                        ],
                        [
                            fact(
                                "Full boxes of <box> <books> each arrive, and together they "
                                "fill the rest of the space exactly.",
                                "More <books> are in boxes, <box> in each, and they fill the "
                                "rest of the space exactly.",
                                "The rest of the space is for <books> that come in full boxes of "
                                "<box>.",
                                says="free = boxes*box",
                            ),
                            ask(
                                "How many of these boxes are needed to fill the shelves?",
                                "How many boxes of <books> fill the remaining space?",
                                of="boxes",
                            ),
                        ],
                    ),
                ],
                [
                    fact(
                        "Now, <taken>% of the space is taken.",
                        "At the moment, <taken>% of this space is in use.",
                        "After a morning's work, <who> has filled <taken>% of the space.",
                        says="now = taken/100*room",
                    ),
                    ask(
                        "How many <books> stand on the shelves now?",
                        "How many <books> are on the shelves now?",
                        of="now",
                        kind="wares",
                        x="the <books> on the shelves",
                    ),
                ],
            ),
        ],
        [
            fact(
                "There are <cases> bookcases in <where>, each with <boards> shelves, and "
                "there is room for <room> <books> on all the shelves together.",
                "<where.Up> has <cases> bookcases with <boards> shelves each. Altogether, <room> "
                "<books> fit on them.",
                "<who> sets up <cases> bookcases in <where>, with <boards> shelves in each. When "
                "all shelves are full, they hold <room> <books>.",
                says="shelves = cases*boards; room = shelves*each",
            ),
            fact(
                "The same number of <books> fits on every shelf.",
                "All shelves have room for the same number of <books>.",
            ),
            ask(
                "For how many <books> does each shelf have room?",
                "How many <books> fit on each shelf?",
                of="each",
            ),
        ],
        [
            fact(
                "There are bookcases in <where>, each with <boards> shelves. Each shelf has "
                "room for <each> <books>, and all the shelves together have room for <room> "
                "<books>.",
                "The bookcases in <where> have <boards> shelves each, and every shelf has room "
                "for <each> <books>. Altogether, <room> <books> fit on all the shelves.",
                "<who> sets up bookcases in <where>. Each bookcase has <boards> shelves with "
                "room for <each> <books> on every shelf, and there is room for <room> "
                "<books> in all.",
                says="shelves = cases*boards; room = shelves*each",
            ),
            ask(
                "How many bookcases are there?",
                "What is the number of bookcases?",
                of="cases",
            ),
        ],
    ),
    words={"who": PERSON, "where": _CASES, "books": _BOOKS},
    draws={
        "cases": count(2, 8),
        "boards": count(3, 9),
        "each": plain(12, 40),
        "there": plain("room/3", "room-10"),
        "box": divisor("free", 8, 40),
        "taken": percent(20, 95),
    },
    units={
        "cases": "case",
        "boards": "shelf/case",
        "shelves": "shelf",
        "each": "book/shelf",
        "room": "book",
        "there": "book",
        "free": "book",
        "box": "book/box",
        "boxes": "box",
        "taken": "%",
        "now": "book",
    },
    lines={
        "shelves": ("There are @ shelves.", "In all, the bookcases have @ shelves."),
        "room": ("They have room for @ <books>.", "In all, @ <books> fit on the shelves."),
        "free": ("There is room for @ more <books>.", "That leaves room for @ <books>."),
        "boxes": ("So @ boxes are needed.", "These fill @ boxes."),
        "now": (
            "There are @ <books> on the shelves.",
            "This means that @ <books> are on the shelves.",
        ),
        "each": ("Each shelf has room for @ <books>.", "So @ <books> fit on each shelf."),
        "cases": ("So there are @ bookcases.", "That makes @ bookcases."),
    },
    owners={"cases": "where"},
)

FAMILIES = (shelves,)
