"""An office's profile: who it is, who signs for it, and how its plans look and read (profile.toml)."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from schemas.model import Frozen

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\x00-\x1f\x7f]+$")]
"""A text of one line that is not empty."""
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^\S+$")]
"""A text without spaces: a reader knows by the space where it ends."""


class OfficeName(Frozen):
    """The organization as its plans name it; what is None stays as the plan has it."""

    type: Line | None = None
    name: Line | None = None
    district: Line | None = None
    province: Line | None = None


class Announcement(Frozen):
    """Who signs, as what, and when; `date` as a person writes it, such as "30 กันยายน 2566"."""

    signatory: Line | None = None
    position: Line | None = None
    date: Line | None = None


class Look(Frozen):
    """Files are named relative to the profile's folder; what is None is as usual."""

    logo: Line | None = None
    template: Line | None = None
    font: Line | None = None
    numerals: Literal["thai", "thai-text", "arabic"] | None = None
    narrative: Literal["auto", "template", "keep"] | None = None


class Wording(Frozen):
    """`tactic` is the label of headings between strategy and แผนงาน; `ordinance` the budget law's name."""

    tactic: Literal["กลยุทธ์", "แนวทาง", "แนวทางการพัฒนา"] | None = None
    ordinance: Name | None = None


class Profile(Frozen):
    """All of a profile; `units` maps units' names as plans print them to those that the office wants."""

    organization: OfficeName = OfficeName()
    announcement: Announcement = Announcement()
    look: Look = Look()
    wording: Wording = Wording()
    units: dict[Line, Line] = {}
