"""Where a tidy answer falls apart: brackets, separators and relation signs at its top level.

Promise: one pass, brackets of every kind count alike (`[0, 9)` is one pair), nothing inside of
brackets is touched.
"""

_OPEN, _CLOSE = "([{", ")]}"
_RELATIONS = (
    (r"\le", "<="), (r"\ge", ">="), (r"\ne", "!="), ("<", "<"), (">", ">"), ("=", "="),
    (r"\approx", "~"),
)  # fmt: skip


def bracketed(text: str) -> tuple[str, str, str] | None:
    r"""(opening, inside, closing) where one pair of brackets holds the whole text.

    The opening is `{` for braces that LaTeX does not show, and `\{` for those that it does.
    """
    if text.startswith(r"\{") and text.endswith(r"\}"):
        return (r"\{", text[2:-2], r"\}") if _closes_last(text[1:-2] + "}") else None
    if len(text) < 2 or text[0] not in _OPEN or text[-1] not in _CLOSE:
        return None
    return (text[0], text[1:-1], text[-1]) if _closes_last(text) else None


def _step(text: str, i: int) -> int:
    """How the depth changes with the sign at i; an environment is a pair of brackets too."""
    char = text[i]
    if char == "\\":
        return text.startswith(r"\begin{", i) - text.startswith(r"\end{", i)
    return (char in _OPEN) - (char in _CLOSE)


def _closes_last(text: str) -> bool:
    depth = 0
    for i, char in enumerate(text):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth -= 1
            if depth == 0:
                return i == len(text) - 1
    return False


def split_relation(text: str) -> list[str] | None:
    """`[left, op, right, op, right …]` at the top level, or None without a relation."""
    found: list[str] = []
    depth = start = i = 0
    while i < len(text):
        depth += _step(text, i)
        if depth <= 0:
            for mark, op in _RELATIONS:
                end = i + len(mark)
                if text.startswith(mark, i) and not (
                    mark[0] == "\\" and text[end : end + 1].isalpha()
                ):
                    found += [text[start:i], op]
                    start = i = end
                    break
            else:
                i += 1
            continue
        i += 1
    if not found or any(not side.strip() for side in [*found[::2], text[start:]]):
        return None
    return [*found, text[start:]]


def split_top(text: str, marks: tuple[str, ...]) -> list[str]:
    """Split where a mark stands outside of every bracket."""
    parts: list[str] = []
    depth = start = i = 0
    while i < len(text):
        if depth == 0:
            for mark in marks:
                if text.startswith(mark, i):
                    end = i + len(mark)
                    if mark[0] == "\\" and mark[1:].isalpha() and text[end : end + 1].isalpha():
                        continue
                    parts.append(text[start:i])
                    start = i = end - (mark[-1] == "(")
                    break
            else:
                depth += max(0, _step(text, i))
                i += 1
            continue
        depth += _step(text, i)
        i += 1
    return [*parts, text[start:]]
