"""Books on the shelves of a library and on loan."""

from factory.symbolic.grammar.draws import divisor, percent, plain
from factory.symbolic.grammar.family import ask, either, fact, family

_evening = (
    fact(
        "On <day>, <back> books come back and <more> others are borrowed.",
        "On <day>, readers return <back> books and borrow <more> others.",
        "Readers bring back <back> books on <day> and leave with <more> others.",
        says="in_now = here + back; in_now = more + evening",
    ),
    ask(
        "How many books are in the library in the evening?",
        "How many books does the library have on its shelves after that?",
        of="evening",
        kind="wares",
        x="the books in the library",
    ),
)

library_loans = family(
    "library_loans",
    either(
        [
            fact(
                "A village library owns <all> books, and <p>% of them are on loan.",
                "Of the <all> books of a school library, <p>% are on loan.",
                "A small library has <all> books. At the moment, <p>% of these are with readers.",
                says="out = p/100*all; all = out + here",
            ),
            either(
                _evening,
                [
                    fact(
                        "Every reader who has borrowed books has <k> of them at home.",
                        "Each reader who has borrowed books has <k> of them.",
                        says="out = k*readers",
                    ),
                    fact(
                        "On <day>, <some> of these readers return all of their books.",
                        "By <day>, <some> of these readers have brought back all of their books.",
                        says="readers = some + left",
                    ),
                    ask(
                        "How many readers still have books at home?",
                        "How many of the readers still have borrowed books?",
                        of="left",
                    ),
                ],
                [
                    fact(
                        "Of the books on loan, <q>% are overdue. For each of these, the fine is "
                        "<c> cents a day.",
                        "Readers are late with <q>% of the books on loan, and each of these books "
                        "costs a fine of <c> cents a day.",
                        says="late = q/100*out; daily = late*c; fines = daily/100",
                    ),
                    ask(
                        "How many dollars in fines does the library get each day?",
                        "How much money in dollars do readers pay in fines each day?",
                        of="fines",
                    ),
                ],
            ),
        ],
        [
            fact(
                "A village library has <shelves> shelves with <each> books on each.",
                "On each of the <shelves> shelves of a school library there are <each> books.",
                "A small library has <shelves> shelves, and each shelf holds <each> books now.",
                says="here = shelves*each",
            ),
            either(
                _evening,
                [
                    fact(
                        "Another <lent> books of the library are on loan.",
                        "In addition, <lent> of the library's books are on loan.",
                        says="total = here + lent",
                    ),
                    either(
                        [
                            ask(
                                "How many books does the library own?",
                                "How many books does the library have, those on loan included?",
                                of="total",
                                kind="wares",
                                x="the library's books",
                            )
                        ],
                        [
                            fact(
                                "Of all the books that the library owns, <q>% are for children.",
                                "Children's books make up <q>% of all its books.",
                                says="kids = q/100*total; total = kids + others",
                            ),
                            ask(
                                "How many of its books are not for children?",
                                "How many books that are not for children does the library own?",
                                of="others",
                                kind="wares",
                                x="the books that are not for children",
                            ),
                        ],
                    ),
                ],
            ),
        ],
    ),
    words={
        "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
    },
    draws={
        "all": plain(600, 4000, 20),
        "p": percent(10, 45),
        "shelves": plain(12, 45),
        "each": plain(20, 60),
        "lent": plain(60, 400, 4),
        "back": plain(15, 90),
        "more": plain(15, 90),
        "k": divisor("out", 2, 6),
        "some": plain(8, 60),
        "q": percent(5, 30),
        "c": plain(5, 25, 5),
    },
    units={
        "all": "book",
        "p": "%",
        "out": "book",
        "here": "book",
        "shelves": "shelf",
        "each": "book/shelf",
        "back": "book",
        "more": "book",
        "in_now": "book",
        "evening": "book",
        "k": "book/reader",
        "readers": "reader",
        "some": "reader",
        "left": "reader",
        "late": "book",
        "q": "%",
        "c": "cent/book",
        "daily": "cent",
        "fines": "dollar",
        "kids": "book",
        "lent": "book",
        "total": "book",
        "others": "book",
    },
    lines={
        "out": ("So @ books are on loan.",),
        "here": ("There are @ books in the library.",),
        "in_now": ("With the returned books, there are @ books in the library.",),
        "evening": ("After <day>, there are @ books in the library.",),
        "readers": ("So @ readers have books at home.",),
        "left": ("Then @ readers still have books at home.",),
        "daily": ("Each day, the fines are @ cents.",),
        "late": ("Of these, @ books are overdue.",),
        "fines": ("Readers pay $@ in fines each day.", "In dollars, the fines are $@."),
        "total": ("In all, the library owns @ books.",),
        "kids": ("Of these, @ books are for children.",),
        "others": ("That leaves @ books that are not for children.",),
    },
    within={"out": (40, 1800), "readers": (15, 900)},
)

FAMILIES = (library_loans,)
