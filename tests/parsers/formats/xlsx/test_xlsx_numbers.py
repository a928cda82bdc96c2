"""Numbers and dates as Excel shows them."""

import pytest

from parsers.formats.xlsx.numbers import shown

ACCOUNTING = '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-'


@pytest.mark.parametrize(
    ("stored", "code", "text"),
    [
        ("245000", "General", "245000"),
        ("238613.38", "General", "238613.38"),
        ("0.30000000000000004", "General", "0.3"),
        ("1.5E+6", "General", "1500000"),
        ("245000", "#,##0", "245,000"),
        ("238613.38", "#,##0.00", "238,613.38"),
        ("5", "000", "005"),
        ("1.5", "0.##", "1.5"),
        ("2", "0.##", "2"),
        ("0.125", "0.0%", "12.5%"),
        ("1234567", "#,##0,", "1,235"),
        ("245000", '#,##0" บาท"', "245,000 บาท"),
        ("200000", "#,##0.-", "200,000.-"),
        ("2566", '"พ.ศ. "0', "พ.ศ. 2566"),
        ("1000", "[$฿-41E]#,##0.00", "฿1,000.00"),
        ("-1500", "#,##0", "-1,500"),
        ("-1500", "#,##0;[Red](#,##0)", "(1,500)"),
        ("7", "@", "7"),
        ("5", ";;;", ""),
        ("3", "# ?/?", "3"),
    ],
)
def test_numbers(stored, code, text):
    assert shown(stored, code) == text


@pytest.mark.parametrize("code", ["t#,##0", "[$-D07041E]#,##0", "[$-D000000]#,##0"])
def test_formats_for_thai_digits_give_arabic_ones(code):
    assert shown("245000", code) == "245,000"


def test_an_accounting_format_shows_a_dash_for_nothing():
    assert shown("0", ACCOUNTING) == "-"
    assert shown("1500", ACCOUNTING) == "1,500.00"


def test_satang_that_a_format_hides_are_kept_but_the_residue_of_a_sum_is_not():
    assert shown("238613.38", "#,##0") == "238,613.38"
    assert shown("238613.5", "#,##0") == "238,613.50"
    assert shown("33333.333333333336", "#,##0") == "33,333"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("mmm", "ต.ค."),
        ("mmmm", "ตุลาคม"),
        ("mmm-yy", "ต.ค. 22"),
        ("[$-107041E]mmm yy;@", "ต.ค. 65"),
        ("mmm-bb", "ต.ค. 65"),
        ("[$-107041E]d mmmm yyyy;@", "1 ตุลาคม 2565"),
        ("[$-41E]d mmmm yyyy", "1 ตุลาคม 2022"),
        ("d/m/bbbb", "1/10/2565"),
        ("dd/mm/yyyy", "01/10/2022"),
        ("dddd", "เสาร์"),
        ("h:mm", "12:30"),
        ("d/m/yyyy h:mm:ss", "1/10/2022 12:30:00"),
    ],
)
def test_dates(code, text):
    assert shown("44835.520833333336", code) == text


def test_days_before_the_false_leap_day_and_of_the_other_calendar():
    assert shown("1", "d/m/yyyy") == "1/1/1900"
    assert shown("61", "d/m/yyyy") == "1/3/1900"
    assert shown("0", "d/m/yyyy", from_1904=True) == "1/1/1904"


@pytest.mark.parametrize("stored", ["abc", "nan", "inf", "1E+300", "-1E-300"])
def test_what_is_no_usable_number_stays_as_stored(stored):
    assert shown(stored, "#,##0") == stored


def test_dates_beyond_the_calendar_stay_numbers():
    assert shown("99999999", "d/m/yyyy") == "99999999"
