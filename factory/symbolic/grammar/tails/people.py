"""What a group of people can do next."""

from factory.symbolic.grammar.draws import count, divisor, percent, plain
from factory.symbolic.grammar.family import ask, either, fact, family

invited_to_talks = family(
    "invited_to_talks",
    fact(
        "Later, <x> <are|were> invited to talks, in groups of <k>.",
        "To learn more, a reporter <talks|talked> to <x> in groups of <k>.",
        "After that, <x> <come|came> to talks, with <k> of them at each talk.",
        says="a = k*talks",
    ),
    either(
        [
            ask(
                "How many talks <are|were> there?",
                "How many such talks <are|were> held?",
                of="talks",
            )
        ],
        [
            fact(
                "Each talk <takes|took> <m> minutes.",
                "One talk <lasts|lasted> <m> minutes.",
                says="sum = m*talks",
            ),
            ask(
                "How many minutes <do|did> all the talks take together?",
                "How many minutes <do|did> the talks take in all?",
                of="sum",
            ),
        ],
    ),
    on="people",
    draws={"k": divisor("a", 3, 12), "m": plain(15, 50, 5)},
    units={
        "a": "person",
        "k": "person/talk",
        "talks": "talk",
        "m": "minute/talk",
        "sum": "minute",
    },
    lines={
        "talks": (
            "With <k> people at each, there <are|were> @ talks.",
            "In groups of <k>, that <makes|made> @ talks.",
        ),
        "sum": ("All the talks together <take|took> @ minutes.",),
    },
    within={"a": (9, 400), "talks": (2, 40)},
)


fill_in_a_form = family(
    "fill_in_a_form",
    fact(
        "Each of <x> <gets|got> a form and <answers|answered> all of its <k> questions.",
        "Later, each of <x> <answers|answered> <k> more questions in writing.",
        says="answers = a*k",
    ),
    ask(
        "How many answers <do|did> they write in all?",
        "How many answers <does|did> that make altogether?",
        of="answers",
    ),
    on="people",
    draws={"k": count(4, 15)},
    units={"a": "person", "k": "answer/person", "answers": "answer"},
    lines={"answers": ("In all, they <write|wrote> @ answers.", "That <makes|made> @ answers.")},
    within={"a": (9, 600)},
)


wear_hats = family(
    "wear_hats",
    fact(
        "Of <x>, <p>% <wear|wore> <what>.",
        "Exactly <p>% of <x> <wear|wore> <what>.",
        says="some = p/100*a; a = some + others",
    ),
    either(
        [
            ask(
                "How many of them <wear|wore> <what>?",
                "How many of <x> <wear|wore> <what>?",
                of="some",
            )
        ],
        [
            ask(
                "How many of them <do|did> not wear <what>?",
                "How many of <x> <do|did> not wear <what>?",
                of="others",
            )
        ],
    ),
    on="people riders",
    words={"what": ("hats", "glasses", "sneakers", "watches")},
    draws={"p": percent(10, 80)},
    units={"a": "person", "p": "%", "some": "person", "others": "person"},
    lines={
        "some": ("That means that @ of them <wear|wore> <what>.",),
        "others": ("The other @ <do|did> not.", "The other @ <do|did> not wear <what>."),
    },
    within={"a": (20, 2000)},
)


TAILS = (invited_to_talks, fill_in_a_form, wear_hats)
