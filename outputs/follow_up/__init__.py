"""The sheet on which a plan's year is followed, and the evaluation at its end."""
