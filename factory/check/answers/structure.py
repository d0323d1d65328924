r"""Where an answer is made of answers: lists, brackets, sets, matrices, equations, inequalities.

Promise: each piece is read by the reader that is handed in; what is not seen to be a group or a
relation is None. A relation whose left side only names what the right side is carries the value;
an inequality in one variable carries the set that it describes.
"""

import re
from collections.abc import Callable
from fractions import Fraction

from factory.check.algebra import exact
from factory.check.algebra.scan import bracketed, split_relation, split_top
from factory.check.algebra.tree import Node, Unreadable
from factory.check.answers import inequalities, matrices
from factory.check.answers.families import WHOLE, declared
from factory.check.answers.kinds import Answer, Expression, Group, Number, Relation, Words
from factory.check.answers.names import is_name, is_variable

Read = Callable[[str, int], Answer]
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_COMMA_OF_LIST = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))", re.A)
_MODULAR = re.compile(r"(.{1,80})\\equiv(.{1,80}?)\(?\s?\\[pb]?mod\s?\{?\s?(\d{1,9})\s?\}?\s?\)?")
_NUMERIC = re.compile(r"\\(?:frac|sqrt|cdot|times|pi|div|binom|pm|ldots)(?![a-zA-Z])")
_IN = re.compile(r"\\in(?![a-zA-Z])")
_PLUS_MINUS = re.compile(r"\\(?:pm|mp)(?![a-zA-Z])|\+/-|\+-")
_CONDITION = re.compile(r'^\s{0,4}"?\s?(?:if|for|when|where|otherwise)?\s?"?')
_LABEL = re.compile(r"[ABD-Z]'?\s?(?=\([^()]*,)")
_COMMAND = re.compile(r"\\[a-z]+")
_SUCH_THAT = re.compile(r"\s*([A-Za-z])\s*(?:\\in\s*(?:\\Reals|R))?\s*[|:]", re.A)


def group(read: Read, text: str, depth: int) -> Answer | None:
    """The group that the text is, or the one thing that its brackets hold."""
    if r"\begin" in text:
        environment = _environment(read, text, depth)
        if environment is not None:
            return environment
    for mark, kind in ((r"\setminus", "minus"), (r"\cup", "union"), (r"\cap", "meet")):
        parts = split_top(text, (mark,))
        if len(parts) > 1 and all(map(str.strip, parts)) and not _is_equation(text):
            sides = [_IN.split(parts[0])[-1], *parts[1:]]
            return Group(kind, tuple(read(part, depth + 1) for part in sides))
    parts = split_top(text, (",", ";", " and ", " or ", "or("))
    if len(parts) > 1 and not _only_thousands(text):
        return _list(read, text, parts, depth)
    bracket = bracketed(_LABEL.sub("", text, count=1))
    if bracket and (bracket[0] == "(" or not _LABEL.match(text)):
        return _bracket(read, *bracket, depth=depth)
    if len(_PLUS_MINUS.findall(text)) == 1 and not split_relation(text):
        both = (_PLUS_MINUS.sub("+", text), _PLUS_MINUS.sub("-", text))
        return Group("list", tuple(read(part, depth + 1) for part in both))
    parts = split_top(text, (":", ' "to"', " to "))
    if len(parts) > 1 and not split_relation(text):
        return Group("ratio", tuple(read(part, depth + 1) for part in parts))
    return None


def family(read: Read, text: str, depth: int) -> Group | None:
    """A body and its domain, which says the letter too where that is no usual whole number."""
    found = declared(text)
    if found is None:
        return None
    body = read(found.body, depth + 1)
    whole = found.letter in WHOLE and not (isinstance(body, Relation) and body.op != "=")
    domain = found.domain if whole else f"{found.domain} of {found.letter}"
    return Group("family", (body, Words(domain)))


def _is_equation(text: str) -> bool:
    return "=" in (split_relation(text) or [])


def _list(read: Read, text: str, parts: list[str], depth: int) -> Answer:
    items = [read(part, depth + 1) for part in parts if part.strip()]
    described = [item for item in items if isinstance(item, Relation) and _is_described(item)]
    if len(described) == len(items) > 1 and len({_name(item) for item in items}) == 1:
        either = len(split_top(text, (" or ", "or("))) > 1
        both = len(split_top(text, (" and ",))) > 1
        if either != both and not ("," in text and both):
            kind = "union" if either else "meet"
            return Group(kind, tuple(item.value or item for item in described))
    return _named(tuple(items)) or Group(
        "list", tuple(item for one in items for item in _item(one))
    )


def _is_described(item: Answer) -> bool:
    return isinstance(item, Relation) and item.op != "=" and item.value is not None


def _name(item: Answer) -> str:
    return item.left if isinstance(item, Relation) else ""


def _only_thousands(text: str) -> bool:
    """Whether the commas of `1,234 + 5` all part thousands, so that the text is no list."""
    listed = ";" in text or " and " in text or " or" in text or _COMMA_OF_LIST.search(text)
    return not listed and bool(re.search(r"[-+*/^]", text[1:]))


def _item(item: Answer) -> tuple[Answer, ...]:
    r"""One place of a list; `1 \pm 2` fills two, and `a = 4` is the 4."""
    if isinstance(item, Relation) and item.value is not None:
        item = item.value
    if isinstance(item, Group) and item.kind == "list":
        return item.items
    return (item,)


def _bracket(read: Read, opening: str, inside: str, closing: str, depth: int) -> Answer | None:
    parts = split_top(inside, (",", ";"))
    if opening in ("{", r"\{"):
        depends = family(read, inside, depth) if len(parts) <= 2 else None
        if depends:
            return depends
        such = _SUCH_THAT.match(inside)
        if such and split_relation(inside[such.end() :]):
            return read(inside[such.end() :], depth + 1)
        kind = "set" if opening == r"\{" else "list"
        items = tuple(
            item for part in parts if part.strip() for item in _item(read(part, depth + 1))
        )
        if len(items) != 1 or len(parts) > 1 or (kind == "set" and opening == r"\{"):
            return Group(kind, items) if items else Words("no solution")
        return read(inside, depth + 1)
    if len(parts) == 1:
        return read(inside, depth + 1) if opening + closing in ("()", "[]") else None
    return Group(opening + closing, tuple(read(part, depth + 1) for part in parts))


def _environment(read: Read, text: str, depth: int) -> Answer | None:
    opened = re.match(r"\\begin\{([a-zA-Z]{1,12}\*?)\}", text)
    name = opened[1] if opened else ""
    if name and text.endswith(rf"\end{{{name}}}") and text.count(r"\begin") == 1:
        if name != "vmatrix":
            return _rows(read, text, name, depth)
    elif not re.search(r"\\begin\{[pbBvV]?(?:small)?matrix\}", text):
        return None
    bracket = bracketed(text)
    single = bracket and len(split_top(bracket[1], (",",))) == 1
    if bracket and single and bracket[0] + bracket[2] in ("()", "[]"):
        return read(bracket[1], depth + 1)
    if split_top(text, (",",))[1:] or split_relation(text):
        return None
    try:
        value = matrices.evaluate(text)
    except Unreadable:
        return None
    if not isinstance(value, tuple):
        return None if value is None else _cell(value)
    shape = f"matrix {len(value)}x{len(value[0])}"
    return Group(shape, tuple(_cell(cell) for row in value for cell in row))


def _cell(node: Node) -> Answer:
    try:
        return Number(exact.value(node))
    except (exact.NotRational, Unreadable):
        return Expression(repr(node), node=node)


def _rows(read: Read, text: str, name: str, depth: int) -> Answer:
    inside = text[len(name) + 8 : -(len(name) + 6)]
    inside = re.sub(r"^\{[lcr|]{1,20}\}", "", inside) if name == "array" else inside
    inside = re.sub(r"\\hline(?![a-z])", "", inside)
    rows = [row for row in split_top(inside, (r"\\",)) if row.strip()]
    if name in ("cases", "aligned", "align", "align*", "gathered", "split", "gather", "gather*"):
        lines = tuple(_line(read, row, name, depth) for row in rows)
        return _named(lines) or Group("cases", lines)
    cells = [split_top(row, ("&",)) for row in rows]
    if len({len(row) for row in cells}) != 1:
        return Expression(text)
    items = tuple(read(cell, depth + 1) for row in cells for cell in row)
    return Group(f"matrix {len(cells)}x{len(cells[0])}", items)


def _line(read: Read, row: str, name: str, depth: int) -> Answer:
    """A line of a system, or a piece of a function: its value and where it holds."""
    value, parted, condition = row.partition("&")
    if name != "cases" or not parted:
        return read(row.replace("&", "").strip(" ,;."), depth + 1)
    condition = _CONDITION.sub("", condition, count=1).strip(" ,;.")
    sides = (value.strip(" ,;"), condition)
    return Group("()", tuple(read(side, depth + 1) for side in sides if side))


def _named(items: tuple[Answer, ...]) -> Group | None:
    """Equations that give several names a value each."""
    named = [i.left for i in items if isinstance(i, Relation) and i.op == "=" and i.value]
    return Group("named", items) if len(named) == len({*named}) == len(items) > 1 else None


def relation(read: Read, text: str, depth: int) -> Answer | None:
    """The equation or inequality that the text is, or what it says something to be in."""
    modular = _MODULAR.fullmatch(text)
    if modular:
        return _congruence(modular)
    sides = split_relation(text)
    if sides is None:
        parts = split_top(text, (r"\in",))
        named = len(parts) == 2 and is_name(parts[0])
        return read(parts[1], depth + 1) if named else None
    names, ops = sides[::2], sides[1::2]
    if "~" in ops:  # `x = 1/3 \approx 0.33`: what stands before is what was meant
        cut = ops.index("~")
        if cut == 0 and is_name(names[0]) and len(ops) == 1:
            return read(names[1], depth + 1)
        return read("=".join(names[: cut + 1]), depth + 1) if set(ops[:cut]) <= {"="} else None
    if len(ops) == 2 and set(ops) != {"="}:
        value = inequalities.chain(read, text, names, ops, depth)
        if not isinstance(value, Group):
            return value
        return Relation("in", names[1].strip(), text, value)
    if len(ops) > 1 and set(ops) != {"="}:
        return None
    left, op, right = names[0], ops[0], names[-1]
    if op == "=":
        return _equation(read, left, right, len(ops), depth)
    if op != "!=" and is_name(right) and not is_name(left):
        left, op, right = right, _FLIPPED[op], left
    name, value = inequalities.described(read, left, op, right, depth)
    return Relation(op, name or left.strip(), right.strip(), value)


def _equation(read: Read, left: str, right: str, signs: int, depth: int) -> Answer:
    if is_name(left):
        return Relation("=", left.strip(), right.strip(), read(right, depth + 1))
    if signs == 1 and is_variable(right) and not re.search("[A-Za-z]", _COMMAND.sub("", left)):
        return Relation("=", right.strip(), left.strip(), read(left, depth + 1))
    if signs > 1 or not re.search(r"[A-Za-z]", _NUMERIC.sub("", left + right)):
        end = read(right, depth + 1)
        return end if signs > 1 else _computed(read(left, depth + 1), left, right, end)
    return Relation("=", left.strip(), right.strip())


def _computed(start: Answer, left: str, right: str, end: Answer) -> Answer:
    """What a computation ends in; an equation of two other numbers is no answer."""
    if isinstance(start, Number) and isinstance(end, Number):
        exact_ = not (start.unit or end.unit or start.decimals or end.decimals)
        if exact_ and start.value != end.value:
            return Relation("=", left.strip(), right.strip())
    return end


def _congruence(match: re.Match[str]) -> Answer | None:
    try:
        value = Fraction(match[2].strip())
    except ValueError:
        return None
    modulus = int(match[3])
    if value.denominator != 1 or not modulus:
        return None
    return Relation(f"≡{modulus}", match[1].strip(), str(value % modulus))
