"""The table of situation families: those of every module in `situations`, by the module's name."""

from importlib import import_module
from pkgutil import iter_modules

from factory.symbolic.grammar import situations
from factory.symbolic.grammar.family import Family

_TOPICS = sorted(topic.name for topic in iter_modules(situations.__path__))

FAMILIES: dict[str, Family] = {
    family.name: family
    for topic in _TOPICS
    for family in import_module(f"{situations.__name__}.{topic}").FAMILIES
}
"""By name."""
