r"""Read the inside of a formula as chains of sides: `a = b = c`, row by row.

Promise: linear; rows of an alignment that begin with a relation go on with the row before; commas
of thousands part nothing; a side that is not read has no tree.
Not promised: matrices, cases, tables; they are left out.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factory.check.algebra.expression import parse
from factory.check.algebra.tree import Name, Node, Num, Unreadable
from factory.check.answers.dress import LONGEST, tidy
from factory.check.steps.open_ends import plain_signs


class Sign(NamedTuple):
    """One side of a chain: its text, its tree (None where it is not read) and its units."""

    text: str
    node: Node | None
    words: tuple[str, ...]


class Statement(NamedTuple):
    """`left relation right relation …`; relations are `= < > <= >= != ~ mod other`."""

    sides: tuple[Sign, ...]
    relations: tuple[str, ...]
    modulus: int
    before: str
    """The prose right before the formula, where the statement opens it."""
    after: str
    """The prose right after the formula, where the statement closes it."""


MOST_STATEMENTS = 200
_OTHER_BLOCK = re.compile(
    r"\\begin\{(?:[a-z]?matrix|array|cases|tabular|smallmatrix)\*?\}|\\(?:polylongdiv|hline|cline)"
)
_DROPPED = re.compile(
    r"\\(?:begin|end)\{[a-z]{1,12}\*?\}|&|\\(?:nonumber|notag|displaystyle|allowbreak|hfill)(?![a-zA-Z])"
    r"|\\(?:tag|label|vspace|hspace|color)\*?\{[^{}]{0,60}\}|\\phantom\{[^{}]{0,60}\}"
)
_DENIED = re.compile(r"\\not(?![a-zA-Z])")
_ROW = re.compile(r"\\\\(?:\s?\[[^\]]{0,12}\])?|\\cr(?![a-zA-Z])")
_RELATION = re.compile(
    r"=|<|>|≤|≥|≠|≈|≡|\\(?:leq?|geq?|neq?|approx|equiv|sim|simeq|cong|lt|gt|leqslant|geqslant|to"
    r"|in|notin|mid|nmid|parallel|perp|propto|subset|subseteq|mapsto|rightarrow|stackrel)(?![a-zA-Z])"
)
_GOES_ON = re.compile(rf"{_RELATION.pattern}|[+*/]|\\(?:cdot|times|div)(?![a-zA-Z])")
_OPEN_END = re.compile(r"(?:=|[-+*/]|\\cdot|\\times)\s*\Z")
_RELATIONS = {
    "=": "=", "<": "<", ">": ">", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "≡": "mod",
    r"\le": "<=", r"\leq": "<=", r"\ge": ">=", r"\geq": ">=", r"\ne": "!=", r"\neq": "!=",
    r"\approx": "~", r"\equiv": "mod", r"\lt": "<", r"\gt": ">", r"\leqslant": "<=",
    r"\geqslant": ">=",
}  # fmt: skip
_PARTS = re.compile(
    r"\\(?:Rightarrow|Longrightarrow|implies|iff|Leftrightarrow|quad|qquad|therefore|because|land)"
    r"(?![a-zA-Z])|⇒|⟹|;"
    r"|\\text(?:rm|bf|it)?\{\s*(?:and|or|so|if|then|for|where|when|but|thus|since|with)\b[^{}]{0,200}\}"
    r"|\\text(?:rm|bf|it)?\{[^{}]{0,200}(?:\s[^{}\s]{1,40}){3}[^{}]{0,20}\}"
)
_LEADING_SPACE = re.compile(r"(?:\s|~|\\(?:qquad|quad|[,;:! ]))*")
_MODULUS = re.compile(r"\(?\\(?:pmod|mod|bmod)\s*\{?\s*(\d{1,15})\s*\}?\)?|\(mod\s+(\d{1,15})\)")
_COMMA = re.compile(r",(?!\d{3}(?!\d)|\\!|\s?\\!)")
_NAMED = re.compile(r"[\d)}\"°%\]/.]\s*\Z")
"""What stands before a unit; words in another place are names (`arccot (-1)`)."""
QUOTED = re.compile(r'"([^"]{1,80})"(?:\s?\^\s?\{?[23]\}?)?')
# `3^25^2` is a product of squares in LaTeX, and something else to every other reader.
_PAIR = re.compile(r"[(\[]\s{0,4}\d{1,3},\d{3}\s{0,4}[)\]]")
"""`(132,100)` may be two numbers or one."""
LONGEST_PLAIN = 20_000
_CONTEXT = 60
_LETTER = re.compile(r"(?<![A-Za-z'’])[b-hj-zB-HJ-Z](?![A-Za-z'’])")
_WORDS_AND_STOPS = re.compile(r"[A-Za-z'’]{2,}|[,;:?!\n$%<>{}\\]|\.(?!\d)|[^\x00-\x7f]")
_TIMES_SIGN = re.compile(r"[\d)]\s{0,4}[xX]\s{0,4}[\d(]")
_SHARE_OF = re.compile(r'(%|\\frac\s?(?:\{[^{}]{1,20}\}\s?\{[^{}]{1,20}\}|\d\d))\s{0,4}"of"')
GLUED_POWER = re.compile(r"\^\s?\d\d")


def statements(content: str, before: str, after: str) -> list[Statement]:
    """What a formula states, with the prose before its first and after its last statement."""
    if _OTHER_BLOCK.search(content) or _DENIED.search(content):
        return []
    content = _unboxed(_DROPPED.sub(" ", content))
    rows: list[str] = []
    for row in _ROW.split(content):
        space = _LEADING_SPACE.match(row)
        row = row[space.end() if space else 0 :].strip()
        if rows and (not row or _GOES_ON.match(row) or _OPEN_END.search(rows[-1][-12:])):
            rows[-1] += " " + row
        else:
            rows.append(row)
    parts = [part for row in rows for place in _PARTS.split(row) for part in _at_commas(place)]
    stated: list[Statement] = []
    for i, part in enumerate(parts[:MOST_STATEMENTS]):
        statement = _chain(
            part.strip(), before if i == 0 else "", after if i == len(parts) - 1 else ""
        )
        if statement:
            stated.append(statement)
    return stated


def algebra(text: str) -> list[Statement]:
    """Equations in one letter that stand in plain words: `so 4x + 7 = 43 and x = 9`."""
    text = plain_signs(text[:LONGEST_PLAIN])
    if "=" not in text or not _LETTER.search(text):
        return []
    stated: list[Statement] = []
    told = 0
    for start, end in _between_words(text):
        part = text[start:end].strip()
        letters = {letter[0].lower() for letter in _LETTER.finditer(part)}
        if "=" not in part or len(letters) != 1 or len(part) > 200 or _TIMES_SIGN.search(part):
            continue
        before, after = text[told:start][-_CONTEXT:], text[end : end + _CONTEXT]
        statement = _chain(part, before, after)
        told = end
        if statement and len(stated) < MOST_STATEMENTS:
            stated.append(statement)
    return stated


def _between_words(text: str) -> Iterator[tuple[int, int]]:
    """Where text stands between its words and stops."""
    start = 0
    for cut in _WORDS_AND_STOPS.finditer(text):
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)


def _unboxed(content: str) -> str:
    r"""`\boxed{5}` as `{5}`."""
    for _ in range(4):
        at = content.find(r"\boxed")
        if at < 0:
            break
        content = content[:at] + content[at + 6 :]
    return content


def _at_commas(text: str) -> list[str]:
    """Parts between the commas outside of brackets; commas of thousands part nothing."""
    parts, depth, start = [], 0, 0
    for i, char in enumerate(text):
        if char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif char == "," and depth == 0 and _COMMA.match(text, i):
            parts.append(text[start:i])
            start = i + 1
    return [*parts, text[start:]]


def _chain(text: str, before: str, after: str) -> Statement | None:
    modulus = 0
    found = _MODULUS.search(text)
    if found:
        modulus = int(found[1] or found[2])
        text = text[: found.start()] + text[found.end() :]
        if _MODULUS.search(text):
            return None
    sides: list[str] = []
    relations: list[str] = []
    depth = start = at = 0
    while at < len(text):
        char = text[at]
        depth += (char in "([{") - (char in ")]}")
        relation = _RELATION.match(text, at) if depth == 0 and char in "=<>≤≥≠≈≡\\" else None
        if relation:
            sides.append(text[start:at])
            relations.append(_RELATIONS.get(relation[0], "other"))
            start = at = relation.end()
        else:
            at += 2 if char == "\\" and text[at + 1 : at + 2] in "{}\\" else 1
    sides.append(text[start:])
    if not relations or depth or len(relations) > 60:
        return None
    signs = tuple(_sign(side) for side in sides)
    return Statement(signs, tuple(relations), modulus, before, after)


@lru_cache(maxsize=8192)
def _sign(text: str) -> Sign:
    """A side's tree; units and money signs are taken off."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return Sign(text, None, ())
    tidied = _SHARE_OF.sub(r"\1\\cdot ", tidy(text))
    words = tuple(word.lower() for unit in QUOTED.findall(tidied) for word in unit.split())
    bare = QUOTED.sub(" ", tidied)
    if "¤" in bare:
        bare, words = bare.replace("¤", ""), (*words, "$")
    if "°" in bare and not re.search(r"\\(?:sin|cos|tan|cot|sec|csc|pi)", bare):
        bare, words = bare.replace("°", ""), (*words, "°")
    named = any(_NAMED.search(tidied[: at.start()]) is None for at in QUOTED.finditer(tidied))
    try:
        doubtful = not bare.strip() or named or GLUED_POWER.search(bare) or _PAIR.search(bare)
        node = None if doubtful else parse(bare.strip())
    except Unreadable:
        node = None
    return Sign(bare.strip(), node, words)


def figures(node: Node) -> list[Fraction]:
    """Every number in a tree, from left to right."""
    found: list[Fraction] = []
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Num):
            found.append(node.value)
        elif not isinstance(node, Name):
            waiting += reversed(node.args)
    return found
