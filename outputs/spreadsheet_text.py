"""Text that a spreadsheet program shows and never runs."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What Excel, LibreOffice and Google Sheets take for the beginning of a formula (OWASP, CSV injection)."""
_BLANKS = " \u00a0\u200b\u200c\u200d\u2060\u3000\ufeff"
"""What may stand before a formula: Excel drops spaces, and what nobody sees hides it from a person who looks."""
_DASH = "-"


def defused(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet might take it for a formula; else as it is.

    A dash alone stays: it is how plans write "no money", and no formula.
    """
    return f"'{text}" if text.lstrip(_BLANKS).startswith(_FORMULA_STARTS) and text != _DASH else text
