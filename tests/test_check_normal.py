"""Exact normal forms: equal with proof, apart with proof, or not known; and never expensive."""

import cmath
import math
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factory.check.algebra.expression import parse
from factory.check.algebra.normal import Forms, Normal
from factory.check.algebra.polynomials import MOST_WORK, ONE, Algebra
from factory.check.algebra.ratios import unique_key
from factory.check.algebra.tree import Unreadable
from factory.check.answers.graphs import surely_differ
from factory.check.answers.quick import canonical, compare_quick
from factory.check.answers.reading import read
from factory.check.answers.sets import real_set


def said(left: str, right: str) -> str:
    normal = Normal()
    return normal.same(normal.form(parse(left)), normal.form(parse(right)))


EQUAL = [
    (r"\frac{1}{1+\sqrt2+\sqrt3}", r"\frac{2+\sqrt2-\sqrt6}{4}"),
    (r"\sqrt{3+2\sqrt2}", r"1+\sqrt2"),
    (r"\sqrt{5-2\sqrt6}", r"\sqrt3-\sqrt2"),
    (r"\sqrt[3]{54}", r"3\sqrt[3]{2}"),
    (r"\sqrt[3]{-8}", "-2"),
    (r"\sqrt{-4}", "2i"),
    (r"\tan 75°", r"2+\sqrt3"),
    (r"\cos 36°", r"\frac{1+\sqrt5}{4}"),
    (r"\sin (a + b) - \sin (a - b)", r"2 \sin b \cos a"),
    (r"\tan^2 y + 1", r"\sec^2 y"),
    (r"\log_8 32", "5/3"),
    (r"\log 8 / \log 2", "3"),
    (r"\cosh^2 x - \sinh^2 x", "1"),
    ("2^{n+1} - 2^n", "2^n"),
    ("e^{2x}", "(e^x)^2"),
    (r"e^{i\pi/3}", r"\frac{1+i\sqrt3}{2}"),
    (r"\sum_{k=1}^{n} k^2", r"\frac{n(n+1)(2n+1)}{6}"),
    (r"\sum_{k=0}^{n} a_k b_k", r"\sum_{j=0}^{n} b_j a_j"),
    (r"\sum_{k=1}^{3} a_k", "a_1+a_2+a_3"),
    (r"\prod_{i=1}^{5} i", "120"),
    (r"C_n^3", r"\frac{n(n-1)(n-2)}{6}"),
    (r"\lfloor \sqrt{10} \rfloor", "3"),
    (r"\frac{x^3-1}{x-1}", "x^2+x+1"),
    (r"\sqrt{4x+8}", r"2\sqrt{x+2}"),
]
APART = [
    (r"\frac{1}{2^{99}}", r"\frac{1}{2^{98}}"),
    (r"\sqrt2+\sqrt3", r"\sqrt{10}"),
    (r"\pi", "22/7"),
    ("x^2+2x+1", "x^3+2x+1"),
    (r"\frac{1}{2004!}", r"\frac{1}{2006!}"),
    (r"1-\frac1e", r"1+\frac1e"),
]
UNKNOWN = [
    (r"\sqrt{x^2}", "x"),
    (r"e+\pi", "6"),
    (r"\log 100", "2"),
    (r"\sin 1", "x"),
    ("f(2)", "3"),
]


@pytest.mark.parametrize(("left", "right"), EQUAL)
def test_equal_is_proven(left: str, right: str):
    assert said(left, right) == said(right, left) == "equal"


@pytest.mark.parametrize(("left", "right"), APART)
def test_apart_is_proven(left: str, right: str):
    assert said(left, right) == said(right, left) == "apart"


@pytest.mark.parametrize(("left", "right"), UNKNOWN)
def test_without_a_proof_nothing_is_said(left: str, right: str):
    assert said(left, right) == said(right, left) == "unknown"


numbers = st.recursive(
    st.one_of(
        st.integers(-9, 9).map(lambda n: (f"({n})", complex(n))),
        st.integers(2, 30).map(lambda n: (rf"\sqrt{{{n}}}", complex(math.sqrt(n)))),
        st.sampled_from(
            [(r"\pi", complex(math.pi)), ("i", 1j), (r"\cos 30°", math.sqrt(0.75) + 0j)]
        ),
    ),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda p: (f"({p[0][0]}+{p[1][0]})", p[0][1] + p[1][1])),
        st.tuples(inner, inner).map(lambda p: (f"({p[0][0]}*{p[1][0]})", p[0][1] * p[1][1])),
        inner.map(lambda p: (rf"\frac{{1}}{{{p[0]}}}", 1 / p[1] if abs(p[1]) > 1e-6 else 0j)),
    ),
    max_leaves=6,
)


@given(numbers, numbers)
@settings(deadline=None)
def test_what_is_proven_agrees_with_floating_point(left, right):
    try:
        verdict = said(left[0], right[0])
    except Unreadable:
        return
    close = cmath.isclose(left[1], right[1], rel_tol=1e-9, abs_tol=1e-9)
    if verdict == "equal":
        assert close
    if not close:
        assert verdict != "equal"


@given(numbers)
@settings(deadline=None)
def test_a_number_has_one_way_to_be_written(number):
    normal = Normal()
    try:
        form = normal.form(parse(number[0]))
        again = normal.form(parse(f"({number[0]}+{number[0]})/2"))
    except Unreadable:
        return
    assert unique_key(form) == unique_key(again)


@pytest.mark.parametrize(
    "bomb",
    [
        "(a+b+c)^{60}", "(((((x+y+z+1)^{99}+1)^{99}+1)^{99}+1)^{99}+1)^{99}", "(x+1)^{9999}",
        r"\sum_{k=1}^{1000000000} 2^k", r"\prod_{k=1}^{199} (x+k)(y-k)", "3000!^{9}", "x^{99999}",
        r"\sum_{i=1}^{150}\sum_{j=1}^{150}\sum_{k=1}^{150} ijk a_k", "9^{9^{9}}",
    ],
)  # fmt: skip
def test_a_bomb_is_refused_within_its_budget(bomb: str):
    normal = Normal()
    with pytest.raises(Unreadable):
        normal.form(parse(bomb))
    assert normal.algebra.left > -1_000_000


def test_work_is_counted_before_it_is_done():
    algebra = Algebra(work=10)
    wide = {(("v:x", n),): 1 for n in range(1, 9)}
    with pytest.raises(Unreadable, match="too_much_work"):
        algebra.times(wide, wide)
    assert Algebra().times({ONE: Fraction(1, 2)}, {ONE: 2}) == {ONE: 1}


ends = st.integers(-6, 6)
intervals = st.tuples(ends, ends, st.sampled_from("[("), st.sampled_from("])"))


@given(st.lists(intervals, min_size=2, max_size=4), st.lists(intervals, min_size=2, max_size=4))
def test_two_unions_are_the_same_exactly_when_they_hold_the_same_points(left, right):
    points = [Fraction(n, 2) for n in range(-14, 15)]

    def holds(pieces, x):
        return any(
            (low < x or (low == x and a == "[")) and (x < high or (x == high and b == "]"))
            for low, high, a, b in pieces
        )

    texts = [r" \cup ".join(f"{a}{low},{high}{b}" for low, high, a, b in p) for p in (left, right)]
    sets = [real_set(read(text), Forms()) for text in texts]
    assert None not in sets
    same = all(holds(left, x) == holds(right, x) for x in points)
    assert (sets[0] == sets[1]) == same


HEAVY = [
    rf"\frac{{1}}{{{n}+\sqrt2+\sqrt3+\sqrt5+\sqrt7+\sqrt{{11}}+\sqrt{{13}}+\sqrt{{17}}}}"
    for n in range(2, 12)
]


def test_all_items_of_a_comparison_share_one_budget():
    """Each of ten would spend it alone; together they are left to the symbolic path."""
    one, other = f"({','.join(HEAVY)})", f"({','.join(reversed(HEAVY))})"
    assert canonical(one) is None
    assert compare_quick(one, other).reason == "needs_symbolic"
    forms = Forms()
    for text in HEAVY:
        with pytest.raises(Unreadable, match="too_much_work"):
            forms.of(parse(text))
    assert forms.normal.algebra.left > -MOST_WORK


def test_a_tree_is_worked_out_once():
    forms = Forms()
    first = forms.of(parse(r"(x+\sqrt2)^5"))
    left = forms.normal.algebra.left
    assert forms.of(parse(r"(x+\sqrt2)^5")) == first
    assert forms.normal.algebra.left == left < MOST_WORK


small = st.integers(-3, 3)
polynomials = st.dictionaries(
    st.tuples(st.integers(0, 2), st.integers(0, 2)), small.filter(bool), min_size=1, max_size=4
)


def as_sum(polynomial):
    return {
        tuple((name, e) for name, e in (("v:x", i), ("v:y", j)) if e): value
        for (i, j), value in polynomial.items()
    }


@given(polynomials, polynomials, small.filter(bool))
@settings(deadline=None)
def test_equations_that_surely_differ_have_other_solutions(one, two, factor):
    """Never said of a multiple, a square, or a product with what is never zero."""
    algebra, names = Algebra(1_000_000), {"v:x", "v:y"}
    left, right = as_sum(one), as_sum(two)
    positive = {ONE: 1, (("v:x", 2),): 1}
    same = (
        {product: factor * value for product, value in left.items()},
        algebra.times(left, left),
        algebra.times(left, positive),
    )
    assert not any(surely_differ(algebra, left, other, names) for other in same)
    both = surely_differ(algebra, left, right, names), surely_differ(algebra, right, left, names)
    assert both[0] == both[1]
