"""Edits of a problem's graph beyond easier and harder: each writes a child that is proven."""
