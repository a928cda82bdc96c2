"""What a person may choose of the fresh book's looks."""

from datetime import date
from typing import Literal

from pydantic import ConfigDict

from outputs.docx.lengths import TABLE_WIDTH_TWIPS, TEXT_WIDTH_TWIPS
from outputs.docx.template.model import Template
from outputs.numerals import NumeralPolicy
from schemas.model import Frozen

NarrativePolicy = Literal["auto", "template", "keep"]
"""The plan's own text with the standard sections that it lacks; the book's own wording alone; the plan's own
text alone."""


class BookStyle(Frozen):
    """`font` is a family name, written as asked whether installed or not; `numerals` is the digits' policy.

    `logo` is a PNG or JPEG picture for the cover; without one there is a place to put a picture in.
    `signatory`, `position` and `announced` (the announcement's day) are dots and the usual title where they
    are None, and `ordinance` (the budget law) is named as the organization's type has it. `template` is the look
    of an office's own Word file, whose fonts then stand in place of `font`.
    """

    # A picture and an office's parts are no text: as JSON they are base64.
    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    font: str = "TH SarabunPSK"
    numerals: NumeralPolicy = "thai"
    narrative: NarrativePolicy = "auto"
    logo: bytes | None = None
    signatory: str | None = None
    position: str | None = None
    announced: date | None = None
    ordinance: str | None = None
    template: Template | None = None

    @property
    def text_width_twips(self) -> int:
        """The width of the text on an upright page."""
        return self.template.upright.geometry.text_width_twips if self.template else TEXT_WIDTH_TWIPS

    @property
    def table_width_twips(self) -> int:
        """The width of a table on a lying page."""
        return self.template.lying.geometry.text_width_twips if self.template else TABLE_WIDTH_TWIPS
