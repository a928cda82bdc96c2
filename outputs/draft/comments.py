"""A draft as a book of Word in which each project bears a comment: what is proposed, why, and room to decide."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from outputs.docx import BookStyle
from outputs.docx import render as render_book
from outputs.docx.wordml import NAMESPACES
from outputs.draft.wording import field_text, reasons_text, status_text, wording
from outputs.numerals import write_numerals
from outputs.writable import UNWRITABLE
from schemas.draft import Draft, DraftEntry
from schemas.plan import Plan, Project
from schemas.plan_text import baht_text

AUTHOR: Final = "phaen"
# Two marks that no Thai text begins with, and that take no width, write a number before a project's name: the book
# is laid out as if they were not there, and each name is found again in its XML.
_ZERO, _ONE = "\u0e3a", "\u0e4e"
_SIGN = f"{_ONE}{_ZERO}{_ONE}{_ZERO}"
_BITS = 20
_MARKED_RUN = re.compile(
    rf"(?P<open><w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>){_SIGN}(?P<bits>[{_ZERO}{_ONE}]{{{_BITS}}})"
    r"(?P<rest>[^<]*</w:t></w:r>)"
)
_MARK = re.compile(rf"{_SIGN}[{_ZERO}{_ONE}]{{{_BITS}}}")
_DOCUMENT, _COMMENTS = "word/document.xml", "word/comments.xml"
_RELATIONS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
_RELATION = (
    '<Relationship Id="rIdComments" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" '
    'Target="comments.xml"/></Relationships>'
)
_TYPE = (
    '<Override PartName="/word/comments.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TEXT_LOOK = '<w:rPr><w:sz w:val="20"/><w:szCs w:val="28"/><w:lang w:bidi="th-TH"/></w:rPr>'


def render(draft: Draft, style: BookStyle) -> bytes:
    """The book of `outputs.docx.render` with one comment per project; equal drafts and styles give equal bytes."""
    book = render_book(_marked(draft.plan), style)
    comments = [_comment(number, lines, style) for number, lines in enumerate(_all_lines(draft, style))]
    parts = {
        _COMMENTS: f"{_HEAD}<w:comments {NAMESPACES}>{''.join(comments)}</w:comments>".encode(),
    }
    return _with_parts(book, parts)


def _marked(plan: Plan) -> Plan:
    projects = tuple(_with_mark(project, index) for index, project in enumerate(plan.projects))
    return plan.model_copy(update={"projects": projects})


def _with_mark(project: Project, index: int) -> Project:
    """A project without a name bears its mark in what else stands in its row."""
    field = next((each for each in ("name", "details", "number") if getattr(project, each)), "name")
    bits = f"{index:0{_BITS}b}".replace("0", _ZERO).replace("1", _ONE)
    return project.model_copy(update={field: f"{_SIGN}{bits}{getattr(project, field) or '-'}"})


def _anchored(xml: str) -> str:
    """Each marked run with a comment around it; a mark that stands elsewhere only goes."""

    def anchor(match: re.Match[str]) -> str:
        number = int(match["bits"].replace(_ZERO, "0").replace(_ONE, "1"), 2)
        return (
            f'<w:commentRangeStart w:id="{number}"/>{match["open"]}{match["rest"]}'
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    return _MARK.sub("", _MARKED_RUN.sub(anchor, xml))


def _all_lines(draft: Draft, style: BookStyle) -> Iterator[list[str]]:
    told = _by_key(draft)
    for entry in draft.entries:
        yield [_written(line, style) for line in _lines(entry, told.get(entry.key, ()))]


def _by_key(draft: Draft) -> dict[str, list[str]]:
    """What is told of the years of each project's texts."""
    words = wording("th")
    told: dict[str, list[str]] = {}
    for change in draft.changes:
        if change.key:
            facts = {"field": field_text(change.field), "before": change.before}
            told.setdefault(change.key, []).append(words["comment_year"].format(**facts))
    for left in draft.left:
        if left.key:
            place = {"year": left.year, "field": field_text(left.field)}
            told.setdefault(left.key, []).append(words["comment_left"].format(**place))
    return told


def _written(text: str, style: BookStyle) -> str:
    return escape(UNWRITABLE.sub("", write_numerals(text, style.numerals)))


def _lines(entry: DraftEntry, years: Iterable[str]) -> Iterator[str]:
    words = wording("th")
    yield words["comment_status"].format(status=status_text(entry))
    if entry.reasons:
        yield words["comment_reason"].format(reason=reasons_text(entry))
    if entry.last_amount is not None:
        yield words["comment_last"].format(amount=baht_text(entry.last_amount))
    yield from years
    if entry.note:
        yield words["comment_note"].format(note=entry.note)
    yield words["comment_decide"]


def _comment(number: int, lines: Sequence[str], style: BookStyle) -> str:
    look = _TEXT_LOOK.replace("<w:rPr>", f'<w:rPr><w:rFonts w:cs="{escape(style.font)}"/>')
    paragraphs = "".join(
        f'<w:p><w:r>{look}<w:t xml:space="preserve">{line}</w:t></w:r></w:p>' for line in lines
    )
    return f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="ph">{paragraphs}</w:comment>'


def _with_parts(book: bytes, more: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(_entry(entry), _changed(entry.filename, old.read(entry)))
        for name, data in more.items():
            new.writestr(_entry(zipfile.ZipInfo(name, old.infolist()[0].date_time)), data)
    return buffer.getvalue()


def _entry(like: zipfile.ZipInfo) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(like.filename, like.date_time)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _changed(name: str, part: bytes) -> bytes:
    if name == _DOCUMENT:
        return _anchored(part.decode()).encode()
    if name == _RELATIONS:
        return part.replace(b"</Relationships>", _RELATION.encode())
    return part.replace(b"</Types>", _TYPE.encode()) if name == _TYPES else part
