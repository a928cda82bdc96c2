"""Search, whatever the database: one archive is filled for all of these tests."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.archive.adding import add
from pipeline.archive.listing import Which
from pipeline.archive.search import Answer, Question, search
from pipeline.archive.store import Archive, open_archive
from schemas.plan import Project
from tests.pipeline.archive import postgres_server
from tests.pipeline.archive.archive_plans import OTHER_LAO, project, reading

ROAD = project("ปรับปรุงถนนลูกรังสายบ้านเหนือ", "245000.00", location="หมู่ที่ 3", details="ยาว 120 เมตร")
CONCRETE = project("ก่อสร้างถนน คสล. สายวัดใหม่", "1500000.50", location="หมู่ที่ 30")
FESTIVAL = project(
    "จัดงานประเพณีลอยกระทง", "50000.00", units=("กองการศึกษา", "สำนักปลัด"), program="แผนงานการศาสนา"
)


def names(answer: Answer) -> list[str]:
    return [hit.name for hit in answer.hits]


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    address = str(tmp_path_factory.mktemp("archive") / "archive.sqlite")
    if request.param == "postgres":
        server: Path = request.getfixturevalue("postgres")
        address = postgres_server.empty_database(server)
    with open_archive(address, create=True) as archive:
        add(archive, reading(ROAD, CONCRETE, FESTIVAL, sha="a"))
        ditch = project("ขุดลอกคลอง", details="ข้างถนนลูกรัง")
        add(archive, reading(ditch, sha="b", year=2567, lao=OTHER_LAO))
        yield archive


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ถนน", [ROAD.name, CONCRETE.name, "ขุดลอกคลอง"]),
        ("ลูกรัง", [ROAD.name, "ขุดลอกคลอง"]),
        ("ถนน ลูกรัง", [ROAD.name, "ขุดลอกคลอง"]),
        ("ถนนลูกรัง", [ROAD.name, "ขุดลอกคลอง"]),
        ("ถนน ค.ส.ล.", [CONCRETE.name]),
        ("คสล", [CONCRETE.name]),
        ("คอนกรีตเสริมเหล็ก", [CONCRETE.name]),
        ("หมู่ที่ ๓", [ROAD.name]),
        ("ลอยกระทง", [FESTIVAL.name]),
        ("กองการศึกษา", [FESTIVAL.name]),
        ("สะพาน", []),
        ("านเหนื", [ROAD.name]),
        ("านเหนื หมู่", [ROAD.name]),
        ("านเหนื ลอย", []),
        ("านเหน_", []),
        ("' OR 1=1 --", []),
        ('" NEAR( ถนน', []),
        ("\" * ( \\ ' & | !", [ROAD.name, CONCRETE.name, FESTIVAL.name, "ขุดลอกคลอง"]),
    ],
)
def test_words_find_projects(filled: Archive, words: str, expected: list[str]) -> None:
    answer = search(filled, Question(words=words))
    assert sorted(names(answer)) == sorted(expected)
    assert answer.count == len(expected)


def test_a_word_in_the_name_counts_more_than_one_in_the_details(filled: Archive) -> None:
    assert names(search(filled, Question(words="ลูกรัง"))) == [ROAD.name, "ขุดลอกคลอง"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (Question(place="หมู่ที่ 3"), [ROAD]),
        (Question(place="กองการศึกษา"), []),
        (Question(words="ถนน", place="วัดใหม่"), [CONCRETE]),
        (Question(unit="สำนักปลัด"), [FESTIVAL]),
        (Question(unit="การศึกษา"), [FESTIVAL]),
        (Question(least_baht=Decimal("245000.01")), [CONCRETE]),
        (Question(least_baht=Decimal(245000), most_baht=Decimal("1500000.49")), [ROAD]),
        (Question(most_baht=Decimal(50000)), [FESTIVAL]),
        (Question(words="ถนน", which=Which(lao="อบต.ธารทิพย์")), [ROAD, CONCRETE]),
        (Question(words="ถนน", which=Which(year=2565)), []),
    ],
)
def test_place_unit_money_and_plan_narrow_it(
    filled: Archive, question: Question, expected: list[Project]
) -> None:
    assert sorted(names(search(filled, question))) == sorted(project.name for project in expected)


def test_a_long_answer_is_cut_and_counted(filled: Archive) -> None:
    answer = search(filled, Question(words="ลูกรัง", limit=1))
    assert (names(answer), answer.count) == ([ROAD.name], 2)
    assert answer.hits[0].reference == "1/1"
