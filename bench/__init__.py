"""Measurements of phaen: legacy-looking plans whose truth is known, and how well they are read."""
