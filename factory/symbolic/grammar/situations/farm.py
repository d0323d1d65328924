"""Animals and what they eat."""

from factory.symbolic.grammar.draws import divisor, dollars, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_BEASTS = (
    ("farm", "goat/goats", "feed", plain(6, 40), plain(3, 4), plain(2, 3)),
    ("farm", "horse/horses", "feed", plain(4, 24), plain(7, 12), plain(3, 6)),
    ("farm", "llama/llamas", "feed", plain(5, 24), plain(3, 4), plain(2, 3)),
    ("farm", "donkey/donkeys", "feed", plain(4, 16), plain(4, 6), plain(2, 3)),
    ("farm", "cow/cows", "feed", plain(8, 30), plain(12, 22), plain(4, 8)),
    ("zoo", "camel/camels", "feed", plain(4, 12), plain(8, 14), plain(3, 6)),
    ("zoo", "zebra/zebras", "feed", plain(5, 14), plain(6, 9), plain(3, 5)),
    ("zoo", "giraffe/giraffes", "feed", plain(4, 9), plain(12, 20), plain(5, 9)),
)

feeding_animals = family(
    "feeding_animals",
    either(
        [
            fact(
                "A <place> keeps <herd> <beasts>, and each of them gets <each> kilograms of "
                "<food> a day.",
                "At a <place> there are <herd> <beasts>. Every <beasts.one> gets <each> kilograms "
                "of <food> a day.",
                "<who> feeds <herd> <beasts> at a <place>. Each of them gets <each> kilograms of "
                "<food> per day.",
                says="daily = herd*each",
            )
        ],
        [
            fact(
                "A <place> has <herd> adult <beasts> and <young> young <beasts>. Every adult "
                "<beasts.one> gets <each> kilograms of <food> a day, and every young <beasts.one> "
                "gets <bit> kilograms a day.",
                "Of the <beasts> at a <place>, <herd> are adults, and <young> are young animals. "
                "In a day, each adult eats <each> kilograms of <food>, and each young animal eats "
                "<bit> kilograms.",
                "Each day, <who> feeds <herd> adult <beasts> and <young> young <beasts> at a "
                "<place>. Each adult <beasts.one> gets <each> kilograms of <food>, and each young "
                "<beasts.one> gets <bit> kilograms.",
                says="grown = herd*each; small = young*bit; daily = grown + small",
            )
        ],
    ),
    either(
        [
            fact(
                "There are <store> kilograms of <food> in the storeroom.",
                "The storeroom was empty until a truck brought <store> kilograms of <food> this "
                "morning.",
                "The storeroom holds <store> kilograms of <food>.",
                says="store = daily*days",
            ),
            ask(
                "How many days will the <food> last?",
                "For how many days is this <food> enough?",
                of="days",
                kind="days",
                x="this period",
            ),
        ],
        [
            fact(
                "The storeroom holds <stock> kilograms of <food>, and nothing is added for <days> "
                "days.",
                "At the start of a period of <days> days, there are <stock> kilograms of <food> "
                "in the storeroom. No more <food> is delivered during this time.",
                says="eaten = daily*days; stock = eaten + rest",
            ),
            ask(
                "How many kilograms of <food> are left after that time?",
                "How many kilograms of <food> does the storeroom hold at the end of these days?",
                of="rest",
            ),
        ],
        [
            fact(
                "The <food> comes in sacks of <k> kilograms.",
                "A dealer brings the <food> in sacks of <k> kilograms.",
                "Each sack of <food> weighs <k> kilograms.",
                says="weekly = daily*7; weekly = k*bags",
            ),
            either(
                [
                    ask(
                        "How many sacks of <food> do the <beasts> eat in a week?",
                        "How many sacks of <food> are needed for a week?",
                        of="bags",
                        kind="packed",
                        x="the sacks for a week",
                    )
                ],
                [
                    fact(
                        "Each sack costs $<price>.",
                        "The <place> pays $<price> for each sack.",
                        says="cost = bags*price",
                    ),
                    either(
                        [
                            ask(
                                "How much money in dollars does the <food> for a week cost?",
                                "How many dollars does the <place> pay for a week's <food>?",
                                of="cost",
                            )
                        ],
                        [
                            fact(
                                "The <place> has set aside $<budget> for a week's <food>.",
                                "For a week's <food>, the <place> can spend $<budget>.",
                                "The <place>'s budget for a week's <food> is $<budget>.",
                                says="budget = cost + over",
                            ),
                            ask(
                                "How many dollars are left after the week's <food> is paid for?",
                                "How much of this money, in dollars, does the <place> not spend?",
                                of="over",
                            ),
                        ],
                    ),
                ],
            ),
        ],
        [
            fact(
                "The <place> has ordered <sacks> sacks of <food> with <kilos> kilograms in each.",
                "A truck brings <sacks> sacks of <food> to the empty storeroom. Each sack holds "
                "<kilos> kilograms.",
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
    rows={"place,beasts,food,herd,each,bit": _BEASTS},
    draws={
        "young": plain(2, 10),
        "days": plain(3, 20),
        "kilos": divisor("daily*days", 15, 50),
        "rest": plain(20, 300, 5),
        "budget": dollars("cost+10", "cost+cost/3", 10),
        "k": divisor("daily*7", 10, 50),
        "price": dollars("k/2+4", "k+6"),
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
        "budget": "dollar",
        "over": "dollar",
        "sacks": "sack",
        "kilos": "kilogram/sack",
    },
    lines={
        "grown": ("The adult <beasts> eat @ kilograms a day.",),
        "small": ("The young <beasts> eat @ kilograms a day.",),
        "daily": (
            "Altogether, the <beasts> eat @ kilograms of <food> a day.",
            "In a day, the <beasts> eat @ kilograms of <food>.",
        ),
        "store": ("In all, there are @ kilograms of <food>.",),
        "days": ("That is enough for @ days.", "The <food> lasts @ days."),
        "eaten": ("In <days> days, the <beasts> eat @ kilograms of <food>.",),
        "rest": ("That leaves @ kilograms.", "Then @ kilograms are left."),
        "weekly": ("In a week, the <beasts> eat @ kilograms of <food>.",),
        "bags": ("That is @ sacks of <food>.", "In a week, the <beasts> need @ sacks of <food>."),
        "over": ("The <place> has $@ left.", "That leaves $@."),
        "cost": ("The sacks cost $@.", "A week's <food> costs $@."),
    },
    need=("bit < each", "young < herd"),
    within={"kilos": (5, 50), "days": (3, 20), "bags": (3, 150)},
    owners={"herd": "place"},
)

FAMILIES = (feeding_animals,)
