"""Numbers as a cell's number format shows them (ECMA-376 part 1, 18.8.31), always in Arabic digits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import takewhile

from parsers.formats.xlsx.dates import DATE_LETTERS, shown_date
from parsers.formats.xlsx.styles import GENERAL

_TOKEN = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|AM/PM|A/P|General|[Ee][+-]|.', re.IGNORECASE | re.DOTALL)
_DIGITS = frozenset("#0?")
_SHOWN_DIGITS = frozenset("#0")
_NUMBER_SIGNS = frozenset("#0?.,")
_CURRENCY = re.compile(r"\[\$([^\]-]*)")
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_SATANG = Decimal("0.01")
_SIGNIFICANT_DIGITS = 15
"""What Excel keeps of a number; the rest is the residue of binary fractions."""
_THAI_DIGITS = "t"
"""Before placeholders it asks for Thai digits; which digits a number is printed in says nothing."""
_LARGEST_EXPONENT = 30
"""A number beyond it is no money; its digits are not written out."""


@dataclass(frozen=True, slots=True)
class _Section:
    """One section of a format: literals before and after the digits, and how these are written."""

    before: str
    after: str
    digits: str
    dates: tuple[str, ...] = ()
    general: bool = False


def shown(stored: str, code: str, from_1904: bool = False) -> str:
    """The text of a stored number in the format `code`; the stored text itself where it is no number."""
    try:
        value = Decimal(f"{float(stored):.{_SIGNIFICANT_DIGITS}g}")
    except (ValueError, OverflowError):
        return stored
    if not value.is_finite() or abs(value.adjusted()) > _LARGEST_EXPONENT:
        return stored
    sections = _sections(code)
    section = sections[_which(value, len(sections))]
    if section.dates:
        return shown_date(value, section.dates, from_1904) or plain(value)
    if section.general:
        return f"{section.before}{plain(value)}{section.after}"
    # A section of its own for negative numbers says by itself how they are marked.
    minus = "-" if value < 0 and len(sections) < 2 else ""
    number = _digits(abs(value), section) if section.digits else ""
    return f"{section.before}{minus}{number}{section.after}".strip()


def is_date(code: str) -> bool:
    """Whether a format shows dates or times."""
    return bool(_sections(code)[0].dates)


def plain(value: Decimal) -> str:
    """A number without a format: "245000", "238613.38"."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _which(value: Decimal, count: int) -> int:
    if value < 0 and count > 1:
        return 1
    return 2 if value == 0 and count > 2 else 0


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Section, ...]:
    tokens = _TOKEN.findall(code) or [GENERAL]
    parts: list[list[str]] = [[]]
    for sign in tokens:
        if sign == ";":
            parts.append([])
        else:
            parts[-1].append(sign)
    return tuple(map(_section, parts))


def _section(tokens: list[str]) -> _Section:
    places = [index for index, sign in enumerate(tokens) if sign in _DIGITS]
    if not places and any(sign in DATE_LETTERS or _ELAPSED.fullmatch(sign) for sign in tokens):
        return _Section("", "", "", dates=tuple(tokens))
    words = [sign.lower() for sign in tokens]
    if GENERAL.lower() in words:
        middle = words.index(GENERAL.lower())
        return _Section(_literal(tokens[:middle]), _literal(tokens[middle + 1 :]), "", general=True)
    if "@" in tokens:  # a number in a format for text
        return _Section("", "", "", general=True)
    if not _SHOWN_DIGITS & set(tokens):
        return _Section(_literal(tokens), "", "")
    inner = tokens[places[0] : places[-1] + 1]
    if any(sign[0] in "/Ee" for sign in inner):  # a fraction, or powers of ten
        return _Section("", "", "", general=True)
    first = places[0] - (tokens[places[0] - 1] == "." if places[0] else 0)
    after = tokens[places[-1] + 1 :]
    scale = len(list(takewhile(lambda sign: sign == ",", after)))
    digits = "".join(sign for sign in tokens[first : places[-1] + 1] if sign in _NUMBER_SIGNS)
    return _Section(_literal(tokens[:first]), _literal(after[scale:]), digits + "," * scale)


def _literal(tokens: Sequence[str]) -> str:
    return "".join(map(_literal_of, tokens))


def _literal_of(sign: str) -> str:
    if sign[0] == '"':
        return sign.strip('"')
    if sign[0] == "\\":
        return sign[1:]
    if sign[0] == "[":
        currency = _CURRENCY.match(sign)
        return currency[1] if currency else ""
    # Padding and filling are for the eye; a placeholder without digits shows nothing.
    return "" if sign[0] in "_*?" or sign == _THAI_DIGITS else sign


def _digits(value: Decimal, section: _Section) -> str:
    pattern = section.digits.rstrip(",")
    whole, _, fraction = pattern.partition(".")
    scaled = value.scaleb(-3 * (len(section.digits) - len(pattern)))
    percents = (section.before + section.after).count("%")
    decimals = len(fraction.replace(",", ""))
    if not percents and scaled == value:
        decimals = max(decimals, _typed_satang(value, decimals))
    scaled = scaled.scaleb(2 * percents).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{scaled:,f}" if "," in whole else f"{scaled:f}"
    integer, _, rest = text.partition(".")
    least = fraction.count("0")
    kept = rest[:least] + rest[least:].rstrip("0") if "#" in fraction or "?" in fraction else rest
    integer = integer.rjust(whole.count("0"), "0")
    return f"{integer}.{kept}" if kept else integer


def _typed_satang(value: Decimal, decimals: int) -> int:
    """2 where a format that shows fewer decimals would hide whole satang, which only a typist gives a number.

    The residue of a computation has more decimals, and is shown as the format says.
    """
    hidden = decimals < 2 and value == value.quantize(_SATANG)
    return 2 if hidden and value != value.quantize(Decimal(1).scaleb(-decimals)) else 0
