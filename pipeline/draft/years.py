"""The years of last year's texts, moved to the new fiscal year where they are the plan's own.

Years of laws, of five-year plans and of historic facts stay, as do dates but for the bounds of the fiscal year.
What stays though it is of the last plan or near it is told, so that a person can look.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from schemas.draft import YearChange, YearLeft
from schemas.plan import NarrativeSection, Project
from schemas.rules.language import ThaiLanguage, YearMention
from schemas.rules.stale_years import OLDEST_STALE_YEARS
from schemas.rules.texts import NAME_FIELDS
from schemas.vocabulary import load

_PROJECT_FIELDS = (*NAME_FIELDS, "fund_source", "procurement_method", "budget_text")
_POINT_FIELDS = ("target", "expected_result")
_FIRST_MONTHS = frozenset({10, 11, 12})
_SCHOOL_YEAR = re.compile(r"ปีการศึกษา\s*(?:พ\.ศ\.\s*)?$|(?:ภาคเรียน|ภาคการศึกษา|เทอม)(?:ที่)?\s*\d\s*/\s*$")
_FIRST_DAY = re.compile(r"(?<!\d)0?1\s*(?:เดือน)?\s*(?:ตุลาคม|ต\.ค\.|ตค\.?)\s*(?:พ\.ศ\.\s*)?$")
_LAST_DAY = re.compile(r"(?<!\d)30\s*(?:เดือน)?\s*(?:กันยายน|ก\.ย\.|กย\.?)\s*(?:พ\.ศ\.\s*)?$")
_DATED = re.compile(r"(?:ประกาศ|ลง|อนุมัติ|เห็นชอบ|ประชุม)[^.]{0,16}วันที่\s*$")
_DATE_REACH = 60
_LEFT_KINDS = frozenset({"fiscal", "annual", "plain", "month", "date", "bare"})


class Shift(NamedTuple):
    """From the fiscal year of the last plan to the new one."""

    last: int
    new: int

    @property
    def years(self) -> int:
        """By how many years texts move."""
        return self.new - self.last


class _Voice(NamedTuple):
    """Where a text stands: a project's own words or the narrative, a title or not, and the project's months."""

    is_prose: bool
    is_title: bool
    months: tuple[int, ...] = ()


class Moved(NamedTuple):
    """A text with its years moved, and the years near the last plan's that stayed."""

    text: str
    left: tuple[int, ...]


def moved_project(
    project: Project, index: int, key: str, shift: Shift, thai: ThaiLanguage
) -> tuple[Project, tuple[YearChange, ...], tuple[YearLeft, ...]]:
    """The project with its texts, its points' and its headings' names moved, and what changed and what stayed."""
    scribe = _Scribe(shift, thai, key)
    place, voice = f"projects[{index}]", _Voice(False, False, project.months)
    update: dict[str, Any] = {
        field: scribe.write(text, f"{place}.{field}", field, voice._replace(is_title=field == "name"))
        for field in _PROJECT_FIELDS
        if (text := getattr(project, field))
    }
    for field in ("strategy", "tactic"):
        if heading := getattr(project, field):
            name = scribe.write(heading.name, f"{place}.{field}.name", field, voice, is_told=False)
            update[field] = heading.model_copy(update={"name": name})
    update["groups"] = tuple(
        group.model_copy(
            update={"name": scribe.write(group.name, f"{place}.groups[{at}].name", "groups", voice)}
        )
        for at, group in enumerate(project.groups)
    )
    # The project's own target is all its points' targets: their words are told once.
    update["points"] = tuple(
        point.model_copy(
            update={
                field: scribe.write(text, f"{place}.points[{at}].{field}", field, voice, is_told=False)
                for field in _POINT_FIELDS
                if (text := getattr(point, field))
            }
        )
        for at, point in enumerate(project.points)
    )
    return project.model_copy(update=update), tuple(scribe.changes), tuple(scribe.left)


def moved_narrative(
    sections: Sequence[NarrativeSection], shift: Shift, thai: ThaiLanguage
) -> tuple[tuple[NarrativeSection, ...], tuple[YearChange, ...], tuple[YearLeft, ...]]:
    """Likewise for the text outside the tables."""
    scribe = _Scribe(shift, thai, None)
    prose = _Voice(is_prose=True, is_title=False)
    written = []
    for at, section in enumerate(sections):
        place = f"narrative[{at}]"
        title = scribe.write(section.title, f"{place}.title", "title", prose._replace(is_title=True))
        paragraphs = tuple(
            scribe.write(text, f"{place}.paragraphs[{line}]", "paragraphs", prose)
            for line, text in enumerate(section.paragraphs)
        )
        written.append(section.model_copy(update={"title": title, "paragraphs": paragraphs}))
    return tuple(written), tuple(scribe.changes), tuple(scribe.left)


class _Scribe:
    """Moves texts and keeps account of what changed and what stayed."""

    def __init__(self, shift: Shift, thai: ThaiLanguage, key: str | None) -> None:
        self.changes: list[YearChange] = []
        self.left: list[YearLeft] = []
        self._shift, self._thai, self._key = shift, thai, key

    def write(self, text: str, path: str, field: str, voice: _Voice, *, is_told: bool = True) -> str:
        moved = moved_text(text, self._shift, self._thai, voice)
        if is_told and moved.text != text:
            change = YearChange(path=path, field=field, key=self._key, before=text, after=moved.text)
            self.changes.append(change)
        for year in moved.left if is_told else ():
            self.left.append(YearLeft(path=path, field=field, key=self._key, year=year, text=moved.text))
        return moved.text


def moved_text(text: str, shift: Shift, thai: ThaiLanguage, voice: _Voice) -> Moved:
    """`text` with each year of the plan's own in the new fiscal year; all else as it is."""
    written, left = text, []
    mentions = thai.year_mentions(text)
    for found in reversed(mentions):
        year = _moved_year(text, found, shift, voice)
        if year is not None and year != found.year:
            written = found.replaced(written, year)
        elif year is None and _is_near(found, shift) and _may_be_own(found, mentions):
            left.append(found.year)
    return Moved(written, tuple(dict.fromkeys(reversed(left))))


def _may_be_own(found: YearMention, mentions: Sequence[YearMention]) -> bool:
    """Two years in a row ("2566 - 2567") are of a project that goes on: plans span three years and more."""
    if found.kind != "span":
        return found.kind in _LEFT_KINDS
    return any(each.kind == "span" and abs(each.year - found.year) == 1 for each in mentions)


def _is_near(found: YearMention, shift: Shift) -> bool:
    return shift.last - 1 <= found.year < shift.new


def _moved_year(text: str, found: YearMention, shift: Shift, voice: _Voice) -> int | None:
    """The year that shall stand there; None for one that is not the plan's own."""
    head = text[: found.start]
    if found.kind in ("annual", "plain", "serial", "bare") and _SCHOOL_YEAR.search(head):
        # A fiscal year has the end of one school year and the beginning of the next.
        is_own = shift.last - 1 <= found.year <= shift.last
        return found.year + shift.years if is_own else None
    year: int | None = None
    if found.kind == "fiscal":
        year = shift.new if _is_own_fiscal(found.year, shift, voice) else None
    elif found.kind in ("annual", "plain") or _is_title_year(found, shift, voice):
        year = _of_year(found.year, shift, voice)
    elif found.kind == "month":
        year = _of_month(head, found, shift, voice)
    elif found.kind == "date" and _is_bound(head, found, shift):
        year = found.year + shift.years
    return year


def _is_title_year(found: YearMention, shift: Shift, voice: _Voice) -> bool:
    """Whether it is a number alone in a title ("แผนการดำเนินงาน 2566") that can be no count of things."""
    return found.kind == "bare" and voice.is_title and found.year >= shift.last - 1


def _is_own_fiscal(year: int, shift: Shift, voice: _Voice) -> bool:
    """In a project's words an older one was forgotten there; the narrative may tell of the years before."""
    oldest = shift.last if voice.is_prose else shift.new - OLDEST_STALE_YEARS
    return oldest <= year <= shift.last


def _of_year(year: int, shift: Shift, voice: _Voice) -> int | None:
    if year == shift.last - 1 and voice.months and set(voice.months) <= _FIRST_MONTHS:
        # A feast in October to December has the calendar's year, the one before the fiscal year's.
        return year + shift.years
    if voice.is_prose:
        return shift.new if year == shift.last else None
    return shift.new if shift.new - OLDEST_STALE_YEARS <= year <= shift.last else None


def _of_month(head: str, found: YearMention, shift: Shift, voice: _Voice) -> int | None:
    words = load("years")
    near = head[-words["history_reach"] :]
    if any(word in near for word in (*words["past"], *words["past_facts"])):
        return None
    oldest = shift.last if voice.is_prose else shift.new - OLDEST_STALE_YEARS
    is_own = oldest <= found.fiscal_year <= shift.last
    return found.year + shift.new - found.fiscal_year if is_own else None


def _is_bound(head: str, found: YearMention, shift: Shift) -> bool:
    """Whether it is the first or the last day of the last plan's fiscal year, and no day of signing."""
    near = head[-_DATE_REACH:]
    for pattern, year in ((_FIRST_DAY, shift.last - 1), (_LAST_DAY, shift.last)):
        match = pattern.search(near)
        if match and found.year == year:
            return _DATED.search(near[: match.start()]) is None
    return False
