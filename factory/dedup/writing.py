r"""One text in many ways of writing it, evened out in SQL: what is compared when texts are.

Promises: case, white space, typographic variants of a character and styling of LaTeX make no
difference; a number, a variable, an operator or an exponent does. A text of ASCII alone takes a
short way to the same result. Does not promise to know that two formulas are equal.
"""

import unicodedata


def _folded() -> tuple[str, str]:
    """Characters that NFKC writes as one other character and that mean the same in mathematics.

    A superscript is none of them: `x²` is not `x2`, and `3½` is not `31⁄2`.
    """
    one, other = [], []
    ranges = ((0xFF01, 0xFF5F), (0x1D400, 0x1D800), (0x2100, 0x2150), (0x3000, 0x3001))
    for code in (code for first, last in ranges for code in range(first, last)):
        kind = unicodedata.decomposition(chr(code)).partition(" ")[0]
        plain = unicodedata.normalize("NFKC", chr(code))
        if kind in ("<font>", "<wide>", "<compat>") and len(plain) == 1 and plain != chr(code):
            one.append(chr(code))
            other.append(plain)
    return "".join(one), "".join(other)


FOLDED = _folded()
FOLDABLE = r"[\x{FF01}-\x{FF5E}\x{1D400}-\x{1D7FF}\x{2100}-\x{214F}]"

TYPED = (
    ("‘’‚‛ʼ`´", "'"),
    ("“”„‟«»", '"'),
    ("‐‑‒–—―−", "-"),
    ("×·⋅∙", "*"),
    ("÷∕⁄", "/"),
    ("′", "'"),
)
"""Characters that typesetters put for one on the keyboard."""

SPELLED = (
    *(("…", "..."), ("≤", "<="), ("≥", ">="), ("≠", "!="), ("π", r"\pi"), ("√", r"\sqrt")),
    *(("∞", r"\infty"), ("∠", r"\angle"), ("△", r"\triangle"), ("θ", r"\theta")),
    *(("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl")),
    *((old, f"^{new}") for new, old in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")),
    *((old, f" {new}") for old, new in (("½", "1/2"), ("¼", "1/4"), ("¾", "3/4"), ("⅓", "1/3"))),
)
"""Characters that have a longer name in LaTeX or on the keyboard."""

END = r"([^a-zA-Z]|$)"
STYLED = (
    (r"\\(?:left|right|[bB]igg?[lrm]?)(\\?[^a-zA-Z\\])", r"\1"),
    (r"\\(?:left|right)(\\[a-zA-Z])", r"\1"),
    (rf"\\[dtc]frac{END}", r"\\frac\1"),
    (r"\\frac\s*([0-9a-zA-Z])\s*([0-9a-zA-Z])", r"\\frac{\1}{\2}"),
    (rf"\\(?:displaystyle|textstyle|limits|nolimits|quad|qquad){END}", r" \1"),
    (r"\\[,;:! ]|~", " "),
    (
        r"\\(?:text|textrm|textbf|textit|mathrm|mathbf|mathit|mbox|operatorname)\s*\{([^{}]*)\}",
        r"\1",
    ),
    (rf"\\(?:cdot|times|ast){END}", r"*\1"),
    (rf"\\div{END}", r"/\1"),
    (rf"\\leq?{END}", r"<=\1"),
    (rf"\\geq?{END}", r">=\1"),
    (rf"\\neq?{END}", r"!=\1"),
    (r"\\[()]|\\[\[\]]|\$\$", "$"),
    (r"\\([%$#&])", r"\1"),
)
"""Ways of writing the same formula in LaTeX; applied in this order, where there is a backslash."""

SPACED = r" [-+*/=<>^_)}\]]|[-+*/=<>^_({\[] "
TIGHT = ((r" *([-+*/=<>^_]) *", r"\1"), (r"([({\[]) +", r"\1"), (r" +([)}\]])", r"\1"))
"""White space that means nothing: beside an operator, and inside brackets."""

WHITE = r"[\s\p{Z}]+"
HIDDEN = r"[\p{Cf}\x{FE00}-\x{FE0F}]"


def text(value: str) -> str:
    """A text as an SQL literal."""
    return "'" + value.replace("'", "''") + "'"


def evened(source: str, column: str = "text", *, case: bool = True) -> str:
    """A SELECT of all columns of `source` and of `evened`, the text with all that evened out.

    Args:
        source: a table, or a SELECT in parentheses.
        column: the column with the text; null stays null.
        case: even out case too.
    """
    steps = [
        f"case when strlen(evened) = length(evened) then evened else {_typed()} end",
        _white(),
        f"case when contains(evened, '\\') then {_latex()} else evened end",
        f"case when regexp_matches(evened, {text(SPACED)}) then {_tight()} else evened end",
        r"case when contains(evened, '^{') "
        r"then regexp_replace(evened, '\^\{([0-9a-zA-Z])\}', '^\1', 'g') else evened end",
    ]
    if case:
        steps.append("lower(evened)")
    query = f"select *, {column} as evened from {source}"
    for step in steps:
        query = f"select * replace ({step} as evened) from ({query})"
    return query


def _typed() -> str:
    one, other = FOLDED
    typed = (
        f"case when regexp_matches(evened, '{FOLDABLE}') "
        f"then translate(nfc_normalize(evened), {text(one)}, {text(other)}) "
        "else nfc_normalize(evened) end"
    )
    typed = f"regexp_replace({typed}, '{HIDDEN}', '', 'g')"
    old = "".join(many for many, _ in TYPED)
    new = "".join(one * len(many) for many, one in TYPED)
    typed = f"translate({typed}, {text(old)}, {text(new)})"
    for sign, name in SPELLED:
        typed = f"replace({typed}, {text(sign)}, {text(name)})"
    return typed


def _white() -> str:
    odd = [f"contains(evened, {mark})" for mark in ("'  '", "chr(10)", "chr(9)", "chr(13)")]
    odd += ["starts_with(evened, ' ')", "ends_with(evened, ' ')"]
    odd.append("strlen(evened) != length(evened)")
    clean = f"trim(regexp_replace(evened, '{WHITE}', ' ', 'g'))"
    return f"case when {' or '.join(odd)} then {clean} else evened end"


def _latex() -> str:
    plain = "evened"
    for styled, same in STYLED:
        plain = f"regexp_replace({plain}, {text(styled)}, {text(same)}, 'g')"
    return f"trim(regexp_replace({plain}, ' +', ' ', 'g'))"


def _tight() -> str:
    plain = "evened"
    for spaced, same in TIGHT:
        plain = f"regexp_replace({plain}, {text(spaced)}, {text(same)}, 'g')"
    return plain
