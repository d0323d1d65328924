"""Answers: read, find in a text, and compare."""
