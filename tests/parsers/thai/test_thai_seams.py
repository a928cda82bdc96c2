"""Seams that a document closes by what it shows elsewhere."""

import pytest

from parsers.thai import SeamMemory, normalize_text

OPEN = "จัดซื้อปั๊มสูบน้ำ\nแบบหอยโข่ง"


def _read(text: str, *elsewhere: str) -> str:
    return normalize_text(SeamMemory.of((text, *elsewhere)).closed(text))


def test_a_space_seen_elsewhere_closes_the_seam() -> None:
    assert _read(OPEN, "ปั๊มสูบน้ำ แบบหอยโข่ง 2 ตัว") == "จัดซื้อปั๊มสูบน้ำ แบบหอยโข่ง"


@pytest.mark.parametrize(
    "elsewhere",
    [(), ("ปั๊มสูบน้ำแบบหอยโข่ง",), ("สูบน้ำ แบบหอยโข่ง", "สูบน้ำแบบหอยโข่ง"), ("พัดลม แบบตั้งโต๊ะ",)],
)
def test_nothing_seen_or_both_ways_leaves_the_seam_closed(elsewhere: tuple[str, ...]) -> None:
    assert _read(OPEN, *elsewhere) == "จัดซื้อปั๊มสูบน้ำแบบหอยโข่ง"


def test_a_space_seen_at_another_line_end_counts() -> None:
    assert _read(OPEN, "ปั๊มสูบน้ำ \nแบบหอยโข่ง") == "จัดซื้อปั๊มสูบน้ำ แบบหอยโข่ง"


def test_a_phrase_that_is_joined_elsewhere_is_joined_at_the_seam() -> None:
    seam = "โครงการประชาคมหมู่บ้าน\nหมู่ที่ 7"
    assert _read(seam) == "โครงการประชาคมหมู่บ้าน หมู่ที่ 7"
    assert _read(seam, "โครงการประชาคมหมู่บ้านหมู่ที่ 3") == "โครงการประชาคมหมู่บ้านหมู่ที่ 7"
    assert _read(seam, "โครงการประปาหมู่บ้านหมู่ที่ 3") == "โครงการประชาคมหมู่บ้าน หมู่ที่ 7"


def test_certainty_falls_with_what_is_open() -> None:
    def certainty(text: str, *elsewhere: str) -> float:
        return SeamMemory.of((text, *elsewhere)).certainty(text)

    seen = certainty(OPEN, "ปั๊มสูบน้ำแบบหอยโข่ง")
    unknown = certainty("โครงการ\nขยะแลกไข่")
    perhaps = certainty(OPEN)
    usually_spaced = certainty(OPEN, "พัดลม แบบหอยโข่ง", "ท่อ แบบหอยโข่ง")
    cut_number = certainty("รุ่นละ 3\n2 คน")
    assert seen == certainty("ไม่มีรอยต่อ") == certainty("มีช่องว่าง \nที่ท้ายบรรทัด") == 1.0
    assert 1.0 > unknown > perhaps > usually_spaced > cut_number > 0.0


def test_both_sides_of_the_seam_are_not_evidence_of_themselves() -> None:
    assert _read("ก่อสร้างหอประชุม\nกลางหมู่บ้าน", "ก่อสร้างหอประชุม\nกลางหมู่บ้าน") == "ก่อสร้างหอประชุมกลางหมู่บ้าน"
