"""The samples are whole: their truths are valid plans, their files open, and both belong together."""

import hashlib
import io
import re
from pathlib import Path

import docx
import pypdfium2
import pytest

from schemas.plan import Plan

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMES = (
    "operation-arrows",
    "operation-mixed",
    "operation-inband",
    "development-five-year",
    "development-four-year",
    "development-three-year",
)
LARGEST_BYTES = 150_000
OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")


def truth(name: str) -> Plan:
    return Plan.model_validate_json((SAMPLES / f"{name}.truth.json").read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_truth_belongs_to_the_docx(name: str) -> None:
    data = (SAMPLES / f"{name}.docx").read_bytes()
    source = truth(name).source
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.size_bytes == len(data)


@pytest.mark.parametrize("name", NAMES)
def test_truth_holds_plain_arabic_text(name: str) -> None:
    text = truth(name).model_dump_json()
    assert not re.search(r"[๐-๙]|  |เเ|ํา|\u200b", text)


@pytest.mark.parametrize("name", NAMES)
def test_every_docx_has_as_many_numbered_rows_as_the_truth(name: str) -> None:
    plan = truth(name)
    tables = docx.Document(io.BytesIO((SAMPLES / f"{name}.docx").read_bytes())).tables
    rows = sum(len(table._tbl.tr_lst) for table in tables)
    assert rows >= len(plan.projects) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_every_pdf_has_a_text_layer_with_the_name_of_the_government(name: str) -> None:
    pdf = pypdfium2.PdfDocument((SAMPLES / f"{name}.pdf").read_bytes())
    text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert truth(name).organization.name in re.sub(r"\s", "", text)


@pytest.mark.parametrize("name", NAMES)
def test_files_are_small_and_of_their_kind(name: str) -> None:
    files = {path.suffix: path.read_bytes() for path in SAMPLES.glob(f"{name}.*") if path.suffix != ".json"}
    assert set(files) == {".docx", ".doc", ".pdf"}
    assert max(map(len, files.values())) < LARGEST_BYTES
    assert files[".doc"].startswith(OLE_MAGIC)
    assert files[".pdf"].startswith(b"%PDF")
    assert files[".docx"].startswith(b"PK")


def test_points_sum_up_to_their_project() -> None:
    projects = [project for project in truth("development-three-year").projects if project.points]
    assert projects
    for project in projects:
        sums: dict[str, float] = {}
        for point in project.points:
            for year, amount in point.budgets.items():
                sums[year] = sums.get(year, 0) + float(amount)
        assert {year: float(amount) for year, amount in project.budgets.items()} == sums


def test_readme_names_every_sample() -> None:
    text = (SAMPLES / "README.md").read_text("utf-8")
    assert all(f"`{name}`" in text for name in NAMES)
