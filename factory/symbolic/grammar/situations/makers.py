"""Things made: knitted scarves and blankets, printed booklets."""

from factory.symbolic.grammar.draws import count, divisor, dollars, money, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

knitting = family(
    "knitting",
    fact(
        "<who> knits <what.a> of <rows> rows with <st> stitches in each row.",
        "<who> is knitting <what.a>. It will have <rows> rows of <st> stitches.",
        "The pattern for <what.a> that <who> knits asks for <rows> rows of <st> stitches.",
        says="all = rows*st",
    ),
    either(
        [
            fact(
                "<who.He> makes <pace> stitches a minute.",
                "In a minute, <who> makes <pace> stitches.",
                "A minute is enough for <pace> stitches.",
                says="all = pace*minutes; hours = minutes/60",
            ),
            either(
                [
                    ask(
                        "How many minutes does the <what> take?",
                        "How many minutes does <who> need for all the rows?",
                        of="minutes",
                    )
                ],
                [
                    ask(
                        "How many hours does the <what> take?",
                        "How many hours does <who> need for all the rows?",
                        of="hours",
                        kind="hours",
                        x="the time that <who> knits",
                        who="who",
                    )
                ],
            ),
        ],
        [
            fact(
                "So far, <p>% of the rows are done.",
                "<who.He> has knitted <p>% of the rows by now.",
                "After some evenings, <p>% of the rows are ready.",
                says="done = p/100*rows; rows = done + left",
            ),
            either(
                [
                    ask(
                        "How many stitches does <who> still have to make?",
                        "How many stitches are missing?",
                        of="missing",
                    )
                ],
                [
                    fact(
                        "From now on, <who.he> makes <speed> stitches a minute.",
                        "For the rest, <who> manages <speed> stitches a minute.",
                        says="missing = speed*wait",
                    ),
                    ask(
                        "How many more minutes does <who> need?",
                        "How many minutes does the rest take?",
                        of="wait",
                    ),
                ],
            ),
        ],
        [
            fact(
                "A ball of yarn is enough for <fit> stitches.",
                "With a ball of yarn, <who.he> can make <fit> stitches.",
                says="all = fit*balls",
            ),
            fact(
                "Each ball costs $<price>.",
                "The yarn is $<price> a ball.",
                says="cost = balls*price",
            ),
            either(
                [
                    ask(
                        "How many dollars does the yarn for the <what> cost?",
                        "How much money in dollars does <who> spend on yarn for the <what>?",
                        of="cost",
                        kind="paid",
                        x="the money that <who> spends on yarn",
                        who="who",
                    )
                ],
                [
                    fact(
                        "In a shop, such <what.a> is sold for $<tag>.",
                        "A finished <what> of this kind costs $<tag> in a shop.",
                        says="tag = cost + gain",
                    ),
                    ask(
                        "How many dollars does <who> save by knitting?",
                        "How many dollars more than the yarn does the finished <what> cost?",
                        of="gain",
                    ),
                ],
            ),
        ],
    ),
    says="missing = left*st",
    words={"who": PERSON, "what": ("scarf", "shawl", "blanket", "cardigan", "sweater", "poncho")},
    draws={
        "rows": plain(60, 240, 10),
        "st": plain(30, 90),
        "pace": divisor("rows*st", 15, 45),
        "p": percent(10, 80),
        "speed": divisor("missing", 15, 45),
        "fit": divisor("rows*st", 600, 1800),
        "price": money(4, 9),
        "gain": dollars(6, 60),
    },
    units={
        "rows": "row",
        "st": "stitch/row",
        "all": "stitch",
        "pace": "stitch/minute",
        "minutes": "minute",
        "hours": "hour",
        "p": "%",
        "done": "row",
        "left": "row",
        "missing": "stitch",
        "speed": "stitch/minute",
        "wait": "minute",
        "fit": "stitch/ball",
        "balls": "ball",
        "price": "dollar/ball",
        "cost": "dollar",
        "tag": "dollar",
        "gain": "dollar",
    },
    lines={
        "all": ("The <what> has @ stitches.", "That is @ stitches in all."),
        "minutes": ("They take @ minutes.",),
        "hours": ("That is @ hours.",),
        "done": ("@ rows are done.",),
        "left": ("@ rows are missing.", "That leaves @ rows."),
        "missing": ("They have @ stitches.", "That is @ stitches."),
        "wait": ("The rest takes @ minutes.",),
        "balls": ("That takes @ balls of yarn.",),
        "cost": ("The yarn costs $@.",),
        "gain": ("The difference is $@.",),
    },
    within={"balls": (3, 30), "wait": (20, 900), "hours": (2, 20), "minutes": (60, 1200)},
)

printing_job = family(
    "printing_job",
    fact(
        "<who> prints <copies> copies of <what.a> with <pages> pages.",
        "<what.A> of <pages> pages is printed <copies> times by <who>.",
        "For <who>'s group, <copies> copies of <what.a> are printed. It has <pages> pages.",
    ),
    either(
        [
            fact(
                "Nothing goes wrong with the printing.",
                "The printer works without a fault.",
                says="run = copies*pages",
            ),
        ],
        [
            fact(
                "The printer spoils <bad> pages, which have to be printed again.",
                "Because of a paper jam, <bad> pages must be printed once more.",
                "In addition, <bad> pages are printed as a test.",
                says="all = copies*pages; run = all + bad",
            ),
        ],
    ),
    either(
        [
            fact(
                "The printer needs a minute for <r> pages.",
                "In a minute, the printer does <r> pages.",
                "Each minute, <r> pages come out of the printer.",
                says="run = r*minutes",
            ),
            ask(
                "How many minutes does the printer run?",
                "How many minutes does the printing take?",
                of="minutes",
                kind="minutes",
                x="the time that the printer runs",
            ),
        ],
        [
            fact(
                "A page costs <c> cents.",
                "The copy shop asks for <c> cents a page.",
                "For each page that is printed, <c> cents are due.",
                says="cents = run*c; cost = cents/100",
            ),
            either(
                [
                    ask(
                        "How many dollars does the printing cost?",
                        "How much money in dollars does <who> pay for the printing?",
                        of="cost",
                        kind="paid",
                        x="the money for the printing",
                        who="who",
                    )
                ],
                [
                    fact(
                        "Every copy is sold for $<price>.",
                        "Later, <who> gets $<price> for each of the copies.",
                        says="income = copies*price; income = cost + gain",
                    ),
                    ask(
                        "How many dollars are left after paying for the printing?",
                        "How much money in dollars does <who> gain with the copies?",
                        of="gain",
                        kind="earned",
                        x="the money that <who> gains",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            fact(
                "Every page takes a sheet, and the paper comes in packs of <pack> sheets that are "
                "used up.",
                "Paper is bought in packs of <pack> sheets. Each page takes a sheet, and no sheet "
                "is "
                "left over.",
                says="run = pack*packs",
            ),
            ask(
                "How many packs of paper are used?",
                "How many packs of paper does <who> need?",
                of="packs",
            ),
        ],
    ),
    says="pack = tens*10",
    words={
        "who": PERSON,
        "what": (
            "booklet/booklets",
            "song book/song books",
            "program/programs",
            "school paper/school papers",
            "travel guide/travel guides",
            "recipe book/recipe books",
        ),
    },
    draws={
        "copies": plain(20, 150, 5),
        "pages": count(6, 36, 2),
        "bad": plain(10, 90, 10),
        "r": divisor("run", 8, 40),
        "c": plain(3, 9),
        "price": dollars(3, 9),
        "tens": divisor("run/10", 5, 30),
    },
    units={
        "copies": "copy",
        "pages": "page/copy",
        "all": "page",
        "bad": "page",
        "run": "page",
        "r": "page/minute",
        "minutes": "minute",
        "c": "cent/page",
        "cents": "cent",
        "cost": "dollar",
        "price": "dollar/copy",
        "income": "dollar",
        "gain": "dollar",
        "pack": "page/pack",
        "tens": "page/pack",
        "packs": "pack",
    },
    lines={
        "all": ("All copies together have @ pages.", "That is @ pages."),
        "run": ("In all, @ pages are printed.",),
        "minutes": ("That takes @ minutes.",),
        "cents": ("They cost @ cents.",),
        "cost": ("In dollars, the printing costs $@.",),
        "income": ("The copies bring in $@.",),
        "gain": ("That leaves $@.",),
        "packs": ("That takes @ packs.",),
    },
    within={"packs": (3, 60), "minutes": (10, 400)},
)

FAMILIES = (knitting, printing_job)
