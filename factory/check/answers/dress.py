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
        "π": r"\pi ", "ℝ": r"\Reals ", "∅": r"\emptyset ", "∖": r"\setminus ", "∩": r"\cap ",
        "⟨": "(", "⟩": ")", "∑": r"\sum ", "∏": r"\prod ", "≡": r"\equiv ", "∠": r"\angle ",
        "⇒": r"\implies ", "⟹": r"\implies ", "→": r"\to ",
        "∞": r"\infty ", "√": r"\sqrt ", "∪": r"\cup ", "∈": r"\in ", "±": r"\pm ",
        "α": r"\alpha ", "β": r"\beta ", "γ": r"\gamma ", "θ": r"\theta ", "λ": r"\lambda ",
        "º": "°", "′": "'", "’": "'", "“": '"', "”": '"',
        "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3", "⅔": " 2/3",
        "⅕": " 1/5", "⅖": " 2/5", "⅗": " 3/5", "⅘": " 4/5", "⅙": " 1/6", "⅚": " 5/6", "⅛": " 1/8",
        "⅜": " 3/8", "⅝": " 5/8", "⅞": " 7/8",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": "", "\ufeff": "",
        "％": "%", "，": ",",
    }
)  # fmt: skip
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", "0123456789+-n")
_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ]{1,20}")
_COMMANDS = (
    "[dtc]?frac|sqrt|text(?:bf|rm|it|normal)?|math(?:rm|bf|bb|it)|mbox|boxed|left|right|pi|leq?|"
    "geq?|neq?|lt|gt|infty|cup|cap|in|pm|cdot|times|circ|sin|cos|tan|ln|log|alpha|beta|theta|"
    "binom|begin|end|overline|quad|emptyset|varnothing|setminus|lfloor|rfloor|sum"
)
_TWICE_ESCAPED = re.compile(rf"(?<!\\)\\\\(?=(?:{_COMMANDS})(?![a-zA-Z]))")
_EATEN = (
    (re.compile("\x0c(?=rac[^a-zA-Z])"), r"\\f"),
    (re.compile("\x08(?=(?:oxed|egin|inom|eta)(?![a-zA-Z]))"), r"\\b"),
    (re.compile("\t(?=(?:imes|ext(?:bf|rm|it)?|heta|an|frac)(?![a-zA-Z]))"), r"\\t"),
    (re.compile("\r(?=(?:ight|m|ho)(?![a-zA-Z]))"), r"\\r"),
    (re.compile("\x07(?=(?:lpha|pprox)(?![a-zA-Z]))"), r"\\a"),
)
"""What JSON makes of a command that was escaped once too little: `\f` + `rac`."""
_SPACING = re.compile(
    r"\\(?:left|right|[bB]igg?[lr]?|displaystyle|limits|nolimits|quad|qquad|enspace|thinspace|"
    r"negthinspace|hspace\{[^{}]{0,20}\})"
    r"(?![a-zA-Z])|(?<!\\)\\[,;:! ]|~"
)
_FRACTIONS = re.compile(r"\\(?:[dtc]|nice|s)frac(?![a-zA-Z])")
_ROW_SPACE = re.compile(r"(\\\\)\s{0,4}\[\s?-?[\d.]{1,6}\s?(?:pt|em|ex|cm|mm)\s?\]")
_OVER = re.compile(r"\{([^{}]{1,80}?)\\over(?![a-zA-Z])([^{}]{1,80})\}")
_CHOOSE = re.compile(r"\{([^{}]{1,80}?)\\choose(?![a-zA-Z])([^{}]{1,80})\}")
_POWER_OF_TEN = re.compile(r"(?<=[\d.])\s?[xX]\s?(?=10\s?\^)")
_REALS = re.compile(r"\\(?:mathbb|Bbb|mathbf)\s?(?:\{\s?R\s?\}|R(?![a-zA-Z]))|\\R(?![a-zA-Z])")
_UNION = re.compile(r"(?<=[)\]])\s{0,4}[Uu]\s{0,4}(?=[(\[])")
_GLUED = re.compile(r"(?<=[\d)}])(or|and)(?=[A-Z(\\\d-]|[a-z]\s?=)")
_UNIT_POWER = re.compile(r"([A-Za-z]{1,5}(?:/[A-Za-z]{1,5})?)\s?\^\s?\{?\s?([23])\s?\}?")
_PIECES = re.compile(
    r"\\\{\s{0,9}\\begin\{(?:array|aligned)\}(?:\{[lcr| ]{1,9}\})?(.{1,900})"
    r"\\end\{(?:array|aligned)\}\s{0,9}\.?",
    re.S,
)
_LAST_STEP = re.compile(r"\\(?:implies|Rightarrow|Longrightarrow|therefore)(?![a-zA-Z])")
_FONT = re.compile(
    r"\\(?:text(?:bf|rm|it|normal|sf|tt)?|math(?:rm|bf|it|sf|bb|cal)|mbox|hbox|operatorname|"
    r"boldsymbol|bm|rm|bf|underline|vec|hat|fbox|pmb|emph)\s{0,4}\{([^{}]*)\}"
)
_DEGREES = re.compile(r"\s?\^\s?(?:\\circ(?![a-zA-Z])|\{\s?\\circ\s?\})|\\degree(?![a-zA-Z])")
_SYNONYMS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\\(?:leqslant|leqq|leq)(?![a-zA-Z])|<=|=<|\\le(?![a-zA-Z])", r"\\le "),
        (r"\\(?:geqslant|geqq|geq)(?![a-zA-Z])|>=|\\ge(?![a-zA-Z])", r"\\ge "),
        (r"\\not\s?=|\\neq(?![a-zA-Z])|!=|\\ne(?![a-zA-Z])", r"\\ne "),
        (r"==", "="),
        (r"\\lt(?![a-zA-Z])", "<"),
        (r"\\gt(?![a-zA-Z])", ">"),
        (r"\\[lr]?vert(?![a-zA-Z])|\\mid(?![a-zA-Z])", "|"),
        (r"\\lbrace(?![a-zA-Z])", r"\\{"),
        (r"\\rbrace(?![a-zA-Z])", r"\\}"),
        (r"\\l(?:angle|brack)(?![a-zA-Z])", "("),
        (r"\\r(?:angle|brack)(?![a-zA-Z])", ")"),
        (r"\\backslash(?![a-zA-Z])", r"\\setminus "),
        (r"\\colon(?![a-zA-Z])", ":"),
        (r"\^\s?\{?\\prime\}?", "'"),
        (r"\\l?dots[a-z]?(?![a-zA-Z])|\\cdots(?![a-zA-Z])|\.\.\.|…", r"\\ldots "),
        (r"\\(?:sim|approx)(?![a-zA-Z])", r"\\approx "),
        (r"(?<![a-zA-Z\\])sqrt\s?\[", r"\\sqrt["),
    )
)
_UNDRESSED = re.compile(r"\d(?:or|and)|==|[\\<>!~…{}\x00-\x1f]|\.\.\.|[xX]\s?10")
_BARE_BOX = re.compile(r"\\(?:boxed|fbox)[ \t]{0,4}([^\s{}\\$A-Za-z][^\s{}\\$]{0,40})")
_WRAPPERS = (
    ("$$", "$$"), ("$", "$"), (r"\(", r"\)"), (r"\[", r"\]"), ("**", "**"), ("`", "`"),
)  # fmt: skip


def tidy(text: str) -> str:
    """The answer without its dressing; see the module for the marks it leaves."""
    if not text.isprintable():
        for eaten, command in _EATEN:
            text = eaten.sub(command, text)
    if not text.isascii():
        text = _SUPERSCRIPT.sub(_lifted, text).translate(_TWINS)
    text = _closed(_unwrap(text.strip()))
    if text.isascii() and text.isalnum():
        return text
    if _UNDRESSED.search(text):
        text = _undress(text)
    text = _money(_UNION.sub(r"\\cup ", text))
    return _unwrap(text)


def _lifted(match: re.Match[str]) -> str:
    raised = match[0].translate(_RAISED)
    return f"^{raised}" if len(raised) == 1 else f"^{{{raised}}}"


def _closed(text: str) -> str:
    """With the closing braces that were forgotten at the end, if they are few."""
    missing = text.count("{") - text.count("}") - text.count(r"\{") + text.count(r"\}")
    return text + "}" * missing if 0 < missing <= 3 else text


def braced(text: str) -> str:
    r"""With braces around what stands in a box without them: `\boxed7`."""
    return _BARE_BOX.sub(r"\\boxed{\1}", text) if "box" in text else text


def unwrap_box(text: str) -> str | None:
    r"""What stands in the `\boxed{...}` that is the whole text, or None."""
    match = re.match(r"\\(?:boxed|fbox)\s{0,4}\{", text)
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
    text = _ROW_SPACE.sub(r"\1", text)
    text = _REALS.sub(r"\\Reals ", text)
    text = re.sub(r"\{\s?,\s?\}", ",", text).replace(r"\%", "%").replace(r"\&", "&")
    text = re.sub(r",\s?\\!\s?", ",", text)
    text = _SPACING.sub(" ", text)
    text = text.replace(r"\$", "¤")
    text = _FRACTIONS.sub(r"\\frac", text)
    text = _OVER.sub(r"\\frac{\1}{\2}", text)
    text = _CHOOSE.sub(r"\\binom{\1}{\2}", text)
    text = _POWER_OF_TEN.sub(r"\\times ", text)
    for _ in range(3):
        plain = _FONT.sub(_font, text)
        if plain == text:
            break
        text = plain
    text = _DEGREES.sub("°", text)
    for pattern, replacement in _SYNONYMS:
        text = pattern.sub(replacement, text)
    text = _GLUED.sub(r" \1 ", text)
    text = _PIECES.sub(r"\\begin{cases}\1\\end{cases}", text)
    return _LAST_STEP.split(text)[-1]


def _font(match: re.Match[str]) -> str:
    """Letters in a text font are words, unless they stand alone as a variable would."""
    content = match[1]
    word = content.strip().replace('"', "")
    if not word:
        return " "
    if not any(char.isalnum() for char in word):
        return word
    touching = match.string[match.start() - 1 : match.start()]
    gap = " " if touching.isalpha() else ""  # `\in\mathbb{Z}` must not become `\inZ`
    before = match.string[: match.start()].rstrip("\\,;:! ~")[-1:]
    raised = _UNIT_POWER.fullmatch(word)
    if raised and before in [*"0123456789})"]:
        return f' "{raised[1]}"^{raised[2]}' if "/" not in raised[1] else f' "{word}"'
    if any(char.isdigit() for char in word):
        return f" {word}" if content[0].isspace() else word
    if len(word) == 1 and (before not in [*"0123456789})"] or word in "ienkxyzIABCDERT"):
        return gap + word
    if len(word) == 1 and match[0].startswith((r"\mathbf", r"\vec", r"\hat", r"\bold")):
        return gap + word
    if word == "mod":
        return r" \mod "
    if word in ("and", "or"):
        return f" {word} "
    return f' "{word}"'


def _money(text: str) -> str:
    if "$" not in text:
        return text
    # An even number of dollar signs are delimiters of mathematics, a single one is money.
    return text.replace("$", "" if text.count("$") % 2 == 0 else "¤")
