"""Whether a text only names something: a variable, `f(x)`, `|AB|`, `(a, b)`, `a:b:c`."""

import re

_FUNCTION_NAMES = ("log", "ln", "sin", "cos", "tan", "pi", "exp", "sqrt")
_VARIABLE = re.compile(r"\\?[a-zA-Z]{1,8}(?:_\{?\w{1,8}\}?)?")
_NAMING = re.compile(
    r"\s*(?:\\?[a-zA-Z]{1,8}(?:_\{?\w{1,8}\}?)?'{0,2}(?:\s?\(\s?-?\w{1,8}\s?\))?|\|\s?\w{1,8}\s?\||"
    r"(?:[a-zA-Z]{1,4}\s?)?\"[^\"]{1,60}\"|[a-zA-Z](?:\^\{\s?-1\s?\})?\s?\([^()=]{1,30}\)|"
    r"\\?(?:sin|cos|tan|sec|csc|cot)\s?\(?\s?(?:\\angle\s?)?(?:\\[a-z]{2,8}|[A-Z]{1,3})\s?\)?|"
    r"\\frac\s?\{d[a-z]\}\{d[a-z]\}|d[a-z]/d[a-z]|\[[A-Z]{1,8}\]|"
    r"\\(?:angle|triangle|vec|overline)\s?\{?\s?[A-Z]{1,4}\s?\}?|"
    r"\(\s?\\?\w{1,8}(?:\s?,\s?\\?\w{1,8}){1,9}\s?\)|[A-Za-z](?:_\{?\w{1,4}\}?)?(?:\s?:\s?[A-Za-z](?:_\{?\w{1,4}\}?)?){1,5})\s*"
)
_CALL = re.compile(r"\s*([A-Za-z])\s?\(([^()=]{1,30})\)\s*")
_FACTORS = frozenset("abckmnxyz")
_NUMBERED = re.compile(r"\s*[\d,()\s]{1,20}")


def is_name(text: str) -> bool:
    """Whether what follows the equals sign is the whole answer."""
    word = text.strip().strip("\\")
    if word in _FUNCTION_NAMES or word in ("i", "e"):
        return False
    if _is_product(text):
        return False
    return bool(_NAMING.fullmatch(text)) and not _NUMBERED.fullmatch(text)


def _is_product(text: str) -> bool:
    """`x(x^2 + 1)` and `a(b - 2)` are no calls of functions x and a."""
    call = _CALL.fullmatch(text)
    if call is None:
        return False
    name, argument = call.groups()
    compound = any(sign in argument.strip().lstrip("-") for sign in "+-*/^")
    return name in argument or (compound and name in _FACTORS)


def is_variable(text: str) -> bool:
    """Whether this is one variable."""
    word = text.strip()
    return bool(_VARIABLE.fullmatch(word)) and word.strip("\\") not in (*_FUNCTION_NAMES, "i", "e")
