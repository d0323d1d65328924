"""Books read page by page."""

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
                "After a rainy afternoon, <k2> of the pages have been read.",
                "By the end of a long train ride, <who.he> has read <k2> of these pages.",
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
        "read": ("So far, <who> has read @ pages.", "That is @ pages so far."),
        "left": ("Then @ pages are left.", "That leaves @ pages."),
        "pace": ("That makes @ pages a day.",),
        "time": ("The rest takes @ minutes.",),
        "hours": ("That is @ hours.",),
        "shown": ("@ of these pages have no text.",),
        "text": ("@ pages with text are left.",),
    },
    within={"pace": (8, 70), "left": (20, 500)},
    owners={"left": "who", "pace": "who", "time": "who", "hours": "who", "text": "who"},
)

FAMILIES = (reading_pages,)
