"""The file in which people decide on findings: TOML with comments that a planning officer can follow in Notepad."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from outputs.findings.view import View, Words, argument, place_text, words_of
from schemas.findings.catalog import Language
from schemas.plan import Plan

_DELETE = "\x7f"  # the one control character that JSON leaves as it is and TOML refuses


class Choice(NamedTuple):
    """A finding to decide on.

    `can_set`: a value may be given; `can_accept`: its proposal fits the field; `affected`: how many projects a value
    changes, 0 for what is no project's; `hint` tells how a value is typed, "" where any text will do.
    """

    view: View
    can_set: bool
    can_accept: bool
    affected: int
    hint: str = ""


def head_text(plan: Plan, name: str, language: Language) -> str:
    """The comment at the top of the file called `name`: how to decide, and what to run then."""
    template = words_of(language).plain["corrections_head"]
    text = template.format(source=argument(plan.source.name), name=argument(name))
    return _comment(text.strip("\n")) + "\n"


def entry_text(choice: Choice, language: Language) -> str:
    """One [[correction]] that is still open, its comments in `language`."""
    words = words_of(language)
    view, finding = choice.view, choice.view.finding
    project = (view.project.name or view.project.target or "") if view.project else ""
    values = {
        "fingerprint": finding.fingerprint,
        "code": finding.code,
        "project": _one_line(project),
        "present": view.present if choice.can_set else "",
        "proposal": (finding.proposal or "") if choice.can_accept else None,
        "decision": "open",
        "value": "" if choice.can_set else None,
        "note": "",
    }
    lines = [f"{key} = {_quoted(value)}" for key, value in values.items() if value is not None]
    return "\n".join(
        ["[[correction]]", *(_comment(line) for line in _told(choice, words, language)), *lines, ""]
    )


def _told(choice: Choice, words: Words, language: Language) -> Sequence[str]:
    view, finding = choice.view, choice.view.finding
    row = finding.provenance.row
    place = [place_text(view.place(), words), *([words("row", row=row + 1)] if row is not None else [])]
    told = [f"{words(finding.severity)} {finding.code} {' '.join(place)}", finding.message(language)]
    if view.field:
        told.append(f"{words('field', field=view.field)}: {view.present or words('blank')}")
    if view.printed:
        told.append(f"{words('printed')}: {view.printed}")
    if choice.affected > 1:
        told.append(words("affected", count=choice.affected))
    if choice.hint:
        told.append(words("typed_as", hint=choice.hint))
    allowed = ["accept"] * choice.can_accept + ["value"] * choice.can_set + ["right"]
    return [*told, words("decide", allowed=", ".join(allowed))]


def file_text(head: str, entries: Sequence[str]) -> bytes:
    """The whole file: UTF-8, a blank line between entries, CRLF at lines' ends for every Notepad."""
    parts = [part.strip("\n") for part in (head, *entries)]
    text = "\n\n".join(part for part in parts if part) + "\n"
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode()


def _comment(text: str) -> str:
    return "\n".join(f"# {_printable(line)}".rstrip() for line in text.split("\n"))


def _quoted(text: str) -> str:
    """A basic string of TOML, which escapes as JSON does."""
    return json.dumps(text, ensure_ascii=False).replace(_DELETE, "\\u007f")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _printable(line: str) -> str:
    """A line of a comment: no control characters, which TOML refuses there."""
    return "".join(letter if letter.isprintable() or letter == "\u200b" else " " for letter in line)
