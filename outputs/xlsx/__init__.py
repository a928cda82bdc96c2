"""The fresh plan as an Excel workbook."""

from outputs.xlsx.book import render

__all__ = ["render"]
