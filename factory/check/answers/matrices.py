r"""Sums, products, powers and determinants of written matrices, on trees.

Promise: small ones only, refused before they are computed; entries stay exact trees.
Not promised: inverses.
"""

import re
from fractions import Fraction

from factory.check.algebra.expression import parse
from factory.check.algebra.scan import split_top
from factory.check.algebra.tree import Node, Num, Op, Unreadable

Rows = tuple[tuple[Node, ...], ...]
_BLOCK = re.compile(
    r"\\begin\{([pbBvV]?matrix|smallmatrix)\}(.{0,1500}?)\\end\{\1\}", re.S
)  # fmt: skip
_OPEN, _CLOSE = "\ue000", "\ue001"
"""Around the number of a block; `evaluate` refuses a text that holds them itself."""
_PIECE = re.compile(rf"{_OPEN}(\d{{1,2}}){_CLOSE}(?:\s?\^\s?(?:\{{\s?)?(T|\\top|\d)(?:\s?\}})?)?")
_LARGEST = 36
_MOST_STEPS = 2_000


def evaluate(text: str) -> Rows | Node | None:
    """The matrix, or the number, that an arithmetic of matrices gives; None where it is none.

    Raises:
        Unreadable: an entry is no expression, shapes do not fit, or it is too large.
    """
    blocks: list[Rows | Node] = []

    def keep(match: re.Match[str]) -> str:
        rows = _rows(match[2])
        blocks.append(_determinant(rows) if match[1] == "vmatrix" else rows)
        return f"{_OPEN}{len(blocks) - 1}{_CLOSE}"

    if _OPEN in text or _CLOSE in text:
        return None
    bare = _BLOCK.sub(keep, text)
    if not blocks or "\\begin" in bare or len(blocks) > 12:
        return None
    total: Rows | Node | None = None
    for sign, term in _terms(bare):
        value = _term(term, blocks)
        if sign == "-":
            value = _times(Num(Fraction(-1)), value)
        total = value if total is None else _plus(total, value)
    return total


def _rows(inside: str) -> Rows:
    lines = [line for line in split_top(inside, (r"\\",)) if line.strip()]
    rows = tuple(tuple(parse(cell) for cell in split_top(line, ("&",))) for line in lines)
    if not rows or len({len(row) for row in rows}) != 1 or len(rows) * len(rows[0]) > _LARGEST:
        raise Unreadable("matrix_shape")
    return rows


def _terms(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for i, plus in enumerate(split_top(text, ("+",))):
        for j, part in enumerate(split_top(plus, ("-",))):
            if part.strip():
                found.append(("-" if j else "+", part))
            elif i or j:
                raise Unreadable("not_an_expression")
    return found


def _term(text: str, blocks: list[Rows | Node]) -> Rows | Node:
    value: Rows | Node | None = None
    at = 0
    for match in _PIECE.finditer(text):
        value = _and_scalar(value, text[at : match.start()])
        piece = _raised(blocks[int(match[1])], match[2])
        value = piece if value is None else _times(value, piece)
        at = match.end()
    value = _and_scalar(value, text[at:])
    if value is None:
        raise Unreadable("not_an_expression")
    return value


def _and_scalar(value: Rows | Node | None, text: str) -> Rows | Node | None:
    text = re.sub(r"^\s*\\(?:cdot|times)|\\(?:cdot|times)\s*$", "", text).strip(" *")
    if not text:
        return value
    if _OPEN in text or _CLOSE in text:
        raise Unreadable("not_an_expression")
    if value is not None and text[0].isdigit():
        raise Unreadable("not_an_expression")  # nobody writes a number behind a matrix
    scalar = parse(text)
    return scalar if value is None else _times(value, scalar)


def _raised(value: Rows | Node, power: str | None) -> Rows | Node:
    if power is None:
        return value
    if isinstance(value, tuple) and power in ("T", r"\top"):
        return tuple(zip(*value, strict=True))
    if not power.isdigit() or not isinstance(value, tuple) or not 1 <= int(power) <= 6:
        raise Unreadable("matrix_power")
    result: Rows | Node = value
    for _ in range(int(power) - 1):
        result = _times(result, value)
    return result


def _plus(left: Rows | Node, right: Rows | Node) -> Rows | Node:
    if not isinstance(left, tuple) and not isinstance(right, tuple):
        return Op("+", (left, right))
    if not isinstance(left, tuple) or not isinstance(right, tuple) or _shape(left) != _shape(right):
        raise Unreadable("matrix_shape")
    return tuple(
        tuple(Op("+", pair) for pair in zip(*rows, strict=True))
        for rows in zip(left, right, strict=True)
    )


def _times(left: Rows | Node, right: Rows | Node) -> Rows | Node:
    if not isinstance(left, tuple):
        if not isinstance(right, tuple):
            return Op("*", (left, right))
        return tuple(tuple(Op("*", (left, cell)) for cell in row) for row in right)
    if not isinstance(right, tuple):
        return _times(right, left)
    if len(left[0]) != len(right) or _size(left) * _size(right) > _MOST_STEPS:
        raise Unreadable("matrix_shape")
    columns = tuple(zip(*right, strict=True))
    return tuple(tuple(_dot(row, column) for column in columns) for row in left)


def _size(rows: Rows) -> int:
    return sum(_weight(cell) for row in rows for cell in row)


def _weight(node: Node) -> int:
    return 1 + sum(map(_weight, node.args)) if isinstance(node, Op) else 1


def _dot(row: tuple[Node, ...], column: tuple[Node, ...]) -> Node:
    products: list[Node] = [Op("*", pair) for pair in zip(row, column, strict=True)]
    total = products[0]
    for product in products[1:]:
        total = Op("+", (total, product))
    return total


def _shape(rows: Rows) -> tuple[int, int]:
    return len(rows), len(rows[0])


def _determinant(rows: Rows) -> Node:
    if len(rows) != len(rows[0]) or len(rows) > 4:
        raise Unreadable("matrix_shape")
    if len(rows) == 1:
        return rows[0][0]
    total: Node | None = None
    for i, cell in enumerate(rows[0]):
        minor = tuple(tuple(c for j, c in enumerate(row) if j != i) for row in rows[1:])
        part = Op("*", (cell, _determinant(minor)))
        total = part if total is None else Op("-" if i % 2 else "+", (total, part))
    assert total is not None
    return total
