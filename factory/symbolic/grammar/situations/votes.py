"""Situations of votes between proposals."""

from factory.symbolic.grammar.draws import part, percent, plain
from factory.symbolic.grammar.family import ask, either, fact, family

_GROUPS = (
    "the sports club",
    "the photography club",
    "the chess club",
    "the alpine club",
    "the sailing club",
    "the neighborhood association",
    "the riding club",
    "the garden club",
)
"""Large enough for many votes."""

_OUTINGS = (
    "picnic",
    "boat trip",
    "museum visit",
    "zoo visit",
    "bowling trip",
    "beach day",
    "cave tour",
)

_voters = fact(
    "<club.Up> and its friends vote on the next outing, and <all> people cast one vote each.",
    "All <all> members and friends of <club> vote on the next outing, with one vote each.",
    "To plan an outing, <club> asks its <all> members and friends to vote once each, and all of "
    "them do.",
    says="rest = all-first; last = rest-next",
)
_share = fact(
    "Of all voters, <share>% choose <one.a>.",
    "<one.A> gets <share>% of the votes.",
    "Of all the votes, <share>% are for <one.a>.",
    says="first = share/100*all",
)
_split = fact(
    "Of the other votes, <k> are for <two.a> and the rest for <three.a>.",
    "The remaining votes are split: <k> of them go to <two.a>, and all others to <three.a>.",
    "Of those who do not vote for the <one>, <k> vote for <two.a> and all others for <three.a>.",
    says="next = rest/k",
)
_fewer = fact(
    "<two.A> gets <behind> fewer votes than the <one>, and all other votes are for <three.a>.",
    "The <one> is ahead of <two.a> by <behind> votes. The rest of the votes go to <three.a>.",
    "For <two.a>, there are <behind> fewer votes than for the <one>. The rest are for <three.a>.",
    says="next = first-behind",
)
_for_last = ask(
    "How many votes does the <three> get?",
    "How many people vote for the <three>?",
    "How many votes are there for the <three>?",
    of="last",
)

votes = family(
    "votes",
    either(
        [
            _voters,
            _share,
            either(
                [_split, _for_last],
                [_fewer, _for_last],
                [
                    _split,
                    ask(
                        "How many more votes does the <one> get than the <two>?",
                        "By how many votes is the <one> ahead of the <two>?",
                        of="ahead",
                    ),
                ],
            ),
        ],
        [
            _voters,
            fact(
                "<one.A> gets <lead> votes, and <two.a> gets <runner>. All other votes are "
                "for <three.a>.",
                "There are <lead> votes for <one.a> and <runner> for <two.a>. The rest of the "
                "votes are for <three.a>.",
                "Apart from <lead> votes for <one.a> and <runner> votes for <two.a>, all votes are "
                "for <three.a>.",
                says="others = all-lead; final = others-runner; final = percent/100*all",
            ),
            ask(
                "What percentage of the votes does the <three> get?",
                "What percentage of the voters vote for the <three>?",
                of="percent",
            ),
        ],
        [
            fact(
                "When <club> votes on the next outing, with one vote for each person, <first> "
                "people choose <one.a>. That is <share>% of all votes.",
                "<club.Up> votes on an outing, and each person has one vote. <one.A> gets <first> "
                "votes, which is <share>% of the total.",
                "In a vote by <club>, where everybody has one vote, <one.a> gets <first> votes, "
                "which is <share>% of all the votes.",
                says="first = share/100*all; rest = all-first; last = rest-next",
            ),
            either(
                [_split, _for_last],
                [_fewer, _for_last],
                [
                    ask(
                        "How many people take part in the vote?",
                        "How many people vote in all?",
                        of="all",
                    ),
                ],
            ),
        ],
    ),
    words={"club": _GROUPS, "one,two,three": _OUTINGS},
    draws={
        "all": plain(40, 160, 20),
        "share": percent(15, 60),
        "k": part(3, 4),
        "behind": plain(3, 30),
        "lead": plain(12, "all/2"),
        "percent": percent(15, 60),
        "runner": plain(4, 120),
    },
    units={
        "all": "vote",
        "share": "%",
        "first": "vote",
        "rest": "vote",
        "k": "1",
        "next": "vote",
        "last": "vote",
        "behind": "vote",
        "ahead": "vote",
        "lead": "vote",
        "others": "vote",
        "runner": "vote",
        "final": "vote",
        "percent": "%",
    },
    lines={
        "first": ("The <one> gets @ votes.", "There are @ votes for the <one>."),
        "rest": ("The other outings get @ votes.", "That leaves @ votes for the others."),
        "next": ("The <two> gets @ votes.", "There are @ votes for the <two>."),
        "last": ("The <three> gets @ votes.", "There are @ votes for the <three>."),
        "others": ("The other outings get @ votes.", "There are @ votes for the other outings."),
        "final": ("The <three> gets @ votes.", "There are @ votes for the <three>."),
        "ahead": ("The <one> is ahead by @ votes.", "The difference is @ votes."),
        "all": (
            "Since <first> votes are <share>% of all, there are @ votes in all.",
            "As <share>% of all votes are <first>, the number of people who vote is @.",
        ),
        "percent": ("That is @ percent of the votes.",),
    },
    says="ahead = first-next",
)

FAMILIES = (votes,)
