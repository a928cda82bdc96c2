"""A paragraph that a page cuts is one block."""

import pytest

from parsers.formats.pdf.page_breaks import join_cut_paragraphs
from schemas.document import GOES_ON, BBox, Block, Table, TextBlock, TextLine

LEFT_PT, RIGHT_PT = 70.0, 520.0
SIZE_PT, PITCH_PT = 16.0, 20.0


def text(
    *lines: str, top: float = 100, indent: float = 0, last_x1: float = RIGHT_PT, **kind: object
) -> TextBlock:
    """A paragraph of full lines, the last of which ends at `last_x1`; the first is indented."""
    drawn = tuple(
        TextLine(
            text=line,
            bbox=BBox(
                LEFT_PT + (indent if index == 0 else 0),
                top + index * PITCH_PT,
                last_x1 if index == len(lines) - 1 else RIGHT_PT,
                top + index * PITCH_PT + SIZE_PT,
            ),
        )
        for index, line in enumerate(lines)
    )
    raw = "\n".join(lines).rstrip()
    box = BBox(LEFT_PT, top, RIGHT_PT, drawn[-1].bbox.bottom)
    return TextBlock.model_validate({"raw_text": raw, "text": raw, "lines": drawn, "bbox": box, **kind})


def table(top: float) -> Table:
    return Table(
        index=0,
        rows=1,
        columns=1,
        cells=(),
        column_edges=(0, 450),
        bbox=BBox(LEFT_PT, top, RIGHT_PT, top + 50),
    )


FULL = text("ประเพณีสงกรานต์จัดขึ้น", "ในเดือนเมษายนของทุก", top=700)
REST = text("ปี ณ วัดประจำตำบล", last_x1=200)
FOOT = text("๑", top=790, area="footer")


def texts(*pages: list[Block]) -> list[list[str]]:
    return [
        [block.raw_text for block in page if isinstance(block, TextBlock)]
        for page in join_cut_paragraphs(pages)
    ]


def test_a_paragraph_goes_on_behind_the_foot_of_its_page() -> None:
    joined = "ประเพณีสงกรานต์จัดขึ้น\nในเดือนเมษายนของทุก\nปี ณ วัดประจำตำบล"
    assert texts([FULL, FOOT], [REST]) == [[joined, "๑"], []]


def test_over_three_pages() -> None:
    middle = text("ก" * 9, "ข" * 9)
    (first, *others) = texts([FULL], [middle], [REST])
    assert first == ["\n".join((FULL.raw_text, middle.raw_text, REST.raw_text))]
    assert others == [[], []]


@pytest.mark.parametrize(
    ("end", "seam"), [("ทุก ", f" {GOES_ON}\n"), ("ทุก", f"{GOES_ON}\n")], ids=["a-space", "none"]
)
def test_a_file_that_shows_its_spaces_shows_that_at_the_pages_end(end: str, seam: str) -> None:
    marked = text(f"ประเพณี{GOES_ON}", end, top=700)
    assert texts([marked], [REST])[0] == [f"ประเพณี{GOES_ON}\nทุก{seam}{REST.raw_text}"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([text("ก" * 9, "ข", top=700, last_x1=200)], [REST]),
        ([FULL], [text("ย่อหน้าใหม่", "ข", indent=40)]),
        ([FULL], [text("๒) ข้อถัดไป", "ข")]),
        ([FULL], [text("บทที่ ๒", "ข", bold=True)]),
        ([FULL], [text("บทที่ ๒", "ข", heading_level=1)]),
        ([text("ก", "ประกาศ............๓", top=700)], [REST]),
        ([text("บรรทัดเดียว", top=700)], [REST]),
        ([FULL], [REST, table(130)]),
        ([FULL, table(740)], [REST]),
        ([FULL], [table(100), REST]),
    ],
    ids=[
        "a-last-line",
        "an-indent",
        "an-item",
        "bold",
        "a-heading",
        "a-line-of-contents",
        "two-lines",
        "above-a-table",
        "behind-a-table",
        "before-a-table",
    ],
)
def test_what_begins_a_page_anew(before: list[Block], after: list[Block]) -> None:
    assert join_cut_paragraphs([before, after]) == [before, after]
