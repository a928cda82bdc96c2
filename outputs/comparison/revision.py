"""Tracked changes of WordprocessingML: text, rows and paragraphs that an editor may accept or reject."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from outputs.docx.style import BookStyle
from outputs.numerals import write_numerals
from outputs.writable import UNWRITABLE

AUTHOR = "phaen"
Kind = Literal["ins", "del"]

# What a change never divides: a number, a Latin code, a letter with its marks.
_PIECE = re.compile(
    r"[A-Za-z0-9๐-๙](?:[A-Za-z0-9๐-๙.,\-]*[A-Za-z0-9๐-๙])?|.[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*", re.S
)
_THAI = '<w:rPr><w:lang w:bidi="th-TH"/></w:rPr>'


@dataclass(frozen=True)
class Revision:
    """What all changes of one file share: the book's style, when they were made, and their numbers.

    `made` is in the form of xsd:dateTime ("2026-01-31T09:00:00Z").
    """

    style: BookStyle
    made: str
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def text(self, text: str) -> str:
        """`text` in the book's numerals, without what XML cannot hold; not escaped yet."""
        return UNWRITABLE.sub("", write_numerals(text, self.style.numerals))

    def mark(self, kind: Kind) -> str:
        """An empty element that says of a row or a paragraph's end that it was inserted or deleted."""
        return f"<w:{kind} {self._who()}/>"

    def revised(self, old: str, new: str) -> str:
        """Runs that read `old` with all changes rejected, and `new` with all accepted; "\\n" breaks a line.

        Where a number stands in place of another, a deleted space parts them, so that nobody reads one number.
        """
        before, after = _PIECE.findall(self.text(old)), _PIECE.findall(self.text(new))
        start = _common(before, after)
        end = _common(before[start:][::-1], after[start:][::-1])
        gone, come = (pieces[start : len(pieces) - end] for pieces in (before, after))
        same_end = "".join(after[len(after) - end :])
        parting = " " if not same_end and _meet_as_numbers(gone, come) else ""
        return "".join(
            (
                _run("".join(after[:start]), "t"),
                self._wrapped("del", _run("".join(gone) + parting, "delText")),
                self._wrapped("ins", _run("".join(come), "t")),
                _run(same_end, "t"),
            )
        )

    def _wrapped(self, kind: Kind, runs: str) -> str:
        return f"<w:{kind} {self._who()}>{runs}</w:{kind}>" if runs else ""

    def _who(self) -> str:
        return f'w:id="{next(self.ids)}" w:author="{AUTHOR}" w:date={quoteattr(self.made)}'


def _common(one: list[str], other: list[str]) -> int:
    """How many pieces at the beginning of both are equal."""
    for index, (mine, its) in enumerate(zip(one, other, strict=False)):
        if mine != its:
            return index
    return min(len(one), len(other))


def _meet_as_numbers(gone: list[str], come: list[str]) -> bool:
    return bool(gone and come) and gone[-1][-1:].isdigit() and come[0][:1].isdigit()


def _run(text: str, element: Literal["t", "delText"]) -> str:
    if not text:
        return ""
    lines = (f'<w:{element} xml:space="preserve">{escape(line)}</w:{element}>' for line in text.split("\n"))
    return f"<w:r>{_THAI}{'<w:br/>'.join(lines)}</w:r>"
