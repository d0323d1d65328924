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
        f"<who> practices <skill> for <{time}> minutes on each of <days> school days.",
        f"On each of <days> mornings a week, <who> spends <{time}> minutes on <skill>.",
        f"Every week there are <days> days on which <who> has <{time}> minutes for <skill>.",
        f"<who> is learning <skill> and practices for <{time}> minutes on <days> days of each "
        "week.",
        says=f"base = days*{time}",
    )


def _long(time: str) -> Fact:
    return fact(
        f"On <free> other days of the week the practice lasts <{time}> minutes each time.",
        f"<who.He> practices for <{time}> minutes on each of <free> other days.",
        f"There are also <free> days in the week with <{time}> minutes of practice each.",
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
                        "This plan is for <weeks> weeks.",
                        "Until the next concert <who> practices like this for <weeks> weeks.",
                        says="all = weeks*week",
                    ),
                    ask(
                        "How many minutes does <who> practice in all?",
                        "How many minutes of practice is that for <who> altogether?",
                        of="all",
                    ),
                ],
                [
                    fact(
                        "<who> adds up the minutes of all weeks like this and gets <all>.",
                        "After some weeks like this, <who> has practiced for <all> minutes.",
                        "In the whole term, <who> practices like this for <all> minutes in all.",
                        says="all = weeks*week",
                    ),
                    ask(
                        "How many weeks is that?",
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
                        "How many minutes of practice does <friend> have in a week?",
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
                "This plan is for <weeks> weeks.",
                "Until the next concert <who> practices like this for <weeks> weeks.",
                says="all = weeks*week; long_time = all/60",
            ),
            ask(
                "How many hours does <who> practice in all?",
                "How many hours of practice is that for <who> altogether?",
                of="long_time",
            ),
        ],
        [
            _short("brief"),
            _long("lengthy"),
            ask(
                "How many hours does <who> practice in such a week?",
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
                "On <free> other days of the week the practice is longer, always equally long. "
                "In all <who> practices for <hours> hours a week.",
                "<who.He> also practices on <free> other days, for the same time each, and the "
                "whole week has <hours> hours of practice.",
                "There are <free> other days of practice in the week, equally long, and a week "
                "comes to <hours> hours altogether.",
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
    },
    lines={
        "base": ("On those days together that makes @ minutes.", "The short days make @ minutes."),
        "more": ("The other days add @ minutes.", "The long days make @ minutes."),
        "week": ("In a week that is @ minutes.", "A whole week has @ minutes of practice."),
        "long_time": ("In hours that is @ hours.", "So <who> practices for @ hours in all."),
        "hours": ("In hours that is @ hours.", "So <who> practices @ hours a week."),
        "all": ("In all that time it is @ minutes.", "Altogether that makes @ minutes."),
        "weeks": ("That takes @ weeks.", "So <who> has practiced for @ weeks."),
        "theirs": ("<friend> practices for @ minutes.", "For <friend> that leaves @ minutes."),
        "lengthy": ("Each of the long days has @ minutes.", "So it is @ minutes on each such day."),
    },
    need=("days+free <= 7",),
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
