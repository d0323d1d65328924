"""Families with a single step, for those who begin."""

from factory.symbolic.grammar.scene import Scene, written
from factory.symbolic.grammar.words import COLLECTED, SMALL_THINGS


def equal_groups(s: Scene) -> None:
    """So many groups of so many, or so many shared out."""
    who, things = s.person(), s.one(SMALL_THINGS)
    groups, each = s.number(3, 12), s.number(6, 40)
    box = s.one(("drawers", "trays", "buckets", "baskets", "tins", "jars"))
    if s.maybe():
        s.tell(
            f"In a cellar {who} finds {s.word(groups)} {box}, each with {each} {things} inside.",
            f"{who} fills {s.word(groups)} {box} and puts {each} {things} into each of them.",
            f"There are {s.word(groups)} {box} on {who}'s workbench. Each holds {each} {things}.",
            f"{who} keeps {things} in {s.word(groups)} {box}, {each} in each.",
        )
        s.step(
            f"In all the {box} there are [{groups}*{each}] {things}.",
            f"Together that is [{groups}*{each}] {things}.",
        )
        s.ask(
            f"How many {things} are there in all?",
            f"How many {things} do all the {box} hold together?",
            f"How many {things} does {who} have?",
        )
    else:
        total = groups * each
        s.tell(
            f"{who} spreads {total} {things} evenly over {s.word(groups)} {box}.",
            f"There are {total} {things} in {s.word(groups)} {box}, and each of these {box} holds "
            "the same number.",
            f"{who} puts {total} {things} into {s.word(groups)} {box}, the same number into each.",
        )
        s.step(
            f"Each holds [{total}/{groups}] {things}.",
            f"That is [{total}/{groups}] {things} in each.",
        )
        s.ask(
            f"How many {things} go into each of the {box}?",
            f"How many {things} does each of the {box} hold?",
        )


def more_or_fewer(s: Scene) -> None:
    """One comparison, or one change."""
    one, two, things = s.person(), s.person(), s.one(COLLECTED)
    a, b = s.number(15, 300), s.number(8, 150)
    place = s.one(("at the beach", "at a fair", "in the attic", "on a trip", "in a park"))
    turn = s.one((0, 1, 2))
    if turn == 0:
        s.need(b < a)
        s.tell(
            f"{one} has gathered {a} {things} and {two} has gathered {b}.",
            f"{one}'s album shows {a} {things}, while {two}'s shows {b}.",
            f"In a count, {one} comes to {a} {things} and {two} to {b}.",
        )
        s.step(f"The difference is [{a}-{b}] {things}.", f"{one} has [{a}-{b}] {things} more.")
        s.ask(
            f"How many more {things} does {one} have?",
            f"How many {things} must {two} add to have as many as {one}?",
        )
    elif turn == 1:
        s.tell(
            f"{one} owned {a} {things} and found {b} more {place}.",
            f"To a collection of {a} {things}, {one} adds {b} that were found {place}.",
            f"{two} finds {b} {things} {place} and gives them to {one}, who had {a} before.",
        )
        s.step(f"Then {one} has [{a}+{b}] {things}.", f"That makes [{a}+{b}] {things}.")
        s.ask(
            f"How many {things} does {one} have now?",
            f"How many {things} is that for {one} altogether?",
        )
    else:
        s.need(b < a - 5)
        s.tell(
            f"Of {one}'s {a} {things}, {b} were lost {place}.",
            f"{one} had {a} {things} and gave {b} of them to {two}.",
            f"{one} sold {b} out of {a} {things} {place}.",
        )
        s.step(f"{one} still has [{a}-{b}] {things}.", f"[{a}-{b}] {things} are left.")
        s.ask(f"How many {things} does {one} still have?", f"How many {things} are left for {one}?")


_PAID = (
    ("rides on the ferris wheel", "a ride", 2, 6),
    ("hours of kayak rental", "an hour", 9, 18),
    ("yards of silk", "a yard", 7, 19),
    ("lessons in fencing", "a lesson", 15, 40),
    ("nights at a campsite", "a night", 12, 35),
    ("bus passes", "a pass", 18, 45),
    ("pounds of almonds", "a pound", 5, 11),
)


def one_sum_of_money(s: Scene) -> None:
    """One price by a count, or one sum divided."""
    who, (what, single, low, high) = s.person(), s.one(_PAID)
    several, price = s.number(3, 12), s.price(low, high)
    if s.maybe():
        s.tell(
            f"{who} pays for {s.word(several)} {what}. The price is ${price} for each.",
            f"{who} pays ${price} for each of {s.word(several)} {what}.",
            f"The price of {what} is ${price} each, and {who} pays for {s.word(several)}.",
        )
        s.step(f"{who} pays $[{several}*{price}].", f"That costs $[{several}*{price}].")
        s.ask(
            f"How much money in dollars does {who} pay?",
            f"How many dollars does {who} pay in all?",
        )
    else:
        total = written(price * several)
        s.tell(
            f"{who} pays ${total} for {s.word(several)} {what}.",
            f"For {s.word(several)} {what}, {who} is charged ${total}.",
            f"The bill for {s.word(several)} {what} is ${total}, and {who} pays it.",
        )
        s.step(
            f"For {single} that is $[{total}/{several}].",
            f"Divided up, {single} costs $[{total}/{several}].",
        )
        s.ask(
            f"How much money in dollars does {single} cost?",
            f"How many dollars does {who} pay for {single}?",
        )
