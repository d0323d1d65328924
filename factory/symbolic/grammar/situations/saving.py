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
        f"<who> is saving for <item.a> that costs $<price>, and there is already $<{start}> in the "
        "jar.",
        f"The price of <item.a> is $<price>, and <who>, who wants to buy it, has saved $<{start}>.",
        says=f"{open_sum} = price-{start}",
    )


_gift = fact(
    "An uncle adds $<gift>.",
    "For <who.his> birthday <who> receives $<gift> more.",
    "Then <who> sells an old game for $<gift> and adds the money.",
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
        "Every week <who> earns $<pay> a day for <chore> on <days> days, and saves all of it.",
        "By <chore>, <who> makes $<pay> a day on <days> days of each week and saves it.",
        "On <days> days of every week <who> gets $<pay> a day for <chore>, and all of it is saved.",
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
                "To buy it in <weeks> weeks, <who> puts away equal sums at the end of each week.",
                "By saving the same amount each week, <who> reaches the price after exactly "
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
                "<who> has $<start> and saves $<weekly> a week for <item.a>. After <weeks> weeks "
                "there is exactly enough money.",
                "With $<start> to begin with and $<weekly> more at the end of each week, <who> has "
                "just enough for <item.a> after <weeks> weeks.",
                "For <weeks> weeks <who> adds $<weekly> a week to the $<start> in the jar. Then "
                "<who.he> spends all of it on <item.a>.",
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
                "<who> does this for <some> weeks.",
                "By now, <some> weeks of this have passed.",
                "<who.He> has been doing this for <some> weeks.",
            ),
            ask(
                "How many dollars are still missing for the <item> after that time?",
                "How much more money in dollars does <who> need for the <item> then?",
                of="rest",
            ),
        ],
    ),
    words={"who": PERSON, "chore": _CHORES},
    rows={"item,price": tuple((thing.name, dollars(thing.low, thing.high, 5)) for thing in COSTLY)},
    draws={
        "weekly": dollars(6, 48),
        "days": count(2, 6),
        "pay": dollars(5, 14),
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
        "missing": ("<who> still needs $@.", "At first $@ is missing."),
        "needed": ("<who> has to save $@ more.", "The weekly savings must bring $@."),
        "put": ("In those weeks <who> saves $@.", "The weekly savings come to $@."),
        "gain": ("In a week <who> saves $@.", "Each week brings $@."),
        "weekly": ("In a week <who> saves $@.", "Each week brings $@."),
        "weeks": ("That takes @ weeks.", "So it takes <who> @ weeks."),
        "price": ("So the <item> costs $@.", "With the money from before that makes $@."),
        "saved": ("In that time <who> saves $@.", "Those weeks bring $@."),
        "rest": ("Then $@ is still missing.", "That leaves $@ to save."),
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
