"""Reading of the files that hold decisions: TOML with one [[correction]] each."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.files import read_input
from pipeline.toml_text import toml_content
from schemas.corrections import DECISIONS, Correction, Corrections
from schemas.failures import UsageFailure
from schemas.findings.codes import near

ENTRY = "correction"
HEADER = re.compile(rf"^\s*\[\[\s*{ENTRY}\s*\]\]")
_KEYS = tuple(key for key in Correction.model_fields if key != "line")
_REQUIRED = ("fingerprint", "code", "decision")


def read_corrections(path: Path | None) -> Corrections:
    """The decisions of the file at `path` that are no longer open; none for None.

    InputFailure (DOC001, DOC006, DOC012) for a file that cannot be opened; UsageFailure COR010 for what is no
    TOML, COR011 for an entry that does not fit, each with its line.
    """
    if path is None:
        return Corrections()
    entries = parse_corrections(path.name, read_input(path))
    return Corrections(name=path.name, decided=tuple(entry for entry in entries if entry.decision != "open"))


def parse_corrections(name: str, data: bytes) -> tuple[Correction, ...]:
    """All entries of a file's bytes in their order, open ones too; refuses as `read_corrections` does."""
    text, content = toml_content(name, data, "COR010")
    lines = text.splitlines()
    starts = [number for number, line in enumerate(lines, 1) if HEADER.match(line)]
    entries = content.get(ENTRY, [])
    _refuse_unknown(name, content, (ENTRY,), 1)
    if not isinstance(entries, list) or len(entries) != len(starts):
        raise _wrong(name, 1, "[[correction]] หนึ่งบรรทัดต่อหนึ่งรายการ", "one line [[correction]] per entry")
    read = tuple(_entry(name, entry, start, lines) for entry, start in zip(entries, starts, strict=True))
    _refuse_twins(name, read)
    return read


def blocks_of(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text before the first entry, and that of each entry with its comments, for a file that is in order."""
    text = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if HEADER.match(line):
            blocks.append([])
        blocks[-1].append(line)
    head, *entries = ("\n".join(block) for block in blocks)
    return head, tuple(entries)


def _entry(name: str, entry: dict[str, Any], start: int, lines: list[str]) -> Correction:
    def line_of(key: str) -> int:
        return next((number for number, line in _lines_from(start, lines) if _is_key(line, key)), start)

    _refuse_unknown(name, entry, _KEYS, start)
    for key, value in entry.items():
        if not isinstance(value, str):
            raise _wrong(
                name, line_of(key), f'{key} = "ข้อความในเครื่องหมายคำพูด"', f'{key} = "text in quotation marks"'
            )
    for key in _REQUIRED:
        if not entry.get(key):
            raise _wrong(name, start, f"บรรทัด {key} = ", f"a line {key} = ")
    decision = entry["decision"]
    if decision not in DECISIONS:
        allowed = ", ".join(DECISIONS)
        raise _wrong(
            name, line_of("decision"), f"decision เป็นคำใดคำหนึ่ง: {allowed}", f"decision as one of: {allowed}"
        )
    correction = Correction(**{**entry, "value": entry.get("value", "").strip(), "line": start})
    _refuse_contradiction(name, correction, line_of("decision"))
    return correction


def _lines_from(start: int, lines: list[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines[start:], start + 1):
        if HEADER.match(line):
            return
        yield number, line


def _is_key(line: str, key: str) -> bool:
    return re.match(rf"\s*{re.escape(key)}\s*=", line) is not None


def _refuse_unknown(name: str, content: dict[str, Any], known: tuple[str, ...], line: int) -> None:
    for key in content:
        if key not in known:
            allowed = ", ".join(near(key, known) or known)
            raise _wrong(name, line, f"{allowed} แทน {key}", f"{allowed} in place of {key}")


def _refuse_contradiction(name: str, correction: Correction, line: int) -> None:
    if correction.decision == "value" and not correction.value:
        raise _wrong(name, line, 'value = "ค่าที่ต้องการ" ด้วย', 'value = "the value" as well')
    if correction.decision != "value" and correction.value:
        raise _wrong(
            name,
            line,
            'decision = "value" เมื่อใส่ค่าใน value แล้ว',
            'decision = "value" where a value is given',
        )
    if correction.decision == "accept" and not correction.proposal:
        raise _wrong(
            name,
            line,
            "decision เป็น value หรือ right เพราะข้อนี้ไม่มีค่าที่เสนอ",
            "value or right: nothing is proposed here",
        )


def _refuse_twins(name: str, entries: tuple[Correction, ...]) -> None:
    first: dict[str, int] = {}
    for entry in entries:
        if entry.fingerprint in first:
            earlier = first[entry.fingerprint]
            raise _wrong(
                name,
                entry.line,
                f"รายการเดียวต่อหนึ่งข้อ (ข้อนี้มีแล้วที่บรรทัด {earlier})",
                f"one entry per finding (this one is in line {earlier} already)",
            )
        first[entry.fingerprint] = entry.line


def _wrong(name: str, line: int, wanted_th: str, wanted_en: str) -> UsageFailure:
    return UsageFailure("COR011", name=name, line=line, wanted_th=wanted_th, wanted_en=wanted_en)
