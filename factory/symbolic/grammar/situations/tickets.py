"""Situations of tickets for a show: takings from adults and children."""

from factory.symbolic.grammar.draws import dollars, money, plain
from factory.symbolic.grammar.family import any_order, ask, either, fact, family

_SHOWS = (
    ("a puppet show", "the community hall"),
    ("a planetarium show", "the science center"),
    ("a choir concert", "the town church"),
    ("a circus", "the fairground"),
    ("a skating show", "the ice rink"),
    ("a folk dance evening", "the school gym"),
    ("an open-air film", "the park"),
    ("a magic show", "the library"),
)

_reduced = fact(
    "For <show> at <place>, adult tickets cost $<full> and child tickets cost $<low>.",
    "Adults pay $<full> and children pay $<low> to see <show> at <place>.",
    "<place.Up> is hosting <show>. Adults pay $<full> for a ticket, and children pay $<low>.",
)
_cheaper = fact(
    "An adult ticket for <show> at <place> costs $<full>, and a child ticket is $<less> cheaper.",
    "To see <show> at <place>, adults pay $<full> and children pay $<less> less.",
    "<place.Up> is hosting <show>. Adults pay $<full> for a ticket, which is $<less> more than "
    "children pay.",
    says="low = full-less",
)
_counted = fact(
    "On the first evening, <adults> adults and <kids> children come.",
    "The cashier sells <adults> adult tickets and <kids> child tickets.",
    "The audience is made up of <adults> adults and <kids> children, and all of them pay.",
)
_the_rest = fact(
    "Of the <people> visitors, <adults> are adults and the rest are children.",
    "There are <people> guests. Of these, <adults> are adults, and all others are children.",
    "In all, <people> tickets are sold, <adults> of them to adults and all others to children.",
    says="people = adults+kids",
)
_more_kids = fact(
    "On the first evening, <adults> adults come, and there are <gap> more children than adults.",
    "The cashier sells <adults> adult tickets. The number of child tickets is higher by <gap>.",
    "In the audience, there are <adults> adults, and there are <gap> more children than adults.",
    says="kids = adults+gap",
)
_rent = fact(
    "Renting the place costs $<rent>, which is paid from the ticket money.",
    "From the ticket money, the organizers pay $<rent> for the lights.",
    "Printing posters costs $<rent>, which is paid from the ticket money.",
    says="left = total-rent",
)
_takings = fact(
    "All tickets together bring in $<total>.",
    "The visitors pay $<total> in all.",
    "At the end of the evening the cash box holds $<total> of ticket money.",
)

tickets = family(
    "tickets",
    either(
        [
            either([_reduced], [_cheaper]),
            either([_counted], [_the_rest], [_more_kids]),
            either(
                [
                    ask(
                        "How much money in dollars is paid for all the tickets?",
                        "How many dollars do the visitors pay in all?",
                        "What do all tickets together cost in dollars?",
                        of="total",
                    ),
                ],
                [
                    _rent,
                    ask(
                        "How much of the ticket money is left, in dollars?",
                        "How many dollars of the ticket money remain after this payment?",
                        of="left",
                    ),
                ],
            ),
        ],
        [
            either([_reduced], [_cheaper]),
            any_order(
                fact(
                    "On the first evening, <adults> adults and some children come.",
                    "The cashier sells <adults> tickets to adults and all others to children.",
                    "In the audience, there are <adults> adults. All others are children.",
                ),
                _takings,
            ),
            ask(
                "How many children are in the audience?",
                "How many child tickets are sold?",
                of="kids",
                kind="riders",
                x="the children who come",
            ),
        ],
        [
            fact(
                "To see <show> at <place>, adults pay $<full> each. Children pay less.",
                "For <show> at <place>, an adult ticket costs $<full>. A child ticket is cheaper.",
                "<place.Up> is hosting <show>. The price of a ticket is $<full> for adults and "
                "lower for children.",
            ),
            either([_counted], [_the_rest]),
            _takings,
            ask(
                "How many dollars does a child ticket cost?",
                "What is the price in dollars of a child ticket?",
                of="low",
                kind="price",
                x="the price of a child ticket",
            ),
        ],
    ),
    rows={"show,place": _SHOWS},
    draws={
        "adults": plain(20, 140),
        "kids": plain(20, 160),
        "full": money(6, 18),
        "low": money(3, 9),
        "rent": dollars("total/10", "total/5", 10),
    },
    units={
        "adults": "ticket",
        "kids": "ticket",
        "people": "ticket",
        "gap": "ticket",
        "full": "dollar/ticket",
        "low": "dollar/ticket",
        "less": "dollar/ticket",
        "paid": "dollar",
        "more": "dollar",
        "total": "dollar",
        "rent": "dollar",
        "left": "dollar",
    },
    lines={
        "low": ("A child ticket costs $@.", "Each child pays $@."),
        "kids": ("There are @ children in the audience.", "The number of children is @."),
        "paid": ("The adults pay $@.", "The adult tickets cost $@."),
        "more": ("The children pay $@.", "The child tickets cost $@."),
        "total": ("Together, that is $@.", "All the tickets together bring in $@."),
        "left": ("After this payment, $@ remains.", "That leaves $@."),
    },
    need=("low < full", "rent*4 < total"),
    says="paid = adults*full; more = kids*low; total = paid+more",
)

FAMILIES = (tickets,)
