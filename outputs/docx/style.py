"""What a person may choose of the fresh book's looks."""

from datetime import date
from typing import Literal

from outputs.numerals import NumeralPolicy
from schemas.model import Frozen

NarrativePolicy = Literal["auto", "template", "keep"]
"""The plan's own text with the standard sections that it lacks; the book's own wording alone; the plan's own
text alone."""


class BookStyle(Frozen):
    """`font` is a family name, written as asked whether installed or not; `numerals` is the digits' policy.

    `logo` is a PNG or JPEG picture for the cover; without one there is a place to put a picture in.
    `signatory`, `position` and `announced` (the announcement's day) are dots and the usual title where they
    are None.
    """

    font: str = "TH SarabunPSK"
    numerals: NumeralPolicy = "thai"
    narrative: NarrativePolicy = "auto"
    logo: bytes | None = None
    signatory: str | None = None
    position: str | None = None
    announced: date | None = None
