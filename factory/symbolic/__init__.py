"""The symbolic teacher: a rule-based stand-in for a language model, with exact answers.

`Teacher` and `read_graph` are its face for other code; see `factory.symbolic.library`.
"""

from factory.symbolic.graph import Declined, Graph
from factory.symbolic.leaning import Leaning
from factory.symbolic.library import Teacher
from factory.symbolic.mistakes import KINDS as MISTAKES
from factory.symbolic.protocol import DIRECTIONS as OPERATORS
from factory.symbolic.read import read_graph

__all__ = ["MISTAKES", "OPERATORS", "Declined", "Graph", "Leaning", "Teacher", "read_graph"]
