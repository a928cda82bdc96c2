"""Names of แผนงาน and of types of equipment, made canonical."""

import difflib
import re

from parsers.thai.joining import normalize_text
from schemas.vocabulary import load, vocabulary_cache

_CACHED_TEXTS = 2048
_NEAR = 0.88
"""Likeness from which a name counts as a typing error of a known one: two letters in sixteen."""
_CLEARER_THAN_NEXT = 0.05

_NUMBER = re.compile(r"^[\d.\s)(]+")
_NOT_NAME = re.compile(r"[\s,.:\-–]+")
_PROGRAM_LABEL = re.compile(r"^(?:แผน\s?งาน|ผง\.)\s?[:.]?\s?")
# The word stands twice in "ประเภทครุภัณฑ์ ครุภัณฑ์สำนักงาน".
_EQUIPMENT_LABEL = re.compile(r"^(?:ประเภท\s?)?(?:ครุภัณฑ์\s?){0,2}[:.]?\s?")
_KIND_LABEL = re.compile(r"^ประเภท\s?(?=ครุภัณฑ์)(?:ครุภัณฑ์\s?(?=ครุภัณฑ์))?")


def _key(name: str) -> str:
    return _NOT_NAME.sub("", name)


@vocabulary_cache()
def _programs() -> dict[str, str]:
    """Canonical names by the key of every spelling."""
    return {
        _key(spelling): entry["name"]
        for entry in load("programs")["program"]
        for spelling in (entry["name"], *entry["variants"])
    }


@vocabulary_cache()
def _equipment_types() -> dict[str, str]:
    return {
        _key(_EQUIPMENT_LABEL.sub("", spelling)): entry["name"]
        for entry in load("equipment_types")["equipment_type"]
        for spelling in (entry["name"], *entry["variants"])
    }


def _known(name: str, names: dict[str, str]) -> str | None:
    """The canonical name of `name`: by its spelling, or by a likeness that only one known name has."""
    key = _key(name)
    if key in names:
        return names[key]
    likeness: dict[str, float] = {}
    for spelling, canonical in names.items():
        ratio = difflib.SequenceMatcher(None, key, spelling).ratio()
        likeness[canonical] = max(ratio, likeness.get(canonical, 0.0))
    (best, first), (_, second), *_ = sorted(likeness.items(), key=lambda item: -item[1])
    return best if first >= _NEAR and first - second >= _CLEARER_THAN_NEXT else None


@vocabulary_cache(maxsize=_CACHED_TEXTS)
def read_program(text: str) -> tuple[str | None, bool]:
    """The canonical แผนงาน that `text` names, with the word แผนงาน in front, and whether it is a known one.

    An unknown name comes back as printed, without its number; (None, False) for text that names nothing.
    """
    name = _PROGRAM_LABEL.sub("", _NUMBER.sub("", normalize_text(text))).strip()
    if not _key(name):
        return None, False
    known = _known(name, _programs())
    return (f"แผนงาน{known}", True) if known else (f"แผนงาน{name}", False)


@vocabulary_cache(maxsize=_CACHED_TEXTS)
def read_equipment_type(text: str) -> tuple[str | None, bool]:
    """The canonical type of equipment that `text` names ("ครุภัณฑ์สำนักงาน"), and whether it is a known one.

    An unknown one comes back as printed, without the word ประเภท before ครุภัณฑ์.
    """
    printed = _NUMBER.sub("", normalize_text(text)).strip()
    name = _EQUIPMENT_LABEL.sub("", printed).strip()
    if not _key(name):
        return None, False
    known = _known(name, _equipment_types())
    return (known, True) if known else (_KIND_LABEL.sub("", printed), False)
