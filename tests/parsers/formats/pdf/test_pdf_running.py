"""Running heads and feet told from titles."""

import pytest

from parsers.formats.pdf.running import mark_running
from schemas.document import BBox, Block, Page, TextBlock

HEIGHT_PT = 800.0
PAGES = 4


def _line(text: str, top: float, height: float = 12) -> TextBlock:
    return TextBlock(raw_text=text, text=text, bbox=BBox(50, top, 300, top + height))


def _areas(pages: list[list[Block]]) -> list[list[str]]:
    numbered = [
        (Page(number=i, width=600, height=HEIGHT_PT), blocks) for i, blocks in enumerate(pages, start=1)
    ]
    return [
        [block.area for block in blocks if isinstance(block, TextBlock)] for blocks in mark_running(numbered)
    ]


def test_text_at_one_place_on_several_pages_runs_digits_aside() -> None:
    pages: list[list[Block]] = [
        [_line(f"แผนพัฒนา หน้า {i}", 30), _line(f"เนื้อหา {'กขคง'[i]}", 90), _line("อบต.", 770)]
        for i in range(PAGES)
    ]
    assert _areas(pages) == [["header", "body", "footer"]] * PAGES


def test_titles_close_to_the_body_are_body() -> None:
    """A form's label and titles stand at the same place on each page too, but the table follows at once."""
    pages: list[list[Block]] = [
        [_line("แบบ ผด.02", 36), _line("บัญชีโครงการ", 50), _line(str(i) * 9, 64)] for i in range(PAGES)
    ]
    assert _areas(pages) == [["body"] * 3] * PAGES


def test_a_page_that_is_full_up_to_the_running_foot() -> None:
    """The foot stands apart from the body on all pages but one."""
    pages: list[list[Block]] = [
        [_line(f"เนื้อหา {'กขคง'[i]}", 757 if i == 2 else 500), _line("สำนักปลัด โทร.", 770)]
        for i in range(PAGES)
    ]
    assert _areas(pages) == [["body", "footer"]] * PAGES


def test_a_foot_runs_on_upright_and_lying_pages_alike() -> None:
    """Two pages of each prove it together: it is as far from the foot on both."""
    upright, lying = Page(number=1, width=600, height=HEIGHT_PT), Page(number=1, width=HEIGHT_PT, height=600)
    pages: list[tuple[Page, list[Block]]] = [
        (
            page.model_copy(update={"number": number}),
            [_line(f"เนื้อหา {'กขคง'[number]}", 90), _line("สำนักปลัด", page.height - 40)],
        )
        for number, page in enumerate((upright, upright, lying, lying))
    ]
    assert [block.area for blocks in mark_running(pages) for block in blocks if block.kind == "text"] == [
        "body",
        "footer",
    ] * 4


def test_two_pages_prove_no_running_head() -> None:
    assert (
        _areas([[_line("หัวเรื่อง", 30), _line("ก", 90)], [_line("หัวเรื่อง", 30), _line("ข", 90)]])
        == [["body"] * 2] * 2
    )


@pytest.mark.parametrize("number", ["5", "- 5 -", "หน้า 12", "หน้าที่ ๑๒", "(7)", "– ๓ –", "ก", "- ข -"])
def test_bare_numbers_at_an_edge_are_page_numbers(number: str) -> None:
    assert _areas([[_line(number, 30), _line("เนื้อหา", 60)]]) == [["header", "body"]]
    assert _areas([[_line("เนื้อหา", 700), _line(number, 760)]]) == [["body", "footer"]]


@pytest.mark.parametrize("text", ["ข้อ 5", "2568 บาท", "12345", "หน้า", "กข"])
def test_other_text_at_an_edge_is_body(text: str) -> None:
    assert _areas([[_line("เนื้อหา", 700), _line(text, 760)]]) == [["body", "body"]]


def test_numbers_within_the_page_are_body() -> None:
    assert _areas([[_line("เนื้อหา", 60), _line("5", 400), _line("เนื้อหา", 500)]]) == [["body"] * 3]
