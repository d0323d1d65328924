r"""Take the dressing off an answer: LaTeX wrappers, spacing, fonts, Unicode twins, delimiters.

Promise: what is left means what was written. Linear in the length of the text.
Not promised: that the rest is mathematics; `reading` decides what it is.

Marks left in the tidy text: `¤` a dollar that is money, `°` degrees, and `"cm"` for what stood
in `\text{cm}`: words that are no variables.
"""

import re

LONGEST = 2_000
"""Answers beyond this are refused: nothing that long is a final answer."""

_TWINS = str.maketrans(
    {
        "−": "-", "–": "-", "—": "-", "﹣": "-", "－": "-",
        "×": r"\times ", "⋅": r"\cdot ", "·": r"\cdot ", "∙": r"\cdot ",
        "÷": "/", "⁄": "/", "∕": "/",
        "≤": r"\le ", "⩽": r"\le ", "≥": r"\ge ", "⩾": r"\ge ", "≠": r"\ne ", "≈": r"\approx ",
        "π": r"\pi ", "∞": r"\infty ", "√": r"\sqrt ", "∪": r"\cup ", "∈": r"\in ", "±": r"\pm ",
        "α": r"\alpha ", "β": r"\beta ", "γ": r"\gamma ", "θ": r"\theta ", "λ": r"\lambda ",
        "º": "°", "′": "'", "’": "'", "“": '"', "”": '"',
        "²": "^2", "³": "^3", "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3", "⅔": " 2/3",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": "", "\ufeff": "",
        "％": "%", "，": ",",
    }
)  # fmt: skip
_COMMANDS = (
    "d?frac|tfrac|cfrac|sqrt|text|textbf|mathrm|mathbf|boxed|left|right|pi|le|leq|ge|geq|ne|neq|"
    "lt|gt|infty|cup|in|pm|cdot|times|circ|sin|cos|tan|ln|log|alpha|beta|theta|binom"
)
_TWICE_ESCAPED = re.compile(rf"(?<!\\)\\\\(?=(?:{_COMMANDS})(?![a-zA-Z]))")
_SPACING = re.compile(
    r"\\(?:left|right|[bB]igg?[lr]?|displaystyle|limits|nolimits|quad|qquad|hspace\{[^{}]{0,20}\})"
    r"(?![a-zA-Z])|(?<!\\)\\[,;:! ]|~"
)
_FRACTIONS = re.compile(r"\\[dtc]frac(?![a-zA-Z])")
_FONT = re.compile(
    r"\\(?:text(?:bf|rm|it|normal|sf|tt)?|math(?:rm|bf|it|sf|bb|cal)|mbox|hbox|operatorname|"
    r"boldsymbol|bm|rm|bf)\s{0,4}\{([^{}]*)\}"
)
_DEGREES = re.compile(r"\s?\^\s?(?:\\circ(?![a-zA-Z])|\{\s?\\circ\s?\})|\\degree(?![a-zA-Z])")
_SYNONYMS = (
    (re.compile(r"\\(?:leqslant|leqq|leq)(?![a-zA-Z])|<=|\\le(?![a-zA-Z])"), r"\\le "),
    (re.compile(r"\\(?:geqslant|geqq|geq)(?![a-zA-Z])|>=|\\ge(?![a-zA-Z])"), r"\\ge "),
    (re.compile(r"\\neq(?![a-zA-Z])|!=|\\ne(?![a-zA-Z])"), r"\\ne "),
    (re.compile(r"\\lt(?![a-zA-Z])"), "<"),
    (re.compile(r"\\gt(?![a-zA-Z])"), ">"),
    (re.compile(r"\\[lr]?vert(?![a-zA-Z])|\\mid(?![a-zA-Z])"), "|"),
    (re.compile(r"\\l?dots[a-z]?(?![a-zA-Z])|\\cdots(?![a-zA-Z])|\.\.\.|…"), r"\\ldots "),
)
_UNDRESSED = re.compile(r"[\\<>!~…]|\.\.\.")
_WRAPPERS = (
    ("$$", "$$"), ("$", "$"), (r"\(", r"\)"), (r"\[", r"\]"), ("**", "**"), ("`", "`"),
)  # fmt: skip


def tidy(text: str) -> str:
    """The answer without its dressing; see the module for the marks it leaves."""
    text = _unwrap(text.translate(_TWINS).strip())
    if text.isalnum():
        return text
    if _UNDRESSED.search(text):
        text = _undress(text)
    text = _money(text)
    return _unwrap(text)


def unwrap_box(text: str) -> str | None:
    r"""What stands in the `\boxed{...}` that is the whole text, or None."""
    match = re.match(r"\\f?boxed\s{0,4}\{", text)
    if match is None:
        return None
    end = closing_brace(text, match.end() - 1)
    return text[match.end() : end] if end == len(text) - 1 else None


def closing_brace(text: str, start: int) -> int:
    """Index of the brace that closes the one at `start`, or -1."""
    depth = 0
    i = start
    while i < len(text):
        char = text[i]
        if char == "\\":
            i += 2
            continue
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if depth == 0:
                return i
        i += 1
    return -1


def _unwrap(text: str) -> str:
    for _ in range(8):  # as many layers as anybody writes; every pass shortens the text
        before = text
        text = text.strip().rstrip("\\").strip()
        if text.endswith((".", ",", ";")) and not text.endswith(".."):
            text = text[:-1].rstrip()
        boxed = unwrap_box(text)
        if boxed is not None:
            text = boxed
        for left, right in _WRAPPERS:
            if (
                len(text) > len(left) + len(right)
                and text.startswith(left)
                and text.endswith(right)
                and left not in text[len(left) : -len(right)]
            ):
                text = text[len(left) : -len(right)]
                break
        if text == before:
            break
    return text


def _undress(text: str) -> str:
    text = _TWICE_ESCAPED.sub("\\\\", text)
    text = text.replace("{,}", ",").replace(r"\%", "%").replace(r"\&", "&")
    text = re.sub(r",\s?\\!\s?", ",", text)
    text = _SPACING.sub(" ", text)
    text = text.replace(r"\$", "¤")
    text = _FRACTIONS.sub(r"\\frac", text)
    for _ in range(3):
        plain = _FONT.sub(_font, text)
        if plain == text:
            break
        text = plain
    text = _DEGREES.sub("°", text)
    for pattern, replacement in _SYNONYMS:
        text = pattern.sub(replacement, text)
    return text


def _font(match: re.Match[str]) -> str:
    """Letters in a text font are words, unless they stand alone as a variable would."""
    content = match[1]
    word = content.strip().replace('"', "")
    if not word:
        return " "
    before = match.string[match.start() - 1] if match.start() else ""
    if any(char.isdigit() for char in word) or (len(word) == 1 and before not in [*"0123456789}"]):
        return word
    if word in ("and", "or"):
        return f" {word} "
    return f' "{word}"'


def _money(text: str) -> str:
    if "$" not in text:
        return text
    # An even number of dollar signs are delimiters of mathematics, a single one is money.
    return text.replace("$", "" if text.count("$") % 2 == 0 else "¤")
