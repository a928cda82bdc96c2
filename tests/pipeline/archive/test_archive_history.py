"""One project over the years."""

from collections.abc import Iterator

import pytest

from pipeline.archive.adding import add
from pipeline.archive.history import History, find_project, history
from pipeline.archive.listing import Which
from pipeline.archive.store import Archive, open_archive
from schemas.failures import UsageFailure
from tests.pipeline.archive.archive_plans import LAO, OTHER_LAO, project, reading

FIRST = project("ปรับปรุงถนนลูกรังสายบ้านเหนือ หมู่ที่ 3", "245000.00")
SECOND = project("โครงการปรับปรุงถนนลูกรัง สายบ้านเหนือ หมู่ที่ 3", "300000.00")
TWIN = project("ปรับปรุงถนนลูกรังสายบ้านเหนือ หมู่ที่ 5", "245000.00")
FESTIVAL = project("จัดงานประเพณีลอยกระทง ประจำปี 2566", "50000.00", units=("กองการศึกษา",))


@pytest.fixture
def archive(address: str) -> Iterator[Archive]:
    with open_archive(address, create=True) as opened:
        yield opened


def stages(found: History) -> list[tuple[int | None, str, int]]:
    return [(stage.entry.fiscal_year, stage.entry.kind, stage.position) for stage in found.stages]


def test_a_project_is_followed_both_ways_and_over_a_year_without_it(archive: Archive) -> None:
    add(archive, reading(TWIN, FIRST, year=2565, sha="a"))
    middle = add(archive, reading(FESTIVAL, SECOND, TWIN, year=2566, sha="b")).plan_id
    add(archive, reading(FESTIVAL, TWIN, year=2567, sha="c"))
    add(archive, reading(SECOND, year=2568, sha="d"))
    add(archive, reading(FIRST, year=2566, sha="e", lao=OTHER_LAO))
    found = history(archive, middle, 2)
    kind = "operation_plan"
    assert stages(found) == [(2565, kind, 2), (2566, kind, 2), (2568, kind, 1)]
    assert [entry.fiscal_year for entry in found.without] == [2567]
    assert found.stages[1].score is None
    assert (found.stages[0].score or 0) > 0.9


def test_the_development_plan_it_came_from_is_part_of_it(archive: Archive) -> None:
    planned = project(FIRST.name or "", None, budgets={"2566": "245000.00"})
    five_years = {"kind": "development_plan", "year": 2566, "fiscal_year_end": 2570}
    add(archive, reading(FESTIVAL, planned, sha="a", **five_years))
    number = add(archive, reading(FIRST, year=2567, sha="b")).plan_id
    assert stages(history(archive, number, 1)) == [(2566, "development_plan", 2), (2567, "operation_plan", 1)]


def test_a_cover_without_a_district_is_of_the_same_office(archive: Archive) -> None:
    add(archive, reading(FIRST, year=2565, sha="a", lao=LAO.model_copy(update={"district": None})))
    elsewhere = LAO.model_copy(update={"province": "อื่น"})
    add(archive, reading(FIRST, year=2566, sha="b", lao=elsewhere))
    number = add(archive, reading(SECOND, year=2567, sha="c")).plan_id
    assert [year for year, _, _ in stages(history(archive, number, 1))] == [2565, 2567]


def test_a_corrected_plan_stands_for_the_replaced_one(archive: Archive) -> None:
    old = add(archive, reading(FIRST, TWIN, sha="a")).plan_id
    new = add(archive, reading(FIRST, sha="a")).plan_id
    assert [stage.entry.id for stage in history(archive, new, 1).stages] == [new]
    assert [stage.entry.id for stage in history(archive, old, 1).stages] == [old]


def test_a_project_is_found_by_its_name(archive: Archive) -> None:
    number = add(archive, reading(FIRST, TWIN, FESTIVAL)).plan_id
    assert find_project(archive, "ลอยกระทง", Which()) == (number, 3)
    assert find_project(archive, "ปรับปรุงถนนลูกรังสายบ้านเหนือ หมู่ที่ 5", Which()) == (number, 2)


def test_words_that_may_mean_several_are_refused_with_their_numbers(archive: Archive) -> None:
    add(archive, reading(FIRST, TWIN, sha="a"))
    add(archive, reading(FESTIVAL, sha="b", year=2567))
    add(archive, reading(FESTIVAL, sha="c", lao=OTHER_LAO))
    with pytest.raises(UsageFailure, match="ARC011") as caught:
        find_project(archive, "ถนนลูกรัง", Which())
    assert "1/1 " in str(caught.value)
    with pytest.raises(UsageFailure, match="ARC011"):
        find_project(archive, "ลอยกระทง", Which())
    assert find_project(archive, "ลอยกระทง", Which(lao="ดงหลวง"))[0] == 3


def test_what_is_not_there_is_refused(archive: Archive) -> None:
    number = add(archive, reading(FIRST)).plan_id
    with pytest.raises(UsageFailure, match="ARC010"):
        find_project(archive, "สะพาน", Which())
    with pytest.raises(UsageFailure, match="ARC009"):
        history(archive, number, 2)
