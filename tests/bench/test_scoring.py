"""The scorer: what counts as exact, as but for spaces, as wrong, missing and spurious."""

from bench.scoring import align, score
from schemas.document import Source
from schemas.plan import DeclaredTotal, Plan, Project

SOURCE = Source(name="a.docx", sha256="0" * 64, format="docx", size_bytes=1)


def project(number: str, name: str, **more: object) -> Project:
    return Project(form="ผด.02", number=number, name=name, **more)  # type: ignore[arg-type]


def plan(*projects: Project, **more: object) -> Plan:
    return Plan(kind="operation_plan", projects=projects, source=SOURCE, **more)  # type: ignore[arg-type]


ROAD = project("1", "ก่อสร้างถนนลูกรัง หมู่ที่ 3", budget="50000.00", months=(10, 11))
WELL = project("2", "ขุดเจาะบ่อบาดาล หมู่ที่ 7", budget="90000.00")
LAMP = project("3", "ติดตั้งโคมไฟ หมู่ที่ 9", budget_text="-")


def test_a_plan_agrees_with_itself() -> None:
    result = score(plan(ROAD, WELL, LAMP), plan(ROAD, WELL, LAMP))
    assert (result.rows_exact, result.rows_missing, result.rows_spurious) == (3, 0, 0)
    assert result.misses == []


def test_white_space_is_counted_apart() -> None:
    read = ROAD.model_copy(update={"name": "ก่อสร้าง ถนนลูกรัง หมู่ที่ 3"})
    count = score(plan(ROAD), plan(read)).fields["name"]
    assert (count.exact, count.spaces, count.wrong) == (0, 1, 0)


def test_wrong_missing_and_spurious_values() -> None:
    read = ROAD.model_copy(update={"budget": "500.00", "months": (), "location": "หมู่ที่ 3"})
    fields = score(plan(ROAD), plan(read)).fields
    assert fields["budget"].wrong == 1
    assert fields["months"].missing == 1
    assert fields["location"].spurious == 1


def test_a_lost_row_does_not_shift_the_others() -> None:
    result = score(plan(ROAD, WELL, LAMP), plan(ROAD, LAMP))
    assert (result.rows_exact, result.rows_missing, result.rows_spurious) == (2, 1, 0)


def test_a_row_too_many_is_spurious() -> None:
    extra = project("9", "รวมงบประมาณ")
    result = score(plan(ROAD, WELL), plan(ROAD, extra, WELL))
    assert (result.rows_exact, result.rows_missing, result.rows_spurious) == (2, 0, 1)


def test_misread_names_still_find_their_project() -> None:
    read = WELL.model_copy(update={"name": "ขุดเจาะบ่อบาดา หมู่ที่ 7"})
    assert align((ROAD, WELL), (ROAD, read)) == [(0, 0), (1, 1)]


def test_only_lost_totals_count() -> None:
    kept, lost = (
        DeclaredTotal(label="รวม", scope="program", amount="5.00"),
        DeclaredTotal(label="รวม", scope="program", amount="6.00"),
    )
    extra = DeclaredTotal(label="รวมทั้งสิ้น", scope="plan", amount="11.00")
    truth, read = plan(ROAD, declared_totals=(kept, lost)), plan(ROAD, declared_totals=(extra, kept))
    count = score(truth, read).fields["declared_totals"]
    assert (count.exact, count.missing, count.spurious) == (1, 1, 0)


def test_scores_add_up() -> None:
    total = score(plan(ROAD), plan(ROAD))
    total.add(score(plan(WELL), plan()))
    assert (total.rows, total.rows_exact, total.rows_missing) == (2, 1, 1)
    assert "missing 1" in total.table()
