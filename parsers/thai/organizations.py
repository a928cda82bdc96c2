"""The names of local administrative organizations, in title lines and in prose."""

import re
from typing import NamedTuple

from parsers.thai.alternatives import any_of
from parsers.thai.joining import normalize_text
from parsers.thai.letters import THAI_LETTERS
from schemas.plan import Organization
from schemas.rules.language import OrganizationMention
from schemas.vocabulary import load, vocabulary_cache

_CACHED_TEXTS = 4096
_LONGEST_TITLE = 250
_SHORTEST_NAME = 2
_NAME = re.compile(f"[{THAI_LETTERS}]+")


class _Mention(NamedTuple):
    """A type of organization in a line, and where its words begin and end."""

    type: str
    start: int
    end: int
    alone: bool


_DIVIDERS = ("ส่วน", "ตำบล", "เมือง", "นคร", "จังหวัด")


def _loose(word: str) -> str:
    """A pattern for `word`; spaces in the text between its parts ("เทศบาล ตำบล") do not matter."""
    pattern = re.escape(word)
    for divider in _DIVIDERS:
        pattern = pattern.replace(divider, rf"\s?{divider}") if not word.startswith(divider) else pattern
    return pattern


def _head(word: str) -> str:
    """What every spelling of `word` begins with, as far as no space may part it."""
    cuts = (word.find(divider) for divider in _DIVIDERS if not word.startswith(divider))
    return word[: min((cut for cut in cuts if cut > 0), default=len(word))]


@vocabulary_cache()
def _types() -> tuple[tuple[str, re.Pattern[str], bool, tuple[str, ...]], ...]:
    """Type, pattern of its spellings, whether it stands without a name, and how its spellings begin."""
    kinds = []
    for kind in load("organizations")["organization"]:
        spellings = "|".join(
            # An abbreviation must stand free: "งบ อบต." names no organization, "ทต." may end another word.
            (rf"(?<![{THAI_LETTERS}.]){_loose(word)}" if "." in word else _loose(word))
            for word in sorted(kind["spellings"], key=len, reverse=True)
        )
        heads = tuple(dict.fromkeys(map(_head, kind["spellings"])))
        kinds.append((kind["type"], re.compile(spellings), bool(kind.get("alone")), heads))
    return tuple(kinds)


@vocabulary_cache()
def _labels(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(load('organizations')[f'{kind}_labels'])})\s?([{THAI_LETTERS}]+)")


@vocabulary_cache()
def _ends(prose: bool) -> re.Pattern[str]:
    """What ends a name that nothing else ends."""
    words = load("organizations")
    ends = [*words["district_labels"], *words["province_labels"], *words["place_labels"], *words["after"]]
    return re.compile(any_of(ends + (words["prose"] if prose else [])))


@vocabulary_cache()
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(load('organizations')['before'])}|[\s\d\W])*")


def _mentions(line: str) -> list[_Mention]:
    """The types that `line` names, from left to right."""
    found = [
        _Mention(kind, match.start(), match.end(), alone)
        for kind, pattern, alone, heads in _types()
        if any(head in line for head in heads)
        for match in pattern.finditer(line)
    ]
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


@vocabulary_cache(maxsize=_CACHED_TEXTS)
def read_organization(text: str) -> Organization | None:
    """The organization that a title line names, its type in full.

    Strict: only the words of titles may stand before and behind it. None for prose, and for a type without
    a name.
    """
    line = normalize_text(text)
    if len(line) > _LONGEST_TITLE:
        return None
    for mention in _mentions(line):
        if not _before().fullmatch(line[: mention.start]):
            return None
        if found := _named(line, mention, prose=False):
            return found
    return None


@vocabulary_cache(maxsize=_CACHED_TEXTS)
def find_organization(text: str) -> Organization | None:
    """The first organization that prose names; less sure than `read_organization`.

    A name ends before any word that is common in prose.
    """
    line = normalize_text(text)
    return next((found for mention in _mentions(line) if (found := _named(line, mention, prose=True))), None)


def organizations_in(text: str) -> tuple[OrganizationMention, ...]:
    """All organizations that `text`, normalized, names with type and name, from left to right."""
    found: list[OrganizationMention] = []
    for mention in _mentions(text):
        name = None if mention.alone else _name(text[mention.end :], prose=True)
        if name and (not found or mention.start >= found[-1].end):
            end = text.index(name, mention.end) + len(name)
            found.append(OrganizationMention(type=mention.type, name=name, start=mention.start, end=end))
    return tuple(found)


def _named(line: str, mention: _Mention, *, prose: bool) -> Organization | None:
    rest = line[mention.end :]
    if mention.alone:
        return Organization(type=mention.type, **_address(rest))
    name = _name(rest, prose=prose)
    if name is None:
        return None
    behind = rest.lstrip()[len(name) :]
    if not prose and not _is_title_end(behind):
        return None
    return Organization(type=mention.type, name=name, **_address(behind))


def _name(rest: str, *, prose: bool) -> str | None:
    """The name at the start of `rest`: up to a space, a label, or a word that no name has."""
    letters = _NAME.match(rest.lstrip())
    if letters is None or len(rest) - len(rest.lstrip()) > 1:
        return None
    word = letters[0]
    # The two letters behind it show the dot of a label ("อ.").
    end = _ends(prose).search(word + rest.lstrip()[len(word) :][:2], _SHORTEST_NAME)
    name = word[: end.start()] if end and end.start() < len(word) else word
    known = load("organizations")
    if len(name) < _SHORTEST_NAME or any(part in name for part in known["never_in_name"]):
        return None
    return None if prose and word.startswith(tuple(known["prose_beginnings"])) else name


def _is_title_end(behind: str) -> bool:
    """Whether a title may go on so behind a name: with an address, a bracket, a year, or nothing."""
    left = behind.strip()
    return not left or not left[0].isalpha() or _ends(prose=False).match(left) is not None


def _address(behind: str) -> dict[str, str | None]:
    """District and province by their labels, which also divide names that run together."""
    district, province = _labels("district").search(behind), _labels("province").search(behind)
    return {
        "district": (_cut_district(district[1]) or None) if district else None,
        "province": _cut_province(province[1]) if province else None,
    }


@vocabulary_cache()
def _only_address() -> re.Pattern[str]:
    """A line that is nothing but an address: two labelled places, or a province that there is."""
    words = load("organizations")
    town, district, province = (
        rf"(?:{any_of(words[key])})\s?[{THAI_LETTERS}]+"
        for key in ("town_labels", "district_labels", "province_labels")
    )
    known = rf"(?:{any_of(words['province_labels'])})\s?(?:{any_of(load('provinces')['provinces'])})"
    # Names that run together are told apart by labels; only after a space is a label's short form one.
    places = rf"(?:{town}\s?)?{district}\s?{province}|{town}\s{district}|(?:{town}\s)?{known}"
    return re.compile(rf"\(?(?:{places})\s?(?:\d{{5}})?\)?")


@vocabulary_cache(maxsize=_CACHED_TEXTS)
def read_address(text: str) -> tuple[str | None, str | None]:
    """District and province of a line that is nothing but an address, as covers print it under the organization's name.

    Each is None where the line has none ("จังหวัดระนอง", "ตำบลบางริ้น อำเภอเมืองระนอง"), both are for any other line.
    """
    line = normalize_text(text)
    if len(line) > _LONGEST_TITLE or _only_address().fullmatch(line) is None:
        return None, None
    found = _address(line)
    return found["district"], found["province"]


def _cut_district(word: str) -> str:
    end = re.search(any_of(load("organizations")["province_labels"] + load("organizations")["after"]), word)
    # "อ.เมืองจ.ขอนแก่น": the letter of the next label stands at the end.
    cut = word[: end.start()] if end else word
    return cut.removesuffix("จ") if not end and len(cut) > _SHORTEST_NAME and cut.endswith("จ") else cut


def _cut_province(word: str) -> str:
    """A province's name where the word begins with one of the 77, else the word up to what ends names."""
    for province in load("provinces")["provinces"]:
        if word.startswith(province):
            return str(province)
    end = _ends(prose=False).search(word, _SHORTEST_NAME)
    return word[: end.start()] if end else word
