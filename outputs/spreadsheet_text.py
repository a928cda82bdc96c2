"""Text that a spreadsheet program shows and never runs."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What Excel, LibreOffice and Google Sheets take for the beginning of a formula (OWASP, CSV injection)."""
_DASH = "-"


def defused(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet might take it for a formula; else as it is.

    A dash alone stays: it is how plans write "no money", and no formula.
    """
    return f"'{text}" if text.startswith(_FORMULA_STARTS) and text != _DASH else text
