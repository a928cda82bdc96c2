"""What an archive promises, whatever its database."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from pipeline.archive.adding import add
from pipeline.archive.listing import Which, entries, whole
from pipeline.archive.reading import Reading
from pipeline.archive.search import Question, search
from pipeline.archive.store import Archive, open_archive
from schemas.corrections import Correction
from schemas.document import BBox
from schemas.failures import UsageFailure
from schemas.findings import Finding
from schemas.plan import Heading, Point, RecordSource
from tests.pipeline.archive.archive_plans import LAO, OTHER_LAO, plan, project, reading

ROAD = project("ปรับปรุงถนนลูกรังสายบ้านเหนือ", "245000.00", location="หมู่ที่ 3", details="ยาว 120 เมตร")
CONCRETE = project("ก่อสร้างถนน คสล. สายวัดใหม่", "1500000.50", location="หมู่ที่ 30")
FESTIVAL = project(
    "จัดงานประเพณีลอยกระทง", "50000.00", units=("กองการศึกษา", "สำนักปลัด"), program="แผนงานการศาสนา"
)


@pytest.fixture
def archive(address: str) -> Iterator[Archive]:
    with open_archive(address, create=True) as opened:
        yield opened


# ---- what goes in comes out ----


def test_a_plan_comes_out_as_it_went_in(archive: Archive) -> None:
    traced = ROAD.model_copy(
        update={
            "strategy": Heading(number="1", name="โครงสร้างพื้นฐาน"),
            "points": (Point(target="จุดที่ 1 \u0000\u0007"),),
            "name": "ชื่อ\u0000มีเครื่องหมาย 'ควบคุม' \\",
            "source": RecordSource(page=3, table=1, row=4, bbox=BBox(1, 2, 3, 4.5), raw={"name": "ชื่อ"}),
            "confidence": 0.75,
        }
    )
    finding = Finding(code="PLN004", facts={"label": "รวม", "amount": 1.5}, path="projects[0].budget")
    decision = Correction(fingerprint="f" * 16, code="VAL001", decision="value", value="10.00", note="ดูแล้ว")
    put = Reading(plan=plan(traced), findings=(finding,), decisions=(decision,), phaen_version="1.2")
    found = whole(archive, add(archive, put).plan_id)
    assert found.plan == put.plan
    assert found.findings == (finding,)
    assert found.decisions == (decision,)
    [source] = found.sources
    assert (source.sha256, source.phaen_version, source.findings, source.decisions) == ("a" * 64, "1.2", 1, 1)


def test_an_empty_plan_of_nobody_is_kept(archive: Archive) -> None:
    from schemas.plan import Organization

    put = reading(lao=Organization(), year=None)
    assert whole(archive, add(archive, put).plan_id).plan == put.plan
    assert entries(archive, Which())[0].fiscal_year is None


def test_no_such_plan_is_refused(archive: Archive) -> None:
    with pytest.raises(UsageFailure, match="ARC009"):
        whole(archive, 7)


# ---- nothing twice, nothing lost ----


def test_the_same_twice_is_no_duplicate(archive: Archive) -> None:
    first = add(archive, reading(ROAD))
    again = add(archive, reading(ROAD))
    assert (first.outcome, again.outcome, again.plan_id) == ("new", "same", first.plan_id)
    assert len(entries(archive, Which(replaced=True))) == 1
    assert search(archive, Question(words="ถนน")).count == 1


def test_one_plan_from_two_files_is_one_plan_with_two_sources(archive: Archive) -> None:
    add(archive, reading(ROAD, sha="a"))
    assert add(archive, reading(ROAD, sha="b")).outcome == "reading"
    [entry] = entries(archive, Which())
    assert {source.sha256[0] for source in whole(archive, entry.id).sources} == {"a", "b"}


def test_an_amended_edition_stands_beside(archive: Archive) -> None:
    add(archive, reading(ROAD, sha="a"))
    assert add(archive, reading(ROAD, CONCRETE, sha="b", edition="แก้ไขครั้งที่ 1/2566")).replaced == ()
    assert [entry.edition for entry in entries(archive, Which())] == [None, "แก้ไขครั้งที่ 1/2566"]


def test_a_corrected_reading_of_one_file_takes_its_place_and_keeps_it(archive: Archive) -> None:
    first = add(archive, reading(ROAD))
    mended = ROAD.model_copy(update={"budget": "250000.00"})
    second = add(archive, reading(mended))
    assert (second.outcome, second.replaced) == ("new", (first.plan_id,))
    assert [entry.id for entry in entries(archive, Which())] == [second.plan_id]
    kept = entries(archive, Which(replaced=True))
    assert [(entry.id, entry.replaced_by) for entry in kept] == [(1, second.plan_id), (second.plan_id, None)]
    assert search(archive, Question(words="ลูกรัง")).count == 1
    assert whole(archive, first.plan_id).plan.projects == (ROAD,)


def test_what_was_added_last_of_one_file_holds(archive: Archive) -> None:
    first = add(archive, reading(ROAD))
    second = add(archive, reading(CONCRETE))
    back = add(archive, reading(ROAD))
    assert (back.outcome, back.plan_id, back.replaced) == ("again", first.plan_id, (second.plan_id,))
    assert [entry.id for entry in entries(archive, Which())] == [first.plan_id]


def test_a_draft_made_of_last_years_file_replaces_nothing(archive: Archive) -> None:
    add(archive, reading(ROAD, year=2566))
    assert add(archive, reading(ROAD, year=2567)).replaced == ()


def test_the_book_tells_more_than_its_plan_file(archive: Archive) -> None:
    of_book = Reading(plan=plan(ROAD), findings=(Finding(code="PLN004", facts={"label": "รวม"}),))
    add(archive, of_book)
    number = add(archive, Reading(plan=plan(ROAD), is_plan_file=True)).plan_id
    found = whole(archive, number)
    assert found.findings == of_book.findings
    assert [source.is_plan_file for source in found.sources] == [False, True]


# ---- which plans ----


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (Which(), [1, 2, 3]),
        (Which(lao="อบต.ธารทิพย์"), [1, 2]),
        (Which(lao="เทศบาลตำบลดงหลวง"), [3]),
        (Which(lao="ดงหล"), [3]),
        (Which(lao="เทศบาลตำบลธารทิพย์"), []),
        (Which(lao="%"), []),
        (Which(province="ตัวอย่าง", year=2566), [1]),
        (Which(district="เมืองทอง"), [3]),
        (Which(year=2569), [3]),
        (Which(year=2571), []),
        (Which(kind="development_plan"), [3]),
    ],
)
def test_plans_are_listed_by_place_and_year(archive: Archive, which: Which, expected: list[int]) -> None:
    add(archive, reading(ROAD, year=2566, sha="a"))
    add(archive, reading(ROAD, year=2567, sha="b"))
    five_years = {"kind": "development_plan", "year": 2566, "fiscal_year_end": 2570}
    add(archive, reading(sha="c", lao=OTHER_LAO, **five_years))
    assert sorted(entry.id for entry in entries(archive, which)) == expected


def test_an_entry_tells_the_plan(archive: Archive) -> None:
    add(archive, reading(ROAD, CONCRETE))
    [entry] = entries(archive, Which())
    assert entry.organization == LAO
    assert (entry.projects, entry.total_baht) == (2, Decimal("1745000.50"))


# ---- money of one year ----


def test_a_development_plans_money_is_asked_for_by_year(archive: Archive) -> None:
    moved = project("ก่อสร้างอาคาร", None, budgets={"2566": "100.00", "2568": "900.00"})
    add(archive, reading(moved, kind="development_plan", fiscal_year_end=2570))
    found = [
        search(archive, Question(which=Which(year=year), least_baht=Decimal(500))).count
        for year in (2566, 2567, 2568)
    ]
    assert found == [0, 0, 1]
    assert search(archive, Question(which=Which(year=2567))).count == 0
