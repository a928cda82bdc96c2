"""The text of a paragraph as Word shows it."""

from dataclasses import dataclass, field

from lxml import etree

from parsers.formats.docx import symbols
from parsers.formats.docx.content import ENTERED, chosen, control_content, is_on
from parsers.formats.docx.names import (
    MC_ALTERNATE,
    W_DRAWING,
    W_PICT,
    W_R,
    W_RPR,
    W_SDT,
    W_SYM,
    W_T,
    W_VAL,
    W,
)
from parsers.formats.docx.styles import ParagraphFormat, RunFormat, Styles

Tag = str | bytes | bytearray | etree.QName
"""What lxml declares an element's tag to be; here it is a str."""
_FIXED_TEXT: dict[Tag, str] = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n",
    W + "noBreakHyphen": "-", W + "softHyphen": "",
}  # fmt: skip
_W_FIELD_SIMPLE = W + "fldSimple"
_W_FIELD_CHARACTER = W + "fldChar"
_W_FIELD_CODE = W + "instrText"
_W_FONTS, _W_BOLD, _W_BOLD_COMPLEX = W + "rFonts", W + "b", W + "bCs"
_W_HIDDEN, _W_RUN_STYLE = W + "vanish", W + "rStyle"
_W_ASCII, _W_HIGH = W + "ascii", W + "hAnsi"
_W_RUBY, _W_RUBY_BASE = W + "ruby", W + "rubyBase"
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
"""Their stored result is some page's number of some day."""

Key = tuple[str | None, bool | None, bool | None, str | None, str | None, str | None]


@dataclass(slots=True)
class _Field:
    """A complex field (w:fldChar begin, separate, end) that is open."""

    code: str = ""
    in_code: bool = True

    @property
    def shows(self) -> bool:
        return not self.in_code and not is_page_field(self.code)


@dataclass(slots=True)
class ParagraphText:
    """What stands in one paragraph: `bold` where all its text is, `drawings` are elements with shapes."""

    text: str
    bold: bool
    drawings: list[etree._Element]
    has_page_field: bool


@dataclass(slots=True)
class _Look:
    """A run's format, resolved."""

    hidden: bool
    bold: bool
    symbolic: bool
    ascii_font: str | None
    high_font: str | None


@dataclass(slots=True)
class TextReader:
    """Reads paragraphs, and remembers the formats of runs that it met."""

    styles: Styles
    _fields: list[_Field] = field(default_factory=list)
    _looks: dict[Key, _Look] = field(default_factory=dict)
    _pieces: list[str] = field(default_factory=list)
    _drawings: list[etree._Element] = field(default_factory=list)
    _any_bold: bool = False
    _any_plain: bool = False
    _any_page_field: bool = False

    def read(self, paragraph: etree._Element, paragraph_format: ParagraphFormat) -> ParagraphText:
        """Its text, with fields' results and tracked insertions, without deletions, hidden text and notes."""
        self._pieces, self._drawings = [], []
        # A field may go on into the next paragraph (a table of contents does), but its code does not: what is
        # still open shows its text there. And a field that a damaged file never closes hides one paragraph.
        self._fields.clear()
        self._any_bold = self._any_plain = self._any_page_field = False
        self._inline(paragraph, paragraph_format)
        bold = self._any_bold and not self._any_plain
        return ParagraphText("".join(self._pieces), bold, self._drawings, self._any_page_field)

    def _inline(self, parent: etree._Element, below: ParagraphFormat) -> None:
        for child in parent:
            tag = child.tag
            if tag == W_R:
                self._run(child, below)
            elif tag in ENTERED:
                self._inline(child, below)
            elif tag == W_SDT:
                self._inline(control_content(child), below)
            elif tag == MC_ALTERNATE:
                self._inline(chosen(child), below)
            elif tag == _W_FIELD_SIMPLE:
                self._simple_field(child, below)

    def _simple_field(self, simple: etree._Element, below: ParagraphFormat) -> None:
        if is_page_field(simple.get(W + "instr", "")):
            self._any_page_field = True
        else:
            self._inline(simple, below)

    def _run(self, run: etree._Element, below: ParagraphFormat) -> None:
        look = None
        for child in run:
            tag = child.tag
            if tag == W_RPR:
                look = self._look(child, below)
                if look.hidden:
                    return
            elif look is None and (look := self._plain_look(below)).hidden:
                return
            elif tag == W_T:
                self._say(child.text or "", look or self._plain_look(below))
            else:
                self._other(child, tag, look or self._plain_look(below), below)

    def _other(self, child: etree._Element, tag: Tag, look: _Look, below: ParagraphFormat) -> None:
        fixed = _FIXED_TEXT.get(tag)
        if fixed is not None:
            self._put(fixed)
        elif tag == W_SYM:
            self._say(symbols.symbol_of(child.get(W + "char", ""), child.get(W + "font")), look)
        elif tag in (W_DRAWING, W_PICT):
            self._drawings.append(child)
        elif tag == MC_ALTERNATE:
            self._alternate(child, look, below)
        elif tag == _W_FIELD_CHARACTER:
            self._field_character(child.get(W + "fldCharType"))
        elif tag == _W_FIELD_CODE and self._fields:
            self._fields[-1].code += child.text or ""
        elif tag == _W_RUBY:
            for base in child.iter(_W_RUBY_BASE):
                self._inline(base, below)

    def _alternate(self, alternate: etree._Element, look: _Look, below: ParagraphFormat) -> None:
        if next(alternate.iter(W_DRAWING, W_PICT), None) is not None:
            self._drawings.append(alternate)
            return
        for child in chosen(alternate):
            if child.tag == W_T:
                self._say(child.text or "", look)
            else:
                self._other(child, child.tag, look, below)

    def _field_character(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_code = False
        elif kind == "end" and self._fields:
            self._any_page_field |= is_page_field(self._fields.pop().code)

    def _put(self, text: str) -> None:
        if not self._fields or all(open_field.shows for open_field in self._fields):
            self._pieces.append(text)

    def _say(self, text: str, look: _Look) -> None:
        if look.symbolic:
            text = symbols.shown(text, look.ascii_font, look.high_font)
        self._put(text)
        if not text.isspace():
            self._any_bold |= look.bold
            self._any_plain |= not look.bold

    def _plain_look(self, below: ParagraphFormat) -> _Look:
        return self._resolved((below.style_id, None, None, None, None, None), below)

    def _look(self, properties: etree._Element, below: ParagraphFormat) -> _Look:
        hidden = bold = complex_bold = ascii_font = high_font = style = None
        for item in properties:
            tag = item.tag
            if tag == _W_FONTS:
                ascii_font, high_font = item.get(_W_ASCII), item.get(_W_HIGH)
            elif tag == _W_BOLD:
                bold = is_on(item)
            elif tag == _W_BOLD_COMPLEX:
                complex_bold = is_on(item)
            elif tag == _W_HIDDEN:
                hidden = is_on(item)
            elif tag == _W_RUN_STYLE:
                style = item.get(W_VAL)
        bold = complex_bold if bold is None else bold
        return self._resolved((below.style_id, hidden, bold, ascii_font, high_font, style), below)

    def _resolved(self, key: Key, below: ParagraphFormat) -> _Look:
        # A document has few formats and very many runs.
        known = self._looks.get(key)
        if known is None:
            _, hidden, bold, ascii_font, high_font, style = key
            inherited = (self.styles.character(style) if style else RunFormat()).over(below.run)
            full = RunFormat(hidden, bold, ascii_font, high_font).over(inherited)
            symbolic = symbols.is_symbol_font(full.ascii_font) or symbols.is_symbol_font(full.high_font)
            known = _Look(full.hidden is True, full.bold is True, symbolic, full.ascii_font, full.high_font)
            self._looks[key] = known
        return known


def is_page_field(code: str) -> bool:
    """Whether a field's code asks for a page number."""
    words = code.split(maxsplit=1)
    return bool(words) and words[0].upper() in _PAGE_FIELDS
