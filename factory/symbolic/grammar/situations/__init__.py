"""Situation families, by topic. A new family is a line in its module's `FAMILIES`."""
