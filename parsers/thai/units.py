"""Units in charge: a cell's text divided into units and their sub-units."""

import re
from itertools import pairwise
from typing import NamedTuple

from parsers.thai.funds import is_fund_source
from parsers.thai.joining import join_lines, normalize_text
from schemas.plan import ResponsibleUnit
from schemas.vocabulary import load, vocabulary_cache

_CACHED_TEXTS = 4096
_SEPARATORS = re.compile(r"\s*[,;/]\s*")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_BULLET = re.compile(r"^[-–•]\s*|^\d{1,2}[.)]\s*(?=[ก-ฮ])")
_NOT_NAME = re.compile(r"[\s.]+")


class _Printed(NamedTuple):
    """A unit and its sub-units as printed, normalized."""

    unit: str
    sub_unit: str | None


@vocabulary_cache()
def _words(kind: str) -> tuple[str, ...]:
    return tuple(load("units")[kind])


@vocabulary_cache()
def _canonical() -> dict[str, str]:
    """Canonical names by the key of every spelling."""
    return {
        _key(spelling): entry["name"]
        for entry in load("units")["unit"]
        for spelling in (entry["name"], *entry["variants"])
    }


def _key(name: str) -> str:
    return _NOT_NAME.sub("", name)


def _is_sub_unit(piece: str) -> bool:
    return piece.startswith(_words("sub_unit_beginnings"))


def _is_division_of(unit: str, piece: str) -> bool:
    """Whether a piece is a ส่วน of a large office's สำนัก; the small offices' ส่วนโยธา are units of their own."""
    if not piece.startswith(_words("division_beginnings")) or _key(piece) in _canonical():
        return False
    return unit.startswith(_words("divided")) and not unit.startswith(_words("undivided"))


@vocabulary_cache()
def _inner_seam() -> re.Pattern[str]:
    """A space or a conjunction between two units, or before a sub-unit, within one line."""
    begin = "|".join(map(re.escape, (*_words("beginnings_in_line"), *_words("sub_unit_beginnings"))))
    units = "|".join(map(re.escape, _words("beginnings")))
    conjunctions = "|".join(sorted(_words("conjunctions"), key=len, reverse=True))
    return re.compile(rf"\s?(?:{conjunctions})\s?(?={units})|\s(?={begin})")


def _goes_on(before: str, line: str) -> bool:
    """Whether `line` belongs to the unit that the line before it began."""
    if before.count("(") > before.count(")") or (_is_unfinished(before) and not _is_whole(before, line)):
        return True
    if _begins_known(before, line):
        return True
    if _key(line) in _canonical() and _key(before) in _canonical():
        return False
    if _is_sub_unit(before) and line.startswith(_words("sub_unit_goes_on")):
        return True
    openings = (*_words("beginnings"), *_words("sub_unit_beginnings"))
    return not _strip_conjunction(line).startswith(openings)


def _is_unfinished(before: str) -> bool:
    return before.endswith((*_words("unfinished"), "(", "-"))


def _is_whole(before: str, line: str) -> bool:
    """Whether a sub-unit begins under a known name that ends like an unfinished one ("สำนักปลัดเทศบาล")."""
    return _is_sub_unit(line) and _key(before) in _canonical()


def _is_end_of_sub_unit(before: str, line: str, after: str) -> bool:
    """Whether a bare kind of unit ends a sub-unit's name ("งานกิจการ / โรงเรียน"): nothing behind it names one."""
    openings = (*_words("beginnings"), *_words("sub_unit_beginnings"))
    bare = line in _words("unfinished") and line in _words("beginnings")
    return bare and _is_sub_unit(before) and (not after or after.startswith(openings))


def _spaced_as_known(name: str) -> str:
    """A known unit's name with its own spaces, where the line end may have hidden one."""
    known = _canonical().get(_key(name), name)
    return known if known.replace(" ", "") == name.replace(" ", "") else name


def _begins_known(before: str, line: str) -> bool:
    """Whether the two together begin with a known name that is longer than what came before, or begin one."""
    start, whole = _key(before), _key(before + line)
    return any(
        len(name) > len(start)
        and name.startswith(start)
        and (whole.startswith(name) or name.startswith(whole))
        for name in _canonical()
    )


def _lines(text: str) -> list[str]:
    """The lines of a cell, those that the column's width broke joined again."""
    whole: list[str] = []
    ends_in_space = False
    printed = [(line, plain) for line in text.split("\n") if (plain := _BULLET.sub("", normalize_text(line)))]
    for (line, plain), (_, after) in pairwise([*printed, ("", "")]):
        if whole and (_goes_on(whole[-1], plain) or _is_end_of_sub_unit(whole[-1], plain, after)):
            before = f"{whole[-1]} " if ends_in_space else whole[-1]
            whole[-1] = _spaced_as_known(join_lines((before, plain)))
        else:
            whole.append(plain)
        ends_in_space = line.endswith(" ")
    return whole


def _with_bare_sub_units(line: str) -> str:
    """The line with its sub-units out of their brackets ("กองช่าง (ฝ่ายแบบแผน)")."""
    return _BRACKETS.sub(
        lambda match: f" {match[1].strip()}" if _is_sub_unit(match[1].strip()) else match[0], line
    )


def _pieces(line: str) -> list[str]:
    """Units and sub-units of one line, in order."""
    pieces: list[str] = []
    for part in _SEPARATORS.split(_with_bare_sub_units(line)):
        for piece in _inner_seam().split(part):
            if pieces and piece and _key(pieces[-1] + piece) in _canonical():
                pieces[-1] = f"{pieces[-1]} {piece}"
            elif piece:
                pieces.append(piece)
    return pieces


def _without_fund(piece: str) -> str:
    """The piece without brackets that name a fund ("กองช่าง (เงินอุดหนุน)")."""
    return _BRACKETS.sub(lambda match: "" if is_fund_source(match[1]) else match[0], piece).strip()


def _strip_conjunction(line: str) -> str:
    """A line without the conjunction that ties it to the line before."""
    for word in sorted(_words("conjunctions"), key=len, reverse=True):
        rest = line.removeprefix(word).lstrip()
        if rest != line and rest.startswith(_words("beginnings")):
            return rest
    return line


@vocabulary_cache(maxsize=_CACHED_TEXTS)
def _read(text: str) -> tuple[_Printed, ...]:
    units: list[_Printed] = []
    pieces = [piece for line in _lines(text) for piece in _pieces(_strip_conjunction(line))]
    for piece in filter(None, map(_without_fund, pieces)):
        if units and (_is_sub_unit(piece) or _is_division_of(units[-1].unit, piece)):
            last = units[-1]
            units[-1] = last._replace(sub_unit=f"{last.sub_unit} {piece}" if last.sub_unit else piece)
        else:
            units.append(_Printed(piece, None))
    return tuple(dict.fromkeys(units))


def is_unfinished_unit(line: str) -> bool:
    """Whether a line is the beginning of a unit's name that is none by itself, such as "กรม"."""
    name = normalize_text(line)
    return name in _words("unfinished") and name in _words("beginnings")


def split_units(text: str) -> tuple[ResponsibleUnit, ...]:
    """The units that `text` names, each with its sub-unit, known ones by their canonical names.

    Divided by lines, commas, slashes, and และ between units. Funds in brackets are left out.
    """
    canonical = _canonical()
    return tuple(
        ResponsibleUnit(unit=canonical.get(_key(printed.unit), printed.unit), sub_unit=printed.sub_unit)
        for printed in _read(text)
    )


def normalize_unit_text(text: str) -> str:
    """The units of `text` as printed, joined by ", ", sub-units behind theirs after a space; "" for none."""
    if not normalize_text(text).strip("-–. "):
        return ""
    return ", ".join(f"{unit} {sub_unit}" if sub_unit else unit for unit, sub_unit in _read(text))
