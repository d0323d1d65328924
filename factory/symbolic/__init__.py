"""The symbolic teacher: a rule-based stand-in for a language model, with exact answers."""
