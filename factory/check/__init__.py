"""Whether an answer is right and a step holds; everything here is cheap and runs in-process.

What needs SymPy is `symbolic_compare`, which belongs in a worker process (`worker`).
"""

from factory.check.answers import Comparison, canonical, compare
from factory.check.arithmetic import StepCheck, check_steps
from factory.check.extraction import Extracted, extract
from factory.check.splitting import split

__all__ = [
    "Comparison",
    "Extracted",
    "StepCheck",
    "canonical",
    "check_steps",
    "compare",
    "extract",
    "split",
]
