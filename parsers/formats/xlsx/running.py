"""Headers and footers of the page set-up, whose codes for parts, fonts and page numbers are not text."""

import re

_CODE = re.compile(
    r'&(?:(?P<part>[LCR])|(?P<literal>&)|"[^"]*"|K[0-9A-F]{6}|K\d\d[+-]\d{3}|\d+|[A-Z])', re.IGNORECASE
)


def running_texts(coded: str) -> list[str]:
    """The lines of the left, middle and right part in their order; lines without words left out."""
    divided = _CODE.sub(_replacement, coded)
    lines = (" ".join(line.split()) for line in divided.replace("\f", "\n").split("\n"))
    return [line for line in lines if any(letter.isalpha() for letter in line)]


def _replacement(match: re.Match[str]) -> str:
    if match["part"]:
        return "\f"
    return "&" if match["literal"] else ""
