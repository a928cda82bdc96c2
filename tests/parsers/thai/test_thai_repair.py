"""Repair: valid text stays, each kind of damage goes back to what it was."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.thai.layer import judge_layer
from parsers.thai.lexicon import words
from parsers.thai.repair import Origin, repair_text
from parsers.thai.slots import SOUND, Layer

_WORDS = sorted(words())
_PLAIN_TEXTS = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join)

# What an operation plan talks of; invented.
_PLAN_LINES = (
    "โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก จำนวน 3 สาย",
    "สำนักปลัดองค์การบริหารส่วนตำบล",
    "การพัฒนาแหล่งน้ำและการเกษตร",
    "ดำเนินการตามแผนงานประจำปี",
    "เพื่อจัดทำระบบประปาหมู่บ้านให้ทั่วถึง",
    "ประชาชนในตำบลมีน้ำสะอาดใช้ทุกครัวเรือน",
    "กำหนดมาตรการป้องกันอุบัติเหตุ",
    "อำเภอสมมุติสำรวจความต้องการของราษฎร",
    "การบำรุงรักษาทางและสะพาน",
    "สนับสนุนอาหารกลางวันเด็กนักเรียน",
)


@pytest.mark.parametrize("origin", ["word", "pdf"])
def test_every_word_stays(origin: Origin) -> None:
    layer = SOUND
    assert [word for word in _WORDS if repair_text(word, origin, layer).text != word] == []


def test_words_stay_without_knowledge_of_the_layer() -> None:
    sample = random.Random(4).sample(_WORDS, 2000)  # noqa: S311
    assert [word for word in sample if repair_text(word, "pdf").text != word] == []


@settings(max_examples=150, deadline=None)
@given(_PLAIN_TEXTS)
def test_sequences_of_words_stay_in_a_sound_layer(text: str) -> None:
    assert repair_text(text, "word").text == text
    assert repair_text(text, "pdf", SOUND).text == text


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="กขจนบตปรวอเแไาำะิีึืุู่้๊์ํั็ \n1๑", max_size=14))
def test_repair_is_idempotent_and_never_adds_damage(text: str) -> None:
    for origin in ("word", "pdf"):
        once = repair_text(text, origin, SOUND)
        again = repair_text(once.text, origin, SOUND)
        assert again.text == once.text
        assert once.text.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("เเผนงาน", "แผนงาน"),
        ("จํานวน", "จำนวน"),
        ("น้ําประปา", "น้ำประปา"),
        ("นํ้าประปา", "น้ำประปา"),
        ("นำ้", "น้ำ"),
        ("น ำ ้", "น้ำ"),
        ("จาํนวน", "จำนวน"),
        ("พื้นท่ี", "พื้นที่"),
        ("หมู่่ที่", "หมู่ที่"),
        ("งบ\u200bประมาณ", "งบประมาณ"),
        ("\ufeffแผน\u00adงาน", "แผนงาน"),
        ("หมู่ที่\u00a03", "หมู่ที่ 3"),
        ("ดำาเนินการ", "ดำเนินการ"),
        ("จ านวน", "จำนวน"),
        ("คา้ขาย", "ค้าขาย"),
    ],
)
def test_faults_of_typing(damaged: str, mended: str) -> None:
    for origin in ("word", "pdf"):
        repair = repair_text(damaged, origin)
        assert repair.text == mended
        assert repair.kinds
        assert not repair.damaged


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("บ\uf70bาน", "บ้าน"),
        ("\uf70fาติ", "ญาติ"),
        ("ติดต้งั", "ติดตั้ง"),
        ("วตั ถุประสงค ์", "วัตถุประสงค์"),
        ("เกิดขนึ้", "เกิดขึ้น"),
        ("เป้ าหมาย", "เป้าหมาย"),
        ("การป้ องกัน", "การป้องกัน"),
        ("น ้าประปา", "น้ำประปา"),
        ("น้ าประปา", "น้ำประปา"),
        ("จัดท าแผน", "จัดทำแผน"),
        ("องค์การบริหารส่วนตาบล", "องค์การบริหารส่วนตำบล"),
        ("ยุทธศำสตร์", "ยุทธศาสตร์"),
        ("á¼¹§Ò¹", "แผนงาน"),
        ("หมูèบéาน", "หมู่บ้าน"),
        ("องคìการ", "องค์การ"),
        ("๑2 ๗,๐๐0.-", "๑2๗,๐๐0.-"),
        ("ม.๓ งบ ๑ 00,๐๐0.-", "ม.๓ งบ ๑00,๐๐0.-"),
        ("จ า\nนวน", "จำ\nนวน"),
    ],
)
def test_faults_of_pdf(damaged: str, mended: str) -> None:
    assert repair_text(damaged, "pdf").text == mended


@pytest.mark.parametrize(
    "text", ["25 °C", "2 × 3 เมตร", "café", "หมู่ 1 2 แห่ง", "จานวน", "ที่ ดิน", "½ ไร่", "COVID-19", "ตู้ ขนาด 5 × 5"]
)
def test_what_is_not_certainly_damaged_stays(text: str) -> None:
    assert repair_text(text, "pdf").text == text


@pytest.mark.parametrize(
    "text",
    [
        "Microsoft Office 2021 ๕ ชุด",
        "ISO 9001:2015 ๔ ระบบ",
        "USB 3.0 ๒ ช่อง",
        "รุ่น M404 ๒ เครื่อง",
        "จำนวน ๒ 3D",
        "โคมไฟ ๒ 60 W",
        "โคมไฟ ๒ 1.5 kW",
    ],
)
def test_the_number_of_a_latin_name_is_no_part_of_the_next_one(text: str) -> None:
    assert repair_text(text, "pdf").text == text


@pytest.mark.parametrize("text", ["่ดีมาก", "ก่้า", "เ 5"])
def test_what_cannot_be_mended_is_told(text: str) -> None:
    repair = repair_text(text, "word")
    assert repair == (text, (), True)


def _mangled(word: str, old: str, new: str) -> str:
    return word.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new"), [("ำ", "ํา"), ("แ", "เเ"), ("ี่", "่ี"), ("ื้", "ื้้"), ("น", "น\u200b"), ("้า", "า้"), ("้ำ", "ำ้")]
)
def test_reversible_manglings_come_back(old: str, new: str) -> None:
    words = random.Random(7).sample([word for word in _WORDS if old in word], 100)  # noqa: S311
    assert [repair_text(_mangled(word, old, new), "word").text for word in words] == words


def test_layer_that_lost_sara_am() -> None:
    lost = [line.replace("ำ", "า") for line in _PLAN_LINES * 6]
    layer = judge_layer(lost)
    assert layer.am_lost
    assert [repair_text(line, "pdf", layer).text for line in lost] == list(_PLAN_LINES * 6)


def test_layer_with_sara_am_for_sara_aa() -> None:
    bold = [line.replace("า", "ำ") for line in _PLAN_LINES]
    layer = judge_layer([*_PLAN_LINES, *bold])
    assert layer.am_for_aa
    assert [repair_text(line, "pdf", layer).text for line in bold] == list(_PLAN_LINES)
    assert [repair_text(line, "pdf", layer).text for line in _PLAN_LINES] == list(_PLAN_LINES)


def test_sound_layer_is_sound() -> None:
    assert judge_layer(_PLAN_LINES * 6) == Layer()
