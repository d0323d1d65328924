"""factory: a data-centric Evol-Instruct dataset factory for mathematics."""

__version__ = "0.1.0"
