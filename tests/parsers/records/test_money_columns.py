"""Several columns of money for one year, sums beside them, and money that is not counted in baht."""

import pytest

from parsers.records import read_plan
from schemas.findings import Finding
from schemas.plan import Plan
from tests.notation import document, line, table

TITLE = line("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2567")
ROW = "1 | โครงการ ก | อบรม 1 ครั้ง | {} | ตำบล | กองคลัง"
HEADER = "ที่ | โครงการ | รายละเอียดของกิจกรรม | {} | สถานที่ดำเนินการ | หน่วยงานรับผิดชอบหลัก"


def _read(*rows: str, above: str = "") -> tuple[Plan, tuple[Finding, ...]]:
    lines = (TITLE, line(above)) if above else (TITLE,)
    return read_plan(document(*lines, table(*rows)))


def _codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings if finding.code[:3] in ("VAL", "TBL")]


def _divided(amounts: str) -> tuple[Plan, tuple[Finding, ...]]:
    below = "^ | ^ | ^ | ข้อบัญญัติ | เงินอุดหนุน | รวม | ^ | ^"
    return _read(HEADER.format("งบประมาณ (บาท) > | > | "), below, ROW.format(amounts))


@pytest.mark.parametrize(
    ("amounts", "budget", "codes"),
    [
        ("200,000 | 300,000 | 500,000", "500000.00", []),
        ("200,000 | - | 200,000", "200000.00", []),
        ("200,000 | 300,000 | ", "500000.00", ["VAL009"]),
        ("200,000 | 300,000 | 600,000", "600000.00", ["VAL009"]),
    ],
)
def test_a_sum_beside_its_parts_is_the_budget(amounts: str, budget: str, codes: list[str]) -> None:
    plan, findings = _divided(amounts)
    assert plan.projects[0].budget == budget
    assert _codes(findings) == codes


def test_parts_without_a_sum_are_added() -> None:
    header = HEADER.format("งบประมาณ (บาท) > | ")
    plan, _ = _read(header, "^ | ^ | ^ | ข้อบัญญัติ | เงินอุดหนุน | ^ | ^", ROW.format("200,000 | 300,000"))
    assert plan.projects[0].budget == "500000.00"


@pytest.mark.parametrize(
    ("first", "second", "budget"),
    [
        ("งบประมาณตามแผนพัฒนา", "งบประมาณตามเทศบัญญัติ", "32000.00"),
        ("งบประมาณ (บาท)", "ราคากลาง", "40000.00"),
        ("งบประมาณที่ได้รับอนุมัติ", "งบประมาณตามสัญญา", "40000.00"),
    ],
)
def test_money_under_headers_of_its_own_is_never_added(first: str, second: str, budget: str) -> None:
    plan, findings = _read(HEADER.format(f"{first} | {second}"), ROW.format("40,000 | 32,000"))
    assert plan.projects[0].budget == budget
    assert _codes(findings) == ["TBL006"]


YEARS = "ที่ | โครงการ | วัตถุประสงค์ | เป้าหมาย | งบประมาณ > | > | | ผลที่คาดว่าจะได้รับ | หน่วยงานรับผิดชอบหลัก"


def _of_years(below: str, amounts: str) -> tuple[Plan, tuple[Finding, ...]]:
    return _read(
        YEARS,
        f"^ | ^ | ^ | ^ | {below} | ^ | ^",
        f"1 | โครงการ ก | เพื่อ | 1 แห่ง | {amounts} | ดี | กองช่าง",
    )


def test_the_sum_of_the_years_is_held_against_them() -> None:
    below = "2566 | 2567 | รวม"
    plan, findings = _of_years(below, "100,000 | 200,000 | 300,000")
    assert plan.projects[0].budgets == {"2566": "100000.00", "2567": "200000.00"}
    assert _codes(findings) == []
    plan, findings = _of_years(below, "100,000 | 200,000 | 400,000")
    assert plan.projects[0].budgets == {"2566": "100000.00", "2567": "200000.00"}
    assert _codes(findings) == ["VAL009"]


def test_money_of_one_year_in_two_columns_is_added() -> None:
    plan, _ = _of_years("2566 งบ อบต. | 2566 เงินอุดหนุน | 2567", "100,000 | 50,000 | 30,000")
    assert plan.projects[0].budgets == {"2566": "150000.00", "2567": "30000.00"}


@pytest.mark.parametrize(
    ("header", "above", "printed", "budget", "codes"),
    [
        ("งบประมาณ (พันบาท)", "", "1,500", "1500000.00", ["TBL007"]),
        ("งบประมาณ (ล้านบาท)", "", "2.35", "2350000.00", ["TBL007"]),
        ("งบประมาณ", "(หน่วย : พันบาท)", "150", "150000.00", ["TBL007"]),
        ("งบประมาณ (บาท)", "หน่วย : พันบาท", "150,000", "150000.00", []),
        ("งบประมาณ", "หน่วย : บาท", "150,000", "150000.00", []),
        ("งบประมาณ (พันบาท)", "", "1,500,000", "1500000.00", ["TBL007", "VAL008"]),
    ],
)
def test_amounts_are_baht_whatever_the_header_counts_in(
    header: str, above: str, printed: str, budget: str, codes: list[str]
) -> None:
    plan, findings = _read(HEADER.format(header), ROW.format(printed), above=above)
    assert plan.projects[0].budget == budget
    assert _codes(findings) == codes


def test_a_plan_may_have_a_column_for_results() -> None:
    below = "2566 | 2567 | 2568"
    header = YEARS.replace("ผลที่คาดว่าจะได้รับ", "ผลการดำเนินงาน")
    plan, findings = _read(
        header, f"^ | ^ | ^ | ^ | {below} | ^ | ^", "1 | สร้าง | เพื่อ | 1 แห่ง | 9,000 | - | - | | กองช่าง"
    )
    assert [project.name for project in plan.projects] == ["สร้าง"]
    assert _codes(findings) == ["TBL002"]


def test_money_without_a_year_is_told_of() -> None:
    plan, findings = _of_years("2566 | 2567 | ปีถัดไป", "100,000 | - | 70,000")
    assert plan.projects[0].budgets == {"2566": "100000.00"}
    assert _codes(findings) == ["VAL011"]


@pytest.mark.parametrize(
    ("year", "budgets", "codes"),
    [("๒๕๖๗", {"2567": "70000.00"}, []), ("67", {"2567": "70000.00"}, []), ("2566-2568", {}, ["VAL011"])],
)
def test_a_column_of_years_says_of_which_the_money_is(
    year: str, budgets: dict[str, str], codes: list[str]
) -> None:
    header = "ที่ | โครงการ | วัตถุประสงค์ | เป้าหมาย | งบประมาณ (บาท) | ปีงบประมาณ | ตัวชี้วัด | ผลที่คาดว่าจะได้รับ | หน่วยงานรับผิดชอบหลัก"
    row = f"1 | โครงการ ก | เพื่อ | 1 แห่ง | 70,000 | {year} | 1 | ดี | กองช่าง"
    title = line("แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)")
    plan, findings = read_plan(document(title, table(header, row)))
    assert plan.projects[0].budgets == budgets
    assert _codes(findings) == codes


def test_an_amount_merged_over_years_is_told_of() -> None:
    _, findings = _of_years("2566 | 2567 | 2568", "100,000 > | > | ")
    assert _codes(findings) == ["TBL003"]


def test_a_repeated_header_without_its_years_means_those_before() -> None:
    first = table(
        YEARS,
        "^ | ^ | ^ | ^ | 2566 | 2567 | 2568 | ^ | ^",
        "1 | ก | เพื่อ | 1 แห่ง | 5,000 | - | - | ดี | กองช่าง",
    )
    again = table(YEARS, "2 | ข | เพื่อ | 1 แห่ง | - | - | 6,000 | ดี | กองช่าง")
    plan, _ = read_plan(document(TITLE, first, again))
    assert [project.budgets for project in plan.projects] == [{"2566": "5000.00"}, {"2568": "6000.00"}]
