"""Water: tanks that fill and leak, showers that use less."""

from factory.symbolic.grammar.draws import count, divisor, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

filling_a_tank = family(
    "filling_a_tank",
    either(
        [
            fact(
                "A pump brings <rate> liters of water per minute into an empty <tank>, but <leak> "
                "liters per minute leak out.",
                "Every minute, <rate> liters of water flow into an empty <tank>, and <leak> liters "
                "flow out through a crack.",
                "<tank.A> is empty when a tap is opened that lets in <rate> liters per minute. At "
                "the same time, <leak> liters per minute leak out through a bad seal.",
                "From a spring, <rate> liters of water a minute run into an empty <tank>. The "
                "drain, which does not close well, lets out <leak> liters a minute.",
                says="rate = gain + leak",
            )
        ],
        [
            fact(
                "An empty <tank> is filled from a pipe that brings <rate> liters a minute and "
                "a hose that brings <hose> liters a minute.",
                "A pump moves <rate> liters of water a minute into an empty <tank>, and rainwater "
                "from a roof adds <hose> liters each minute.",
                "Into an empty <tank>, a large tap lets <rate> liters per minute and a small tap "
                "lets <hose> liters per minute.",
                says="gain = rate + hose",
            )
        ],
    ),
    either(
        [
            fact(
                "When full, the <tank> holds <size> liters.",
                "There is room for <size> liters in the <tank>.",
                "The <tank> is full when <size> liters are in it.",
                says="size = gain*minutes",
            ),
            ask(
                "How many minutes does it take to fill the <tank>?",
                "How many minutes pass until the <tank> is full?",
                of="minutes",
            ),
        ],
        [
            fact(
                "This goes on for <minutes> minutes.",
                "After <minutes> minutes, someone looks at the water level.",
                "The water runs in this way for <minutes> minutes.",
                says="now = gain*minutes",
            ),
            either(
                [
                    ask(
                        "How many liters of water are in the <tank> after that time?",
                        "How many liters of water does the <tank> contain then?",
                        of="now",
                    )
                ],
                [
                    fact(
                        "When full, the <tank> holds <full> liters.",
                        "There is room for <full> liters in the <tank>.",
                        says="full = now + room",
                    ),
                    ask(
                        "How many more liters of water fit into the <tank> then?",
                        "How many more liters of water would then fill the <tank>?",
                        of="room",
                    ),
                ],
                [
                    fact(
                        "Then no more water flows, and everything in the <tank> is carried "
                        "away in buckets of <can> liters.",
                        "Then no more water flows in or out, and people empty the <tank> with "
                        "buckets that hold <can> liters each.",
                        says="now = can*cans",
                    ),
                    ask(
                        "How many buckets of water are carried away?",
                        "How many full buckets does it take to empty the <tank>?",
                        of="cans",
                    ),
                ],
            ),
        ],
        [
            fact(
                "This goes on for <first> minutes. Then a strong pump is added, and the "
                "<tank> gains <fast> liters in each minute until it is full, with <size> "
                "liters in it.",
                "After <first> minutes, strong pumps are switched on, and the <tank> gains "
                "<fast> liters a minute until it is full at <size> liters.",
                says="begun = gain*first; size = begun + rest; rest = fast*later",
            ),
            either(
                [
                    ask(
                        "For how many minutes does the faster filling go on?",
                        "How many minutes does the faster part of the filling take?",
                        of="later",
                    )
                ],
                [
                    ask(
                        "How many minutes does it take to fill the <tank>, from beginning to end?",
                        "How many minutes pass in all until the <tank> is full?",
                        of="total",
                    )
                ],
            ),
        ],
    ),
    says="total = first + later",
    words={
        "tank": (
            "garden pond",
            "wading pool",
            "water tank",
            "cistern",
            "stone basin",
            "irrigation tank",
            "storage tank",
        )
    },
    draws={
        "rate": plain(9, 40),
        "leak": plain(2, 8),
        "hose": plain(3, 15),
        "minutes": plain(6, 40),
        "room": plain(20, 300, 5),
        "can": divisor("now", 5, 15),
        "first": count(5, 25),
        "fast": plain("gain+3", "3*gain"),
        "later": count(4, 30),
    },
    units={
        "rate": "liter/minute",
        "leak": "liter/minute",
        "hose": "liter/minute",
        "gain": "liter/minute",
        "size": "liter",
        "minutes": "minute",
        "now": "liter",
        "full": "liter",
        "room": "liter",
        "can": "liter/bucket",
        "cans": "bucket",
        "first": "minute",
        "begun": "liter",
        "rest": "liter",
        "fast": "liter/minute",
        "later": "minute",
        "total": "minute",
    },
    lines={
        "gain": (
            "The <tank> gains @ liters each minute.",
            "Each minute, there are @ liters more in the <tank>.",
        ),
        "minutes": ("It is full after @ minutes.", "That takes @ minutes."),
        "now": (
            "After that time, the <tank> contains @ liters.",
            "In that time, @ liters gather in the <tank>.",
        ),
        "room": ("There is room for @ liters more.",),
        "cans": ("The water fills @ buckets.",),
        "begun": ("By then, the <tank> contains @ liters.",),
        "rest": ("@ liters are still missing.",),
        "later": ("The faster part takes @ minutes.", "That takes @ more minutes."),
        "total": ("In all, it takes @ minutes.",),
    },
    within={"cans": (3, 90), "size": (200, 4000), "now": (120, 2000)},
    owners={"size": "tank", "now": "tank", "full": "tank"},
)

shower_water = family(
    "shower_water",
    fact(
        "<who>'s shower lets out <r> liters of water a minute, and once a day <who> is under "
        "it for <m> minutes.",
        "Every day, <who> takes one shower of <m> minutes. The shower uses <r> liters of "
        "water a minute.",
        "<who> takes a shower of <m> minutes once a day, with <r> liters of water running in each "
        "minute.",
        says="daily = r*m",
    ),
    either(
        [
            fact(
                "With a new shower head, only <s> liters run each minute.",
                "A new shower head lets out only <s> liters a minute.",
                "Then a new shower head brings this down to <s> liters a minute.",
                says="later = s*m; daily = later + saved",
            )
        ],
        [
            fact(
                "To use less water, <who> makes each shower <k> minutes shorter.",
                "From now on, each of <who>'s showers is <k> minutes shorter.",
                "<who> decides to shorten every shower by <k> minutes.",
                says="m = short + k; later = r*short; daily = later + saved",
            )
        ],
        [
            fact(
                "Before <who> switched to showers, there was a bath every day, with <tub> liters "
                "of water in the tub.",
                "In the past, <who> took a daily bath instead, which needed <tub> liters.",
                "Until last month, <who> filled a tub with <tub> liters for a bath every day.",
                says="tub = daily + saved",
            )
        ],
    ),
    either(
        [
            ask(
                "How many liters of water a day does <who> save now?",
                "How many fewer liters of water does <who> use per day now?",
                of="saved",
            )
        ],
        [
            fact(
                "<who> saves water like this for <d> days.",
                "<who> goes on saving water like this for <d> days.",
                says="all = saved*d",
            ),
            either(
                [
                    ask(
                        "How many liters of water does <who> save in all these days?",
                        "How many liters of water are saved altogether?",
                        of="all",
                    )
                ],
                [
                    fact(
                        "A watering can in the garden holds <can> liters.",
                        "In the garden, <who> uses a watering can of <can> liters.",
                        says="all = can*cans",
                    ),
                    ask(
                        "How many watering cans could be filled with the water that is saved?",
                        "How many times could this watering can be filled with the saved water?",
                        of="cans",
                    ),
                ],
            ),
        ],
    ),
    words={"who": PERSON},
    draws={
        "r": plain(8, 14),
        "m": count(5, 12),
        "s": plain(5, "r-2"),
        "k": count(2, "m-3"),
        "tub": plain("daily+20", "daily+70", 5),
        "d": plain(10, 60),
        "can": divisor("all", 6, 12),
    },
    units={
        "r": "liter/minute",
        "m": "minute/day",
        "daily": "liter/day",
        "s": "liter/minute",
        "later": "liter/day",
        "saved": "liter/day",
        "k": "minute/day",
        "short": "minute/day",
        "tub": "liter/day",
        "d": "day",
        "all": "liter",
        "can": "liter/can",
        "cans": "can",
    },
    lines={
        "daily": (
            "A shower of <m> minutes uses @ liters.",
            "In a day, the shower uses @ liters.",
        ),
        "short": ("The shower then takes @ minutes.",),
        "later": ("After the change, the shower uses @ liters a day.",),
        "saved": ("The difference is @ liters a day.",),
        "all": ("In all, @ liters are saved.", "In <d> days, that is @ liters."),
        "cans": ("That is enough for @ watering cans.",),
    },
    owners={"saved": "who", "all": "who"},
)

FAMILIES = (filling_a_tank, shower_water)
