"""Names of แผนงาน and of units against vocabularies, and against the rest of the plan."""

from parsers.thai.knowledge import THAI
from schemas.plan import Group, Project
from schemas.rules.program_names import program_names
from schemas.rules.unit_names import unit_names, unit_programs
from tests.schemas.rules.plans import activity, plan_of, told


def _printed(name: str, program: str) -> Project:
    return activity(1, program=program, groups=(Group(label="แผนงาน", name=name),))


def test_an_unknown_program_is_told_once_with_the_nearest() -> None:
    (finding,) = program_names(plan_of(*[activity(1, program="แผนงานการเกตรกรรม")] * 3), THAI)
    assert (finding.code, finding.path, finding.facts["rows"]) == ("PLN036", "projects[0].program", 3)
    (other,) = program_names(plan_of(activity(1, program="แผนงานการประมงน้ำลึก")), THAI)
    assert (other.code, "proposal" in other.facts) == ("PLN036", False)


def test_a_proposal_is_a_known_program() -> None:
    (finding,) = program_names(plan_of(activity(1, program="แผนงานสังคมสงเคราะและคนชรา")), THAI)
    assert finding.facts.get("proposal", "แผนงานสังคมสงเคราะห์") == "แผนงานสังคมสงเคราะห์"


def test_a_respelled_heading_is_told_with_its_own_field() -> None:
    plan = plan_of(_printed("การศึกสา", "แผนงานการศึกษา"), _printed("การศึกสา", "แผนงานการศึกษา"))
    (finding,) = program_names(plan, THAI)
    assert (finding.code, finding.path) == ("PLN037", "projects[0].groups[0].name")
    assert finding.facts["proposal"] == "การศึกษา"


def test_known_spellings_of_programs_are_silent() -> None:
    names = ("การศาสนา วัฒนธรรม และนันทนาการ", "การศาสนาวัฒนธรรมและนันทนาการ")
    plan = plan_of(
        *(_printed(name, "แผนงานการศาสนาวัฒนธรรมและนันทนาการ") for name in names), activity(1, program=None)
    )
    assert told(program_names(plan, THAI)) == []


def test_a_near_miss_of_a_known_unit_is_told_with_the_whole_field() -> None:
    (finding,) = unit_names(plan_of(activity(1, responsible_unit="กองสวัสดิการสงคม")))
    assert (finding.code, finding.path) == ("PLN038", "projects[0].responsible_unit")
    assert finding.facts["proposal"] == "กองสวัสดิการสังคม"


def test_a_rare_spelling_of_a_frequent_unit_is_told() -> None:
    usual = [activity(row, responsible_unit="กรมส่งเสริมการปกครองท้องถิ่น") for row in range(1, 7)]
    plan = plan_of(*usual, activity(7, responsible_unit="กรมส่งเสริมปกครองท้องถิ่น"))
    assert told(unit_names(plan)) == [("PLN038", "projects[6].responsible_unit")]


def test_outside_agencies_and_schools_are_silent() -> None:
    names = (
        "โรงเรียนบ้านโคกกลาง",
        "โรงเรียนบ้านโคกกล้า",
        "อบจ.",
        "กรมชลประทาน",
        "กองทุนหลักประกันสุขภาพ",
        "กองช่าง",
        "สำนักช่าง",
    )
    assert (
        told(
            unit_names(plan_of(*(activity(row, responsible_unit=name) for row, name in enumerate(names, 1))))
        )
        == []
    )


def _work(count: int, unit: str, program: str) -> list[Project]:
    return [activity(1, responsible_unit=unit, program=program) for _ in range(count)]


def test_the_only_project_of_a_unit_in_another_units_program_is_told() -> None:
    own = [*_work(12, "กองช่าง", "แผนงานเคหะและชุมชน"), *_work(12, "กองการศึกษา", "แผนงานการศึกษา")]
    strange = _work(1, "กองการศึกษา", "แผนงานเคหะและชุมชน")
    assert told(unit_programs(plan_of(*own, *strange))) == [("PLN039", "projects[24].responsible_unit")]
    assert told(unit_programs(plan_of(*own, *strange * 2))) == []
    assert told(unit_programs(plan_of(*own[:12], *strange))) == []
