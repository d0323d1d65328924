"""Animals and what they eat."""

from factory.symbolic.grammar.draws import count, divisor, dollars, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_BEASTS = (
    ("farm", "goat/goats", "feed", count(2, 4)),
    ("farm", "horse/horses", "feed", count(7, 12)),
    ("farm", "llama/llamas", "feed", count(2, 4)),
    ("farm", "donkey/donkeys", "straw", count(3, 6)),
    ("farm", "cow/cows", "feed", count(10, 22)),
    ("zoo", "camel/camels", "feed", count(8, 14)),
    ("zoo", "zebra/zebras", "feed", count(5, 9)),
    ("zoo", "giraffe/giraffes", "feed", count(11, 20)),
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
    owners={"herd": "place"},
)

FAMILIES = (feeding_animals,)
