"""Books read page by page."""

from factory.symbolic.grammar.draws import count, divisor, part, percent, plain, times
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

reading_pages = family(
    "reading_pages",
    fact(
        "<who> has begun to read <book>. It has <pages> pages.",
        "<who> has borrowed <book>, which is <pages> pages long.",
        "There are <pages> pages in <book> that <who> is reading.",
    ),
    either(
        [
            fact(
                "<who.He> reads <daily> pages a day for <days> days.",
                "In the first <days> days, <who.he> reads <daily> pages every day.",
                "<who.He> reads <daily> pages on each of the first <days> days.",
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
                "So far, <who.he> has read <k2> of the book.",
                "After a rainy afternoon, <who.he> has read <k2> of all the pages.",
                "By the end of a long train ride, <who.he> has read <k2> of the pages.",
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
                "The book is due in <rest> more days, so <who> divides the remaining pages "
                "evenly over them.",
                "<who> wants to finish the book in <rest> more days and reads the same number of "
                "pages on each of them.",
                "For the rest of the book, <who> takes <rest> days and reads the same number of "
                "pages every day.",
                says="left = rest*pace",
            ),
            ask(
                "How many pages a day does <who> read from then on?",
                "How many pages does <who> read on each of these days?",
                of="pace",
            ),
        ],
        [
            fact(
                "Each of the remaining pages takes <who.him> <minutes> minutes.",
                "For each page of the rest of the book, <who> needs <minutes> minutes.",
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
                "On the next holiday, <who.he> reads <p>% of the remaining pages.",
                "Then comes a holiday on which <who.he> reads <p>% of the pages that are left.",
                says="shown = p/100*left; left = shown + text",
            ),
            ask(
                "How many pages does <who> still have to read after the holiday?",
                "How many pages of the book are left after the holiday?",
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
            "a biography",
            "a fantasy novel",
        ),
    },
    draws={
        "daily": plain(12, 45),
        "start": plain(12, 40),
        "days": count(3, 9),
        "k": times(2, 3),
        "k2": part(3, 6),
        "pages": plain(180, 520),
        "rest": divisor("left", 3, 12),
        "minutes": count(2, 4),
        "p": percent(5, 30),
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
        "read": ("So far, <who> has read @ pages.", "<who> has read @ pages so far."),
        "left": ("Then @ pages are left.", "That leaves @ pages."),
        "pace": ("<who> reads @ pages a day.",),
        "time": ("The rest of the book takes @ minutes.",),
        "hours": ("That is @ hours.",),
        "shown": ("On the holiday, <who> reads @ pages.",),
        "text": ("After that, @ pages are left.",),
    },
    within={"pace": (8, 70), "left": (20, 500)},
    owners={"left": "who", "pace": "who", "time": "who", "hours": "who", "text": "who"},
)

FAMILIES = (reading_pages,)
