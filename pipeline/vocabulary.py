"""An office's own wording: a TOML file of theirs whose lines are added to the vocabularies of the package."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from functools import reduce
from pathlib import Path
from typing import Any

from parsers.thai import normalize_text, repair_text
from pipeline.files import read_input
from pipeline.toml_text import toml_content
from schemas.failures import UsageFailure
from schemas.vocabulary import Additions, extended, load, merged

_PROGRAM_LABEL = "แผนงาน"
_TITLE_KEY = "words"

_A_TABLE = {"expected_th": "หัวข้อในวงเล็บ [ ]", "expected_en": "a table, headed by its name in [ ]"}
_TEXTS = {
    "expected_th": 'รายการข้อความ เช่น ["คำ", "อีกคำ"]',
    "expected_en": 'a list of texts such as ["word", "another"]',
}
_A_TEXT = {"expected_th": 'ข้อความ เช่น "strategy"', "expected_en": 'a text such as "strategy"'}


def own_wording(path: Path | None) -> AbstractContextManager[None]:
    """A context in which plans are read with the words of the file at `path`, or with the package's alone.

    Raises, before it is entered, what `read_vocabulary` raises.
    """
    return extended(read_vocabulary(path) if path else {})


def read_vocabulary(path: Path) -> Additions:
    """What the file adds, by vocabulary.

    InputFailure (DOC001, DOC006, DOC012) for a file that cannot be opened; UsageFailure SET001 for what is no
    TOML, SET002 for a table, key or kind of heading that does not exist, SET003 for a value of a wrong type.
    """
    return reduce(merged, _pieces(path.name, toml_content(path.name, read_input(path), "SET001")[1]), {})


def _pieces(name: str, content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One addition per line of the file."""
    for table, lines in content.items():
        _known(name, f"[{table}]", table, _TABLES)
        if not isinstance(lines, dict):
            raise UsageFailure("SET003", name=name, where=table, **_A_TABLE)
        for key, value in lines.items():
            yield _TABLES[table](name, key, value)


def _known(name: str, where: str, asked: str, allowed: Iterable[str]) -> None:
    if asked not in allowed:
        raise UsageFailure("SET002", name=name, where=where, allowed=", ".join(allowed))


def _words(name: str, where: str, value: object) -> list[str]:
    """The texts of a list, mended and normalized as the texts of a plan are."""
    if not isinstance(value, list) or not all(isinstance(word, str) and _plain(word) for word in value):
        raise UsageFailure("SET003", name=name, where=where, **_TEXTS)
    return [_plain(word) for word in value]


def _plain(word: str) -> str:
    return normalize_text(repair_text(word, "word").text)


def _column(name: str, role: str, value: object) -> dict[str, Any]:
    where = f"[columns] {role}"
    _known(name, where, role, dict.fromkeys(column["role"] for column in load("columns")["column"]))
    exact = _words(name, where, value)
    return {"columns": {"column": [{"role": role, "exact": exact, "contains": []}]}}


def _program(name: str, program: str, value: object) -> dict[str, Any]:
    variants = [_without_label(word) for word in _words(name, f"[programs] {program}", value)]
    return {"programs": {"program": [{"name": _without_label(_plain(program)), "variants": variants}]}}


def _without_label(program: str) -> str:
    return program.removeprefix(_PROGRAM_LABEL).removeprefix("ผง.").strip() or program


def _unit(name: str, unit: str, value: object) -> dict[str, Any]:
    """A unit; a line of a cell that begins with any of its names is a unit of its own."""
    known, variants = _plain(unit), _words(name, f"[units] {unit}", value)
    begin = [word for word in (known, *variants) if not word.startswith(tuple(load("units")["beginnings"]))]
    return {
        "units": {
            "unit": [{"name": known, "variants": variants}],
            "beginnings": begin,
            "beginnings_in_line": begin,
        }
    }


def _month(name: str, month: str, value: object) -> dict[str, Any]:
    where = f"[months] {month}"
    months = {entry["name"]: entry for entry in load("months")["month"]}
    _known(name, where, month, months)
    return {"months": {"month": [{**months[month], "variants": _words(name, where, value)}]}}


def _equipment_type(name: str, equipment: str, value: object) -> dict[str, Any]:
    variants = _words(name, f"[equipment_types] {equipment}", value)
    return {"equipment_types": {"equipment_type": [{"name": _plain(equipment), "variants": variants}]}}


def _heading(name: str, label: str, value: object) -> dict[str, Any]:
    """A label that is like a known one, or like the first of a kind, in its kind, style and rank."""
    if not isinstance(value, str):
        raise UsageFailure("SET003", name=name, where=f"[headings] {label}", **_A_TEXT)
    known = load("headings")["heading"]
    kinds = {entry["kind"]: entry for entry in reversed(known) if entry["kind"] != "other"}
    models = kinds | {entry["label"]: entry for entry in known}
    _known(name, f'[headings] {label} = "{value}"', value, models)
    return {"headings": {"heading": [{**models[value], "label": _plain(label)}]}}


def _title(name: str, key: str, value: object) -> dict[str, Any]:
    where = f"[titles] {key}"
    _known(name, where, key, (_TITLE_KEY,))
    return {"form_signs": {"title": {"words": _words(name, where, value)}}}


_TABLES: dict[str, Callable[[str, str, object], dict[str, Any]]] = {
    "columns": _column,
    "programs": _program,
    "units": _unit,
    "months": _month,
    "equipment_types": _equipment_type,
    "headings": _heading,
    "titles": _title,
}
