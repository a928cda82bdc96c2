"""The pages that LibreOffice draws are held against the plan."""

import io
import os
import re
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from outputs.docx import BookStyle, render
from pipeline.drawing import draw_book
from pipeline.extract import plan_in
from pipeline.plan_file import load_plan
from pipeline.programs.libreoffice import LibreOffice
from pipeline.programs.libreoffice_rows import with_free_headers, with_free_rows
from schemas.failures import OutputFailure
from schemas.plan import Plan

SAMPLES = Path(__file__).parents[2] / "samples"
needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def plan() -> Plan:
    file = SAMPLES / "operation-inband.truth.json"
    return load_plan(file.name, file.read_bytes())


def book(plan: Plan) -> bytes:
    return render(plan, BookStyle())


def rows_of(data: bytes) -> list[str]:
    document = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    return re.findall("<w:tr>.*?</w:tr>", document, re.DOTALL)


def texts_of(data: bytes) -> list[str]:
    body = docx.Document(io.BytesIO(data)).element.body
    return [node.text or "" for node in body.iter("{*}t")]


def test_header_rows_keep_with_no_row_and_all_others_as_they_did(plan: Plan) -> None:
    before = rows_of(book(plan))
    after = rows_of(with_free_headers(book(plan)))
    headers = [row for row in after if "<w:tblHeader/>" in row]
    assert headers
    assert not any("<w:keepNext/>" in row for row in headers)
    assert all("<w:cantSplit/>" in row for row in headers)
    others = [row for row in before if "<w:tblHeader/>" not in row]
    assert [row for row in after if "<w:tblHeader/>" not in row] == others
    assert any("<w:keepNext/>" in row for row in others)


def test_free_rows_hold_the_same_texts(plan: Plan) -> None:
    free = with_free_rows(book(plan))
    assert not any("<w:keepNext/>" in row or "<w:cantSplit/>" in row for row in rows_of(free))
    assert texts_of(free) == texts_of(book(plan))


class Careless(LibreOffice):
    """LibreOffice, whose first drawings lack a project: `careless` of them."""

    plan: Plan
    careless = 0
    drawn = 0

    def to_pdf(self, docx: bytes) -> bytes:
        type(self).drawn += 1
        if self.drawn > self.careless:
            return super().to_pdf(docx)
        fewer = self.plan.model_copy(update={"projects": self.plan.projects[:-1]})
        return super().to_pdf(book(fewer))


@pytest.fixture
def careless(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> type[Careless]:
    monkeypatch.setattr(Careless, "plan", plan, raising=False)
    monkeypatch.setattr(Careless, "drawn", 0)
    monkeypatch.setattr("pipeline.drawing.LibreOffice", Careless)
    return Careless


def write(plan: Plan, pages: Sequence[int] | None) -> bytes:
    return render(plan, BookStyle(), None, pages)


@needs_soffice
def test_a_book_that_lacks_a_project_is_drawn_anew(
    plan: Plan, careless: type[Careless], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(careless, "careless", 1)
    # Its pages are given, so that no drawing serves to find them.
    pdf = draw_book(plan, lambda _: write(plan, [0] * 40), os.environ)
    assert careless.drawn == 2
    assert len(plan_in(pdf, "book.pdf").projects) == len(plan.projects)


@needs_soffice
def test_a_book_that_lacks_a_project_for_good_is_not_written(
    plan: Plan, careless: type[Careless], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(careless, "careless", 99)
    with pytest.raises(OutputFailure) as failed:
        draw_book(plan, lambda _: write(plan, [0] * 40), os.environ)
    assert failed.value.code == "OUT012"
    assert failed.value.facts == {"found": len(plan.projects) - 1, "expected": len(plan.projects)}
