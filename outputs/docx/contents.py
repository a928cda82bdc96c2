"""The table of contents: a field that Word updates, filled in with the headings and their estimated pages."""

from collections.abc import Sequence

from outputs.docx.outline import OutlineEntry
from outputs.docx.wordml import Ink, field_runs, paragraph, run, tab
from schemas.book_texts import book_word

DEEPEST_LEVEL = 3
_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{DEEPEST_LEVEL}" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:p><w:pPr><w:pStyle w:val="PlanEnd"/></w:pPr><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
# The gallery of building blocks makes Word show its button for updating above the list.
_GALLERY = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'


def contents(ink: Ink, entries: Sequence[OutlineEntry]) -> str:
    """The list of those headings on a page of its own; empty for none."""
    listed = [entry for entry in entries if entry.level <= DEEPEST_LEVEL]
    if not listed:
        return ""
    heads = run(ink, book_word("contents_item")) + tab() + run(ink, book_word("contents_page"))
    lines = [_line(ink, entry, _BEGIN if index == 0 else "") for index, entry in enumerate(listed)]
    return (
        f"<w:sdt>{_GALLERY}<w:sdtContent>"
        f"{paragraph('ContentsTitle', run(ink, book_word('contents')))}{paragraph('ContentsHeader', heads)}"
        f"{''.join(lines)}{_END}</w:sdtContent></w:sdt>"
    )


def _line(ink: Ink, entry: OutlineEntry, before: str) -> str:
    page = field_runs(ink, f"PAGEREF {entry.bookmark} \\h", entry.label(ink.style.numerals))
    link = f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{run(ink, entry.text)}{tab()}{page}</w:hyperlink>'
    return paragraph(f"TOC{entry.level}", before + link)
