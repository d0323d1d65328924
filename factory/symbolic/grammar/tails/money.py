"""What can become of money that is paid: change, discounts, tax, equal payments."""

from factory.symbolic.grammar.draws import divisor, dollars, percent
from factory.symbolic.grammar.family import ask, either, fact, family

pays_with_a_bill = family(
    "pays_with_a_bill",
    fact(
        "To pay the total, <who> <hands|handed> over $<bill> in cash.",
        "<who> <pays|paid> in cash and <hands|handed> over $<bill> for the total.",
        "For the total, <who> <gives|gave> the cashier $<bill> in cash.",
        says="bill = a + change",
    ),
    ask(
        "How many dollars <does|did> <who> get back as change?",
        "How much change in dollars <does|did> <who> get?",
        of="change",
    ),
    on="paid taxed",
    draws={"bill": dollars("a+1", "a+10", 10)},
    units={"a": "dollar", "bill": "dollar", "change": "dollar"},
    lines={"change": ("<who> <gets|got> $@ back.", "The change <is|was> $@.")},
    need=("bill < a+10",),
    within={"a": (3, 300)},
)

pays_in_installments = family(
    "pays_in_installments",
    fact(
        "<who> <pays|paid> the total in <k> equal monthly payments.",
        "With a credit card, <who> <pays|paid> the total back in <k> equal monthly payments, "
        "without interest.",
        "<who> <spreads|spread> the total over <k> equal monthly payments.",
        says="a = k*each",
    ),
    ask(
        "How many dollars <is|was> each of these payments?",
        "How much money in dollars <does|did> <who> pay each month?",
        of="each",
    ),
    on="paid taxed",
    draws={"k": divisor("a", 3, 10)},
    units={"a": "dollar", "k": "payment", "each": "dollar/payment"},
    lines={"each": ("Each payment <is|was> $@.", "Every month, <who> <pays|paid> $@.")},
    within={"a": (150, 3000)},
)

uses_a_coupon = family(
    "uses_a_coupon",
    fact(
        "<who> <has|had> a coupon that <takes|took> $<off> off the total.",
        "Thanks to a coupon, $<off> <is|was> taken off the total.",
        "As a regular customer, <who> <gets|got> $<off> off the total.",
        says="a = due + off",
    ),
    ask(
        "How many dollars <does|did> <who> still have to pay?",
        "How much money in dollars <does|did> <who> pay in the end?",
        of="due",
    ),
    on="paid",
    draws={"off": dollars(3, 60)},
    units={"a": "dollar", "off": "dollar", "due": "dollar"},
    lines={"due": ("<who> still <has|had> to pay $@.", "In the end, <who> <pays|paid> $@.")},
    need=("off*4 < a",),
    within={"a": (10, 3000)},
)

paid_in_advance = family(
    "paid_in_advance",
    fact(
        "<who> <has|had> already paid $<off> of the total for that time in advance.",
        "Of the total for that time, <who> <has|had> paid $<off> beforehand.",
        "Toward the total for that time, <who> <has|had> already made a first payment of $<off>.",
        says="a = due + off",
    ),
    ask(
        "How many dollars <does|did> <who> still have to pay?",
        "How much money in dollars <does|did> <who> still owe?",
        of="due",
    ),
    on="due",
    draws={"off": dollars(5, "a/2", 5)},
    units={"a": "dollar", "off": "dollar", "due": "dollar"},
    lines={"due": ("<who> still <has|had> to pay $@.", "<who> still <owes|owed> $@.")},
    within={"a": (20, 3000)},
)

with_sales_tax = family(
    "with_sales_tax",
    fact(
        "A sales tax of <p>% <is|was> added to the total.",
        "On top of the total <comes|came> a sales tax of <p>%.",
        says="tax = p/100*a; gross = a + tax",
    ),
    either(
        [
            ask(
                "How many dollars <does|did> <who> pay with the tax?",
                "How much money in dollars <does|did> <who> pay, tax included?",
                of="gross",
                kind="taxed",
                x="the total with the tax",
                who="who",
            )
        ],
        [
            ask(
                "How many dollars <is|was> the tax?",
                "How much tax in dollars <is|was> added?",
                of="tax",
            )
        ],
    ),
    on="paid",
    draws={"p": percent(4, 10, 2)},
    units={"a": "dollar", "p": "%", "tax": "dollar", "gross": "dollar"},
    lines={
        "tax": ("The tax <is|was> $@.", "A tax of <p>% <comes|came> to $@."),
        "gross": ("With the tax, <who> <pays|paid> $@.", "Tax included, <who> <pays|paid> $@."),
    },
    within={"a": (20, 3000)},
)

TAILS = (
    pays_with_a_bill,
    pays_in_installments,
    uses_a_coupon,
    paid_in_advance,
    with_sales_tax,
)
