"""Situations of collections: compared between people, split into parts."""

from factory.symbolic.grammar.draws import count, part, plain, times
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import COLLECTED

_many = fact(
    "<one> has <base> <things>, and <two> has <k> as many.",
    "<two> has <k> as many <things> as <one>, who has <base>.",
    "<one> owns <base> <things>. <two> owns <k> as many as <one>.",
    says="more = k*base",
)
_less = fact(
    "<three> has <gap> fewer <things> than <two>.",
    "<three> would need <gap> more <things> to own as many as <two>.",
    "<two> has <gap> more <things> than <three>.",
    says="last = more-gap",
)
_greater = fact(
    "<two> has <gap> fewer <things> than <three>.",
    "<two> would need <gap> more <things> to own as many as <three>.",
    "<three> has <gap> more <things> than <two>.",
    says="last = more+gap",
)
_altogether = ask(
    "How many <things> do <one>, <two> and <three> have altogether?",
    "What is the total number of <things> that <one>, <two> and <three> have?",
    of="sum",
    kind="things",
    x="the <things> of <one>, <two> and <three>",
)
_of_three = ask(
    "How many <things> does <three> have?",
    "How many <things> does <three> own?",
    of="last",
    kind="things",
    x="<three>'s <things>",
)

twice_as_many = family(
    "twice_as_many",
    either(
        [
            _many,
            either(
                [_less, either([_altogether], [_of_three])],
                [
                    _greater,
                    either(
                        [_altogether],
                        [_of_three],
                        [
                            ask(
                                "How many more <things> does <three> have than <one>?",
                                "How many <things> must <one> add to have as many as <three>?",
                                of="ahead",
                            ),
                        ],
                    ),
                ],
            ),
        ],
        [
            fact(
                "<three> has <last> <things>, which is <gap> fewer than <two> has.",
                "<three> owns <last> <things> and would need <gap> more to own as many as <two>.",
                "<two> has <gap> more <things> than <three>, who has <last>.",
                says="last = more-gap",
            ),
            fact(
                "<two> has <k> as many <things> as <one>.",
                "<two>'s collection has <k> as many <things> as <one>'s.",
                "The number of <things> that <two> has is <k> the number that <one> has.",
                says="more = k*base",
            ),
            either(
                [
                    _altogether,
                ],
                [
                    ask(
                        "How many <things> does <one> have?",
                        "How many <things> does <one> own?",
                        of="base",
                        kind="things",
                        x="<one>'s <things>",
                    ),
                ],
            ),
        ],
    ),
    words={"one,two,three": PERSON, "things": COLLECTED},
    draws={"base": plain(8, 60), "k": times(2, 5), "gap": count(3, 25)},
    units={
        "base": "thing",
        "k": "1",
        "more": "thing",
        "gap": "thing",
        "last": "thing",
        "pair": "thing",
        "sum": "thing",
        "ahead": "thing",
    },
    lines={
        "more": ("<two> has @ <things>.", "<two> owns @ <things>."),
        "last": ("<three> has @ <things>.", "<three> owns @ <things>."),
        "base": ("<one> has @ <things>.", "<one> owns @ <things>."),
        "pair": ("<one> and <two> together have @ <things>.",),
        "sum": ("All of them together have @ <things>.", "With <three>, that makes @ <things>."),
        "ahead": ("So <three> has @ more <things> than <one>.",),
    },
    need=("last != base",),
    says="pair = base+more; sum = pair+last; ahead = last-base",
    owners={
        "base": "one",
        "last": "three",
    },
)

_SPLITS = tuple(
    (part(k, k), part(j, j), plain(40, 360, step))
    for k, j, step in (
        (3, 4, 6),
        (3, 5, 15),
        (3, 6, 18),
        (4, 5, 20),
        (4, 6, 24),
        (5, 3, 15),
        (5, 6, 30),
        (6, 3, 18),
        (6, 4, 24),
    )
)
"""Parts that come out whole: of the collection, of the rest, and the size of the collection."""
_SMALL = tuple(things for things in COLLECTED if things not in ("puzzles", "comics"))
"""What a drawer can hold hundreds of."""
_PLACES = (
    "wooden box",
    "glass case",
    "cardboard box",
    "plastic box",
    "metal box",
)

_owns = fact(
    "<who> has a collection of <total> <things>.",
    "There are <total> <things> in <who>'s collection.",
    "Over the years, <who> has gathered a collection of <total> <things>.",
)
_gives = fact(
    "<who.He> gives <k> of them to <friend>.",
    "As a present, <k> of them go to <friend>.",
    "On <friend>'s birthday, <who> gives <friend> <k> of them.",
    says="gone = total/k; left = total-gone",
)
_keeps = fact(
    "Of those that are left, <who> keeps <j> in <place.a> and the rest in a drawer.",
    "The others are sorted: <j> of them go into <place.a>, and the rest go into a drawer.",
    "Then <who> puts <j> of the remaining <things> into <place.a> and the rest into a drawer.",
    says="shown = left/j; hidden = left-shown",
)
_in_the_drawer = ask(
    "How many <things> are in the drawer?",
    "How many of the <things> does <who> keep in the drawer?",
    of="hidden",
    kind="things",
    x="the <things> in the drawer",
    who="who",
)
_got = fact(
    "<who> gives <k> of a collection of <things> to <friend>, who gets <gone> <things>.",
    "<friend> receives <gone> <things> from <who>. That is <k> of <who>'s whole collection.",
    "<who> gives <friend> <gone> <things>, which is <k> of <who>'s collection.",
    says="gone = total/k; left = total-gone",
)
_new = fact(
    "Later, <who> gets <new> more <things>.",
    "Then <who> trades some old toys for <new> more <things>.",
    "At a flea market, <who> buys <new> more <things> for the collection.",
    says="now = left+new",
)
_has_now = ask(
    "How many <things> does <who> have now?",
    "How many <things> are in <who>'s collection now?",
    of="now",
    kind="things",
    x="the <things> in the collection",
    who="who",
)

parts_of_a_collection = family(
    "parts_of_a_collection",
    either(
        [
            _owns,
            _gives,
            either(
                [
                    _keeps,
                    either(
                        [_in_the_drawer],
                        [
                            ask(
                                "How many <things> are in the <place>?",
                                "How many of the <things> does <who> keep in the <place>?",
                                of="shown",
                                kind="things",
                                x="the <things> in the <place>",
                                who="who",
                            ),
                        ],
                    ),
                ],
                [_new, _has_now],
            ),
        ],
        [_got, either([_keeps, _in_the_drawer], [_new, _has_now])],
        [
            _got,
            ask(
                "How many <things> does <who> still have?",
                "How many <things> does <who> have left?",
                of="left",
                kind="things",
                x="the remaining <things>",
                who="who",
            ),
        ],
    ),
    words={"who,friend": PERSON, "things": _SMALL, "place": _PLACES},
    rows={"k,j,total": _SPLITS},
    draws={
        "new": plain(5, 40),
    },
    units={
        "total": "thing",
        "k": "1",
        "j": "1",
        "gone": "thing",
        "left": "thing",
        "shown": "thing",
        "hidden": "thing",
        "new": "thing",
        "now": "thing",
    },
    lines={
        "gone": ("<friend> gets @ <things>.", "<friend> receives @ <things>."),
        "left": ("<who> keeps @ <things>.", "That leaves @ <things> for <who>."),
        "shown": ("The <place> holds @ <things>.",),
        "hidden": ("The drawer holds @ <things>.", "That leaves @ <things> for the drawer."),
        "now": ("Now <who> has @ <things>.", "That makes @ <things> now."),
        "total": ("At first <who> had @ <things>.", "The collection had @ <things>."),
    },
    owners={
        "total": "who",
        "gone": "friend",
        "left": "who",
        "shown": "who",
        "hidden": "who",
        "new": "who",
        "now": "who",
    },
)

FAMILIES = (twice_as_many, parts_of_a_collection)
