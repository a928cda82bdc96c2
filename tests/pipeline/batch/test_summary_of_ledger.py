"""The summary that a run leaves at the top of its tree, and the list of who has to hand in."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from outputs.province.model import Place, Province
from pipeline.batch.figures import figures_of
from pipeline.batch.summary import province_of, read_expected, write_summary
from schemas.document import Source
from schemas.failures import UsageFailure
from schemas.plan import Plan, Project


def test_a_summary_tells_of_plans_copies_and_failures(batch: Any) -> None:
    batch.put("ก.json", projects=2)
    batch.put("สำเนา/ก.json", projects=2)
    batch.put("ข.json", name="ลำธาร")
    (batch.folder / "เสีย.docx").write_bytes(b"")
    provinces: list[Province] = []
    batch.run(close=lambda ledger: provinces.append(province_of(ledger)))
    (province,) = provinces
    assert [(one.source, one.copies) for one in province.books] == [
        ("ก.json", ("สำเนา/ก.json",)),
        ("ข.json", ()),
    ]
    assert [(one.source, one.code) for one in province.unreadable] == [("เสีย.docx", "DOC002")]
    figures = province.books[0].figures
    assert (figures.projects, figures.baht, dict(figures.years)) == (2, "2000.00", {"2566": "2000.00"})
    assert [(share.name, share.baht) for share in figures.shares["area"]] == [("บริการชุมชนและสังคม", "2000.00")]
    assert [share.name for share in figures.shares["strategy"]] == [""]


def test_a_file_that_has_another_content_now_is_summed_once(batch: Any) -> None:
    batch.put("ก.json", projects=2)
    batch.run()
    batch.put("ก.json", projects=5)
    provinces: list[Province] = []
    batch.run(close=lambda ledger: provinces.append(province_of(ledger)))
    assert [one.figures.projects for one in provinces[0].books] == [5]


def test_workbook_and_page_stand_at_the_top(batch: Any) -> None:
    batch.put("ก.json")
    batch.run(
        close=lambda ledger: write_summary(ledger, batch.top, (Place(name="เทศบาลไกล"),), "th", "arabic")
    )
    sheets = openpyxl.load_workbook(batch.top / "summary.xlsx")
    assert [cell.value for cell in sheets["การส่งแผน"]["C"][1:3]] == ["เทศบาลไกล", "เทศบาลตำบลธารทิพย์"]
    assert "เทศบาลไกล" in (batch.top / "summary.html").read_text("utf-8")


def test_figures_of_several_years() -> None:
    project = Project(form="ผ.02", budgets={"2567": "5.00", "2566": "7.00"})
    source = Source(name="old.docx", sha256="0" * 64, format="docx", size_bytes=1)
    figures = figures_of(Plan(kind="development_plan", projects=(project,), source=source), ())
    assert (figures.baht, figures.years) == ("12.00", {"2566": "7.00", "2567": "5.00"})


@pytest.mark.parametrize(
    "content",
    [
        "จังหวัด,อำเภอ,หน่วยงาน\nสมมุตินคร,เมืองงาม,เทศบาลตำบลธารทิพย์\n\nสมมุตินคร,เมืองงาม,เทศบาลตำบลธารทิพย์\n".encode(),
        "name,district,province\nเทศบาลตำบลธารทิพย์,เมืองงาม,สมมุตินคร\n".encode("cp874"),
    ],
)
def test_a_list_of_who_has_to_hand_in(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(content)
    assert read_expected(file) == (Place(province="สมมุตินคร", district="เมืองงาม", name="เทศบาลตำบลธารทิพย์"),)


def test_a_list_may_be_names_alone_and_must_have_some(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("เทศบาลตำบลธารทิพย์\nเทศบาลตำบลลำธาร\n")
    assert [place.name for place in read_expected(file)] == ["เทศบาลตำบลธารทิพย์", "เทศบาลตำบลลำธาร"]
    file.write_text("\n \n")
    with pytest.raises(UsageFailure) as failure:
        read_expected(file)
    assert failure.value.code == "BAT010"
    assert read_expected(None) == ()
