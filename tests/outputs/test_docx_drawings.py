"""Pictures of the cover and drawings in the text."""

import io
import struct
import zipfile

import docx
import pytest

from outputs.docx import BookStyle, render
from outputs.docx.drawings import picture_of
from schemas.plan import Plan

END = b"IEND\xaeB`\x82"


def png(width: int, height: int) -> bytes:
    """The parts of a PNG that are looked at: its size and its end."""
    head = struct.pack(">I4sII", 13, b"IHDR", width, height)
    return b"\x89PNG\r\n\x1a\n" + head + b"\x08\x06\x00\x00\x00" + END


PNG = png(200, 100)
# A JPEG of 16 by 8 pixels up to its frame, with a comment before it.
JPEG = b"\xff\xd8\xff\xfe\x00\x04hi\xff\xc0\x00\x11\x08" + struct.pack(">HH", 8, 16) + b"\x03" + b"\x00" * 9
JPEG += b"\xff\xd9"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@pytest.mark.parametrize(("data", "kind", "size"), [(PNG, "png", (200, 100)), (JPEG, "jpeg", (16, 8))])
def test_kind_and_size_of_a_picture(data: bytes, kind: str, size: tuple[int, int]) -> None:
    found = picture_of(data)
    assert found is not None
    assert (found.kind, (found.width, found.height)) == (kind, size)


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", PNG[:18], JPEG[:9], b"\xff\xd8\xff", b"<svg/>", png(0, 0), PNG[:-4], JPEG[:-2]]
)
def test_anything_else_is_no_picture(data: bytes) -> None:
    assert picture_of(data) is None


def test_the_emblem_keeps_its_proportions(operation_plan: Plan) -> None:
    book = render(operation_plan, BookStyle(logo=PNG))
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert archive.read("word/media/logo.png") == PNG
    emblem = docx.Document(io.BytesIO(book)).element.body.find(f".//{WP}inline")
    extent = emblem.find(f"{WP}extent")
    assert round(int(extent.get("cy")) / 36000) == 35
    assert abs(int(extent.get("cx")) - 2 * int(extent.get("cy"))) < 3
    assert emblem.find(f"{WP}docPr").get("descr") == "ตราสัญลักษณ์ขององค์การบริหารส่วนตำบลธารทิพย์"


@pytest.mark.parametrize("shape", [(4000, 200), (100, 3000), (1, 9000), (9000, 1)])
def test_an_emblem_of_any_shape_stays_on_the_cover(shape: tuple[int, int], operation_plan: Plan) -> None:
    book = docx.Document(io.BytesIO(render(operation_plan, BookStyle(logo=png(*shape)))))
    extent = book.element.body.find(f".//{WP}inline/{WP}extent")
    width_mm, height_mm = (int(extent.get(key)) / 36000 for key in ("cx", "cy"))
    assert 0 < width_mm < 160.1
    assert 0 < height_mm < 35.1


def test_a_book_without_emblem_has_places_to_put_pictures_in(operation_plan: Plan) -> None:
    body = docx.Document(io.BytesIO(render(operation_plan, BookStyle()))).element.body
    places = [each for each in body.iter("{*}sdt") if each.find("{*}sdtPr/{*}picture") is not None]
    names = [each.find("{*}sdtPr/{*}alias").values()[0] for each in places]
    assert names == ["ที่สำหรับตราสัญลักษณ์", "ที่สำหรับตราครุฑ"]


def test_every_drawing_has_a_text_for_those_who_do_not_see_it(operation_plan: Plan) -> None:
    body = docx.Document(io.BytesIO(render(operation_plan, BookStyle()))).element.body
    drawings = list(body.iter(f"{WP}docPr"))
    assert len(drawings) > 50
    assert all(each.get("descr") for each in drawings)
    assert len({each.get("id") for each in drawings}) == len(drawings)
