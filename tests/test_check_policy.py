"""Policies: what counts as the same answer where careful readers differ."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory.check.answers.quick import canonical, compare_quick
from factory.check.answers.symbolic_compare import compare_symbolic
from factory.check.policy import DEFAULT, Policy

SETTINGS = [
    ({"percent": "ambiguous"}, "25%", "0.25", "undecided"),
    ({"percent": "ambiguous"}, "25%", "25", "equal"),
    ({"percent": "number"}, "25%", "0.25", "different"),
    ({"percent": "number"}, "25%", "25", "equal"),
    ({"percent": "fraction"}, "25%", "0.25", "equal"),
    ({"percent": "fraction"}, "25%", "25", "different"),
    ({"percent": "either"}, "25%", "1/4", "equal"),
    ({"percent": "either"}, "25%", "25", "equal"),
    ({"percent": "either"}, "25%", "26", "different"),
    ({"units": "lenient"}, "5 cm", "5", "equal"),
    ({"units": "lenient"}, "5 m", "500 cm", "equal"),
    ({"units": "lenient"}, "5 cm", "5 kg", "undecided"),
    ({"units": "required"}, "5 cm", "5", "undecided"),
    ({"units": "required"}, "5 cm", "50 mm", "equal"),
    ({"units": "dropped"}, "5 cm", "5 kg", "equal"),
    ({"units": "dropped"}, "5 cm", "6 cm", "different"),
    ({"units": "dropped"}, r"2\sqrt{3}\text{ cm}", r"2\sqrt{3}\text{ kg}", "equal"),
    ({"rounding": "exact"}, "1/3", "0.33", "undecided"),
    ({"rounding": "rounded"}, "1/3", "0.33", "equal"),
    ({"rounding": "rounded"}, "1/3", "0.34", "different"),
    ({"rounding": "rounded"}, r"\sqrt{2}", "1.41", "equal"),
    ({"rounding": "rounded"}, "1/3", "0.3", "different"),
    ({"rounding": "rounded"}, "(0.6,2.6667)", r"(\frac{3}{5},\frac{8}{3})", "equal"),
    ({"tolerance": 1e-3}, "17.01", "17", "equal"),
    ({"tolerance": 1e-3}, "17.1", "17", "different"),
    ({"tolerance": 1e-3}, "10001", "10000", "different"),
    ({"tolerance": 1e-3}, "1001/1000", "1", "different"),
    ({"float_digits": 12}, "1/12", "0.0833333333333333", "equal"),
    ({"float_digits": 0}, "1/12", "0.0833333333333333", "undecided"),
    ({"order": "free"}, "1, 2", "2, 1", "equal"),
    ({"order": "kept"}, "1, 2", "2, 1", "different"),
    ({"order": "kept"}, r"\{1,2\}", r"\{2,1\}", "equal"),
    ({"order": "free"}, "(1,2)", "(2,1)", "different"),
    ({"brackets": "bare"}, "1, 2", "(1, 2)", "equal"),
    ({"brackets": "bare"}, r"\{1, 2\}", "(1, 2)", "undecided"),
    ({"brackets": "strict"}, "1, 2", "(1, 2)", "different"),
    ({"brackets": "strict"}, r"\{1, 2\}", "1, 2", "different"),
    ({"brackets": "loose"}, r"\{1, 2\}", "(2, 1)", "equal"),
    ({"brackets": "loose"}, "[0, 1)", "(0, 1]", "different"),
    ({"decimal_comma": "no"}, "3.14", "3,14", "different"),
    ({"decimal_comma": "yes"}, "3.14", "3,14", "equal"),
    ({"decimal_comma": "yes"}, "1000.99", "1.000,99", "equal"),
    ({"decimal_comma": "yes"}, "(3,14)", "(3, 14)", "equal"),
    ({"letter_case": "kept"}, "a", "A", "undecided"),
    ({"letter_case": "ignored"}, "a", "A", "equal"),
    ({"names": "dropped"}, "x = 5", "5", "equal"),
    ({"names": "kept"}, "x = 5", "5", "undecided"),
    ({"names": "dropped"}, "f(x) = 2x", "y = 2x", "equal"),
    ({"names": "kept"}, "f(x) = 2x", "y = 2x", "undecided"),
]


@pytest.mark.parametrize(("values", "gold", "candidate", "outcome"), SETTINGS)
def test_a_setting_decides_what_it_says(values, gold, candidate, outcome):
    policy = Policy.of(values)
    for pair in ((gold, candidate), (candidate, gold)):
        assert compare_quick(*pair, policy).outcome == outcome
        assert compare_symbolic(*pair, values)["outcome"] == outcome


def test_a_policy_survives_json_and_names_what_differs_from_the_default():
    policy = Policy(percent="fraction", tolerance=0.01)
    assert Policy.of(json.loads(json.dumps(policy.as_dict()))) == policy
    assert policy.id == "answers-1 percent=fraction tolerance=0.01"
    assert DEFAULT.id == Policy.of(None).id == "answers-1"


@pytest.mark.parametrize(
    "values",
    [
        {"percent": "yes"}, {"colour": "red"}, {"tolerance": 2}, {"tolerance": True},
        {"float_digits": -1}, {"float_digits": 1.5},
    ],
)  # fmt: skip
def test_a_wrong_setting_is_an_error_that_names_it(values):
    with pytest.raises(ValueError, match=next(iter(values))):
        Policy.of(values)


POOL = [
    "1/4", "0.25", "25%", "25", "25 cm", "0.25 m", "x = 25", "1/3", "0.33", "0.333", "2500 mm",
    "0.333333333333", "0.3333333333333", "(1, 2)", "1, 2", r"\{1, 2\}", "2, 1", r"\sqrt{2}", "1.41",
    "1.414213562373", "3,14", "3.14", "a", "A", "f(x)=x", "y=x", "x", "25.0", "$25",
    r"\frac{50}{2}",
]  # fmt: skip
policies = st.builds(
    Policy,
    percent=st.sampled_from(["ambiguous", "number", "fraction", "either"]),
    units=st.sampled_from(["lenient", "required", "dropped"]),
    rounding=st.sampled_from(["exact", "rounded"]),
    tolerance=st.sampled_from([None, 1e-3, 0.1]),
    order=st.sampled_from(["free", "kept"]),
    brackets=st.sampled_from(["bare", "strict", "loose"]),
    decimal_comma=st.sampled_from(["no", "yes"]),
    letter_case=st.sampled_from(["kept", "ignored"]),
    names=st.sampled_from(["dropped", "kept"]),
)


@given(policies, st.sampled_from(POOL), st.sampled_from(POOL))
def test_under_every_policy_order_does_not_matter_and_keys_agree(policy, left, right):
    said = compare_quick(left, right, policy)
    assert said == compare_quick(right, left, policy)
    assert compare_quick(left, left, policy).outcome == "equal"
    keys = canonical(left, policy), canonical(right, policy)
    if None not in keys:
        assert (keys[0] == keys[1]) == (said.outcome == "equal")


@given(st.lists(st.sampled_from(POOL), max_size=8))
def test_a_vote_whose_clusters_hold_only_mutual_equals_is_transitive(answers):
    """How a vote has to cluster: into the first cluster all of whose members are equal to it."""
    clusters: list[list[str]] = []
    for answer in answers:
        for members in clusters:
            if all(compare_quick(member, answer).outcome == "equal" for member in members):
                members.append(answer)
                break
        else:
            clusters.append([answer])
    for members in clusters:
        for left in members:
            assert all(compare_quick(left, right).outcome == "equal" for right in members)
