"""Copies that are printed, and what they cost."""

from factory.symbolic.grammar.draws import count, divisor, dollars, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

printing_job = family(
    "printing_job",
    fact(
        "<who> prints <copies> copies of <what.a> with <pages> pages.",
        "<who> has <copies> copies of <what.a> printed. Each copy has <pages> pages.",
        "<who> makes <copies> printed copies of <what.a> that has <pages> pages.",
    ),
    either(
        [
            fact(
                "No page has to be printed again.",
                "The printer works without a fault.",
                says="run = copies*pages",
            ),
        ],
        [
            fact(
                "Because of a mistake in the text, <bad> pages have to be printed again.",
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
                "In a minute, the printer prints <r> pages.",
                "Each minute, <r> pages come out of the printer.",
                says="run = r*minutes",
            ),
            ask(
                "How many minutes does the printer run?",
                "How many minutes does the printing take?",
                of="minutes",
                kind="run_minutes",
                x="the printing",
                who="who",
            ),
        ],
        [
            fact(
                "For each page that comes out of the printer, <who> pays <c> cents.",
                "Each page that the printer prints costs <who> <c> cents.",
                "Each printed page costs <c> cents, and <who> pays for all of them.",
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
                        "Later, <who> sells all the copies for $<price> each.",
                        says="income = copies*price; income = cost + gain",
                    ),
                    ask(
                        "How many dollars does <who> have left after paying for the printing?",
                        "How much profit in dollars does <who> make with the copies?",
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
                "Each page is printed on a sheet of its own. The paper comes in packs of <pack> "
                "sheets, and no sheet is left over.",
                "Every page needs a sheet of paper. Paper is bought in packs of <pack> sheets, "
                "and all the packs are used up completely.",
                says="run = pack*packs",
            ),
            ask(
                "How many packs of paper are used?",
                "How many packs of paper does <who> need?",
                of="packs",
            ),
        ],
    ),
    says="pack = fifties*50",
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
        "fifties": divisor("run/50", 2, 10),
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
        "fifties": "page/pack",
        "packs": "pack",
    },
    lines={
        "all": ("All copies together have @ pages.", "The finished copies have @ pages in all."),
        "run": ("In all, @ pages are printed.",),
        "minutes": ("The printing takes @ minutes.",),
        "cents": ("The pages cost @ cents.",),
        "cost": ("In dollars, the printing costs $@.",),
        "income": ("All the copies sell for $@.",),
        "gain": ("<who> makes a profit of $@.",),
        "packs": ("@ packs of paper are needed.",),
    },
    within={"packs": (3, 60), "minutes": (10, 400)},
    owners={"cost": "who", "gain": "who", "packs": "who"},
)

FAMILIES = (printing_job,)
