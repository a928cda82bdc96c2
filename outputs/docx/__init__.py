"""The fresh plan as a Word book."""

from outputs.docx.book import render
from outputs.docx.style import BookStyle

__all__ = ["BookStyle", "render"]
