"""Other tools' grids made plans, doubt, agreement, and the table of results."""

from pathlib import Path

import pytest

from bench.agreement import agreement
from bench.baselines import plan_of_grids
from bench.doubt import Judged, doubt, least_sure
from bench.formats import Skipped, files_of, suffix_of
from bench.readers import Reading, can_read
from bench.scoring import lost, score
from bench.tables import comparison
from schemas.document import Source
from schemas.findings import Finding
from schemas.plan import Plan, Project

SOURCE = Source(name="a.pdf", sha256="0" * 64, format="pdf", size_bytes=1)


def plan(*projects: Project) -> Plan:
    return Plan(kind="operation_plan", projects=projects, source=SOURCE)


def numbered(count: int, confidence: float = 1.0) -> tuple[Project, ...]:
    return tuple(
        Project(form="ผด.02", number=str(index), name=f"โครงการ {index * 7919}", confidence=confidence)
        for index in range(1, count + 1)
    )


# ---- other tools ----

GRID = [
    ["ที่", "โครงการ", "งบประมาณ\n(บาท)", "หน่วยงานรับผิดชอบหลัก", "พ.ศ. ๒๕๖๕", ""],
    ["", "", "", "", "ต.ค.", "พ.ย."],
    ["แผนงานการศึกษา"] * 6,
    ["๑", "จัดงาน\nวันเด็ก", "๕๐,๐๐๐.-", "กองการศึกษา", "", "✓"],
    ["2", "อบรมครู", "-", "กองการศึกษา", "✓", "✓"],
    ["", "(ต่อ)", "", "", "", ""],
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "plan.pdf"
    found.write_bytes(b"x")
    return found


def test_a_grid_with_official_headers_becomes_projects(path: Path) -> None:
    first, second = plan_of_grids([GRID], path).projects
    assert (first.number, first.name, first.budget, first.months) == ("1", "จัดงาน วันเด็ก", "50000.00", (11,))
    assert (second.budget, second.budget_text, second.months) == (None, "-", (10, 11))


def test_a_grid_without_a_header_gives_nothing(path: Path) -> None:
    assert plan_of_grids([GRID[3:]], path).projects == ()


def test_years_of_a_development_plan(path: Path) -> None:
    grid = [
        ["ที่", "โครงการ", "วัตถุประสงค์", "งบประมาณ", ""],
        ["", "", "", "๒๕๖๖\n(บาท)", "2567"],
        ["1", "ก", "ข", "1,500", "-"],
    ]
    (project,) = plan_of_grids([grid], path).projects
    assert (project.form, project.budgets) == ("ผ.02", {"2566": "1500.00"})


def test_readers_are_kept_to_their_formats() -> None:
    assert can_read("pdfplumber", Path("a.pdf"))
    assert not can_read("python-docx", Path("a.pdf"))
    assert can_read("phaen", Path("a.doc"))


# ---- doubt ----


def test_the_least_sure_tenth_of_all_plans_are_told_of_and_full_confidence_never() -> None:
    sure = [Judged(1.0) for _ in range(19)]
    unsure = Judged(0.4)
    assert least_sure(sure) == []
    assert least_sure([*sure, unsure]) == [unsure]
    assert least_sure([*sure, unsure, Judged(0.5), Judged(0.6), Judged(0.7)]) == [
        unsure,
        Judged(0.5),
        Judged(0.6),
    ]


@pytest.mark.parametrize(
    ("finding", "told"),
    [("projects[1].budget", 1), ("projects[1]", 1), ("projects[1].name", 0), ("projects[2]", 0), (None, 0)],
)
def test_a_finding_tells_of_its_own_field_or_project(finding: str | None, told: int) -> None:
    truth = numbered(3)
    read = (truth[0], truth[1].model_copy(update={"budget": "5.00"}), truth[2])
    reading = Reading(plan(*read), (Finding(code="PLN005", path=finding),))
    assert doubt(score(plan(*truth), reading.plan), reading).wrong() == (1, told)


def test_spaces_are_counted_apart() -> None:
    truth = numbered(2)
    reading = Reading(
        plan(truth[0].model_copy(update={"name": "โครงการ  7919", "confidence": 0.9}), truth[1])
    )
    found = doubt(score(plan(*truth), reading.plan), reading)
    assert (found.wrong(), found.unequal()) == ((0, 0), (1, 1))


# ---- agreement of two files ----


def test_agreement_leaves_spaces_aside_and_counts_lonely_projects() -> None:
    one, two, three = numbered(3)
    spaced = one.model_copy(update={"name": "โครงการ7919"})
    other = two.model_copy(update={"location": "หมู่ 1"})
    found = agreement(plan(one, two, three), plan(spaced, other))
    assert (found.pairs, found.only) == (2, (1, 0))
    assert found.fields["name"] == [2, 0]
    assert found.fields["location"] == [0, 1]
    assert [(miss.field, miss.index) for miss in found.differences] == [("location", 1)]


# ---- the table ----


def test_fields_of_lost_projects_count_as_missing() -> None:
    truth = plan(*numbered(3))
    assert score(truth, plan(*numbered(2))).fields["name"].missing == 1
    assert lost(truth).fields["name"].missing == 3
    assert lost(truth).rows_missing == 3


def test_the_table_has_a_column_per_reading() -> None:
    truth = plan(*numbered(4))
    reading = Reading(
        plan(*numbered(2), numbered(3)[2].model_copy(update={"name": "โครงการ", "confidence": 0.5}))
    )
    found = score(truth, reading.plan)
    table = comparison({("pdf", "phaen"): (found, doubt(found, reading))})
    assert "| name | 50.0 |" in table
    assert "| **projects exact** | 2 of 4 |" in table
    assert "| wrong fields told of | 1 of 1 |" in table


def test_unknown_formats_are_told_of() -> None:
    assert suffix_of("pdf-typst") == "pdf"
    with pytest.raises(Skipped, match="no format xps"):
        files_of({}, "xps")
