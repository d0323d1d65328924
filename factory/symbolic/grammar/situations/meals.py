"""Situations of a meal that friends share."""

from factory.symbolic.grammar.draws import dollars, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_MEALS = (
    "noodle house",
    "pizza place",
    "taco restaurant",
    "curry restaurant",
    "pasta restaurant",
    "burger restaurant",
    "dumpling bar",
)

_orders = fact(
    "<who> and some friends eat at <meal.a>. The food costs $<food>, and the drinks cost "
    "$<drinks>.",
    "At <meal.a>, <who> and some friends order food for $<food> and drinks for $<drinks>.",
    "<who> spends an evening at <meal.a> with some friends. They order food for $<food> and "
    "drinks for $<drinks>.",
    "After a match, <who> and some teammates go to <meal.a> and order food for $<food> and "
    "drinks for $<drinks>.",
    says="bill = food+drinks",
)
_tip = fact(
    "They leave a tip of <tip>% of the whole bill.",
    "A tip of <tip>% is added to the bill.",
    "Everyone is happy with the service, so <tip>% of the bill is added as a tip.",
    says="extra = tip/100*bill; total = bill+extra",
)
_shared = fact(
    "The <people> people at the table, <who> among them, share the total equally.",
    "All <people> people at the table, including <who>, pay the same.",
    "The total is divided equally among <who> and the others, <people> people in all.",
    says="total = people*share",
)
_each_pays = ask(
    "How much money in dollars does <who> pay?",
    "How many dollars does each person at the table pay?",
    of="share",
)
_rest_shared = fact(
    "The rest is divided equally among the <people> people at the table, <who> among them.",
    "All <people> people at the table, including <who>, pay equal parts of what is left.",
    "What remains is shared equally by <who> and the others, <people> people in all.",
    says="rest = people*part",
)
_each_still_pays = ask(
    "How much money in dollars does each person at the table still pay?",
    "How many dollars does each of them still have to pay?",
    of="part",
)

shared_meal = family(
    "shared_meal",
    either(
        [
            _orders,
            _tip,
            _shared,
            either(
                [_each_pays],
                [
                    fact(
                        "<who> pays this share with $<note> and gets change.",
                        "For this share, <who> hands the waiter $<note> and waits for the change.",
                        "To pay this share, <who> puts $<note> on the table.",
                        says="note = share+change",
                    ),
                    ask(
                        "How many dollars does <who> get back?",
                        "How much change in dollars does <who> get?",
                        of="change",
                    ),
                ],
            ),
        ],
        [
            _orders,
            fact(
                "A voucher takes $<off> off the bill.",
                "<who> has a gift card for $<off>, which is used first.",
                "The owner, an old friend of theirs, takes $<off> off the bill.",
                says="rest = bill-off",
            ),
            _rest_shared,
            _each_still_pays,
        ],
        [
            _orders,
            _tip,
            fact(
                "From the total, tip included, a voucher takes off $<less>.",
                "<who> pays $<less> of the total with a gift card.",
                "A gift card pays for $<less> of the total, tip included.",
                says="rest = total-less",
            ),
            _rest_shared,
            _each_still_pays,
        ],
        [
            _orders,
            _tip,
            ask(
                "How much money in dollars do they pay altogether, with the tip?",
                "How many dollars does the meal cost them, tip included?",
                of="total",
            ),
        ],
        [
            _orders,
            _tip,
            fact(
                "Everybody at the table, <who> among them, pays $<share>.",
                "Shared equally by all the people at the table, the total comes to $<share> for "
                "each person.",
                "The total is divided equally, and each person at the table, <who> too, pays "
                "$<share>.",
                says="total = people*share",
            ),
            ask(
                "How many people are at the table?",
                "How many people share the bill?",
                of="people",
            ),
        ],
        [
            fact(
                "<who> and some friends, <people> people in all, share the bill at <meal.a> "
                "equally. Each of them pays $<share>.",
                "At <meal.a>, the bill is split evenly among <people> people, <who> among them, "
                "and each pays $<share>.",
                "After dinner at <meal.a>, <who> pays $<share>, and so does everybody else at the "
                "table. There are <people> people in all.",
                says="total = people*share; total = food+drinks",
            ),
            fact(
                "Of the whole bill, $<drinks> is for drinks, and the rest is for food.",
                "The drinks alone cost $<drinks>, and the rest of the bill is for food.",
                "The bill is for food and drinks, and the drinks cost $<drinks>.",
            ),
            ask(
                "How many dollars does the food cost?",
                "How much money in dollars do they spend on food?",
                of="food",
            ),
        ],
    ),
    words={"who": PERSON, "meal": _MEALS},
    draws={
        "food": dollars(42, 260),
        "drinks": dollars(9, 60),
        "people": plain(3, 9),
        "tip": percent(10, 25),
        "off": dollars(5, 20),
        "less": dollars(10, 30),
        "note": dollars("share+1", "share+18", 10),
    },
    units={
        "food": "dollar",
        "drinks": "dollar",
        "bill": "dollar",
        "tip": "%",
        "extra": "dollar",
        "off": "dollar",
        "less": "dollar",
        "rest": "dollar",
        "part": "dollar/person",
        "total": "dollar",
        "people": "person",
        "share": "dollar/person",
        "note": "dollar/person",
        "change": "dollar/person",
    },
    lines={
        "bill": ("The bill is $@.", "Food and drinks cost $@."),
        "extra": ("The tip is $@.", "For the tip, they pay $@."),
        "total": ("The total is $@.", "Altogether, the meal costs $@."),
        "rest": ("There is $@ left to share.", "For the people at the table, $@ is left to pay."),
        "part": ("Each person still pays $@.", "Each person's part is $@."),
        "share": ("Each person pays $@.", "Each person's share is $@."),
        "change": ("<who> gets back $@.", "The change is $@."),
        "people": ("There are @ people at the table.", "@ people share the bill."),
        "food": ("The food costs $@.", "For the food, they pay $@."),
    },
    need=("drinks < food", "12*people < food", "food < 40*people", "2*people < drinks"),
    owners={"share": "who"},
)

FAMILIES = (shared_meal,)
