"""Governing headings: strategy, tactic, แผนงาน and any other level, by the labels of headings.toml."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from parsers.thai import normalize_text, read_equipment_type, read_program
from schemas.heading_lines import heading_kinds, not_given
from schemas.plan import Group
from schemas.vocabulary import load, vocabulary_cache

HEADING_LENGTH_LIMIT = 220
"""A longer text is prose that begins with a heading's word."""

_LEAD = r"(?:[-–•]\s*)?(?P<lead>[ก-ฮ]\s*[.)]|\d+(?:\s?\.\s?\d+)*\s*[.)]?|\(\s*\d+(?:\.\d+)*\s*\))?\s*"
_ORDINAL = r"(?:\s*(?:ที่|ที)\s*(?P<ordinal>\d+(?:\s?\.\s?\d+)*))"
_COMPOUND = "การพัฒนา"
_SEPARATORS = " .:–-"
_CONTINUED = re.compile(r"\s*[(\[]\s*ต่อ\s*[)\]]\s*$")
_EQUIPMENT = re.compile(rf"{_LEAD}(?:ประเภท\s*:?\s*)?ครุภัณฑ์\s*(?P<name>[^\d\s(][^\d(]*)")
_QUOTED = re.compile(r"[“\"](?P<inside>[^“”\"]+)[”\"]")
_BUDGET_CODE = re.compile(r"\s*\(\s*\d{3,8}\s*\)$")
_AREA_BEFORE_PROGRAM = re.compile(r"ด้าน\S.{0,60}?\s(?=(?:\d+(?:\.\d+)*\s?)?แผนงาน)")
_REPEATED_WORDS = ("ยุทธศาสตร์", "กลยุทธ์", "แนวทาง", "แผนงาน")
_OTHERS_STRATEGIES = ("ยุทธศาสตร์ชาติ", "ยุทธศาสตร์จังหวัด")


@dataclass(frozen=True, slots=True)
class Governing:
    """A heading with the kind ("strategy", "tactic", "program", "equipment_type", "other") and rank of its label.

    `continued` is said of one that is printed again over the next part of its table ("แผนงานการศึกษา (ต่อ)").
    """

    group: Group
    kind: str
    rank: int
    run: int = 0
    continued: bool = False


@vocabulary_cache()
def _abbreviations() -> dict[str, str]:
    """The labels by their abbreviations."""
    return {short: label for label, known in heading_kinds().items() for short in known.abbreviations}


@vocabulary_cache()
def _pattern() -> re.Pattern[str]:
    labels = sorted((*heading_kinds(), *_abbreviations()), key=len, reverse=True)
    return re.compile(
        f"{_LEAD}(?P<label>{'|'.join(map(_label_pattern, labels))}){_ORDINAL}?(?P<name>.*)", re.DOTALL
    )


def _label_pattern(label: str) -> str:
    """A label such as "แนวทางการพัฒนา" counts as one only where a number or a gap divides it from the name."""
    words = r"\s*".join(re.escape(word).replace(r"\.", r"\.\s*") for word in label.split())
    if label.endswith(_COMPOUND) and label != "ประเด็นการพัฒนา":
        own_gap = r"|[\s:]" if heading_kinds()[label].kind == "tactic" else r"|\s*:"
        return rf"{words}(?=\s*ที่\s*\d{own_gap})"
    if label == "ยุทธศาสตร์":
        return rf"{words}(?!\s*และ|\s*หรือ)"
    return words


@vocabulary_cache(maxsize=4096)
def read_heading(text: str) -> Governing | None:
    """The governing heading that a line is, such as "1.1 แผนงานการศึกษา"; None for any other text.

    The group's name is without label and number; it is "" where the line holds no more than these.
    """
    line = normalize_text(text)
    if not line or len(line) > HEADING_LENGTH_LIMIT:
        return None
    whole = _CONTINUED.sub("", line)
    heading = _labelled(whole) or _program_behind_area(whole) or _type_of_equipment(whole)
    return replace(heading, continued=True) if heading and whole != line else heading


def _labelled(line: str) -> Governing | None:
    match = _pattern().match(line)
    if match is None:
        return None
    known = heading_kinds()[re.sub(r"\s+", " ", _known_label(match.group("label")))]
    name = match.group("name").strip(_SEPARATORS)
    lead = re.sub(r"[\s().]+$|^\(", "", match.group("lead") or "").replace(" ", "")
    ordinal = (match.group("ordinal") or "").replace(" ", "")
    if lead and not lead[0].isdigit() and ordinal:
        name, ordinal = f"ที่ {ordinal} {name}".strip(), ""
    number = ordinal or lead or None
    if ordinal:
        name = _without_repeated_word(name)
    if quoted := _QUOTED.fullmatch(name):
        name = quoted["inside"].strip()
    if known.kind == "program":
        name = _BUDGET_CODE.sub("", name)
    if known.style == "prefix" and not _names_prefix(known.label, name, number):
        return None
    return Governing(Group(label=known.label, number=number, name=name), known.kind, known.rank)


def _without_repeated_word(name: str) -> str:
    """The name without its kind's word, where that stands behind the number once more ("ยุทธศาสตร์ที่ 1 ยุทธศาสตร์การ...")."""
    if name.startswith(_OTHERS_STRATEGIES):
        return name
    rest = next((name.removeprefix(word) for word in _REPEATED_WORDS if name.startswith(word)), "")
    return rest.strip(_SEPARATORS) or name


def _program_behind_area(line: str) -> Governing | None:
    """A known แผนงาน behind the area (ด้าน) that it belongs to in the budget ("ด้านบริหารทั่วไป แผนงานบริหารงานทั่วไป")."""
    area = _AREA_BEFORE_PROGRAM.match(line)
    heading = _labelled(line[area.end() :]) if area else None
    return heading if heading and read_program(heading.group.name)[1] else None


def _type_of_equipment(line: str) -> Governing | None:
    """A line that is nothing but a known type of equipment ("1. ครุภัณฑ์สำนักงาน"), printed without the word ประเภท."""
    match = _EQUIPMENT.fullmatch(line)
    if match is None or not read_equipment_type(match["name"])[1]:
        return None
    label = "ประเภทครุภัณฑ์"
    known = heading_kinds()[label]
    number = re.sub(r"[\s().]+$|^\(", "", match["lead"] or "") or None
    return Governing(Group(label=label, number=number, name=match["name"]), known.kind, known.rank)


def _known_label(printed: str) -> str:
    squeezed = re.sub(r"\s", "", printed)
    if squeezed in _abbreviations():
        return _abbreviations()[squeezed]
    return next(label for label in heading_kinds() if re.sub(r"\s", "", label) == squeezed)


_NO_NAME = ("/", "ที่", "และ", "โครงการ")


def _names_prefix(label: str, name: str, number: str | None) -> bool:
    """A แผนงาน must have a name; งาน, which begins many other texts, a number or a name of the budget's chart."""
    if not name or name.startswith(_NO_NAME):
        return False
    return number is not None or label != "งาน" or _work_key(name) in _works()


@vocabulary_cache()
def _works() -> frozenset[str]:
    """The งาน of the budget's classification, by their keys."""
    return frozenset(map(_work_key, load("budget_works")["works"]))


def _work_key(name: str) -> str:
    return re.sub(r"[\s,]", "", name)


def govern(standing: Iterable[Governing], heading: Governing, run: int) -> tuple[Governing, ...]:
    """The headings that stand after `heading` of the run of lines number `run`.

    A heading replaces the one of its label and ends those of earlier runs that stood under it, or that its rank
    puts under it; headings of the same run keep the order in which they are printed. One that is continued
    changes nothing where it stands already; one whose name is "ไม่ระบุ" only ends, and does not stand itself.
    """
    before = tuple(standing)
    if heading.continued and any(_is_same(old, heading) for old in before):
        return before
    place = next((i for i, old in enumerate(before) if _same_level(old, heading)), None)
    kept = [
        old
        for i, old in enumerate(before)
        if not _same_level(old, heading)
        and (old.run == run or (i < place if place is not None else old.rank <= heading.rank))
    ]
    if heading.group.name == not_given():
        return tuple(kept)
    return (*kept, replace(heading, run=run))


def _is_same(old: Governing, new: Governing) -> bool:
    """Whether the two are one heading, however its spaces are typed."""
    names = (old.group.name.replace(" ", ""), new.group.name.replace(" ", ""))
    return _same_level(old, new) and names[0] == names[1]


def _same_level(old: Governing, new: Governing) -> bool:
    if old.kind == new.kind != "other":
        return True
    return old.group.label == new.group.label
