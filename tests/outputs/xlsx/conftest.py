"""Workbooks opened, recalculated by the real LibreOffice, and read back."""

import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from outputs.docx import BookStyle
from outputs.xlsx import render
from pipeline.extract import Extraction, extract_file
from pipeline.programs.libreoffice import LibreOffice
from schemas.plan import Plan


@pytest.fixture
def opened() -> Callable[..., Workbook]:
    """The workbook of a plan as openpyxl sees it: formulas, or `values=True` for what stands beside them."""

    def book(plan: Plan, values: bool = False, style: BookStyle = BookStyle()) -> Workbook:  # noqa: B008
        return load_workbook(io.BytesIO(render(plan, style)), data_only=values)

    return book


@pytest.fixture
def rendered() -> Callable[[Plan], bytes]:
    """The bytes of a plan's workbook."""
    return lambda plan: render(plan, BookStyle())


@pytest.fixture
def read_again(tmp_path: Path) -> Callable[..., Extraction]:
    """A plan written as .xlsx, or bytes of one, and read through all rooms."""

    def read(plan: Plan | bytes, style: BookStyle = BookStyle()) -> Extraction:  # noqa: B008
        path = tmp_path / "plan.xlsx"
        path.write_bytes(plan if isinstance(plan, bytes) else render(plan, style))
        return extract_file(path, os.environ)

    return read


@pytest.fixture
def content() -> Callable[[Plan], dict[str, Any]]:
    """What a plan says; not what one source of it printed, nor how surely that was read."""

    def said(plan: Plan) -> dict[str, Any]:
        left_out = {
            "projects": {"__all__": {"source", "confidence"}},
            "source": True,
            "declared_totals": True,
        }
        return plan.model_dump(exclude=left_out)

    return said


@pytest.fixture
def office() -> LibreOffice:
    """The real LibreOffice; without it the test is skipped."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    return LibreOffice(os.environ)


@pytest.fixture
def recalculated(office: LibreOffice) -> Callable[[bytes], bytes]:
    """A workbook saved by LibreOffice, which computes every formula anew: openpyxl drops what stood beside them."""

    def saved(data: bytes) -> bytes:
        bare = io.BytesIO()
        load_workbook(io.BytesIO(data)).save(bare)
        return office.to_xlsx(bare.getvalue(), ".xlsx", "plan.xlsx")

    return saved
