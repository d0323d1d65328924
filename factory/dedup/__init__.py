"""Duplicates and contamination, for the line and for anybody's files alike."""
