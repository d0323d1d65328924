"""Situations of saving, week by week, until a thing can be bought."""

from factory.symbolic.grammar.draws import count, dollars
from factory.symbolic.grammar.family import PERSON, Fact, ask, either, fact, family
from factory.symbolic.grammar.words import COSTLY

_CHORES = (
    "walking dogs",
    "weeding gardens",
    "washing cars",
    "babysitting",
    "raking leaves",
    "delivering newspapers",
)


def _goal(open_sum: str, start: str = "start") -> Fact:
    return fact(
        f"<who> wants to buy <item.a> for $<price> and has already put aside $<{start}>.",
        f"<item.A> costs $<price>. So far, <who> has $<{start}> for it.",
        f"<who> is saving for <item.a> that costs $<price>, and $<{start}> is already in <who.his> "
        "money box.",
        f"The price of <item.a> is $<price>, and <who>, who wants to buy it, has saved $<{start}>.",
        says=f"{open_sum} = price-{start}",
    )


_gift = fact(
    "Then <who.his> uncle adds $<gift>.",
    "For <who.his> birthday, <who> gets $<gift> more.",
    "Then <who> sells an old game for $<gift> and adds this money to the savings.",
    says="needed = missing-gift",
)
_weekly = fact(
    "From now on <who> saves $<weekly> every week.",
    "<who.He> can set aside $<weekly> a week.",
    "At the end of each week <who> puts $<weekly> away.",
    says="needed = weeks*weekly",
)


def _chores(says: str) -> Fact:
    return fact(
        "Every week, <who> spends <days> days <chore> for $<pay> a day and saves all the money.",
        "By <chore>, <who> earns $<pay> a day on <days> days of each week and saves all of it.",
        "On <days> days of every week, <who> earns $<pay> a day by <chore>, and saves this money.",
        says=f"gain = days*pay; {says}",
    )


_weeks = ask(
    "How many weeks does it take until <who> can buy the <item>?",
    "How many weeks must <who> save to afford the <item>?",
    "After how many weeks does <who> have enough money for the <item>?",
    of="weeks",
)

saving_for_a_goal = family(
    "saving_for_a_goal",
    either(
        [_goal("needed"), either([_weekly], [_chores("needed = weeks*gain")]), _weeks],
        [_goal("missing"), _gift, either([_weekly], [_chores("needed = weeks*gain")]), _weeks],
        [
            _goal("needed"),
            fact(
                "<who> wants to have the rest in <weeks> weeks and saves the same sum every week.",
                "To have the rest in exactly <weeks> weeks, <who> puts away an equal amount "
                "each week.",
                "If <who> saves the same amount each week, <who.he> has just enough money after "
                "<weeks> weeks.",
                says="needed = weeks*weekly",
            ),
            ask(
                "How much money in dollars does <who> save each week?",
                "How many dollars does <who> put away every week?",
                of="weekly",
            ),
        ],
        [
            fact(
                "<who> has $<start> and saves $<weekly> a week for <item.a>. After <weeks> "
                "weeks, <who.he> has exactly enough money.",
                "With $<start> to begin with and $<weekly> more at the end of each week, <who> has "
                "just enough for <item.a> after <weeks> weeks.",
                "For <weeks> weeks, <who> adds $<weekly> a week to the $<start> in <who.his> "
                "money box. Then <who.he> spends all of it on <item.a>.",
                says="put = weeks*weekly; price = start+put",
            ),
            ask(
                "How many dollars does the <item> cost?",
                "What is the price of the <item> in dollars?",
                of="price",
                kind="price",
                x="the price of the <item>",
                who="who",
            ),
        ],
        [
            _goal("needed", "begun"),
            _chores("saved = some*gain; rest = needed-saved"),
            fact(
                "<who> keeps this up for <some> weeks.",
                "This goes on for <some> weeks.",
                "<who.He> does this for the next <some> weeks.",
            ),
            ask(
                "How many dollars does <who> still need for the <item> after these weeks?",
                "How much more money in dollars does <who> need for the <item> after that time?",
                of="rest",
                kind="missing",
                x="the money that is still needed",
                who="who",
            ),
        ],
    ),
    words={"who": PERSON, "chore": _CHORES},
    rows={"item,price": tuple((thing.name, dollars(thing.low, thing.high, 5)) for thing in COSTLY)},
    draws={
        "weekly": dollars(6, 48),
        "days": count(2, 6),
        "pay": dollars(7, 18),
        "weeks": count(3, 14),
        "gift": dollars(15, 60),
        "some": count(2, 9),
        "begun": dollars(10, 80),
    },
    units={
        "price": "dollar",
        "start": "dollar",
        "missing": "dollar",
        "gift": "dollar",
        "needed": "dollar",
        "put": "dollar",
        "begun": "dollar",
        "weekly": "dollar/week",
        "days": "day/week",
        "pay": "dollar/day",
        "gain": "dollar/week",
        "weeks": "week",
        "some": "week",
        "saved": "dollar",
        "rest": "dollar",
    },
    lines={
        "missing": ("<who> still needs $@.", "At first, <who> needs $@ more."),
        "needed": ("<who> has to save $@.", "The amount still to be saved is $@."),
        "put": ("In <weeks> weeks, <who> saves $@.", "The weekly savings add up to $@."),
        "gain": ("In a week, <who> saves $@.", "Each week, <who> saves $@."),
        "weekly": ("In a week, <who> saves $@.", "Each week, <who> saves $@."),
        "weeks": ("That takes @ weeks.", "So it takes <who> @ weeks."),
        "price": ("So the <item> costs $@.", "The price of the <item> is $@."),
        "saved": ("In that time, <who> saves $@.", "In those weeks, <who> saves $@."),
        "rest": ("Then $@ is still missing.", "Then <who> still needs $@."),
    },
    within={"start": (5, 400)},
    need=("start < needed*3",),
    owners={
        "start": "who",
        "gift": "who",
        "begun": "who",
        "weekly": "who",
        "pay": "who",
        "weeks": "who",
        "rest": "who",
    },
)

FAMILIES = (saving_for_a_goal,)
