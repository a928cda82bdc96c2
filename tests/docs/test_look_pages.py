"""The worked example of the pages on an office's look is done, and the gallery's pictures are small and shown."""

import os
import re
from pathlib import Path

import docx
import pytest

from bench.office_look import HEADER_TEXT, emblem, office_docx
from pipeline.convert import convert_file
from pipeline.look import AskedLook, look_of

ROOT = Path(__file__).parents[2]
GALLERY = ROOT / "docs" / "gallery"
_LIMIT_BYTES = 60 * 1024


@pytest.mark.parametrize("page", ["look.md", "look.th.md"])
def test_the_example_makes_a_book(page: str, tmp_path: Path) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    profile = tmp_path / "profile.toml"
    profile.write_text(example, "utf-8")
    (tmp_path / "emblem.png").write_bytes(emblem())
    (tmp_path / "office.docx").write_bytes(office_docx())
    look = look_of(AskedLook(profile=profile))
    fresh = tmp_path / "book.docx"
    sample = ROOT / "samples" / "development-five-year.truth.json"
    convert_file(sample, fresh, look.style, os.environ, profile=look.profile)
    book = docx.Document(str(fresh))
    lines = [paragraph.text for paragraph in book.paragraphs]
    assert "ประกาศ ณ วันที่ ๓๐ เดือน กันยายน พ.ศ. ๒๕๖๖" in lines
    assert "(นายตัวอย่าง สมมุติ)" in lines
    assert HEADER_TEXT in book.sections[-1].header.paragraphs[0].text
    assert any(line.startswith("แนวทาง") for line in lines)
    cells = {cell.text for table in book.element.body.iter("{*}tbl") for cell in table.iter("{*}t")}
    assert any("สำนักปลัด อบต." in cell for cell in cells)
    assert not any(line.startswith("กลยุทธ์") for line in lines)


def test_every_picture_of_the_gallery_is_shown_and_small() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (GALLERY / "README.md").read_text("utf-8"))
    assert sorted(shown) == sorted(path.name for path in GALLERY.glob("*.png"))
    assert all(path.stat().st_size <= _LIMIT_BYTES for path in GALLERY.glob("*.png"))
