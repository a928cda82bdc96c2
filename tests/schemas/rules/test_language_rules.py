"""The rules that know Thai: each with a plan that trips it and one that does not."""

import time

import pytest

from parsers.thai.knowledge import THAI
from schemas.document import Source
from schemas.findings import Finding
from schemas.plan import NarrativeSection, Organization, Plan, Point, Project, RecordSource
from schemas.rules.duplicates import duplicates
from schemas.rules.organization_names import organization_names
from schemas.rules.spelling import spelling
from schemas.rules.stale_years import stale_years
from schemas.rules.text_damage import text_damage

SOURCE = Source(name="a.docx", sha256="0" * 64, format="docx", size_bytes=1)
ROAD = "โครงการก่อสร้างถนน คสล. สายบ้านโนนทราย หมู่ที่ 3"


def _project(name: str | None = ROAD, **fields: object) -> Project:
    given = {"form": "ผด.02", "name": name, "budget": "100.00", "responsible_unit": "กองช่าง"}
    return Project.model_validate({**given, **fields})


def _plan(*projects: Project, paragraphs: tuple[str, ...] = (), **fields: object) -> Plan:
    narrative = (NarrativeSection(title="บทนำ", level=1, paragraphs=paragraphs),)
    given = {
        "kind": "operation_plan",
        "organization": Organization(type="เทศบาลตำบล", name="ธารทิพย์"),
        "fiscal_year": 2566,
        "fiscal_year_end": 2566,
        "narrative": narrative,
        "projects": projects,
        "source": SOURCE,
    }
    return Plan.model_validate({**given, **fields})


def _told(findings: object) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.path) for finding in findings]  # type: ignore[attr-defined]


# ---- duplicates ----


@pytest.mark.parametrize(
    "twin",
    [
        _project(),
        _project("ก่อสร้างถนนคอนกรีตเสริมเหล็ก สายบ้านโนนทราย ม.3"),
        _project(ROAD.replace("3", "๓")),
        _project(program="แผนงานเคหะและชุมชน"),
        _project(budget="900.00", details="กว้าง 4 เมตร ยาว 90 เมตร"),
    ],
)
def test_a_project_listed_twice_is_told_at_its_second_place(twin: Project) -> None:
    first = _project(details="กว้าง 4 เมตร ยาว 90 เมตร", number="7")
    (finding,) = duplicates(_plan(first, twin), THAI)
    assert (finding.code, finding.path) == ("PLN041", "projects[1].name")
    assert (finding.facts["where_th"], finding.facts["where_en"]) == ("ลำดับที่ 7", "number 7")


def test_the_twin_is_found_by_page_table_and_row() -> None:
    first = _project(number="7", source=RecordSource(page=42, table=22, row=3))
    (finding,) = duplicates(_plan(first, _project()), THAI)
    assert "ลำดับที่ 7 หน้า 42 ตารางที่ 23 แถวที่ 4" in finding.message("th")
    assert "number 7, page 42, table 23, row 4" in finding.message("en")
    (nowhere,) = duplicates(_plan(_project("โครงการอื่น"), _project(), _project()), THAI)
    assert "รายการที่ 2" in nowhere.message("th")


@pytest.mark.parametrize(
    "other",
    [
        _project(ROAD.replace("3", "4")),
        _project(f"{ROAD} จุดที่ 2"),
        _project(f"{ROAD} ประจำปี 2567"),
        _project("โครงการก่อสร้างถนน คสล. สายบ้านดอนตาล หมู่ที่ 3"),
        _project(location="หมู่ที่ 9"),
        _project(details="ซ่อมแซมสะพานไม้", budget="5.00"),
        _project(responsible_unit=None, budget=None),
    ],
)
def test_another_village_point_year_place_or_work_is_another_project(other: Project) -> None:
    first = _project(
        f"{ROAD} จุดที่ 1" if "จุด" in (other.name or "") else ROAD, location="หมู่ที่ 3", details="กว้าง 4 เมตร"
    )
    assert _told(duplicates(_plan(first, other), THAI)) == []


def test_same_name_and_place_with_other_money_is_a_note() -> None:
    one, other = _project(details="ขุดดิน 100 เมตร"), _project(details="ขุดดิน 120 เมตร", budget="5.00")
    assert _told(duplicates(_plan(one, other), THAI)) == [("PLN040", "projects[1].name")]


def test_equipment_of_two_programs_is_bought_twice_on_purpose() -> None:
    chair = {"form": "ผด.02/1", "details": "จัดซื้อเก้าอี้ จำนวน 2 ตัว", "program": "แผนงานการศึกษา"}
    one, other = (
        _project("เก้าอี้สำนักงาน", **chair),
        _project("เก้าอี้สำนักงาน", **{**chair, "program": "แผนงานงบกลาง"}),
    )
    assert _told(duplicates(_plan(one, other), THAI)) == []
    assert _told(duplicates(_plan(one, one), THAI)) == [("PLN041", "projects[1].name")]


def test_a_plan_of_1500_projects_is_looked_through_in_a_moment() -> None:
    kinds = ("อบรมอาชีพ", "แข่งขันกีฬา", "ปรับปรุงภูมิทัศน์", "ส่งเสริมสุขภาพ", "จัดงานประเพณี")
    names = [
        f"โครงการ{kinds[n % 5]}บ้าน{chr(0x0E01 + n % 40)}า{chr(0x0E01 + n // 40)}อนแก้ว" for n in range(1500)
    ]
    plan = _plan(*(_project(f"{name} หมู่ที่ {n % 9 + 1}", budget=f"{n}.00") for n, name in enumerate(names)))
    next(iter(duplicates(_plan(_project(), _project()), THAI)))  # the dictionary is loaded once
    start = time.process_time()
    list(duplicates(plan, THAI))
    assert time.process_time() - start < 1.0


# ---- stale years ----


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("จ้างเหมาบริการ ประจำปีงบประมาณ พ.ศ. 2565", "จ้างเหมาบริการ ประจำปีงบประมาณ พ.ศ. 2566"),
        ("แข่งขันกีฬาประจำปี 2564", "แข่งขันกีฬาประจำปี 2566"),
        ("จ้างนักเรียนช่วงเดือนเมษายน 2565", "จ้างนักเรียนช่วงเดือนเมษายน 2566"),
        ("งบปี 65", "งบปี 66"),
        ("จ้างเหมา ต.ค. 2564 - ก.ย. 2565", "จ้างเหมา ต.ค. 2565 - ก.ย. 2566"),
    ],
)
def test_a_year_of_an_earlier_plan_is_told_with_the_text_renewed(name: str, proposal: str) -> None:
    (finding,) = stale_years(_plan(_project(name)), THAI)
    assert (finding.code, finding.path) == ("PLN042", "projects[0].name")
    assert finding.facts["proposal"] == proposal


def test_a_year_without_a_word_for_it_is_a_note() -> None:
    assert _told(stale_years(_plan(_project("งานลอยกระทง 2564")), THAI)) == [("PLN043", "projects[0].name")]


@pytest.mark.parametrize(
    "name",
    [
        "แข่งขันกีฬาประจำปี 2566",
        "จ้างเหมาตุลาคม 2565 ถึงกันยายน 2566",
        "อบรมพระราชบัญญัติสภาตำบล พ.ศ. 2537",
        "ทบทวนแผนพัฒนาท้องถิ่น (พ.ศ. 2561 - 2565)",
        "จัดทำข้อบัญญัติ ประจำปีงบประมาณ พ.ศ. 2567",
        "วันที่ 5 ธันวาคม 2560",
        "ฉลองตำบลซึ่งก่อตั้งเมื่อปี 2560",
        "ปลูกต้นไม้ 2560 ต้น",
    ],
)
def test_right_years_and_years_of_laws_plans_dates_and_history_stay(name: str) -> None:
    assert _told(stale_years(_plan(_project(name)), THAI)) == []


def test_a_feast_of_the_fiscal_years_first_months_has_the_calendars_year() -> None:
    name = "งานลอยกระทงประจำปี 2565"
    assert _told(stale_years(_plan(_project(name, months=(11,))), THAI)) == []
    assert _told(stale_years(_plan(_project(name, months=(4,))), THAI)) == [("PLN042", "projects[0].name")]


def test_the_narrative_gets_notes_and_only_in_a_plan_of_one_year() -> None:
    text = ("จัดทำแผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2565",)
    (finding,) = stale_years(_plan(paragraphs=text), THAI)
    assert (finding.code, finding.path) == ("PLN043", "narrative[0].paragraphs[0]")
    assert _told(stale_years(_plan(paragraphs=text, fiscal_year_end=2570), THAI)) == []


def test_a_plan_of_several_years_gets_no_proposal() -> None:
    plan = _plan(_project("งานประจำปี 2564", form="ผ.02"), kind="development_plan", fiscal_year_end=2570)
    (finding,) = stale_years(plan, THAI)
    assert "proposal" not in finding.facts


def test_years_in_points_have_the_points_place() -> None:
    points = (Point(target="จุดที่ 1 ปีงบประมาณ 2564"),)
    plan = _plan(_project(target="จุดที่ 1 ปีงบประมาณ 2564", points=points))
    assert _told(stale_years(plan, THAI)) == [("PLN042", "projects[0].points[0].target")]


# ---- names of governments ----


def test_a_mistyped_own_name_is_told_once_with_both() -> None:
    paragraphs = ("เทศบาลตำบลธารทิพ มีพื้นที่กว้าง", "ประชาชนในเทศบาลตำบลธารทิพ")
    (finding,) = organization_names(_plan(paragraphs=paragraphs), THAI)
    assert (finding.code, finding.path) == ("PLN044", "narrative[0].paragraphs[0]")
    assert (finding.facts["count"], finding.facts["own"]) == (2, "เทศบาลตำบลธารทิพย์")
    assert finding.facts["proposal"] == "เทศบาลตำบลธารทิพย์ มีพื้นที่กว้าง"


def test_another_government_in_the_own_place_is_told() -> None:
    paragraphs = ("ประกาศเทศบาลตำบลดอนแก้ว เรื่อง แผนการดำเนินงาน",)
    told = _told(organization_names(_plan(paragraphs=paragraphs), THAI))
    assert told == [("PLN045", "narrative[0].paragraphs[0]")]


@pytest.mark.parametrize(
    "text",
    [
        "ทิศเหนือติดต่อกับเทศบาลตำบลดอนแก้ว",
        "ประกาศเทศบาลตำบลธารทิพย์ เรื่อง แผน",
        "นายกเทศมนตรีตำบลธารทิพย์",
        "สภา ทต. ทุกแห่ง",
        "องค์การบริหารส่วนตำบลธารทิพ",
    ],
)
def test_neighbours_and_the_own_name_are_silent(text: str) -> None:
    project = _project("อุดหนุนเทศบาลตำบลดอนแก้ว")
    assert _told(organization_names(_plan(project, paragraphs=(text,)), THAI)) == []


# ---- spelling and damage ----


def test_a_rare_slip_of_a_word_that_the_plan_has_is_a_note_with_the_text_put_right() -> None:
    plan = _plan(_project("โครงการก่อสรัางลานกีฬา"), _project(), _project(ROAD + "0"))
    (finding,) = spelling(plan, THAI)
    assert (finding.code, finding.path, finding.severity) == ("TXT003", "projects[0].name", "note")
    assert finding.facts["proposal"] == "โครงการก่อสร้างลานกีฬา"


def test_a_word_that_the_plan_never_has_otherwise_is_no_slip_of_it() -> None:
    assert _told(spelling(_plan(_project("โครงการก่อสรัางลานกีฬา")), THAI)) == []


def test_a_known_slip_is_told_wherever_it_stands() -> None:
    assert _told(spelling(_plan(paragraphs=("อบรมบุคคลากร",)), THAI)) == [
        ("TXT003", "narrative[0].paragraphs[0]")
    ]


def test_damage_in_any_field_is_told_with_the_field_and_shared_headings_once() -> None:
    strategy = {"number": "1", "name": "การพัฒน\ue123า"}
    damaged = _project(location="หมู\ufffdที่ 3", strategy=strategy)
    found: list[Finding] = list(text_damage(_plan(damaged, damaged, paragraphs=("ก่อสร้าง่ง่ั้",)), THAI))
    assert _told(found) == [
        ("TXT002", "narrative[0].paragraphs[0]"),
        ("TXT002", "projects[0].location"),
        ("TXT002", "projects[1].location"),
        ("TXT002", "projects[0].strategy.name"),
    ]


def test_sound_texts_of_every_field_are_silent() -> None:
    plan = _plan(_project(location="หมู่ที่ 3", strategy={"name": "การพัฒนา"}), paragraphs=("น้ำ ฯลฯ",))
    assert _told(text_damage(plan, THAI)) == []
