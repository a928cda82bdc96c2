"""The gallery: `python -m scripts.gallery` draws pages of the samples' books as the small pictures of docs/gallery.

It needs LibreOffice and a font of the Sarabun family. Look at every picture before it is taken into the repository.
"""

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image

from bench.round_trip import office_style
from outputs.docx import BookStyle
from pipeline.plan_file import load_plan
from pipeline.programs.libreoffice_warm import kept_warm
from pipeline.render import render_plan

ROOT = Path(__file__).parents[1]
GALLERY = ROOT / "docs" / "gallery"
LIMIT_BYTES = 60 * 1024
_SCALE = 96 / 72
_COLOURS = 16


class Picture(NamedTuple):
    """A page of a sample's book: the first whose text has all of `words`, in the office's own look or the usual."""

    file: str
    sample: str
    words: tuple[str, ...]
    in_office_look: bool = False


PICTURES = (
    Picture("cover", "operation-arrows", ("แผนการดำเนินงาน",)),
    Picture("announcement", "operation-arrows", ("ประกาศ ณ วันที่",)),
    Picture("contents", "operation-arrows", ("สารบัญ",)),
    Picture("steps", "operation-arrows", ("แผนผังขั้นตอน",)),
    Picture("summary", "operation-arrows", ("แบบ ผด.๐๑",)),
    Picture("projects", "operation-arrows", ("แบบ ผด.๐๒", "ยุทธศาสตร์ที่ ๒")),
    Picture("equipment", "operation-arrows", ("แบบ ผด.๐๒/๑",)),
    Picture("five-years", "development-five-year", ("แบบ ผ.๐๒",)),
    Picture("five-years-summary", "development-five-year", ("แบบ ผ.๐๑",)),
    Picture("points", "development-four-year", ("จุดที่",)),
    Picture("three-years", "development-three-year", ("แบบ ผ.๐๒",)),
    Picture("office-text", "operation-mixed", ("ส่วนที่ ๑",), in_office_look=True),
    Picture("office-tables", "operation-mixed", ("แบบ ผด.๐๒",), in_office_look=True),
)


def books() -> Iterator[tuple[tuple[str, bool], bytes]]:
    """The PDFs that pictures are of, each once."""
    with kept_warm(os.environ):
        for sample, in_office_look in dict.fromkeys((each.sample, each.in_office_look) for each in PICTURES):
            truth = ROOT / "samples" / f"{sample}.truth.json"
            plan = load_plan(truth.name, truth.read_bytes())
            style = office_style() if in_office_look else BookStyle()
            yield (sample, in_office_look), render_plan(plan, ".pdf", style, os.environ)


def page_of(book: pypdfium2.PdfDocument, words: tuple[str, ...]) -> pypdfium2.PdfPage:
    """The first page with all the words, white space aside; behind the contents, which name everything."""
    found = [page for page in book if all(_bare(word) in _bare(_text(page)) for word in words)]
    named = [page for page in found if "สารบัญ" not in _text(page)]
    return (found if "สารบัญ" in words else named)[0]


def _text(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_bounded())


def _bare(text: str) -> str:
    return "".join(text.split())


def small(page: pypdfium2.PdfPage) -> bytes:
    """The page as a PNG of few colours."""
    drawn = page.render(scale=_SCALE).to_pil().convert("L")
    buffer = io.BytesIO()
    drawn.quantize(_COLOURS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def in_colours(page: pypdfium2.PdfPage) -> bytes:
    """The same, for a page with colours."""
    drawn = page.render(scale=_SCALE).to_pil().convert("RGB")
    buffer = io.BytesIO()
    drawn.quantize(2 * _COLOURS, method=Image.Quantize.MAXCOVERAGE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def main() -> None:
    """Writes all pictures; fails where one is too large to be kept."""
    GALLERY.mkdir(exist_ok=True)
    drawn = dict(books())
    for each in PICTURES:
        book = pypdfium2.PdfDocument(drawn[each.sample, each.in_office_look])
        page = page_of(book, each.words)
        data = in_colours(page) if each.in_office_look else small(page)
        if len(data) > LIMIT_BYTES:
            raise SystemExit(f"{each.file} has {len(data)} bytes")
        (GALLERY / f"{each.file}.png").write_bytes(data)
        print(f"{each.file}.png {len(data)} bytes")


if __name__ == "__main__":
    main()
