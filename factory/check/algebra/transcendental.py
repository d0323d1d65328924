r"""Sines, logarithms and exponentials of exact forms.

Promise: only identities that hold everywhere: addition theorems, exact values at multiples of
pi/12 and pi/5, `sin^2 = 1 - cos^2`, `e^{a+b} = e^a e^b`, `ln` of a product of primes. `log`
without a base is the logarithm to one unknown base: what holds for every base is proven.
Not promised: inverse functions beyond a table; the rest are opaque, equal where their arguments
are written the same.
"""

from fractions import Fraction
from typing import TypeAlias

from factory.check.algebra import radicals
from factory.check.algebra.decimals import sign
from factory.check.algebra.polynomials import ONE, Exponent, Product, Sum, is_unique, key, plain
from factory.check.algebra.polynomials import atoms as atoms_of
from factory.check.algebra.ratios import Form, Ratios, atom, form_key, number
from factory.check.algebra.tree import Unreadable

Circle: TypeAlias = tuple[Form, Form]
"""Cosine and sine of one angle."""
_MOST_MULTIPLES = 8


def circular(ratios: Ratios, name: str, angle: Form) -> Form:
    """sin, cos, tan, cot, sec, csc of an angle in radians."""
    cosine, sine = _circle(ratios, angle)
    match name:
        case "sin":
            return sine
        case "cos":
            return cosine
        case "tan":
            return ratios.times(sine, ratios.inverse(cosine))
        case "cot":
            return ratios.times(cosine, ratios.inverse(sine))
        case "sec":
            return ratios.inverse(cosine)
    return ratios.inverse(sine)


def _circle(ratios: Ratios, angle: Form) -> Circle:
    if angle.bottom != {ONE: 1} or len(angle.top) > _MOST_MULTIPLES:
        return _opaque_circle(form_key(angle))
    circle = (number(1), number(0))
    for product, coefficient in sorted(angle.top.items()):
        if product == (("P", 1),):
            part = _turn(ratios, Fraction(coefficient))
        else:
            part = _multiple(ratios, product, Fraction(coefficient))
        circle = _together(ratios, circle, part)
    return circle


def _opaque_circle(name: str) -> Circle:
    return atom(f"c[{name}]"), atom(f"s[{name}]")


def _together(ratios: Ratios, left: Circle, right: Circle) -> Circle:
    cosine = ratios.add(
        ratios.times(left[0], right[0]), ratios.times(left[1], right[1]), -1
    )  # fmt: skip
    sine = ratios.add(ratios.times(left[1], right[0]), ratios.times(left[0], right[1]))
    return cosine, sine


def _multiple(ratios: Ratios, product: Product, coefficient: Fraction) -> Circle:
    """The angle n * (product / d), by n additions."""
    times = abs(coefficient.numerator)
    if times > _MOST_MULTIPLES:
        unit, times = Fraction(abs(coefficient)), 1
    else:
        unit = Fraction(1, coefficient.denominator)
    single = _opaque_circle(key({product: plain(unit)}))
    circle = single
    for _ in range(times - 1):
        circle = _together(ratios, circle, single)
    return circle if coefficient > 0 else (circle[0], ratios.add(number(0), circle[1], -1))


def _turn(ratios: Ratios, halves: Fraction) -> Circle:
    """Cosine and sine of so many times pi."""
    return _cosine(ratios, halves), _cosine(ratios, halves - Fraction(1, 2))


def _cosine(ratios: Ratios, halves: Fraction) -> Form:
    halves = abs(halves) % 2
    if halves > 1:
        halves = 2 - halves
    if halves > Fraction(1, 2):
        return ratios.add(number(0), _cosine(ratios, 1 - halves), -1)
    exact = _exact_cosine(halves)
    return exact if exact is not None else atom(f"K[{halves}]")


def _exact_cosine(halves: Fraction) -> Form | None:
    half, quarter = Fraction(1, 2), Fraction(1, 4)
    two, three, five = ((f"#{prime}", half) for prime in (2, 3, 5))
    table: dict[Fraction, Sum] = {
        Fraction(0): {ONE: 1},
        Fraction(1, 12): {(two,): quarter, (two, three): quarter},
        Fraction(1, 6): {(three,): half},
        Fraction(1, 5): {ONE: quarter, (five,): quarter},
        Fraction(1, 4): {(two,): half},
        Fraction(1, 3): {ONE: half},
        Fraction(2, 5): {ONE: -quarter, (five,): quarter},
        Fraction(5, 12): {(two,): -quarter, (two, three): quarter},
        Fraction(1, 2): {},
    }
    found = table.get(halves)
    return None if found is None else Form(found, {ONE: 1})


def inverse_circular(ratios: Ratios, name: str, value: Form) -> Form:
    """arcsin, arccos, arctan: known angles, or opaque."""
    for twelfths in range(-6, 7) if name != "arccos" else range(13):
        halves = Fraction(twelfths, 12)
        if name == "arctan" and abs(twelfths) == 6:
            continue
        cosine, sine = _turn(ratios, halves)
        reached = {"arcsin": sine, "arccos": cosine}.get(name)
        if reached is None:
            reached = ratios.times(sine, ratios.inverse(cosine))
        if ratios.same(reached, value) == "equal":
            return ratios.times(number(halves), atom("P"))
    return opaque(name, value)


def opaque(name: str, *args: Form) -> Form:
    """A function that nothing is known of but its name and its arguments."""
    return atom(f"f:{name}[{','.join(form_key(arg) for arg in args)}]")


def logarithm(ratios: Ratios, argument: Form, kind: str = "L") -> Form:
    """The natural logarithm (kind `L`), or the logarithm to the unknown base (kind `l`)."""
    if argument.bottom != {ONE: 1} or len(argument.top) != 1:
        return opaque(f"ln{kind}", argument)
    ((product, coefficient),) = argument.top.items()
    primes = _primes(product, Fraction(coefficient), kind)
    if primes is None:
        return opaque(f"ln{kind}", argument)
    total = number(0)
    for name, exponent in primes.items():
        part = atom(name) if name else number(1)
        total = ratios.add(total, ratios.times(number(exponent), part))
    return total


def _primes(product: Product, coefficient: Fraction, kind: str) -> dict[str, Exponent] | None:
    """The logarithm of a positive number as multiples of atoms; the empty name is 1."""
    if coefficient <= 0:
        return None
    top, bottom = radicals.factor(coefficient.numerator), radicals.factor(coefficient.denominator)
    if top is None or bottom is None:
        return None
    found: dict[str, Exponent] = {}
    for primes, turned in ((top, 1), (bottom, -1)):
        for prime, count in primes.items():
            found[f"{kind}{prime}"] = turned * count
    for name, exponent in product:
        if name[0] == "#":
            spelt = f"{kind}{name[1:]}"
            found[spelt] = found.get(spelt, 0) + exponent
        elif name == "E[]" and kind == "L":
            found[""] = exponent
        else:
            return None
    return found


def exponential(ratios: Ratios, exponent: Form) -> Form:
    """E to a form: a product over the exponent's terms; i pi turns into sine and cosine."""
    if exponent.bottom != {ONE: 1}:
        return opaque("exp", exponent)
    result = number(1)
    for product, coefficient in sorted(exponent.top.items()):
        if product == (("P", 1), ("i", 1)):
            cosine, sine = _turn(ratios, Fraction(coefficient))
            part = ratios.add(cosine, ratios.times(atom("i"), sine))
        elif len(product) == 1 and product[0][0][0] == "L" and product[0][1] == 1:
            part = general_power(ratios, number(int(product[0][0][1:])), number(coefficient))
        else:
            part = atom(f"E[{key({product: 1})}]" if product else "E[]", coefficient)
        result = ratios.times(result, part)
    return result


def general_power(ratios: Ratios, base: Form, exponent: Form) -> Form:
    """The base to any exponent; each term of the exponent is a power of its own."""
    value = ratios.rational(exponent)
    if value is not None:
        if value.denominator == 1:
            return ratios.whole_power(base, value.numerator)
        return radicals.power(ratios, base, value)
    if base.top == {(("E[]", 1),): 1} and base.bottom == {ONE: 1}:
        return exponential(ratios, exponent)
    if exponent.bottom != {ONE: 1} or base.bottom != {ONE: 1} or len(exponent.top) > 20:
        return opaque("pow", base, exponent)
    if not base.top:
        raise Unreadable("zero_power")
    known = ratios.rational(base)
    primes = radicals.factor(known.numerator) if known and known.denominator == 1 else None
    if known is not None and (known <= 0 or primes is None):
        return opaque("pow", base, exponent)
    result = number(1)
    for product, coefficient in sorted(exponent.top.items()):
        if not product:
            part = general_power(ratios, base, number(Fraction(coefficient)))
        else:
            inner = key({product: 1})
            names = {f"n[{prime}^{inner}]": count for prime, count in (primes or {}).items()}
            if primes is None:
                names = {f"n[({form_key(base)})^{inner}]": 1}
            part = number(1)
            for name, count in names.items():
                part = ratios.times(part, atom(name, count * Fraction(coefficient)))
        result = ratios.times(result, part)
    return result


def absolute(ratios: Ratios, form: Form) -> Form:
    """|form|: of a real number by its sign, else opaque but for the sign."""
    if not form.top:
        return form
    turned = ratios.add(number(0), form, -1)
    if is_unique(atoms_of(form.top)) and form.bottom == {ONE: 1}:
        ratios.algebra.spend(len(form.top))
        said = sign(form.top)
        if said is not None:
            return form if said >= 0 else turned
    first = form.top[min(form.top)]
    return opaque("abs", form if first > 0 else turned)
