"""Governing headings as the fresh plan prints them, by the labels of schemas/vocabularies/headings.toml."""

from schemas.model import Frozen
from schemas.plan import Group
from schemas.vocabulary import load, vocabulary_cache

EQUIPMENT = "ครุภัณฑ์"


class HeadingKind(Frozen):
    """A label's kind, printing style and rank, and its other spellings (schemas/vocabularies/headings.toml)."""

    label: str
    kind: str
    style: str
    rank: int
    abbreviations: tuple[str, ...] = ()


# A label that the vocabulary does not have: printed as a strategy is, and narrower than all known ones.
_UNKNOWN = HeadingKind(label="", kind="other", style="ordinal", rank=50)


@vocabulary_cache()
def heading_kinds() -> dict[str, HeadingKind]:
    """What the vocabulary says of each label, in its order."""
    return {entry["label"]: HeadingKind.model_validate(entry) for entry in load("headings")["heading"]}


def kind_of(group: Group) -> HeadingKind:
    """What the vocabulary says of the group's label."""
    return heading_kinds().get(group.label, _UNKNOWN)


def heading_line(group: Group) -> str:
    """The heading as printed: "ยุทธศาสตร์ที่ 1 การพัฒนา...", "1.1 แผนงานการศึกษา", "ก. ยุทธศาสตร์จังหวัด ..."."""
    style, number = kind_of(group).style, group.number
    if style == "ordinal" and (not number or number[0].isdigit()):
        return f"{group.label}ที่ {number} {group.name}" if number else f"{group.label} {group.name}"
    if style in ("ordinal", "letter"):  # "ก. ยุทธศาสตร์ ...": ที่ leads to a number only
        return f"{number}. {group.label} {group.name}" if number else f"{group.label} {group.name}"
    # Thai joins label and name ("แผนงานการศึกษา"); a name that begins with a digit, in Latin, or
    # with the label's own last word ("ประเภทครุภัณฑ์ ครุภัณฑ์สำนักงาน") stands apart.
    joined = group.name[:1] >= "ก" and not group.name.startswith((EQUIPMENT, not_given()))
    seam = "" if joined else " "
    named = f"{group.label}{seam}{group.name}"
    if not number:
        return named
    return f"{number} {named}" if "." in number else f"{number}. {named}"


def not_given() -> str:
    """The name that ends the heading of its label."""
    return str(load("headings")["not_given"])
