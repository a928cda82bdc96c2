"""Corrections: what a person decided on findings, as data that outlives the run."""

from typing import Literal

from schemas.model import Frozen

Decision = Literal["open", "accept", "value", "right"]
DECISIONS: tuple[Decision, ...] = ("open", "accept", "value", "right")


class Correction(Frozen):
    """One decision on the finding with that fingerprint.

    open: none yet; accept: `proposal` shall stand in the field; value: `value` shall; right: it is right as it is.
    `present` is what stood in the field when the person looked. `line` (1-based) is where the entry begins.
    """

    fingerprint: str
    code: str
    decision: Decision = "open"
    value: str = ""
    project: str = ""
    present: str = ""
    proposal: str = ""
    note: str = ""
    line: int = 0


class Corrections(Frozen):
    """The decisions of one file, by the name of that file; those still open are left out."""

    name: str = ""
    decided: tuple[Correction, ...] = ()
