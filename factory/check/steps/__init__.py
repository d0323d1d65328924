"""Steps: cut a solution, and check what each computes."""
