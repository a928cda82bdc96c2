"""Headings under which no project stands: kept, told of, and never taken for projects nor for what was lost."""

import pytest

from parsers.records import read_plan
from schemas.document import Block
from schemas.empty_headings import EmptyHeading, empty_heading
from schemas.findings import Finding
from schemas.plan import Plan
from tests.notation import document, line, table

HEADER = "ที่ | โครงการ | รายละเอียดของกิจกรรม | งบประมาณ (บาท) | สถานที่ดำเนินการ | หน่วยงานรับผิดชอบหลัก | ต.ค. | พ.ย. | ธ.ค. | ม.ค."
COLUMNS = HEADER.count("|") + 1
TITLES = (line("แบบ ผด.02"), line("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566"))
FIRST = line("ยุทธศาสตร์ที่ 1 การพัฒนาคน")
EDUCATION, HEALTH = line("1.1 แผนงานการศึกษา"), line("1.2 แผนงานสาธารณสุข")
WELFARE = line("1.3 แผนงานสังคมสงเคราะห์")


def across(text: str) -> str:
    return f"{text} > |" + " > |" * (COLUMNS - 2)


def project(number: int, name: str) -> str:
    return f"{number} | {name} | อบรม | 10,000 | หมู่ 1 | กองการศึกษา | / | | |"


def of(name: str = "โครงการอบรม") -> Block:
    return table(HEADER, project(1, name))


def read(*blocks: Block) -> tuple[Plan, list[EmptyHeading], tuple[Finding, ...]]:
    plan, findings = read_plan(document(*TITLES, *blocks))
    found = [empty for total in plan.declared_totals if (empty := empty_heading(total))]
    assert [f.code for f in findings].count("REC004") == len(found)
    return plan, found, findings


def names(found: list[EmptyHeading]) -> list[str]:
    return [empty.heading.name for empty in found]


UNDER_HEALTH: dict[str, tuple[Block, ...]] = {
    "only a header": (table(HEADER),),
    "dashes": (table(HEADER, " | ".join(["-"] * COLUMNS)),),
    "words over all columns": (table(HEADER, across("ไม่มีโครงการ")),),
    "a dash over all columns": (table(HEADER, across("-")),),
    "words for the name": (table(HEADER, " | - ไม่มี - | | | | | | | |"),),
    "words for the name, a dash for money": (table(HEADER, "- | ไม่มีโครงการ | - | - | - | - | | | |"),),
    "words for a numbered name": (table(HEADER, "1 | ไม่มีโครงการ | | 0 | | | | | |"),),
    "words with the year": (table(HEADER, across("(ไม่มีโครงการในปีงบประมาณ พ.ศ. ๒๕๖๖)")),),
    "a sum of none": (table(HEADER, across("รวม 0 โครงการ")),),
    "words without a table": (line("- ไม่มีโครงการ -"),),
    "a table of words": (table("ไม่มีโครงการ"),),
    "a header, then words": (table(HEADER), line("ไม่มีโครงการ")),
    "nothing": (),
}


@pytest.mark.parametrize("under", UNDER_HEALTH.values(), ids=UNDER_HEALTH)
def test_a_program_without_projects_is_kept_in_each_form(under: tuple[Block, ...]) -> None:
    plan, found, findings = read(FIRST, EDUCATION, of(), HEALTH, *under, WELFARE, of("สงเคราะห์คนชรา"))
    assert [(p.name, p.program) for p in plan.projects] == [
        ("โครงการอบรม", "แผนงานการศึกษา"),
        ("สงเคราะห์คนชรา", "แผนงานสังคมสงเคราะห์"),
    ]
    (empty,) = found
    assert empty.form == "ผด.02"
    assert [(g.label, g.number, g.name) for g in empty.groups] == [
        ("ยุทธศาสตร์", "1", "การพัฒนาคน"),
        ("แผนงาน", "1.2", "สาธารณสุข"),
    ]
    assert not {"REC002", "REC003", "TBL001"} & {finding.code for finding in findings}
    assert not plan.narrative


@pytest.mark.parametrize("under", UNDER_HEALTH.values(), ids=UNDER_HEALTH)
def test_the_last_heading_of_a_document(under: tuple[Block, ...]) -> None:
    plan, found, _ = read(FIRST, EDUCATION, of(), HEALTH, *under)
    assert (len(plan.projects), names(found)) == (1, ["สาธารณสุข"])


def test_what_is_declared_is_a_total_of_none_in_its_place() -> None:
    plan, _, _ = read(FIRST, EDUCATION, of(), HEALTH, table(HEADER), WELFARE, of())
    (total,) = plan.declared_totals
    assert (total.label, total.scope, total.year) == ("1.2 แผนงานสาธารณสุข", "program", None)
    assert (total.count, total.amount, total.source.table) == (0, None, 1)


def test_the_finding_leads_to_the_declared_total() -> None:
    plan, _, findings = read(
        FIRST, EDUCATION, table(HEADER, project(1, "ก"), across("รวม 1 โครงการ")), HEALTH, table(HEADER)
    )
    (told,) = (finding for finding in findings if finding.code == "REC004")
    assert told.path == "declared_totals[1]"
    assert plan.declared_totals[1].label == told.facts["heading"] == "1.2 แผนงานสาธารณสุข"


def test_headings_inside_one_table() -> None:
    rows = (
        across("ยุทธศาสตร์ที่ 1 การพัฒนาคน"),
        across("1.1 แผนงานการศึกษา"),
        project(1, "อบรมครู"),
        across("1.2 แผนงานสาธารณสุข"),
        across("ไม่มีโครงการ"),
        across("1.3 แผนงานสังคมสงเคราะห์"),
        across("1.4 แผนงานงบกลาง"),
        project(1, "เบี้ยยังชีพ"),
    )
    plan, found, findings = read(table(HEADER, *rows))
    assert [p.program for p in plan.projects] == ["แผนงานการศึกษา", "แผนงานงบกลาง"]
    assert names(found) == ["สาธารณสุข", "สังคมสงเคราะห์"]
    assert [t.source.row for t in plan.declared_totals] == [4, 6]
    assert "REC003" not in {finding.code for finding in findings}


def test_a_strategy_without_programs_is_told_once_and_in_its_own_scope() -> None:
    second, third = line("ยุทธศาสตร์ที่ 2 การพัฒนาเศรษฐกิจ"), line("ยุทธศาสตร์ที่ 3 การเมืองการบริหาร")
    plan, found, _ = read(FIRST, EDUCATION, of(), second, table(HEADER, across("- ไม่มี -")), third, of("ข"))
    assert [(t.label, t.scope) for t in plan.declared_totals] == [("ยุทธศาสตร์ที่ 2 การพัฒนาเศรษฐกิจ", "strategy")]
    assert [group.name for group in found[0].groups] == ["การพัฒนาเศรษฐกิจ"]


def test_of_a_strategy_whose_programs_are_all_empty_the_programs_are_told() -> None:
    second = line("ยุทธศาสตร์ที่ 2 การพัฒนาเศรษฐกิจ")
    _, found, _ = read(FIRST, EDUCATION, of(), second, line("2.1 แผนงานการเกษตร"), table(HEADER))
    assert [[group.name for group in empty.groups] for empty in found] == [["การพัฒนาเศรษฐกิจ", "การเกษตร"]]


def test_equipment_has_types_without_items() -> None:
    header = HEADER.replace("โครงการ |", "ครุภัณฑ์ |")
    form, office = line("แบบ ผด.02/1 บัญชีจำนวนครุภัณฑ์"), line("1. ประเภทครุภัณฑ์สำนักงาน")
    vehicle = line("2. ประเภทครุภัณฑ์ยานพาหนะและขนส่ง")
    empty_table = table(header, across("ไม่มีรายการครุภัณฑ์"))
    _, found, _ = read(
        FIRST, EDUCATION, of(), form, office, table(header, project(1, "โต๊ะ")), vehicle, empty_table
    )
    assert [(empty.form, empty.heading.label) for empty in found] == [("ผด.02/1", "ประเภทครุภัณฑ์")]


def test_a_form_all_of_whose_headings_are_empty() -> None:
    header = HEADER.replace("โครงการ |", "ครุภัณฑ์ |")
    form, office = line("แบบ ผด.02/1 บัญชีจำนวนครุภัณฑ์"), line("1. ประเภทครุภัณฑ์สำนักงาน")
    _, found, _ = read(FIRST, EDUCATION, of(), form, office, table(header))
    assert [(empty.form, len(empty.groups)) for empty in found] == [("ผด.02/1", 1)]


def test_a_heading_right_before_the_next_form_belongs_to_the_form_before() -> None:
    header = HEADER.replace("โครงการ |", "ครุภัณฑ์ |")
    form, office = line("แบบ ผด.02/1 บัญชีจำนวนครุภัณฑ์"), line("1. ประเภทครุภัณฑ์สำนักงาน")
    _, found, _ = read(
        FIRST,
        EDUCATION,
        of(),
        HEALTH,
        form,
        line("1. แผนงานการศึกษา"),
        office,
        table(header, project(1, "โต๊ะ")),
    )
    assert [(empty.form, [group.name for group in empty.groups]) for empty in found] == [
        ("ผด.02", ["การพัฒนาคน", "สาธารณสุข"])
    ]


# ---- what is not empty ----

NOT_EMPTY: dict[str, tuple[Block, ...]] = {
    "a heading that the next page repeats": (FIRST, EDUCATION, table(HEADER), FIRST, EDUCATION, of()),
    "a heading that goes on": (FIRST, EDUCATION, table(HEADER), line("1.1 แผนงานการศึกษา (ต่อ)"), of()),
    "a heading with its spelling put right": (
        FIRST, line("1.1 แผนงานสาธารณะสุข"), table(HEADER), FIRST, line("1.1 แผนงานสาธารณสุข"), of(),
    ),
    "a strategy with programs": (FIRST, table(HEADER), EDUCATION, of()),
    "a list of strategies in prose": (
        line("ยุทธศาสตร์ที่ 1 การพัฒนาคน"), line("ยุทธศาสตร์ที่ 2 การพัฒนาเศรษฐกิจ"), line("ยุทธศาสตร์ที่ 3 การเมือง"),
        *TITLES, FIRST, EDUCATION, of(),
    ),
    "a list of programs in prose": (
        line("แผนงานของเทศบาลมีดังนี้"), line("1.1 แผนงานการศึกษา"), line("1.2 แผนงานสาธารณสุข"), *TITLES, FIRST, EDUCATION, of(),
    ),
    "a strategy above strategies": (
        line("ยุทธศาสตร์ที่ 4 ความมั่นคงของภาค"), FIRST, EDUCATION, of(),
        line("ยุทธศาสตร์ที่ 4 ความมั่นคงของภาค"), FIRST, HEALTH, of("ข"),
    ),
    "a guideline under another word": (
        FIRST, line("กลยุทธ์ที่ 1 พัฒนาครู"), line("แนวทางการพัฒนาที่ 1.1 อบรมครู"), of(),
    ),
    "headings in the other order": (
        EDUCATION, FIRST, of(), line("1.1 แผนงานการเกษตร"), line("ยุทธศาสตร์ที่ 2 เศรษฐกิจ"), of("ข"),
    ),
    "a list of strategies under the form's titles": (
        line("ยุทธศาสตร์ที่ 1 การพัฒนาคน"), line("ยุทธศาสตร์ที่ 2 การพัฒนาเศรษฐกิจ"), FIRST, EDUCATION, of(),
    ),
    "a list of programs under the form's titles": (line("1.1 แผนงานการศึกษา"), HEALTH, WELFARE, FIRST, EDUCATION, of()),
    "a table that was not known for one": (
        FIRST, EDUCATION, of(), HEALTH, table("ก | ข", "โครงการวัคซีน | มาก"), WELFARE, of("ข"),
    ),
    "a header over a table that was not known for one": (
        FIRST, EDUCATION, of(), HEALTH, table(HEADER), table("ก | ข", "โครงการวัคซีน | มาก"), WELFARE, of("ข"),
    ),
    "rows that are no projects": (
        FIRST, EDUCATION, of(), HEALTH, table(HEADER, " | | ฉีดวัคซีน | | | | | | |"), WELFARE, of("ข"),
    ),
    "a sum of projects that were lost": (
        FIRST, EDUCATION, of(), HEALTH, table(HEADER, "รวม 3 โครงการ > | > | | 30,000 | | | | | |"), WELFARE, of("ข"),
    ),
    "headings of another text behind the tables": (FIRST, EDUCATION, of(), HEALTH, line("มีเป้าหมายให้ประชาชนแข็งแรง")),
}  # fmt: skip


@pytest.mark.parametrize("blocks", NOT_EMPTY.values(), ids=NOT_EMPTY)
def test_what_is_not_empty(blocks: tuple[Block, ...]) -> None:
    plan, found, _ = read(*blocks)
    assert plan.projects
    assert found == []


def test_a_row_of_dashes_above_projects_is_left_out() -> None:
    plan, found, _ = read(FIRST, EDUCATION, table(HEADER, " | ".join(["-"] * COLUMNS), project(1, "อบรมครู")))
    assert ([p.name for p in plan.projects], found) == (["อบรมครู"], [])


def test_words_above_projects_are_told() -> None:
    row = " | ไม่มีโครงการ | | | | | | | |"
    plan, found, findings = read(FIRST, EDUCATION, table(HEADER, row, project(1, "อบรมครู")))
    assert ([p.name for p in plan.projects], found) == (["อบรมครู"], [])
    assert [f.facts["text"] for f in findings if f.code == "REC003"] == ["ไม่มีโครงการ"]


def test_a_listed_strategy_that_the_tables_print_without_projects_is_not_told_again() -> None:
    strategies = [
        line(f"ยุทธศาสตร์ที่ {n} {name}") for n, name in enumerate(("การพัฒนาคน", "เศรษฐกิจ", "การเมือง"), start=1)
    ]
    prose = (line("แผนพัฒนามียุทธศาสตร์ ดังนี้"), *strategies, line("ทั้งนี้ " + "ให้หน่วยงานถือปฏิบัติ " * 8))
    tables = (strategies[0], EDUCATION, of(), strategies[1], line("2.1 แผนงานการเกษตร"), of("ข"))
    without = read_plan(document(*prose, *TITLES, *tables))[1]
    printed = read_plan(document(*prose, *TITLES, *tables, strategies[2], table(HEADER)))[1]
    assert [f.code for f in without if f.code in ("PLN065", "REC004")] == ["PLN065"]
    assert [f.code for f in printed if f.code in ("PLN065", "REC004")] == ["REC004"]


@pytest.mark.parametrize("rows", [(), (across("-"),), (" | ".join(["-"] * COLUMNS),)], ids=len)
def test_a_table_of_nothing_but_a_header_is_no_cut_header_of_the_next_one(rows: tuple[str, ...]) -> None:
    header = HEADER.replace("โครงการ |", "โครง//การ |")
    tables = [EDUCATION, of(), HEALTH, table(header, *rows), WELFARE, table(header, *rows)]
    plan, found, findings = read(FIRST, *tables, line("1.4 แผนงานงบกลาง"), of("เบี้ยยังชีพ"))
    assert (len(plan.projects), names(found)) == (2, ["สาธารณสุข", "สังคมสงเคราะห์"])
    assert "TBL001" not in {finding.code for finding in findings}
