"""Numerals, money, months, years, editions and marks."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.thai import (
    MoneyReading,
    goes_on_with_amount,
    is_fund_source,
    is_month_mark,
    is_row_number,
    read_edition,
    read_int,
    read_money,
    read_month,
    read_row_number,
    read_year_range,
    read_years,
    to_arabic,
)

_STYLES = (
    "{}",
    "{}.-",
    "{}  .-",
    "{}-.",
    "{} บาท",
    "{} บาทถ้วน",
    "{}.- บาท",
    "{}.",
    " {} ",
    "{}\n(งบ อบต.)",
    "{} (บาท)",
    "{}=",
)


def _mixed(text: str, choose: list[bool]) -> str:
    """The digits of `text` as Thai ones wherever `choose` says so."""
    return "".join(
        chr(ord("๐") + int(letter)) if letter.isdigit() and choose[place % len(choose)] else letter
        for place, letter in enumerate(text)
    )


_MIXES = st.lists(st.booleans(), min_size=1, max_size=7)


@given(st.integers(0, 10**12), _MIXES)
def test_ints_in_any_digits(number: int, mix: list[bool]) -> None:
    assert read_int(_mixed(f"{number}", mix)) == number
    assert read_int(_mixed(f"{number:,}", mix)) == number
    assert to_arabic(_mixed(f"{number}", mix)) == f"{number}"


@given(st.integers(0, 10**10), st.sampled_from(_STYLES), st.sampled_from(["{:,}", "{}"]), _MIXES)
def test_amounts_in_every_style(baht: int, style: str, grouping: str, mix: list[bool]) -> None:
    reading = read_money(style.format(_mixed(grouping.format(baht), mix)))
    assert reading.amounts == (Decimal(baht),)
    assert reading.unread is None


@given(st.decimals(0, 10**9, places=2), _MIXES)
def test_amounts_with_satang(baht: Decimal, mix: list[bool]) -> None:
    assert read_money(_mixed(f"{baht:,.2f}", mix)).amounts == (baht,)


@given(st.integers(1000, 10**9), st.data())
def test_amounts_wrapped_inside_their_last_group(baht: int, data: st.DataObject) -> None:
    text = f"{baht:,}"
    cut = data.draw(st.integers(len(text) - 2, len(text) - 1))
    assert read_money(f"{text[:cut]}\n{text[cut:]}.-").amounts == (Decimal(baht),)


def _amounts(*baht: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, baht))


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("", MoneyReading()),
        ("-", MoneyReading(placeholder="-")),
        ("–", MoneyReading(placeholder="-")),
        (".-", MoneyReading(placeholder="-")),
        ("ไม่ใช้งบประมาณ", MoneyReading(placeholder="ไม่ใช้งบประมาณ")),
        ("ไม่ใช้\nงบประมาณ", MoneyReading(placeholder="ไม่ใช้งบประมาณ")),
        ("ไม่ใช้งบ", MoneyReading(placeholder="ไม่ใช้งบ")),
        ("0", MoneyReading(_amounts("0"))),
        ("0.-", MoneyReading(_amounts("0"))),
        ("9,816,20\n0.-", MoneyReading(_amounts("9816200"))),
        ("๓\n๕0,๐๐\n0", MoneyReading(_amounts("350000"))),
        ("3\n50,000\n(งบ อบต.)", MoneyReading(_amounts("350000"), fund_source="งบ อบต.")),
        ("50,000\n300", MoneyReading(_amounts("50000", "300"))),
        ("20,000 บาท\nเงิน\nอุดหนุน", MoneyReading(_amounts("20000"), fund_source="เงินอุดหนุน")),
        ("20,000 บาท\nเทศบัญญัติ", MoneyReading(_amounts("20000"), fund_source="เทศบัญญัติ")),
        ("฿ 75,500.50", MoneyReading(_amounts("75500.50"))),
        ("1 ,500,000", MoneyReading(_amounts("1500000"))),
        ("1, 500,000", MoneyReading(_amounts("1500000"))),
        ("1.500.000", MoneyReading(_amounts("1500000"))),
        ("1.5 ล้านบาท", MoneyReading(_amounts("1500000"))),
        ("2 แสนบาท", MoneyReading(_amounts("200000"))),
        ("100,000\n200,000", MoneyReading(_amounts("100000", "200000"))),
        ("100,000.-\n200,000.-", MoneyReading(_amounts("100000", "200000"))),
        ("-\n100,000", MoneyReading(_amounts("100000"))),
        ("20,000.-\n(งบ\nอบต.)", MoneyReading(_amounts("20000"), fund_source="งบ อบต.")),
        ("20,000\nเงินสะสม", MoneyReading(_amounts("20000"), fund_source="เงินสะสม")),
        ("5,000 บาท\n(ห้าพันบาทถ้วน)", MoneyReading(_amounts("5000"))),
        ("(งบ อบต.)", MoneyReading(fund_source="งบ อบต.")),
        ("(งบ อบต.", MoneyReading(fund_source="งบ อบต.")),
        ("(บาท)", MoneyReading()),
        ("- (งบจังหวัด)", MoneyReading(placeholder="-", fund_source="งบจังหวัด")),
        (
            "2,000 (งบ อบต.) 3,000 (เงินสะสม)",
            MoneyReading(_amounts("2000", "3000"), fund_source="งบ อบต., เงินสะสม"),
        ),
    ],
)
def test_money(text: str, reading: MoneyReading) -> None:
    assert read_money(text) == reading


@pytest.mark.parametrize(
    "text",
    [
        "๒๐๐.๐๐๐",
        "1,50,000",
        "9,816,20",
        "0,000",
        "050",
        "-100,000",
        "- 100,000",
        "(100,000)",
        "หนึ่งแสนบาท",
        "2 แสน 5 หมื่นบาท",
        "100,000 - 200,000",
        "100,000, 200,000",
        "12 เดือน",
        "500 บาท/คน",
        "50%",
        "หมู่ 3 100,000",
    ],
)
def test_money_that_must_not_be_guessed(text: str) -> None:
    assert read_money(text).unread


def test_fund_sources() -> None:
    assert all(map(is_fund_source, ("งบ อบต.", "(เงินอุดหนุนเฉพาะกิจ)", "ข้อบัญญัติ", "จ่ายขาดเงินสะสม")))
    assert not any(map(is_fund_source, ("(บาท)", "งบประมาณ", "กองช่าง", "100,000")))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("๑", "1"),
        ("1.", "1"),
        ("(2)", "2"),
        ("2)", "2"),
        ("๑.๑", "1.1"),
        ("1.1.", "1.1"),
        ("12/1", "12/1"),
        ("3 ", "3"),
        ("1\n0", "10"),
        ("1\n2", None),
        ("ก.", None),
        ("", None),
        ("-", None),
        ("1 2", None),
        ("12,000", None),
        ("25661", None),
        ("1.-", None),
        ("1 แห่ง", None),
    ],
)
def test_row_numbers(text: str, number: str | None) -> None:
    assert read_row_number(text) == number
    assert is_row_number(text) == (number is not None)


@pytest.mark.parametrize("text", ["", "1.5", "1,00", "-1", "หนึ่ง"])
def test_no_ints(text: str) -> None:
    assert read_int(text) is None


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("ต.ค.", 10),
        ("ต.ค", 10),
        ("ตค.", 10),
        ("ตค", 10),
        ("ตุลาคม", 10),
        ("ต\n.\nค\n.", 10),
        ("ม. ค.", 1),
        ("มี.ค.", 3),
        ("เม.ย.", 4),
        ("มิ.ย.", 6),
        ("ก.ย. 66", 9),
        ("ก.ย.๖๖", 9),
        ("กันยายน 2566", 9),
        ("เดือนกันยายน พ.ศ. 2566", 9),
        ("ม.ย.", None),
        ("ที่", None),
        ("66", None),
        ("", None),
        ("ตลอดปี", None),
        ("ต.ค. - ก.ย.", None),
    ],
)
def test_months(text: str, month: int | None) -> None:
    assert read_month(text) == month


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("พ.ศ. ๒๕๖6", (2566,)),
        ("ปี 66", (2566,)),
        ("ก.ย. 66", (2566,)),
        ("2566 (บาท)", (2566,)),
        ("1 ตุลาคม 2565", (2565,)),
        ("ปีงบประมาณ พ.ศ. ๒๕๖6 และ 2567", (2566, 2567)),
        ("2566, 2566", (2566,)),
        ("2,566", ()),
        ("66", ()),
        ("25661", ()),
        ("แก้ไขครั้งที่ 2/2568", ()),
        ("2499", ()),
        ("", ()),
    ],
)
def test_years(text: str, years: tuple[int, ...]) -> None:
    assert read_years(text) == years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("พ.ศ. 2566 – 2570", (2566, 2570)),
        ("2566-2570", (2566, 2570)),
        ("2566 ถึง 2570", (2566, 2570)),
        ("(พ.ศ.๒๕๖๖ - ๒๕๗๐)", (2566, 2570)),
        ("พ.ศ. 2566 ถึง พ.ศ. 2570", (2566, 2570)),
        ("2566-70", (2566, 2570)),
        ("2570-2566", None),
        ("2566", None),
        ("2566 - 100,000", None),
    ],
)
def test_year_ranges(text: str, years: tuple[int, int] | None) -> None:
    assert read_year_range(text) == years


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("แก้ไขครั้งที่ ๒/๒๕๖๘", "แก้ไขครั้งที่ 2/2568"),
        ("(เพิ่มเติมครั้งที่ 5 / 2567)", "เพิ่มเติมครั้งที่ 5/2567"),
        ("ฉบับแก้ไขเพิ่มเติม ครั้งที่ 1 พ.ศ. 2566", "ฉบับแก้ไขเพิ่มเติม ครั้งที่ 1 พ.ศ. 2566"),
        ("เพิ่มเติมและเปลี่ยนแปลง ครั้งที่ 2/2566", "เพิ่มเติมและเปลี่ยนแปลง ครั้งที่ 2/2566"),
        ("แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570) แก้ไข ครั้งที่ 3", "แก้ไข ครั้งที่ 3"),
        ("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2568 (เพิ่มเติม ฉบับที่ 1 พ.ศ. 2568)", "เพิ่มเติม ฉบับที่ 1 พ.ศ. 2568"),
        ("(เพิ่มเติมฉบับที่ ๒ / ๒๕๖๘)", "เพิ่มเติมฉบับที่ 2/2568"),
        ("แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570) (ฉบับทบทวน)", "ฉบับทบทวน"),
        ("แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570) เพิ่มเติม", "เพิ่มเติม"),
        ("1.1 แผนงานการศึกษา (แก้ไข)", None),
        ("ระเบียบว่าด้วยการจัดทำแผนพัฒนา พ.ศ. 2548 แก้ไขเพิ่มเติม ฉบับที่ 3 พ.ศ. 2561", None),
        ("แผนพัฒนา พ.ศ. 2548 และที่แก้ไขเพิ่มเติม ฉบับที่ 3 พ.ศ. 2561", None),
        ("เพิ่มเติม ฉบับที่ 2 พ.ศ. 2559 ข้อ 26", None),
        ("ประชุมครั้งที่ 2/2566", None),
        ("ระเบียบฯ แก้ไขเพิ่มเติม (ฉบับที่ 3) พ.ศ. 2561", None),
    ],
)
def test_editions(text: str, edition: str | None) -> None:
    assert read_edition(text) == edition


@pytest.mark.parametrize(
    "text", ["↔", "<->", "<-->", "←→", "/", "✓", "√", "X", "x", "●", "þ", "_____", "-----", "<----", "←\n→"]
)
def test_month_marks(text: str) -> None:
    assert is_month_mark(text)


@pytest.mark.parametrize("text", ["", " ", "-", "--", "–", "1", "ก", "ต.ค.", "100,000"])
def test_no_month_marks(text: str) -> None:
    assert not is_month_mark(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("๙\n๔๑,๐๐๐", "941000"),
        ("14\n7,000 .-", "147000"),
        ("2,1\n83,000.-", "2183000"),
        ("1\n๓๘,๕00 .-", "138500"),
    ],
)
def test_an_amount_that_a_narrow_column_broke_is_one(text: str, amount: str) -> None:
    assert read_money(text).amounts == (Decimal(amount),)


def test_amounts_on_lines_of_their_own_stay_apart() -> None:
    assert read_money("500\n20,000").amounts == (Decimal(500), Decimal(20000))


@pytest.mark.parametrize(
    ("before", "after", "goes_on"),
    [
        ("17", "8,000.00", True),
        ("๑\n,๗๕๒,๐๐๐.๐", "๐", True),
        ("231,5", "00.-", True),
        ("1,324,000.", "00", True),
        ("178,000.-", "8,000.-", False),
        ("50,000", "30,000", False),
        ("-", "17,000", False),
        ("", "17,000", False),
        ("17", "(งบ อบต.)", False),
    ],
)
def test_an_amount_that_a_page_cuts_goes_on(before: str, after: str, goes_on: bool) -> None:
    assert goes_on_with_amount(before, after) is goes_on
