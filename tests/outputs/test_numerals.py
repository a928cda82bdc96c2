"""Thai digits everywhere but in addresses, Latin codes and model names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outputs.numerals import write_numerals

_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_THAI = st.text(alphabet="กขคงจชดตนบปมรลวสอหาิีุ่้ 0123456789().,/-", max_size=80)
_ANY = st.text(max_size=80)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("ปี 2566 - 2570", "ปี ๒๕๖๖ - ๒๕๗๐"),
        ("หมู่ที่ 12/1 งบ 1,250,000.50 บาท", "หมู่ที่ ๑๒/๑ งบ ๑,๒๕๐,๐๐๐.๕๐ บาท"),
        ("โรค COVID-19 ปี 2566", "โรค COVID-19 ปี ๒๕๖๖"),
        ("กระดาษ A4 5 รีม", "กระดาษ A4 ๕ รีม"),
        ("หลัก 3Rs D.A.R.E. PM2.5", "หลัก 3Rs D.A.R.E. PM2.5"),
        ("โคม LED-60W 5 ชุด", "โคม LED-60W ๕ ชุด"),
        ("โคม LED 60 W 5 ชุด", "โคม LED 60 W ๕ ชุด"),
        ("Windows 11 จำนวน 2 เครื่อง", "Windows 11 จำนวน ๒ เครื่อง"),
        ("Core i5 10400 แรม 8 GB", "Core i5 10400 แรม 8 GB"),
        ("ดู https://sample.go.th/2566/1 หน้า 3", "ดู https://sample.go.th/2566/1 หน้า ๓"),
        ("ดู sample.go.th/2566 หน้า 3", "ดู sample.go.th/2566 หน้า ๓"),
        ("plan2566@sample.go.th โทร 1567", "plan2566@sample.go.th โทร ๑๕๖๗"),
        ("กว้าง 4x100 ม. 0.40X0.40x6", "กว้าง ๔x๑๐๐ ม. ๐.๔๐X๐.๔๐x๖"),
        ("IP 192.168.1.10 ข้อ 1.1.1.1 แรม", "IP 192.168.1.10 ข้อ ๑.๑.๑.๑ แรม"),
        ("IP Address: 10.0.0.1 จำนวน 2", "IP Address: 10.0.0.1 จำนวน ๒"),
        ("ท่อ 1,000kg", "ท่อ 1,000kg"),
        ("อาคาร3Dชั้น2", "อาคาร3Dชั้น๒"),
    ],
)
def test_what_is_written_and_what_stays(text: str, written: str) -> None:
    assert write_numerals(text) == written


@given(_THAI)
def test_thai_text_keeps_no_arabic_digit(text: str) -> None:
    assert not re.search("[0-9]", write_numerals(text))


@given(_ANY)
def test_nothing_but_digits_changes(text: str) -> None:
    arabic = text.translate(_TO_ARABIC)
    assert write_numerals(text).translate(_TO_ARABIC) == arabic


@given(_ANY)
def test_writing_twice_is_writing_once(text: str) -> None:
    once = write_numerals(text)
    assert write_numerals(once) == once


@given(st.from_regex(r"[A-Z][A-Za-z]{0,5}-?[0-9]{1,4}", fullmatch=True))
def test_latin_codes_stay(code: str) -> None:
    assert write_numerals(f"รุ่น {code} จำนวน") == f"รุ่น {code} จำนวน"
