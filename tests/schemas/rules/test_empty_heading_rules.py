"""Rules and headings without projects: nothing is told of what is right, everything of what is not."""

from parsers.thai.knowledge import THAI
from schemas.document import Source
from schemas.empty_headings import EmptyHeading, declared_empty, empty_heading
from schemas.plan import DeclaredTotal, Group, Heading, Plan, Project, RecordSource
from schemas.rules import judge

SOURCE = Source(name="old.docx", sha256="0" * 64, format="docx", size_bytes=1)
NAMES = {"1": "การพัฒนาคน", "2": "การพัฒนาเศรษฐกิจ", "3": "การเมืองการบริหาร"}
CODES = ("PLN004", "PLN026", "PLN052", "PLN058", "PLN059", "PLN060")


def project(strategy: str, program: str, table: int) -> Project:
    return Project(
        form="ผด.02",
        number="1",
        name="โครงการอบรม",
        strategy=Heading(number=strategy, name=NAMES[strategy]),
        groups=(
            Group(label="ยุทธศาสตร์", number=strategy, name=NAMES[strategy]),
            Group(label="แผนงาน", name=program),
        ),
        program=f"แผนงาน{program}",
        budget="100.00",
        source=RecordSource(table=table, row=1),
    )


def empty(strategy: str, program: str | None, table: int | None) -> DeclaredTotal:
    groups = [Group(label="ยุทธศาสตร์", number=strategy, name=NAMES[strategy])]
    groups += [Group(label="แผนงาน", name=program)] if program else []
    return declared_empty(EmptyHeading(form="ผด.02", groups=tuple(groups)), RecordSource(table=table))


def summed(label: str, count: int, heading: str = "", scope: str = "program", row: int = 0) -> DeclaredTotal:
    raw = {"summary_count": str(count)} | ({"heading": heading} if heading else {})
    return DeclaredTotal(
        label=label, scope=scope, count=count, source=RecordSource(table=0, row=row, raw=raw)
    )


def told(projects: list[Project], *totals: DeclaredTotal) -> list[str]:
    plan = Plan(
        kind="operation_plan",
        fiscal_year=2566,
        projects=tuple(projects),
        declared_totals=totals,
        source=SOURCE,
    )
    return [finding.code for finding in judge(plan, THAI) if finding.code in CODES]


def test_what_is_declared_comes_back() -> None:
    heading = EmptyHeading(
        form="ผด.02/1",
        groups=(
            Group(label="ประเภทครุภัณฑ์", number="1", name="สำนักงาน"),
            Group(label="แผนงาน", name="การศึกษา"),
        ),
    )
    total = declared_empty(heading, RecordSource(page=3, table=1))
    assert empty_heading(total) == heading
    assert (total.label, total.scope, total.count, total.source.page) == ("แผนงานการศึกษา", "program", 0, 3)


def test_a_printed_sum_is_no_heading() -> None:
    assert empty_heading(summed("แผนงานการศึกษา", 0)) is None
    changed = empty("1", "การศึกษา", 1).model_copy(update={"count": 2})
    assert empty_heading(changed) is None


def test_headings_without_projects_are_no_sums() -> None:
    projects = [project("1", "การศึกษา", 1), project("3", "การศึกษา", 4)]
    assert told(projects, empty("1", "สาธารณสุข", 2), empty("2", None, None)) == []


def test_a_sum_of_none_under_an_empty_heading_is_right() -> None:
    projects = [
        project("1", "การศึกษา", 1),
        project("1", "งบกลาง", 1).model_copy(update={"source": RecordSource(table=1, row=9)}),
    ]
    first = DeclaredTotal(
        label="รวม", scope="program", count=1, amount="100.00", source=RecordSource(table=1, row=2)
    )
    heading = empty("1", "สาธารณสุข", 1)
    heading = heading.model_copy(update={"source": heading.source.model_copy(update={"row": 4})})
    none = first.model_copy(update={"count": 0, "amount": "0.00", "source": RecordSource(table=1, row=6)})
    last = first.model_copy(update={"source": RecordSource(table=1, row=10)})
    assert told(projects, first, none, last, heading) == []
    assert told(projects, first, none, last) == ["PLN004", "PLN004"]


def test_a_strategy_that_the_tables_print_without_projects_is_not_skipped() -> None:
    projects = [project("1", "การศึกษา", 1), project("3", "การศึกษา", 3)]
    assert told(projects) == ["PLN052"]
    assert told(projects, empty("2", None, 2)) == []
    assert told(projects, empty("2", "การเกษตร", 2)) == []


def test_a_row_of_none_in_the_summary_is_right_for_an_empty_heading_only() -> None:
    projects = [project("1", "การศึกษา", 2), project("1", "งบกลาง", 3)]
    rows = (summed("แผนงานการศึกษา", 1), summed("แผนงานสาธารณสุข", 0, row=1), summed("แผนงานงบกลาง", 1, row=2))
    assert told(projects, *rows, empty("1", "สาธารณสุข", 4)) == []
    assert told(projects, *rows[:2], summed("แผนงานงบกลาง", 0, row=2), empty("1", "สาธารณสุข", 4)) == [
        "PLN026"
    ]


def test_a_row_of_none_under_one_strategy_is_not_that_of_another() -> None:
    projects = [project("1", "งบกลาง", 1), project("2", "การศึกษา", 3)]
    first, second = "ยุทธศาสตร์ที่ 1 การพัฒนาคน", "ยุทธศาสตร์ที่ 2 การพัฒนาเศรษฐกิจ"
    rows = (
        summed("แผนงานการศึกษา", 0, first), summed("แผนงานงบกลาง", 1, first, row=1),
        summed("แผนงานการศึกษา", 1, second, row=2),
    )  # fmt: skip
    assert told(projects, *rows, empty("1", "การศึกษา", 2)) == []
    wrong = (*rows[:2], summed("แผนงานการศึกษา", 0, second, row=2))
    assert told(projects, *wrong, empty("1", "การศึกษา", 2)) == ["PLN026"]


def test_a_strategy_without_projects_takes_no_row_of_another() -> None:
    projects = [project("2", "การศึกษา", 3)]
    first, second = "ยุทธศาสตร์ที่ 1 การพัฒนาคน", "ยุทธศาสตร์ที่ 2 การพัฒนาเศรษฐกิจ"
    rows = (summed("แผนงานการศึกษา", 0, first), summed("แผนงานการศึกษา", 1, second, row=1))
    assert told(projects, *rows, empty("1", "การศึกษา", 2)) == []


def test_figures_for_an_empty_heading_are_told() -> None:
    projects = [project("1", "การศึกษา", 2)]
    rows = (summed("แผนงานการศึกษา", 1), summed("แผนงานสาธารณสุข", 4, row=1))
    assert told(projects, *rows, empty("1", "สาธารณสุข", 3)) == ["PLN059"]
