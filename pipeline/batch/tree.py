"""Where a fresh plan lies: จังหวัด/อำเภอ/local government/year/name, in names that every file system takes."""

import re
import unicodedata

from outputs.province.model import Place, PlanFigures

_UNKNOWN = ("ไม่ทราบจังหวัด", "ไม่ทราบอำเภอ", "ไม่ทราบหน่วยงาน")
_UNKNOWN_YEAR = "ไม่ทราบปี"
_TITLES = {"operation_plan": "แผนการดำเนินงาน", "development_plan": "แผนพัฒนาท้องถิ่น"}
_CODE_DIGITS = 8
_FOLDER_BYTES, _NAME_BYTES = 150, 180
"""UTF-8 has three bytes for each Thai letter, and a name may have 255; endings and temporary names need their share."""
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
_RESERVED = re.compile(r"(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])")
"""Names that Windows keeps for devices (Naming Files, Paths, and Namespaces, Microsoft)."""


def folder_of(figures: PlanFigures) -> str:
    """The folder of a plan from the top of the tree, with "/"."""
    place = Place.of(figures.organization)
    known = (place.province, place.district, place.name)
    parts = (name_part(part, _FOLDER_BYTES) or unknown for part, unknown in zip(known, _UNKNOWN, strict=True))
    return "/".join((*parts, figures.period() or _UNKNOWN_YEAR))


def title_of(figures: PlanFigures) -> str:
    """The name of a plan's files without their ending: kind, years and edition."""
    edition = f" {figures.edition}" if figures.edition else ""
    return name_part(f"{_TITLES[figures.kind]} {figures.period()}{edition}", _NAME_BYTES)


def coded(title: str, sha256: str) -> str:
    """The title of a plan whose own title is another's: with the beginning of its source's hash."""
    return f"{title} ({sha256[:_CODE_DIGITS]})"


def name_part(text: str, limit_bytes: int) -> str:
    """The text as one part of a path, "" where nothing is left: no sign that a system forbids, no dots at its ends."""
    plain = unicodedata.normalize("NFC", _NOT_IN_NAMES.sub("-", text))
    plain = _cut(" ".join(plain.split()), limit_bytes).strip(" .")
    return f"{plain}_" if _RESERVED.fullmatch(plain.partition(".")[0]) else plain


def _cut(text: str, limit_bytes: int) -> str:
    """The longest beginning within the limit that does not tear vowels and tone marks from their letter."""
    kept = text.encode("utf-8", "ignore")[:limit_bytes].decode("utf-8", "ignore")
    while kept != text and kept and _is_mark(text[len(kept)]):
        kept = kept[:-1]
    return kept


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter) == "Mn"
