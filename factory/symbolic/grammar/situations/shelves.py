"""Situations of books that fill shelves."""

from factory.symbolic.grammar.draws import count, divisor, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_CASES = (
    "a reading room",
    "an archive",
    "a cafe",
    "a school corridor",
    "an attic",
    "a youth center",
)
_BOOKS = ("novels", "paperbacks", "comic books", "folders", "cookbooks", "magazines", "songbooks")

_bookcases = fact(
    "In <where> stand <cases> bookcases, each with <boards> shelves. A shelf has room for <each> "
    "<books>.",
    "<where.Up> has <cases> bookcases with <boards> shelves each, and every shelf has room for "
    "<each> <books>.",
    "<who> sets up <cases> bookcases in <where>. Each has <boards> shelves, and <each> <books> fit "
    "on a shelf.",
    says="shelves = cases*boards; room = shelves*each",
)
_placed = fact(
    "So far <who> has put <there> <books> on them.",
    "<who> has already placed <there> <books> there.",
    "Up to now, <who> has filled them with <there> <books>.",
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
                                "New <books> come in boxes of <box>, and all boxes must be full.",
                                "The other <books> are still in boxes, <box> in each.",
                                "The rest of the space is for <books> that come in full boxes of "
                                "<box>.",
                                says="free = boxes*box",
                            ),
                            ask(
                                "How many boxes of <books> are needed to fill the shelves?",
                                "How many full boxes of <books> fit on the shelves?",
                                of="boxes",
                            ),
                        ],
                    ),
                ],
                [
                    fact(
                        "Now <taken>% of the space is taken.",
                        "At the moment <taken>% of this space is in use.",
                        "After a morning's work, <who> has filled <taken>% of the space.",
                        says="now = taken/100*room",
                    ),
                    ask(
                        "How many <books> stand on the shelves now?",
                        "How many <books> are on the shelves now?",
                        of="now",
                    ),
                ],
            ),
        ],
        [
            fact(
                "In <where> stand <cases> bookcases, each with <boards> shelves, and there is room "
                "for <room> <books> in all.",
                "<where.Up> has <cases> bookcases with <boards> shelves each. Altogether, <room> "
                "<books> fit on them.",
                "<who> sets up <cases> bookcases in <where>, with <boards> shelves in each. When "
                "all shelves are full, they hold <room> <books>.",
                says="shelves = cases*boards; room = shelves*each",
            ),
            fact(
                "All shelves are equally long.",
                "The same number of <books> fits on every shelf.",
                "Every shelf has room for as many <books> as any other.",
            ),
            ask(
                "For how many <books> does each shelf have room?",
                "How many <books> fit on each shelf?",
                of="each",
            ),
        ],
        [
            fact(
                "In <where> stand some bookcases, each with <boards> shelves. A shelf has room for "
                "<each> <books>, and all of them together for <room>.",
                "The bookcases in <where> have <boards> shelves each, and every shelf has room for "
                "<each> <books>. In all, <room> <books> fit.",
                "<who> sets up bookcases in <where>. Each has <boards> shelves with room for "
                "<each> <books> on every shelf, and <room> <books> fit in all.",
                says="shelves = cases*boards; room = shelves*each",
            ),
            ask(
                "How many bookcases are there?",
                "How many bookcases stand there?",
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
        "shelves": ("There are @ shelves.", "In all that makes @ shelves."),
        "room": ("They have room for @ <books>.", "In all @ <books> fit on the shelves."),
        "free": ("There is room for @ more <books>.", "That leaves room for @ <books>."),
        "boxes": ("So @ boxes fit.", "That takes @ boxes."),
        "now": ("So there are @ <books> on the shelves.", "That is space for @ <books>."),
        "each": ("Each shelf has room for @ <books>.", "So @ <books> fit on each shelf."),
        "cases": ("So there are @ bookcases.", "These shelves make @ bookcases."),
    },
    owners={"cases": "where"},
)

FAMILIES = (shelves,)
