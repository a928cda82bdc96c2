"""The plan as one page for a website (.html)."""

from outputs.html.page import render

__all__ = ["render"]
