"""Situations of memberships: a fee at the start, and equal payments every month."""

from factory.symbolic.grammar.draws import dollars, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_PLACES = (
    ("a climbing gym", "joining fee"),
    ("a boat club", "joining fee"),
    ("a pottery studio", "registration fee"),
    ("a swimming club", "card fee"),
    ("a fitness studio", "sign-up fee"),
    ("a skating club", "card fee"),
    ("a tennis club", "joining fee"),
    ("a dance club", "enrollment fee"),
)

_terms = fact(
    "<place.Up> charges <fee.a> of $<start> and then $<monthly> a month.",
    "To join <place>, new members pay <fee.a> of $<start> and then $<monthly> each month.",
    "Members of <place> pay <fee.a> of $<start> when they join and $<monthly> every month.",
    "<who> joins <place>. <who.He> pays <fee.a> of $<start> and then $<monthly> every month.",
)
_prices = fact(
    "<place.Up> charges <fee.a> of $<start> and then $<monthly> a month.",
    "To join <place>, new members pay <fee.a> of $<start> and then $<monthly> each month.",
    "Members of <place> pay <fee.a> of $<start> when they join and $<monthly> every month.",
)
_entry = fact(
    "Without a membership, each visit would cost $<entry>.",
    "A guest without a membership pays $<entry> per visit.",
    "Visitors who are not members pay $<entry> every time.",
)
_paid = fact(
    "So far, <who> has paid $<total> in all, with the <fee>.",
    "When <who> ends a membership there, all payments together, with the <fee>, add up to "
    "$<total>.",
    "Until now, the membership has cost <who> $<total>, with the <fee>.",
)

membership = family(
    "membership",
    either(
        [
            _terms,
            either(
                [
                    fact(
                        "<who> is a member for <months> months.",
                        "After <months> months as a member, <who> leaves.",
                        "<who> stays a member for <months> months.",
                    ),
                    either(
                        [
                            ask(
                                "How much money in dollars does <who> pay in that time?",
                                "How many dollars does <who> pay altogether?",
                                of="total",
                            )
                        ],
                        [
                            fact(
                                "For all the payments together, <who.he> has $<fund>.",
                                "An aunt gives <who.him> $<fund> for all of these payments.",
                                "To pay for all of this, <who> uses a fund of $<fund>.",
                                says="fund = total + spare",
                            ),
                            ask(
                                "How many dollars of it are left after all the payments?",
                                "How much of this money, in dollars, is not needed for the "
                                "membership?",
                                of="spare",
                                kind="earned",
                                x="the money that is left over",
                                who="who",
                            ),
                        ],
                    ),
                ],
                [
                    fact(
                        "In <months> months as a member, <who> goes there <visits> times.",
                        "<who> is a member for <months> months and goes there <visits> times.",
                        "<who>'s membership lasts <months> months, with <visits> visits in that "
                        "time.",
                        says="guest = visits*entry; saved = guest-total",
                    ),
                    _entry,
                    ask(
                        "How much money in dollars does the membership save <who>?",
                        "How many dollars does <who> save by being a member?",
                        of="saved",
                    ),
                ],
                [
                    fact(
                        "<who> is a member for <months> months but goes there only <few> times.",
                        "In <months> months as a member, <who> manages only <few> visits.",
                        "<who> goes there only <few> times in <months> months as a member.",
                        says="guest = few*entry; lost = total-guest",
                    ),
                    _entry,
                    ask(
                        "How much less money in dollars would <who> have paid without a "
                        "membership?",
                        "How many dollars would <who> have saved by paying for each visit instead?",
                        of="lost",
                    ),
                ],
                [
                    _paid,
                    ask(
                        "For how many months has <who> paid?",
                        "How many monthly payments has <who> made?",
                        of="months",
                    ),
                ],
            ),
        ],
        [
            _prices,
            fact(
                "Another place nearby charges $<other_start> at the start and then $<other> a "
                "month.",
                "Joining a similar place in the next town costs $<other_start>, and then "
                "$<other> is due every month.",
                "A similar place across the street charges $<other_start> for joining and "
                "$<other> each month.",
                says="other_dues = months*other; other_total = other_dues+other_start; "
                "difference = total-other_total",
            ),
            fact(
                "<who> wants to be a member for <months> months and compares the prices.",
                "<who> compares what each place costs for <months> months.",
                "<who> needs a membership for <months> months and has to choose.",
            ),
            ask(
                "How many dollars cheaper is the other place for that time?",
                "How much less money in dollars would <who> pay at the other place?",
                of="difference",
            ),
        ],
        [
            fact(
                "<place.Up> charges <fee.a> of $<start> and a fixed amount every month.",
                "To become a member of <place>, <who> pays <fee.a> of $<start>. After that, there "
                "is a payment each month, always of the same amount.",
                "Members of <place> pay <fee.a> of $<start> when they join and then a fixed "
                "amount every month.",
            ),
            fact(
                "In <months> months, <who> pays $<total> in all, with the <fee>.",
                "The first <months> months cost <who> $<total> altogether, with the <fee>.",
                "After <months> months of membership, <who> has paid $<total>, with the <fee>.",
            ),
            ask(
                "How many dollars does <who> pay each month?",
                "How much money in dollars is the monthly payment?",
                of="monthly",
            ),
        ],
    ),
    words={"who": PERSON},
    rows={"place,fee": _PLACES},
    draws={
        "start": dollars(15, 90, 5),
        "monthly": dollars(12, 60),
        "months": plain(3, 11),
        "entry": dollars(5, 18),
        "fund": dollars("total+10", "total+150", 5),
        "other_start": dollars(10, 80, 5),
        "other": dollars(10, 50),
        "visits": plain("total/entry+2", "total/entry+25"),
        "few": plain("total/entry/2", "total/entry-2"),
    },
    units={
        "start": "dollar",
        "monthly": "dollar/month",
        "months": "month",
        "dues": "dollar",
        "total": "dollar",
        "other_start": "dollar",
        "other": "dollar/month",
        "other_dues": "dollar",
        "other_total": "dollar",
        "difference": "dollar",
        "visits": "visit",
        "few": "visit",
        "entry": "dollar/visit",
        "guest": "dollar",
        "saved": "dollar",
        "fund": "dollar",
        "spare": "dollar",
        "lost": "dollar",
    },
    lines={
        "dues": ("The monthly payments add up to $@.", "Without the <fee>, the months cost $@."),
        "total": (
            "With the <fee>, the payments add up to $@.",
            "In all, including the <fee>, the membership costs $@.",
        ),
        "other_dues": ("The months at the other place cost $@.",),
        "other_total": (
            "In all, the other place costs $@.",
            "With what is paid at the start, the other place costs $@.",
        ),
        "difference": ("The difference is $@.", "The other place is cheaper by $@."),
        "guest": (
            "Without a membership, <who> would pay $@.",
            "Without a membership, all the visits would cost $@.",
        ),
        "spare": ("After all the payments, $@ is left.",),
        "saved": ("The membership saves $@.", "Being a member saves <who> $@."),
        "lost": (
            "Without a membership, <who> would have saved $@.",
            "Paying for each visit would have been cheaper by $@.",
        ),
        "months": ("The payments are for @ months.", "<who> has paid for @ months."),
        "monthly": ("Each month, <who> pays $@.", "The monthly payment is $@."),
    },
    need=("visits <= 12*months", "few <= 5*months"),
    within={"visits": (5, 90), "few": (3, 60)},
    says="dues = months*monthly; total = dues+start",
    owners={
        "monthly": "who",
        "months": "who",
        "total": "who",
        "saved": "who",
    },
)

FAMILIES = (membership,)
