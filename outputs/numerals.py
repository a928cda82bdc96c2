"""The digits of a fresh book: which are written as Thai ones, and which stay as they are.

Thai numerals (U+0E50 to U+0E59) are the custom of Thai government papers. Digits of addresses, of Latin
codes and of model names are part of a name and stay.
"""

import re
from typing import Literal

from schemas.vocabulary import load, vocabulary_cache

NumeralPolicy = Literal["thai", "thai-text", "arabic"]
"""All digits Thai; Thai ones but for the cells of tables; all digits Arabic."""

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_HAS_DIGIT = re.compile(r"[0-9]")
_HAS_LATIN = re.compile(r"[A-Za-z]")
# "4x100", "0.40x0.40x6": measures, in which x is the sign of multiplication and no Latin code.
_MEASURES = re.compile(r"\d[\d.,]*(?:[xX]\d[\d.,]*)+")
_TEXTS_KEPT = 4096

# One word of Latin letters and digits, its parts joined by hyphens and periods; a comma only
# groups thousands.
_WORD = r"[A-Za-z0-9]+(?:(?:[-.](?=[A-Za-z0-9])|(?<=[0-9]),(?=[0-9]{3}(?![0-9])))[A-Za-z0-9]+)*"
_URL = r"(?:[a-z]{2,6}://|www\.)[!-~]+"
# Begins only where a run of such signs does, so that a long line of dots is not tried from each of them.
_MAIL = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+"
_HANDLE = r"@[A-Za-z0-9._-]+"
# Only an address that is called one: "1.1.1.1" alone is the number of a heading.
_IP = r"(?<![A-Za-z])IP(?:v4)?(?: [Aa]ddress)?[ :]{1,2}[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9.])"


@vocabulary_cache()
def _pieces() -> re.Pattern[str]:
    """Matches, at each digit or Latin letter, what has to be judged as one piece."""
    data = load("numerals")
    products = "|".join(map(re.escape, data["product_words"]))
    units = "|".join(sorted(map(re.escape, data["units"]), key=len, reverse=True))
    domains = "|".join(map(re.escape, data["domains"]))
    kept = "|".join(
        (
            _URL,
            _MAIL,
            _HANDLE,
            _IP,
            rf"(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]+\.)+(?:{domains})/[!-~]*",
            rf"(?<![A-Za-z0-9])(?:{products}) +[0-9][0-9.:-]*(?![0-9A-Za-z,])",
            rf"(?<![A-Za-z0-9.,])[0-9][0-9.,]* (?:{units})(?![A-Za-z0-9])",
        )
    )
    return re.compile(f"(?P<kept>{kept})|(?P<word>{_WORD})")


def _piece(match: re.Match[str]) -> str:
    text = match.group()
    if match.lastgroup == "kept":
        return text
    if _HAS_LATIN.search(text) and not _MEASURES.fullmatch(text):
        return text
    return text.translate(_TO_THAI)


def table_numerals(policy: NumeralPolicy) -> NumeralPolicy:
    """The policy inside the tables of a book of that policy."""
    return "arabic" if policy == "thai-text" else policy


@vocabulary_cache(maxsize=_TEXTS_KEPT)
def write_numerals(text: str, policy: NumeralPolicy = "thai") -> str:
    """`text`, which stands outside of tables, with its digits as `policy` has them; nothing but digits changes,
    and none is added or lost.

    "thai" and "thai-text": each Arabic digit becomes a Thai one, except in URLs, e-mail addresses, words with
    Latin letters (a digit that touches one directly or by a hyphen or period), IP addresses, and the products and
    units of numerals.toml. "arabic": none does.
    """
    if policy == "arabic" or not _HAS_DIGIT.search(text):
        return text
    return _pieces().sub(_piece, text)
