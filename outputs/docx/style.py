"""What a person may choose of the fresh book's looks."""

from outputs.numerals import NumeralPolicy
from schemas.model import Frozen


class BookStyle(Frozen):
    """`font` is a family name, written as asked whether installed or not; `numerals` is the
    digits' policy.
    """

    font: str = "TH SarabunPSK"
    numerals: NumeralPolicy = "thai"
