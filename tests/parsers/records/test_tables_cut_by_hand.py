"""Tables that a hand cut into one a page: without headers, and with widths of their own."""

from parsers.records import read_plan
from schemas.document import Table
from tests.notation import document, line, table

HEADER = "ที่ | โครงการ | รายละเอียดของกิจกรรม | งบประมาณ (บาท) | สถานที่ดำเนินการ | หน่วยงานรับผิดชอบหลัก"
WIDTHS = [30.0, 150.0, 150.0, 80.0, 100.0, 100.0]
FIRST = table(HEADER, "1 | โครงการ ก | อบรม | 5,000 | ตำบล | กองคลัง", widths=WIDTHS)


def _read(rest: Table) -> tuple[list[str | None], list[str]]:
    title = line("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566")
    plan, findings = read_plan(document(title, FIRST, rest))
    return [project.name for project in plan.projects], [finding.code for finding in findings]


def test_a_table_without_header_goes_on_whose_columns_are_nearly_those_before() -> None:
    names, codes = _read(
        table("2 | โครงการ ข | ซ่อม | 7,000 | ตำบล | กองช่าง", widths=[36.0, 138.0, 160.0, 88.0, 92.0, 96.0])
    )
    assert names == ["โครงการ ก", "โครงการ ข"]
    assert "TBL001" not in codes


def test_a_table_of_other_columns_that_begins_as_projects_do_is_told_of_as_such() -> None:
    names, codes = _read(table("2 | โครงการ ข | 7,000 | กองช่าง", widths=[30.0, 300.0, 140.0, 140.0]))
    assert names == ["โครงการ ก"]
    assert "TBL008" in codes


def test_a_table_of_other_things_is_none_of_projects() -> None:
    _, codes = _read(
        table("1 | บ้านโนนทอง | 1,250 | 612", "2 | บ้านดอน | 1,400 | 702", widths=[30.0, 300.0, 140.0, 140.0])
    )
    assert "TBL001" in codes
    assert "TBL008" not in codes


def test_the_rest_of_a_header_that_looks_like_one_goes_on_with_the_part_before() -> None:
    # Of "รายละเอียดของ / โครงการ/กิจกรรม" and "งบประมาณ / (บาท)" the page's end leaves the second lines.
    widths = [30.0, 150.0, 150.0, 80.0, 100.0, 100.0]
    cut = table("ที่ | โครงการ | รายละเอียดของ | งบประมาณ | สถานที่ | หน่วยงานรับ", widths=widths)
    rest = table(
        "ที่ | | โครงการ/กิจกรรม | (บาท) | ดำเนินการ | ผิดชอบหลัก",
        "1 | โครงการ ก | อบรม 3 วัน | 5,000 | ตำบล | กองคลัง",
        widths=widths,
    )
    plan, findings = read_plan(document(line("แผนงานการศึกษา"), cut, rest))
    (project,) = plan.projects
    assert (project.name, project.details) == ("โครงการ ก", "อบรม 3 วัน")
    assert (project.location, project.responsible_unit) == ("ตำบล", "กองคลัง")
    assert not [finding for finding in findings if finding.code.startswith("TBL")]
