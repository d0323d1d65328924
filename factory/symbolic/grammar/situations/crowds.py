"""Situations of a crowd: how many percent of it do something."""

from itertools import permutations

from factory.symbolic.grammar.draws import percent, plain
from factory.symbolic.grammar.family import ask, either, fact, family

_GROUPS = (
    ("a summer camp", "at the camp", "kids", "swim every day", "play soccer every day"),
    ("a summer camp", "at the camp", "kids", "play the drums", "play the guitar"),
    ("a festival", "at the festival", "helpers", "sell drinks", "sell tickets"),
    ("a festival", "at the festival", "helpers", "bring cakes", "bring salads"),
    ("a school", "at the school", "students", "sing in a choir", "play chess"),
    ("a school", "at the school", "students", "speak Spanish", "speak French"),
    ("a company", "in the company", "workers", "play soccer", "go swimming"),
    ("a company", "in the company", "workers", "drink tea", "drink coffee"),
    ("a village", "in the village", "residents", "own a garden", "keep chickens"),
    ("a village", "in the village", "residents", "own a bicycle", "own a boat"),
    ("a hotel", "in the hotel", "guests", "book a bus tour", "book a boat tour"),
    ("a hotel", "in the hotel", "guests", "rent skis", "rent a sled"),
    ("a museum", "in the museum", "visitors", "buy a poster", "buy a postcard"),
    ("a museum", "in the museum", "visitors", "take a guided tour", "visit the cafe"),
    ("a marathon", "at the marathon", "runners", "wear a cap", "wear sunglasses"),
    ("a marathon", "at the marathon", "runners", "carry a bottle", "carry a phone"),
)
_BOTH_WAYS = tuple(
    (place, where, where.split()[0], people, *acts)
    for place, where, people, *habits in _GROUPS
    for acts in permutations(habits)
)

_all = fact(
    "<place.Up> has <all> <people>.",
    "A survey is sent to all <all> <people> <at> <place>.",
    "<place.Up> with <all> <people> does a survey.",
)
_share = fact(
    "Of these <people>, <share>% <act>.",
    "Exactly <share>% of these <people> <act>.",
    "Altogether, <share>% of the <people> <act>.",
    says="some = share/100*all",
)

percent_of_a_group = family(
    "percent_of_a_group",
    either(
        [
            _all,
            _share,
            either(
                [
                    fact(
                        "The other <people> do not.",
                        "The rest of the <people> do not.",
                        "None of the other <people> do.",
                    ),
                    ask(
                        "How many <people> do not <act>?",
                        "How many of the <people> <where> do not <act>?",
                        of="rest",
                        kind="people",
                        x="the <people> who do not <act>",
                    ),
                ],
                [
                    fact(
                        "Of those who <act>, <inner>% also <other>.",
                        "Among those who <act>, <inner>% <other> as well.",
                        "In addition, <inner>% of the <people> who <act> also <other>.",
                        says="two = inner/100*some; only = some-two",
                    ),
                    ask(
                        "How many <people> <act> but do not <other>?",
                        "How many of the <people> who <act> do not <other>?",
                        of="only",
                        kind="people",
                        x="the <people> who <act> but do not <other>",
                    ),
                ],
                [
                    fact(
                        "In addition, <joined> other <people> <other>, and the rest of the "
                        "<people> do neither.",
                        "Another <joined> <people> <other> instead. The rest of the <people> do "
                        "neither.",
                        "Of the others, <joined> <people> <other>, and all who are left do "
                        "neither.",
                        says="now = some+joined; neither = all-now",
                    ),
                    ask(
                        "How many <people> neither <act> nor <other>?",
                        "How many of the <people> <where> do neither?",
                        of="neither",
                    ),
                ],
            ),
        ],
        [
            fact(
                "<place.Up> counts <some> <people> who <act>. These are <share>% of all the "
                "<people> <where>.",
                "In a survey <at> <place>, <some> <people> say that they <act>, and these are "
                "<share>% of all the <people> there.",
                "A report on <place> says that <some> <people> <act>, which is <share>% of all "
                "the <people> there.",
                says="some = share/100*all",
            ),
            either(
                [
                    ask(
                        "How many <people> are there <where> altogether?",
                        "What is the total number of <people> <where>?",
                        of="all",
                        kind="people",
                        x="the <people> <where>",
                    ),
                ],
                [
                    ask(
                        "How many <people> <where> do not <act>?",
                        "How many of the <people> do not <act>?",
                        of="rest",
                        kind="people",
                        x="the <people> who do not <act>",
                    ),
                ],
            ),
        ],
        [
            _all,
            fact(
                "Of these <people>, <rest> do not <act>, and all others do.",
                "There are <rest> <people> who do not <act>. The others do.",
                "Exactly <rest> of the <people> do not <act>, while all others do.",
                says="some = share/100*all",
            ),
            ask(
                "What percentage of the <people> <act>?",
                "What percentage of all the <people> <where> <act>?",
                of="share",
            ),
        ],
    ),
    rows={"place,where,at,people,act,other": _BOTH_WAYS},
    draws={
        "all": plain(80, 900, 40),
        "share": percent(15, 80),
        "inner": percent(20, 80, 20),
        "joined": plain(5, 40),
    },
    units={
        "all": "person",
        "share": "%",
        "some": "person",
        "rest": "person",
        "inner": "%",
        "two": "person",
        "only": "person",
        "joined": "person",
        "now": "person",
        "neither": "person",
    },
    lines={
        "some": ("There are @ <people> who <act>.", "The number of <people> who <act> is @."),
        "rest": (
            "There are @ <people> who do not <act>.",
            "That leaves @ <people> who do not <act>.",
        ),
        "two": (
            "Of these, @ <people> also <other>.",
            "There are @ <people> who <act> and <other>.",
        ),
        "only": (
            "That leaves @ <people> who <act> but do not <other>.",
            "There are @ <people> who <act> but do not <other>.",
        ),
        "now": ("Together, @ <people> <act> or <other>.",),
        "neither": (
            "That leaves @ <people> who do neither.",
            "There are @ <people> who neither <act> nor <other>.",
        ),
        "all": ("In all, there are @ <people>.",),
        "share": ("That is @ percent of the <people>.", "Of all the <people>, @ percent <act>."),
    },
    says="rest = all-some",
    owners={"all": "place", "some": "place"},
)

FAMILIES = (percent_of_a_group,)
