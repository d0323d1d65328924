"""Find every mistake in the settings of a recipe at once, and say each in a person's words.

What could be a key is never repeated in an error, since errors end up in logs.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel, ValidationError

from factory.settings import Recipe
from factory.settings.forms import FORMS
from factory.settings.sources import SEEDS
from factory.settings.test_sets import TEST_SETS
from factory.suggest import instead

Place = tuple[str | int, ...]
"""Where a setting stands: ("evolve", "rounds", 1)."""


class Problem(NamedTuple):
    """One mistake; `unknown` when `place` ends with a name that is no setting."""

    place: Place
    text: str
    unknown: bool = False


def check(data: dict[str, Any]) -> tuple[Recipe | None, list[Problem]]:
    """The recipe, or what is wrong with it."""
    problems = [*_in_texts(data), *_unknown_models(data), *_lost_prompts(data), *_bad_rules(data)]
    recipe = None
    try:
        # As JSON, so that a list is a list and a path a text, and nothing else is converted.
        recipe = Recipe.model_validate_json(json.dumps(data))
    except ValidationError as error:
        told = {problem.place for problem in problems}
        for fault in _first_causes(error):
            problems += [one for one in _in_words(fault) if one.place not in told]
    return (None if problems else recipe), problems


def _first_causes(error: ValidationError) -> Iterator[dict[str, Any]]:
    """Without what only follows from another fault."""
    faults = error.errors(include_url=False)
    for fault in faults:
        loc, kind = fault["loc"], fault["type"]
        inside = any(one["loc"][: len(loc)] == loc for one in faults if one is not fault)
        # A list without its bad entries is too short; a round without a direction has no operators.
        if kind != "default_factory_not_called" and not (kind == "too_short" and inside):
            yield dict(fault)


KEY = re.compile(
    r"\b(?:sk|rk|pk|gsk|xai|pplx|nvapi)-(?=[\w-]{0,99}[0-9])[\w-]{16}|\bgsk_\w{20}|\bhf_[A-Za-z0-9]{20}"
    r"|\bAKIA[0-9A-Z]{12}|\bAIza[\w-]{30}|\bBearer\s+\S{8}|\bgh[pousr]_[A-Za-z0-9]{20}"
)
KEY_NAMES = {"key", "token", "secret", "password", "authorization", "bearer"}
KEY_ENDS = ("apikey", "accesstoken", "authtoken", "hftoken", "secretkey")
ENVIRONMENT = re.compile(r"\$\{[A-Za-z_]\w{0,99}\}")


def _in_texts(data: Any, place: Place = ()) -> Iterator[Problem]:
    """Keys, and variables of the environment, wherever they stand."""
    if isinstance(data, dict):
        for name, value in data.items():
            plain_name = re.sub(r"[^a-z]", "", name[:99].lower())
            if isinstance(value, str) and (
                plain_name in KEY_NAMES or plain_name.endswith(KEY_ENDS)
            ):
                yield Problem((*place, name), _NO_KEYS)
            else:
                yield from _in_texts(value, (*place, name))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from _in_texts(value, (*place, n))
    elif isinstance(data, str):
        if KEY.search(data):
            yield Problem(place, _NO_KEYS)
        elif place[-1] != "key_env" and (variable := ENVIRONMENT.search(data)):
            yield Problem(
                place,
                f"{variable[0]} is not filled in: a recipe means the same everywhere; write the "
                "value, or give it with --set (a key goes by its variable's name in key_env)",
            )


_NO_KEYS = (
    "this looks like a key, and a recipe holds none; put it into an environment variable and "
    "write that variable's name as the model's key_env"
)


def _texts_at(data: dict[str, Any], section: str, name: str) -> Iterator[tuple[Place, str]]:
    """The texts of a setting, be it one text or a list of them."""
    inside = data.get(section)
    value = inside.get(name) if isinstance(inside, dict) else None
    if isinstance(value, str):
        yield (section, name), value
    elif isinstance(value, list):
        yield from (((section, name, n), v) for n, v in enumerate(value) if isinstance(v, str))


def _unknown_models(data: dict[str, Any]) -> Iterator[Problem]:
    models = data.get("models")
    if not isinstance(models, dict):
        return
    for taken in ("arithmetic", "alignment"):
        if taken in models:
            yield Problem(("models", taken), "step verdicts have this name; choose another")
    asked = [("evolve", "model"), ("solve", "model")]
    asked += [(stage, "judges") for stage in ("rate", "rank", "grade")]
    for section, name in asked:
        for place, model in _texts_at(data, section, name):
            if model not in models and not KEY.search(model):
                yield Problem(place, f"no model called '{model}'{instead(model, models)}")


def _lost_prompts(data: dict[str, Any]) -> Iterator[Problem]:
    for section in ("evolve", "solve", "rate", "rank", "grade"):
        for place, path in _texts_at(data, section, "prompt"):
            if "\0" in path or not Path(path).is_file():
                yield Problem(place, f"no such file: {path}")


def _bad_rules(data: dict[str, Any]) -> Iterator[Problem]:
    rules = [(place, rule) for place, rule in _texts_at(data, "select", "rules")]
    if all(rule == "verified" for _, rule in rules):
        return
    # Late, since it brings the database along.
    from factory.stages.select import check_rules

    places = {rule: place for place, rule in reversed(rules) if len(rule) <= 300}
    for rule, fault in check_rules(list(places)):
        yield Problem(places[rule], fault)


AGAINST = ("admit", "against")


def _without_kind(loc: Place) -> Place:
    """A place without the kind of source, which pydantic names and which is no setting."""
    at = 1 if loc[:1] == ("seeds",) else 3 if loc[:2] == AGAINST else len(loc)
    return (*loc[:at], *loc[at + 1 :])


def _in_words(fault: dict[str, Any]) -> Iterator[Problem]:
    """What pydantic found, as problems."""
    kind, loc, value = fault["type"], fault["loc"], fault["input"]
    context = fault.get("ctx", {})
    place = _without_kind(loc)
    if kind == "extra_forbidden":
        name = str(loc[-1])
        yield Problem(
            place, f"no setting called '{name}'{instead(name, _names_at(loc[:-1]))}", True
        )
    elif kind == "value_error":
        yield from (Problem(place, line) for line in str(context["error"]).splitlines())
    elif kind == "string_pattern_mismatch" and loc[-1] == "[key]":
        yield Problem(place[:-2], f"'{place[-2]}': write a name as {FORMS[context['pattern']]}")
    elif kind == "string_pattern_mismatch":
        seen = "" if {"key_env", "base_url"} & set(loc) else f", not {_echo(value)}"
        yield Problem(place, f"write {FORMS[context['pattern']]}{seen}")
    elif kind.startswith("union_tag"):
        kinds = TEST_SETS if loc[:2] == AGAINST else SEEDS
        yield Problem(place, f"needs exactly one of {', '.join(kinds)}")
    elif kind == "literal_error":
        names = [name for name in context["expected"].split("'")[1::2] if name.isidentifier()]
        near = instead(value, names) if isinstance(value, str) else ""
        near = near if near.startswith("; did") else ""
        yield Problem(place, f"must be {context['expected']}, not {_echo(value)}{near}")
    elif kind in _WORDS:
        yield Problem(place, _WORDS[kind].format(**context, value=_echo(value)))
    elif kind == "json_invalid":  # there is one way to write YAML that is no JSON
        yield Problem((), "half a character (a surrogate, as \\ud800) stands in it; take it out")
    else:
        yield Problem(place, f"{fault['msg'][:1].lower()}{fault['msg'][1:]}")


_WORDS = {
    "missing": "is missing; write it",
    "int_type": "must be a whole number, not {value}",
    "float_type": "must be a number, not {value}",
    "finite_number": "must be a finite number",
    "string_type": "must be a text, not {value}",
    "path_type": "must be the path of a file, not {value}",
    "tuple_type": "must be a list, not {value}",
    "dict_type": "must be settings by name, not {value}",
    "model_type": "must be a section of settings, not {value}",
    "greater_than": "must be more than {gt}, not {value}",
    "greater_than_equal": "must be at least {ge}, not {value}",
    "less_than": "must be less than {lt}, not {value}",
    "less_than_equal": "must be at most {le}, not {value}",
    "too_short": "needs at least {min_length}",
    "too_long": "has {actual_length}; at most {max_length}",
    "string_too_short": "must not be empty",
    "string_too_long": "must be at most {max_length} characters long",
}


def _echo(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _names_at(loc: Place) -> list[str]:
    """The settings that there are in the section at a pydantic location."""
    section: type[BaseModel] = Recipe
    steps = iter(loc)
    for step in steps:
        if isinstance(step, int):
            continue
        if section is Recipe and step == "seeds":
            section = SEEDS[str(next(steps))]
            continue
        if step == AGAINST[1]:
            next(steps)
            section = TEST_SETS[str(next(steps))]
            continue
        field = next(f for n, f in section.model_fields.items() if (f.alias or n) == step)
        if get_origin(field.annotation) is dict:
            next(steps)
        section = _section_in(field.annotation) or section
    return [field.alias or name for name, field in section.model_fields.items()]


def _section_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_section_in, get_args(annotation))), None)
