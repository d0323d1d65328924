"""Situations of people divided into teams."""

from factory.symbolic.grammar.draws import count, money, plain
from factory.symbolic.grammar.family import ask, either, fact, family

_CONTESTS = (
    "a treasure hunt",
    "a relay race",
    "a beach cleanup",
    "a quiz night",
    "a kite contest",
    "a raft race",
    "a sandcastle contest",
)
_MEMBERS = ("students", "players", "adults", "club members", "scouts", "neighbors")
_GIFTS = (
    ("balloons", money(2, 3)),
    ("vouchers", money(4, 6)),
    ("prizes", money(3, 6)),
    ("flags", money(2, 4)),
    ("badges", money(2, 3)),
    ("water bottles", money(2, 4)),
    ("bags of popcorn", money(2, 4)),
)

_signed = fact(
    "For <event>, <all> <people> sign up. When the day comes, <absent> of them stay away.",
    "<event.Up> has <all> <people> on its list, but <absent> of them do not show up.",
    "For <event>, <all> <people> are on the list, but <absent> of them fall ill.",
    "Of <all> <people> who signed up for <event>, <absent> cancel.",
    says="here = all-absent",
)
_teams = fact(
    "The others form <groups> equal teams.",
    "Those who come are divided into <groups> teams of the same size.",
    "From all the <people> who come, <groups> teams of equal size are made.",
    says="here = groups*size",
)
_of_size = fact(
    "The others form teams of <size>.",
    "The rest split up into teams with <size> <people> each.",
    "All the <people> who come join a team, and each team has <size> <people>.",
    says="here = groups*size",
)

teams = family(
    "teams",
    either(
        [
            _signed,
            _teams,
            either(
                [
                    fact(
                        "Then <guide> helpers join every team.",
                        "In addition, every team gets <guide> helpers.",
                        "Before the start, <guide> helpers are added to each team.",
                        says="full = size+guide",
                    ),
                    ask(
                        "How many members does each team have, helpers included?",
                        "How many people are on each team, counting the helpers?",
                        of="full",
                    ),
                ],
                [
                    ask(
                        "How many <people> are on each team?",
                        "How many <people> does each team have?",
                        of="size",
                    ),
                ],
            ),
        ],
        [
            _signed,
            _of_size,
            either(
                [
                    fact(
                        "Each team gets <each> <thing>.",
                        "Every team needs <each> <thing>.",
                        "The organizers give each team <each> <thing>.",
                        says="things = groups*each",
                    ),
                    ask(
                        "How many <thing> are needed in all?",
                        "How many <thing> do all the teams together get?",
                        of="things",
                    ),
                ],
                [
                    fact(
                        "Each team gets <each> <thing>, which cost $<price> each.",
                        "Every team needs <each> <thing> at a price of $<price> each.",
                        "The organizers give each team <each> <thing>, and each of those costs "
                        "$<price>.",
                        says="things = groups*each; cost = things*price",
                    ),
                    ask(
                        "How much money in dollars do the <thing> for all teams cost?",
                        "How many dollars are spent on <thing>?",
                        of="cost",
                    ),
                ],
                [
                    ask(
                        "How many teams are there?",
                        "How many teams do they form?",
                        of="groups",
                    ),
                ],
            ),
        ],
        [
            fact(
                "On the day of <event>, <absent> of the <people> who signed up do not come.",
                "Some <people> sign up for <event>, but <absent> of them stay away in the end.",
                "On the list for <event> are some <people>, of whom <absent> fall ill.",
                says="here = all-absent",
            ),
            fact(
                "The others form exactly <groups> teams of <size>.",
                "All the <people> who come are divided into <groups> teams of <size>.",
                "From the rest, <groups> teams are made, and there are <size> <people> in each.",
                says="here = groups*size",
            ),
            ask(
                "How many <people> signed up?",
                "How many <people> were on the list?",
                of="all",
            ),
        ],
        [
            fact(
                "For <event>, <all> <people> sign up, but some of them do not come.",
                "On the list for <event> are <all> <people>. Some of them fall ill.",
                "Some of the <all> <people> who signed up for <event> stay away.",
                says="here = all-absent",
            ),
            fact(
                "The others form exactly <groups> teams of <size>.",
                "All the <people> who come are divided into <groups> teams of <size>.",
                "From the rest, <groups> teams are made, and there are <size> <people> in each.",
                says="here = groups*size",
            ),
            ask(
                "How many of the <people> stay away?",
                "How many <people> who signed up do not come?",
                of="absent",
            ),
        ],
    ),
    words={"event": _CONTESTS, "people": _MEMBERS},
    rows={"thing,price": _GIFTS},
    draws={
        "groups": count(4, 12),
        "size": count(4, 12),
        "absent": plain(3, 15),
        "guide": count(2, 4),
        "each": count(3, 9),
    },
    units={
        "all": "person",
        "absent": "person",
        "here": "person",
        "groups": "team",
        "size": "person/team",
        "guide": "person/team",
        "full": "person/team",
        "each": "thing/team",
        "things": "thing",
        "price": "dollar/thing",
        "cost": "dollar",
    },
    lines={
        "here": ("There are @ <people> who take part.", "The number of <people> who come is @."),
        "size": ("Each team has @ <people>.", "That makes @ <people> on each team."),
        "full": ("With the helpers, a team has @ members.", "Helpers included, that is @ people."),
        "groups": ("They form @ teams.", "There are @ teams."),
        "things": ("All teams together get @ <thing>.", "That takes @ <thing>."),
        "cost": ("The <thing> cost $@.", "All the <thing> together cost $@."),
        "all": ("In all, @ <people> signed up.", "On the list, there were @ <people>."),
        "absent": (
            "The number of <people> who stay away is @.",
            "This means that @ <people> do not come.",
        ),
    },
    owners={"all": "event"},
)

FAMILIES = (teams,)
