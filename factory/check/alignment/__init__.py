"""Steps held against a right solution of the same problem."""
