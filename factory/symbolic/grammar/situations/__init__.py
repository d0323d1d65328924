"""Situation families, by topic: every module here is one, its families stand in `FAMILIES`."""
