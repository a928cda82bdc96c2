"""Many plans in one run: what is there, what is left to do, who does it, where it goes, and what came of it."""
