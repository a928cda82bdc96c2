"""The summary of many plans: who handed in what, how many projects, how much money, what has to be looked at."""

from outputs.province.model import Book, Place, PlanFigures, Province, Share, Unreadable
from outputs.province.page import render as render_page
from outputs.province.workbook import render as render_workbook

__all__ = [
    "Book",
    "Place",
    "PlanFigures",
    "Province",
    "Share",
    "Unreadable",
    "render_page",
    "render_workbook",
]
