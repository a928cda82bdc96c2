"""Strategies whose line was lost betray themselves by the habits of the headings that are left."""

import pytest

from parsers.records import read_plan
from schemas.document import Block
from tests.notation import document, line, table

HEADER = "ที่ | โครงการ | รายละเอียดของกิจกรรม | งบประมาณ (บาท) | หน่วยงานรับผิดชอบหลัก | ต.ค. | พ.ย. | ธ.ค."
ROADS = "ยุทธศาสตร์ที่ 1 การพัฒนาด้านโครงสร้างพื้นฐาน"
PEOPLE = "ยุทธศาสตร์ที่ 2 การพัฒนาคุณภาพชีวิต"
HOUSING, WORKS = "แผนงานเคหะและชุมชน", "แผนงานอุตสาหกรรมและการโยธา"
SCHOOLS, HEALTH = "แผนงานการศึกษา", "แผนงานสาธารณสุข"


def _blocks(*sections: tuple[str, ...], sum_after: dict[int, str] | None = None) -> list[Block]:
    """A table of one project per section, below its heading lines; a sum row where one is asked for."""
    blocks: list[Block] = []
    for index, headings in enumerate(sections):
        rows = [HEADER, f"1 | โครงการ {'กขคงจฉช'[index]} | ทำ | 5,000 | กองช่าง | / | |"]
        label = (sum_after or {}).get(index)
        rows += [f" | {label} | | 5,000 | | | |"] if label else []
        blocks += [*(line(text) for text in headings), table(*rows, index=index)]
    return blocks


def _told(blocks: list[Block]) -> list[tuple[str, str | None]]:
    _, findings = read_plan(document(*blocks))
    return [(found.code, found.path) for found in findings if found.code in CODES]


CODES = ("PLN061", "PLN062", "PLN063", "PLN064", "PLN065")


def test_a_table_that_alone_does_not_repeat_its_strategy_is_told() -> None:
    blocks = _blocks((ROADS, HOUSING), (ROADS, WORKS), (SCHOOLS,), (HEALTH,))
    _, findings = read_plan(document(*blocks))
    (found,) = [finding for finding in findings if finding.code in CODES]
    assert (found.code, found.path, found.provenance.table) == ("PLN061", "projects[2].strategy", 2)
    assert found.facts == {
        "strategy": "1. การพัฒนาด้านโครงสร้างพื้นฐาน",
        "heading": SCHOOLS,
        "project": "โครงการ ค",
    }


def test_a_strategy_that_is_printed_once_by_habit_is_silent() -> None:
    assert _told(_blocks((ROADS, HOUSING), (WORKS,), (PEOPLE, SCHOOLS), (HEALTH,))) == []


def test_pages_that_sometimes_repeat_the_strategy_are_silent() -> None:
    farms, trade = ("แผนงานการเกษตร",), (ROADS, "แผนงานการพาณิชย์")
    assert _told(_blocks((ROADS, HOUSING), (ROADS, WORKS), farms, trade)) == []


def test_what_follows_the_sum_of_a_strategy_is_told() -> None:
    blocks = _blocks((ROADS, HOUSING), (WORKS,), (HOUSING,), sum_after={1: "รวมยุทธศาสตร์ที่ 1"})
    assert _told(blocks) == [("PLN062", "projects[2].strategy")]


def test_a_strategy_begun_behind_the_sum_of_another_is_silent() -> None:
    blocks = _blocks((ROADS, HOUSING), (PEOPLE, SCHOOLS), (HEALTH,), sum_after={0: "รวมยุทธศาสตร์ที่ 1"})
    assert _told(blocks) == []


def test_a_program_that_is_listed_again_is_told() -> None:
    blocks = _blocks(("ยุทธศาสตร์ที่ 1 เมืองของเรา", HOUSING), (WORKS,), (HOUSING,), (SCHOOLS,))
    assert _told(blocks) == [("PLN063", "projects[2].strategy")]


def test_a_program_under_each_tactic_is_silent() -> None:
    tactics = ("กลยุทธ์ที่ 1.1 ถนน", "กลยุทธ์ที่ 1.2 น้ำ")
    blocks = _blocks((ROADS, tactics[0], HOUSING), (WORKS,), (tactics[1], HOUSING))
    assert _told(blocks) == []


@pytest.mark.parametrize(("program", "index"), [("แผนงานบริหารงานทั่วไป", 1), (SCHOOLS, 1)])
def test_a_program_unusual_under_the_last_strategy_is_told(program: str, index: int) -> None:
    assert _told(_blocks((ROADS, HOUSING), (program,))) == [("PLN064", f"projects[{index}].strategy")]


def test_a_school_building_is_usual_under_infrastructure() -> None:
    blocks = _blocks((ROADS, HOUSING), (SCHOOLS,))
    works = table(HEADER, "1 | ก่อสร้างอาคาร//ศูนย์พัฒนาเด็กเล็ก | ทำ | 5,000 | กองช่าง | / | |", index=1)
    assert _told([*blocks[:-1], works]) == []


@pytest.mark.parametrize(
    "sections",
    [
        ((ROADS, HOUSING), (WORKS,)),
        ((ROADS, SCHOOLS), (HEALTH,)),
        ((ROADS, HOUSING), (SCHOOLS,), (PEOPLE, HEALTH)),
        (("ยุทธศาสตร์ที่ 1 เมืองของเรา", HOUSING), (SCHOOLS,)),
        ((ROADS, HOUSING), (ROADS, SCHOOLS)),
    ],
    ids=["usual", "own-way-from-the-start", "next-number-follows", "name-says-nothing", "line-is-there"],
)
def test_nothing_is_told_where_nothing_is_unusual(sections: tuple[tuple[str, ...], ...]) -> None:
    assert _told(_blocks(*sections)) == []


SAFETY = "การพัฒนาด้านความปลอดภัย"
PROSE = "ข้อความที่ยาวพอจะเป็นย่อหน้าหนึ่งของบทนำ " * 4
THREE = [
    line(f"{text} ........ 1{page}") for page, text in enumerate((ROADS, PEOPLE, f"ยุทธศาสตร์ที่ 3 {SAFETY}"))
]


def test_a_strategy_of_the_contents_without_projects_is_told_once_at_its_line() -> None:
    blocks = [*THREE, line(PROSE), *THREE, line(PROSE), *_blocks((ROADS, HOUSING), (PEOPLE, SCHOOLS))]
    _, findings = read_plan(document(*blocks))
    told = [(found.code, dict(found.facts)) for found in findings if found.code in CODES]
    assert told == [("PLN065", {"missing": 3, "name": SAFETY, "last": 2})]


def test_a_list_of_other_strategies_is_silent() -> None:
    province = [line(f"ยุทธศาสตร์ที่ {number} {name}") for number, name in enumerate(("ข้าว", "ทะเล", "ป่า"), 1)]
    assert _told([*province, line(PROSE), *_blocks((ROADS, HOUSING), (PEOPLE, SCHOOLS))]) == []


def test_a_list_of_strategies_that_all_have_projects_is_silent() -> None:
    assert _told([*THREE[:2], line(PROSE), *_blocks((ROADS, HOUSING), (PEOPLE, SCHOOLS))]) == []
