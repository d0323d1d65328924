"""Books: pages that are read, loans of a library."""

from factory.symbolic.grammar.draws import count, divisor, part, percent, plain, times
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

reading_pages = family(
    "reading_pages",
    fact(
        "<who> is reading <book> of <pages> pages.",
        "<who> has borrowed <book>, which is <pages> pages long.",
        "There are <pages> pages in <book> that <who> starts to read.",
    ),
    either(
        [
            fact(
                "<who.He> reads <daily> pages a day for <days> days.",
                "In the first <days> days, <who.he> reads <daily> pages every day.",
                "Day after day <who.he> reads <daily> pages, until <days> days are over.",
                says="read = daily*days; pages = read + left",
            )
        ],
        [
            fact(
                "On Monday <who.he> reads <start> pages, and on Tuesday <k> as many.",
                "<who.He> reads <start> pages on the first day and <k> as many on the next.",
                says="next = start*k; read = start + next; pages = read + left",
            )
        ],
        [
            fact(
                "So far, <who.he> has read <k2> of it.",
                "After a rainy day, <k2> of the pages are read.",
                "On a long train ride, <who.he> has read <k2> of these pages.",
                says="read = pages/k2; pages = read + left",
            )
        ],
    ),
    either(
        [
            ask(
                "How many pages does <who> still have to read?",
                "How many pages of the book are left?",
                of="left",
            )
        ],
        [
            fact(
                "The book is due in <rest> days, so <who> divides the other pages evenly over "
                "them.",
                "<who> wants to finish in <rest> more days, with equally many pages each day.",
                "For the rest of the book there are <rest> days, and each day gets the same "
                "number of pages.",
                says="left = rest*pace",
            ),
            ask(
                "How many pages a day does <who> read from then on?",
                "How many pages is that for each of these days?",
                of="pace",
            ),
        ],
        [
            fact(
                "The rest of the book takes <who.him> <minutes> minutes for every page.",
                "For each of the other pages, <who> needs <minutes> minutes.",
                says="time = left*minutes",
            ),
            either(
                [
                    ask(
                        "How many minutes does <who> need for the rest of the book?",
                        "For how many more minutes does <who> read until the book is finished?",
                        of="time",
                    )
                ],
                [
                    ask(
                        "How many hours does <who> need for the rest of the book?",
                        "For how many more hours does <who> read until the book is finished?",
                        of="hours",
                    )
                ],
            ),
        ],
        [
            fact(
                "Of the other pages, <p>% show pictures only.",
                "On <p>% of the pages that are left, there is no text.",
                says="shown = p/100*left; left = shown + text",
            ),
            ask(
                "How many pages with text does <who> still have to read?",
                "How many of the pages that are left have text?",
                of="text",
            ),
        ],
    ),
    says="hours = time/60",
    words={
        "who": PERSON,
        "book": (
            "a travel diary",
            "a detective story",
            "a book about whales",
            "a science fiction novel",
            "a book of legends",
            "a biography of an inventor",
            "a fantasy novel",
        ),
    },
    draws={
        "daily": plain(12, 45),
        "start": plain(12, 60),
        "days": count(3, 9),
        "k": times(2, 3),
        "k2": part(3, 6),
        "pages": plain(180, 520),
        "rest": divisor("left", 3, 12),
        "minutes": count(2, 4),
        "p": percent(5, 40),
    },
    units={
        "pages": "page",
        "daily": "page/day",
        "start": "page",
        "days": "day",
        "read": "page",
        "next": "page",
        "left": "page",
        "k": "1",
        "k2": "1",
        "rest": "day",
        "pace": "page/day",
        "minutes": "minute/page",
        "time": "minute",
        "hours": "hour",
        "p": "%",
        "shown": "page",
        "text": "page",
    },
    lines={
        "next": ("On the next day, <who> reads @ pages.",),
        "read": ("Until then, <who> reads @ pages.", "That is @ pages so far."),
        "left": ("Then @ pages are left.", "That leaves @ pages."),
        "pace": ("That makes @ pages a day.",),
        "time": ("The rest takes @ minutes.",),
        "hours": ("That is @ hours.",),
        "shown": ("@ of these pages have no text.",),
        "text": ("@ pages with text are left.",),
    },
    within={"pace": (8, 70), "left": (20, 500)},
)

_evening = (
    fact(
        "On <day>, <back> books come back and <more> others are borrowed.",
        "During <day>, readers return <back> books and borrow <more>.",
        "Readers bring back <back> books on <day> and leave with <more> others.",
        says="in_now = here + back; in_now = more + evening",
    ),
    ask(
        "How many books are in the library in the evening?",
        "How many books does the library have on its shelves after that?",
        of="evening",
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
                        "Every reader with a loan has <k> books at home.",
                        "Each reader who has borrowed books has <k> of them.",
                        says="out = k*readers",
                    ),
                    fact(
                        "On <day>, <some> of these readers return all of their books.",
                        "By <day>, <some> of these readers have brought back everything.",
                        says="readers = some + left",
                    ),
                    ask(
                        "How many readers still have books at home?",
                        "How many of the readers have not returned their books?",
                        of="left",
                    ),
                ],
                [
                    fact(
                        "Of the books on loan, <q>% are overdue. For each of these, the fine is "
                        "<c> cents a day.",
                        "For <q>% of the books on loan, readers have to pay a fine of <c> cents a "
                        "day each.",
                        "Readers are late with <q>% of the books on loan, and each of these books "
                        "costs a fine of <c> cents a day.",
                        says="late = q/100*out; daily = late*c; fines = daily/100",
                    ),
                    ask(
                        "How many dollars of fines does the library get in a day?",
                        "How much money in dollars do the fines of a day come to?",
                        of="fines",
                        kind="earned",
                        x="the money from the fines",
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
                        "Another <lent> books are on loan.",
                        "Besides, <lent> of the library's books are with readers.",
                        says="total = here + lent",
                    ),
                    either(
                        [
                            ask(
                                "How many books does the library own?",
                                "How many books does the library have, those on loan included?",
                                of="total",
                            )
                        ],
                        [
                            fact(
                                "Of all books that the library owns, <q>% are for children.",
                                "Children's books make up <q>% of all its books.",
                                says="kids = q/100*total; total = kids + others",
                            ),
                            ask(
                                "How many of its books are not for children?",
                                "How many books that are not for children does the library own?",
                                of="others",
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
        "c": plain(10, 50, 5),
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
        "out": ("@ books are on loan.",),
        "here": ("@ books are in the library.", "That is @ books in the library."),
        "in_now": ("With the returned books, there are @.",),
        "evening": ("In the evening, there are @ books.",),
        "readers": ("@ readers have books at home.",),
        "left": ("@ readers still have theirs.",),
        "daily": ("Each day, the fines are @ cents.",),
        "late": ("@ books are overdue.",),
        "fines": ("In dollars, it is $@.",),
        "total": ("In all, the library owns @ books.",),
        "kids": ("@ books are for children.",),
        "others": ("@ books are not for children.",),
    },
    within={"out": (40, 1800), "readers": (15, 900)},
)

FAMILIES = (reading_pages, library_loans)
