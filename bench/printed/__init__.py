"""The same plans set by programs other than LibreOffice, whose PDFs carry text and rules in other ways."""

from bench.printed.programs import chromium, chromium_pdf, typst_pdf
from bench.printed.sheets import sheets_of

__all__ = ["chromium", "chromium_pdf", "sheets_of", "typst_pdf"]
