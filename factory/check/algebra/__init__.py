"""Expressions and their exact normal forms."""
