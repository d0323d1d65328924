"""Hide a number behind a letter: `buys n bagels at $3 each`, and `What number is n?`.

For sentences that no question can be built from. A word stays in words where it is more than a
number (`a third of`, `twice`), and a letter never stands at the head of a sentence.
"""

import re
from random import Random

from factory.symbolic.edits.hidden import Hidden
from factory.symbolic.graph import Declined, Graph

_ASKS = ("What is the value of {}?", "What number does {} stand for?")


def hide_by_letter(graph: Graph, index: int, rng: Random) -> Hidden:
    """The text with a letter for the quantity of the index.

    Raises:
        Declined: when the number is no plain one, or the text has a letter of its own.
    """
    text, quantity = graph.question, graph.quantities[index]
    before, after = text[: quantity.start], text[quantity.end :]
    money = before.endswith("$")
    if quantity.kind not in ("int", "decimal", "word", "percent") or quantity.value < 2:
        raise Declined("no_hiding", "the number cannot be left out")
    if not re.search(r"[a-z,] \$?$", before) or not re.match(r"%?[ .,;]", after):
        raise Declined("no_hiding", "a letter cannot stand there")
    if re.match(r"%?\.\d| (?:million|thousand|dozen|hundred|[ap]\.?m\b|o'clock)|:\d", after):
        raise Declined("no_hiding", "the number goes on")
    said = text[quantity.start : quantity.end]
    if quantity.kind == "word" and not said.islower():
        raise Declined("no_hiding", "a letter cannot stand there")
    if said.endswith("%"):
        after = "%" + after
    if not money and re.search(r"\ban? $", before):
        raise Declined("no_hiding", "an article stands before the number")
    letter = "n" if quantity.kind in ("int", "word") and not money else "x"
    if re.search(r"(?<![A-Za-z'])[nx](?![A-Za-z'])", text):
        raise Declined("no_hiding", "a letter stands for another number")
    ask = rng.choice(_ASKS).format(letter)
    whole = f"{before}{letter}{after}"
    return Hidden(whole, ask, f"So {letter} is @.", letter, money, "", False)
