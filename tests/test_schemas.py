"""The published schema of recipes is the one that the code gives, and says what the code says."""

import json
from pathlib import Path

import pytest

from factory.recipe import OPERATORS, recipe_schema

ROOT = Path(__file__).resolve().parent.parent
REGENERATE = "python -m factory.recipe > schemas/recipe.schema.json"


def test_the_published_recipe_schema_is_that_of_the_code():
    published = (ROOT / "schemas" / "recipe.schema.json").read_text(encoding="utf-8")
    fresh = json.dumps(recipe_schema(), indent=2, ensure_ascii=False) + "\n"
    assert published == fresh, REGENERATE


def sections():
    schema = recipe_schema()
    return {"Recipe": schema, **schema["$defs"]}


@pytest.mark.parametrize("name", sorted(sections()))
def test_every_setting_is_explained_and_nothing_unknown_is_allowed(name):
    section = sections()[name]
    assert section["additionalProperties"] is False
    for setting, schema in section["properties"].items():
        # A section's own class says what it is for.
        assert "description" in schema or "$ref" in json.dumps(schema), f"{name}.{setting}"


def test_an_editor_offers_the_operators_and_the_kinds_of_source():
    schema = recipe_schema()
    operators = schema["$defs"]["Round"]["properties"]["operators"]
    assert operators["items"]["enum"] == list(OPERATORS)
    kinds = schema["properties"]["seeds"]["oneOf"]
    assert {kind["$ref"].rpartition("/")[2] for kind in kinds} == {
        "HubSeeds",
        "FileSeeds",
        "SampleSeeds",
    }
