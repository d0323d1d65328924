"""Copies that are printed, and what they cost."""

from factory.symbolic.grammar.draws import count, divisor, dollars, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

printing_job = family(
    "printing_job",
    fact(
        "<who> prints <copies> copies of <what.a> with <pages> pages.",
        "<who> has <what.a> of <pages> pages printed <copies> times.",
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
                x="the printing",
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
                        x="this amount",
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
                        x="the profit",
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
    owners={"cost": "who", "gain": "who", "packs": "who"},
)

FAMILIES = (printing_job,)
