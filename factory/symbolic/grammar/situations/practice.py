"""Situations of practice: minutes a day, on some days of the week."""

from factory.symbolic.grammar.draws import count, plain
from factory.symbolic.grammar.family import PERSON, Fact, ask, either, fact, family

_SKILLS = (
    "the violin",
    "the trumpet",
    "the flute",
    "the cello",
    "juggling",
    "typing",
    "calligraphy",
    "tap dancing",
)


def _short(time: str) -> Fact:
    return fact(
        f"<who> practices <skill> for <{time}> minutes a day on <days> school days of every week.",
        f"On <days> days of every week, <who> practices <skill> for <{time}> minutes a day.",
        f"<who> is learning <skill> and practices for <{time}> minutes a day on <days> days of "
        "each week.",
        says=f"base = days*{time}",
    )


def _long(time: str) -> Fact:
    return fact(
        f"On <free> other days of the week, the practice is longer and lasts <{time}> minutes a "
        "day.",
        f"<who.He> also practices on <free> other days of the week, for <{time}> minutes each day.",
        f"On <free> other days of each week, <who.he> practices for <{time}> minutes each time.",
        says=f"more = free*{time}; week = base+more",
    )


practice_time = family(
    "practice_time",
    either(
        [
            _short("short"),
            _long("long"),
            either(
                [
                    fact(
                        "<who> keeps this up for <weeks> weeks.",
                        "<who> follows this plan for <weeks> weeks.",
                        "<who> practices like this for <weeks> weeks.",
                        says="all = weeks*week",
                    ),
                    either(
                        [
                            ask(
                                "How many minutes does <who> practice in all?",
                                "How many minutes does <who> spend on practice altogether?",
                                of="all",
                            )
                        ],
                        [
                            fact(
                                "To earn a badge, <who.he> has to practice for <goal> minutes in "
                                "all.",
                                "The goal is to reach <goal> minutes of practice.",
                                "<who.His> teacher hopes for <goal> minutes of practice in total.",
                                says="goal = all + missing",
                            ),
                            ask(
                                "How many minutes is <who> short of this goal?",
                                "How many more minutes of practice would be needed for that?",
                                of="missing",
                            ),
                        ],
                    ),
                ],
                [
                    fact(
                        "<who> follows this plan until <who.he> has practiced for <all> minutes "
                        "in total.",
                        "After some weeks of this plan, <who> has practiced for <all> minutes "
                        "in total.",
                        "So far, <who> has practiced like this for <all> minutes in total.",
                        says="all = weeks*week",
                    ),
                    ask(
                        "For how many weeks has <who> practiced like this?",
                        "For how many weeks has <who> followed this plan?",
                        of="weeks",
                    ),
                ],
                [
                    fact(
                        "<friend> practices <gap> minutes a week less than <who>.",
                        "In a week <who> practices <gap> minutes more than <friend>.",
                        "Compared with <who>, <friend> spends <gap> fewer minutes a week on "
                        "practice.",
                        says="theirs = week-gap",
                    ),
                    ask(
                        "How many minutes does <friend> practice each week?",
                        "How many minutes a week does <friend> spend on practice?",
                        of="theirs",
                    ),
                ],
            ),
        ],
        [
            _short("brief"),
            _long("lengthy"),
            fact(
                "<who> keeps this up for <weeks> weeks.",
                "<who> follows this plan for <weeks> weeks.",
                "<who> practices like this for <weeks> weeks.",
                says="all = weeks*week; long_time = all/60",
            ),
            ask(
                "How many hours does <who> practice in all?",
                "How many hours does <who> spend on practice altogether?",
                of="long_time",
            ),
        ],
        [
            _short("brief"),
            _long("lengthy"),
            ask(
                "How many hours a week does <who> practice?",
                "How many hours of practice does <who> have each week?",
                of="hours",
                kind="hours",
                x="the time that <who> practices each week",
                who="who",
            ),
        ],
        [
            _short("brief"),
            fact(
                "The practice on <free> other days of the week is longer, and it takes the "
                "same time on each of them. In all, <who> practices for <hours> hours a "
                "week.",
                "On <free> other days of the week, the practice is longer and always takes "
                "the same time. All the practice of a week adds up to <hours> hours.",
                "On each of <free> other days of the week, <who.he> practices longer, for "
                "the same time each day. Altogether, <who.he> practices for <hours> hours a "
                "week.",
                says="more = free*lengthy; week = base+more",
            ),
            ask(
                "How many minutes does <who> practice on each of the other days?",
                "How many minutes long is the practice on each of the other days?",
                of="lengthy",
            ),
        ],
    ),
    words={"who,friend": PERSON, "skill": _SKILLS},
    draws={
        "short": plain(15, 55, 5),
        "brief": plain(15, 45, 15),
        "lengthy": plain(60, 120, 15),
        "days": count(3, 5),
        "free": count(2, 4),
        "long": plain(60, 130, 5),
        "weeks": count(2, 12),
        "gap": plain(20, 120, 5),
        "goal": plain("all+30", "all+600", 50),
    },
    units={
        "short": "minute/day",
        "brief": "minute/day",
        "lengthy": "minute/day",
        "days": "day",
        "free": "day",
        "long": "minute/day",
        "base": "minute",
        "more": "minute",
        "week": "minute",
        "hours": "hour",
        "long_time": "hour",
        "weeks": "1",
        "all": "minute",
        "gap": "minute",
        "theirs": "minute",
        "goal": "minute",
        "missing": "minute",
    },
    lines={
        "base": (
            "On the days with shorter practice, that is @ minutes a week.",
            "The shorter practice adds up to @ minutes a week.",
        ),
        "more": (
            "On the days with longer practice, that is @ minutes a week.",
            "The longer practice adds up to @ minutes a week.",
        ),
        "week": (
            "In a week, <who> practices for @ minutes.",
            "That is @ minutes of practice a week.",
        ),
        "long_time": (
            "In all, <who> practices for @ hours.",
            "All the practice together takes @ hours.",
        ),
        "hours": ("That is @ hours of practice a week.", "<who> practices @ hours a week."),
        "all": (
            "In all these weeks, <who> practices for @ minutes.",
            "The practice in all these weeks takes @ minutes.",
        ),
        "weeks": ("<who> has practiced for @ weeks.",),
        "missing": ("<who> is @ minutes short of the goal.",),
        "theirs": (
            "<friend> practices for @ minutes a week.",
            "<friend>'s practice takes @ minutes a week.",
        ),
        "lengthy": (
            "On each of the other days, <who> practices for @ minutes.",
            "The practice lasts @ minutes on each of the other days.",
        ),
    },
    need=("days+free < 7",),
    fine="hours long_time",
    says="week = hours*60",
    owners={
        "short": "who",
        "brief": "who",
        "lengthy": "who",
        "hours": "who",
        "long_time": "who",
        "weeks": "who",
        "all": "who",
        "theirs": "friend",
    },
)

FAMILIES = (practice_time,)
