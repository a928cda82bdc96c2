"""Paragraphs with their automatic numbers, joined where a paragraph mark is deleted or hidden."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from parsers.formats.docx.content import is_on
from parsers.formats.docx.names import W_PPR, W_RPR, W_VAL, W
from parsers.formats.docx.numbering import ListCounters
from parsers.formats.docx.styles import ParagraphFormat, Styles, paragraph_format
from parsers.formats.docx.text import TextReader

_W_STYLE, _W_ALIGNMENT, _W_HIDDEN = W + "pStyle", W + "jc", W + "vanish"
_DIRECT = frozenset(W + name for name in ("numPr", "outlineLvl", "ind"))
_MARK_DELETED = frozenset(W + name for name in ("del", "moveFrom"))
_LABEL_ENDS = ".)"


@dataclass(slots=True)
class Paragraph:
    """A paragraph as shown: `label` is its automatic number, `text` the rest."""

    text: str
    label: str | None
    format: ParagraphFormat
    bold: bool
    drawings: list[etree._Element]
    mark_gone: bool
    has_page_field: bool

    def labelled(self) -> str:
        """Label and text in one line."""
        if self.label is None:
            return self.text
        return f"{self.label} {self.text}" if self.text.strip() else self.label

    def labelled_in_cell(self) -> str:
        """The same, but a number alone without its full stop or bracket: a number column reads "1"."""
        if self.label is None or self.text.strip():
            return self.labelled()
        return self.label.rstrip(_LABEL_ENDS) or self.label


@dataclass(slots=True)
class ParagraphReader:
    """Reads the paragraphs of a document in order, which its lists depend on."""

    styles: Styles
    counters: ListCounters
    texts: TextReader
    _formats: dict[tuple[str | None, str | None], ParagraphFormat] = field(default_factory=dict)

    def read(self, element: etree._Element) -> Paragraph:
        """The paragraph of a w:p."""
        shape, mark_gone = self._format(element)
        said = self.texts.read(element, shape)
        label = self.counters.label(shape) if shape.num_id is not None and not mark_gone else None
        return Paragraph(said.text, label, shape, said.bold, said.drawings, mark_gone, said.has_page_field)

    def _format(self, element: etree._Element) -> tuple[ParagraphFormat, bool]:
        """The format, and whether the paragraph's mark is deleted or hidden."""
        properties = element[0] if len(element) and element[0].tag == W_PPR else ()
        style = alignment = None
        direct = mark_gone = False
        for item in properties:
            tag = item.tag
            if tag == _W_STYLE:
                style = item.get(W_VAL)
            elif tag == _W_ALIGNMENT:
                alignment = item.get(W_VAL)
            elif tag == W_RPR:
                mark_gone = any(_removes_mark(mark) for mark in item)
            elif tag in _DIRECT:
                direct = True
        shape = self._styled(style, alignment)
        return (paragraph_format(element[0]).over(shape) if direct else shape), mark_gone

    def _styled(self, style: str | None, alignment: str | None) -> ParagraphFormat:
        known = self._formats.get((style, alignment))
        if known is None:
            known = ParagraphFormat(alignment=alignment).over(self.styles.paragraph(style))
            self._formats[style, alignment] = known
        return known


def joined(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs; one without a mark goes before the next, whose format and number it takes."""
    waiting: Paragraph | None = None
    for paragraph in paragraphs:
        current = paragraph if waiting is None else _put_together(waiting, paragraph)
        waiting = current if paragraph.mark_gone else None
        if waiting is None:
            yield current
    if waiting is not None and (waiting.text or waiting.drawings):
        yield waiting


def _put_together(first: Paragraph, second: Paragraph) -> Paragraph:
    return Paragraph(
        text=first.text + second.text,
        label=second.label,
        format=second.format,
        bold=(first.bold or not first.text.strip()) and (second.bold or not second.text.strip()),
        drawings=first.drawings + second.drawings,
        mark_gone=second.mark_gone,
        has_page_field=first.has_page_field or second.has_page_field,
    )


def _removes_mark(mark: etree._Element) -> bool:
    return mark.tag in _MARK_DELETED or (mark.tag == _W_HIDDEN and is_on(mark))
