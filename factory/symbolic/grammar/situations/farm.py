"""Animals on a farm: herds that are fed, eggs of a flock."""

from factory.symbolic.grammar.draws import count, divisor, dollars, money, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_BEASTS = (
    ("farm", "goat/goats", "hay", count(2, 4)),
    ("farm", "horse/horses", "hay", count(7, 12)),
    ("farm", "llama/llamas", "hay", count(2, 4)),
    ("farm", "donkey/donkeys", "straw", count(3, 6)),
    ("farm", "cow/cows", "feed", count(10, 22)),
    ("zoo", "camel/camels", "feed", count(8, 14)),
    ("zoo", "penguin/penguins", "fish", count(2, 3)),
    ("zoo", "seal/seals", "fish", count(4, 8)),
)

feeding_animals = family(
    "feeding_animals",
    either(
        [
            fact(
                "A <place> keeps <herd> <beasts>, and each of them gets <each> kilograms of "
                "<food> a "
                "day.",
                "Every <beasts.one> of a <place> gets <each> kilograms of <food> a day, and "
                "there are <herd> of them.",
                "<who> feeds <herd> <beasts> at a <place>. Each of them gets <each> kilograms of "
                "<food> per day.",
                says="daily = herd*each",
            )
        ],
        [
            fact(
                "A <place> has <herd> adult <beasts> and <young> young ones. Every adult gets "
                "<each> "
                "kilograms of <food> a day, and a young one gets <bit> kilograms a day.",
                "Of the <beasts> at a <place>, <herd> are grown and <young> are young. In a day, "
                "each "
                "grown one eats <each> kilograms of <food> and each young one <bit> kilograms.",
                "<who> feeds the <beasts> of a <place> each day: <each> kilograms of <food> to "
                "each "
                "of <herd> grown ones, and <bit> kilograms to each of <young> young ones.",
                says="grown = herd*each; small = young*bit; daily = grown + small",
            )
        ],
    ),
    either(
        [
            fact(
                "There are <store> kilograms of <food> in store.",
                "A truck has just brought <store> kilograms of <food>, and the store was empty.",
                "The store holds <store> kilograms of <food>.",
                says="store = daily*days",
            ),
            ask(
                "How many days does the <food> last?",
                "How many days is this <food> enough for?",
                of="days",
                kind="days",
                x="this period",
            ),
        ],
        [
            fact(
                "The store holds <stock> kilograms of <food>, and nothing is added for <days> "
                "days.",
                "At the start of a period of <days> days, there are <stock> kilograms of <food> in "
                "the store.",
                says="eaten = daily*days; stock = eaten + rest",
            ),
            ask(
                "How many kilograms of <food> are left after that time?",
                "How many kilograms of <food> does the store hold at the end of these days?",
                of="rest",
                kind="kilograms",
                x="the rest of the <food>",
            ),
        ],
        [
            fact(
                "The <food> comes in sacks of <k> kilograms.",
                "A dealer brings the <food> in sacks of <k> kilograms.",
                "One sack of <food> weighs <k> kilograms.",
                says="weekly = daily*7; weekly = k*bags",
            ),
            either(
                [
                    ask(
                        "How many sacks do the <beasts> eat in a week?",
                        "How many sacks of <food> are needed for a week?",
                        of="bags",
                    )
                ],
                [
                    fact(
                        "Such a sack costs $<price>.",
                        "The <place> pays $<price> for a sack.",
                        says="cost = bags*price",
                    ),
                    ask(
                        "How much money in dollars does the <food> for a week cost?",
                        "How many dollars does a week's <food> cost?",
                        of="cost",
                    ),
                ],
            ),
        ],
        [
            fact(
                "The <place> has ordered <sacks> sacks of <food> with <kilos> kilograms in each.",
                "A truck brings <sacks> sacks of <food>, each with <kilos> kilograms. Before that, "
                "the store was empty.",
                says="store = sacks*kilos; store = daily*days",
            ),
            ask(
                "How many days will this <food> last?",
                "For how many days is this <food> enough?",
                of="days",
                kind="days",
                x="this period",
            ),
        ],
    ),
    words={"who": PERSON},
    rows={"place,beasts,food,each": _BEASTS},
    draws={
        "herd": count(4, 30),
        "young": count(3, 12),
        "bit": count(2, 5),
        "days": plain(3, 20),
        "kilos": divisor("daily*days", 15, 50),
        "rest": plain(20, 300, 5),
        "k": divisor("daily*7", 10, 50),
        "price": dollars(6, 25),
    },
    units={
        "herd": "animal",
        "each": "kilogram/animal*day",
        "daily": "kilogram/day",
        "young": "animal",
        "bit": "kilogram/animal*day",
        "grown": "kilogram/day",
        "small": "kilogram/day",
        "store": "kilogram",
        "days": "day",
        "stock": "kilogram",
        "eaten": "kilogram",
        "rest": "kilogram",
        "weekly": "kilogram",
        "k": "kilogram/sack",
        "bags": "sack",
        "price": "dollar/sack",
        "cost": "dollar",
        "sacks": "sack",
        "kilos": "kilogram/sack",
    },
    lines={
        "grown": ("The grown ones eat @ kilograms a day.",),
        "small": ("The young ones eat @ kilograms a day.",),
        "daily": (
            "That is @ kilograms of <food> a day.",
            "In a day, the <beasts> eat @ kilograms of <food>.",
        ),
        "store": ("In all, there are @ kilograms of <food>.",),
        "days": ("That is enough for @ days.", "The <food> lasts @ days."),
        "eaten": ("In that time, the <beasts> eat @ kilograms.",),
        "rest": ("That leaves @ kilograms.", "@ kilograms are left."),
        "weekly": ("In a week, that is @ kilograms.", "A week takes @ kilograms of <food>."),
        "bags": ("That is @ sacks.", "It takes @ sacks."),
        "cost": ("They cost $@.", "A week's <food> costs $@."),
    },
    need=("bit < each", "young < herd"),
    within={"kilos": (5, 50), "days": (3, 20), "bags": (3, 150)},
)

egg_cartons = family(
    "egg_cartons",
    either(
        [
            fact(
                "<who> keeps <flock> <birds>. In a week, each of them lays <each> eggs.",
                "Each of <who>'s <flock> <birds> lays <each> eggs a week.",
                "On <who>'s farm there are <flock> <birds> that lay <each> eggs each per week.",
                says="eggs = flock*each",
            )
        ],
        [
            fact(
                "<who> keeps <birds> in <coops> coops, with <in_one> <birds> in each coop. Every "
                "bird lays <each> eggs a week.",
                "There are <coops> coops on <who>'s farm. In each of them live <in_one> <birds>, "
                "and each of these lays <each> eggs a week.",
                says="flock = coops*in_one; eggs = flock*each",
            )
        ],
    ),
    either(
        [
            fact(
                "<who> uses <kept> of a week's eggs at home.",
                "Of a week's eggs, <kept> go to neighbors.",
                "In that week, <kept> eggs break.",
                says="eggs = kept + rest",
            )
        ],
        [
            fact(
                "Of a week's eggs, a bakery takes <p>%.",
                "A bakery picks up <p>% of a week's eggs.",
                says="kept = p/100*eggs; eggs = kept + rest",
            )
        ],
    ),
    either(
        [
            ask(
                "How many eggs of this week are left?",
                "How many of the week's eggs does <who> have then?",
                of="rest",
                kind="things",
                x="the eggs that are left",
                who="who",
            )
        ],
        [
            fact(
                "All other eggs are packed in cartons of <box>.",
                "The other eggs go into cartons, <box> to a carton.",
                "What is left is put in cartons that hold <box> eggs each.",
                says="rest = box*boxes",
            ),
            either(
                [
                    ask(
                        "How many cartons are filled?",
                        "How many cartons of eggs does <who> have?",
                        of="boxes",
                        kind="things",
                        x="the cartons of eggs",
                        who="who",
                    )
                ],
                [
                    fact(
                        "A carton costs $<price>, and all cartons are sold.",
                        "<who> sells every carton for $<price>.",
                        "At the market, every carton finds a buyer for $<price>.",
                        says="income = boxes*price",
                    ),
                    ask(
                        "How much money in dollars does <who> get for the cartons?",
                        "How many dollars do all the cartons bring in?",
                        of="income",
                        kind="earned",
                        x="the money for the eggs",
                        who="who",
                    ),
                ],
            ),
        ],
    ),
    words={
        "who": PERSON,
        "birds": ("hens", "ducks", "quails", "bantams", "pullets", "guinea fowls"),
    },
    draws={
        "coops": count(2, 6),
        "in_one": plain(6, 18),
        "flock": plain(8, 48),
        "each": count(3, 6),
        "p": percent(10, 60),
        "kept": plain(5, 40),
        "box": divisor("rest", 4, 12),
        "price": money(3, 7),
    },
    units={
        "coops": "coop",
        "in_one": "bird/coop",
        "flock": "bird",
        "each": "egg/bird",
        "eggs": "egg",
        "p": "%",
        "kept": "egg",
        "rest": "egg",
        "box": "egg/carton",
        "boxes": "carton",
        "price": "dollar/carton",
        "income": "dollar",
    },
    lines={
        "flock": ("In all the coops, there are @ <birds>.",),
        "eggs": ("The <birds> lay @ eggs.", "In a week, there are @ eggs."),
        "kept": ("The bakery takes @ eggs.",),
        "rest": ("That leaves @ eggs.", "@ eggs are left."),
        "boxes": ("Those fill @ cartons.", "That makes @ cartons."),
        "income": ("They bring in $@.", "<who> gets $@."),
    },
    need=("kept < eggs",),
    within={"flock": (8, 100), "kept": (4, 250), "boxes": (2, 60)},
)

FAMILIES = (feeding_animals, egg_cartons)
