"""Digits and the numbers of rows. Thai and Arabic digits mean the same, also inside one number ("๒๕๖6")."""

import re

_ZEROS = ("\u0e50", "\uff10")
_ARABIC = {ord(zero) + value: str(value) for zero in _ZEROS for value in range(10)}

_INT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
# "1", "1.", "(2)", "2)", "1.1", "1.1.2", "12/1"; at most four digits a part: more is money or a date.
_ROW_NUMBER = re.compile(r"\(?(\d{1,4}(?:\s?[./]\s?\d{1,4})*)\s?[.)]{0,2}")
_SPACES = re.compile(r"\s+")
_TORN_NUMBER = re.compile(r"(\d{1,2}) ?\n ?(\d)[.)]?")


def to_arabic(text: str) -> str:
    """`text` with Thai and full-width digits as Arabic ones; all else as it is."""
    return text if text.isascii() else text.translate(_ARABIC)


def read_int(text: str) -> int | None:
    """The whole number that `text` is, commas between thousands allowed; None where it is anything else."""
    digits = to_arabic(text).strip()
    return int(digits.replace(",", "")) if _INT.fullmatch(digits) else None


def read_row_number(text: str) -> str | None:
    """The number of a row or heading, in Arabic digits without brackets and closing dot: "๑." gives "1".

    None for text that is no such number: letters, amounts, several numbers. A number that a narrow column tore
    ("1" over "0") is whole again, unless the second line counts on from the first.
    """
    plain = to_arabic(text).strip()
    torn = _TORN_NUMBER.fullmatch(plain)
    if torn and int(torn[2]) != int(torn[1]) + 1:
        return torn[1] + torn[2]
    found = _ROW_NUMBER.fullmatch(plain)
    if found is None:
        return None
    return _SPACES.sub("", found[1])


def is_row_number(text: str) -> bool:
    """Whether `text` is the number of a row."""
    return read_row_number(text) is not None
