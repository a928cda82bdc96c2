"""A plan's year followed: the sheet to fill in, and the evaluation of what came back."""
