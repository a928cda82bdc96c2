"""Where lines of text end and tables begin, with rules and without."""

from openpyxl import Workbook
from openpyxl.styles import Border, Side

from tests.parsers.formats.xlsx.workbooks import read, saved, shown

HEADER = ["ที่", "โครงการ", "งบประมาณ"]
BOX = Border(left=Side(style="thin"), right=Side(style="thin"))


def seen(*rows, ruled=()):
    """The document of these rows; those of the 1-based numbers `ruled` have rules at their sides."""
    book = Workbook()
    for number, row in enumerate(rows, 1):
        for col, text in enumerate(row, 1):
            book.active.cell(number, col, text)
            if number in ruled:
                book.active.cell(number, col).border = BOX
    return shown(read(saved(book)))


def test_lines_stand_over_a_table():
    assert seen(["แผนการดำเนินงาน"], ["1. แผนงานการศึกษา"], HEADER, [1, "ก", 5]) == [
        "แผนการดำเนินงาน",
        "1. แผนงานการศึกษา",
        ["ที่ | โครงการ | งบประมาณ", "1 | ก | 5"],
    ]


def test_a_number_and_a_name_side_by_side_are_one_line():
    assert seen(["1.1", "แผนงานการศึกษา"], HEADER)[0] == "1.1 แผนงานการศึกษา"


def test_texts_far_apart_are_two_lines():
    assert seen(["แผนงานการศึกษา", None, "แบบ ผด.02"], HEADER)[:2] == ["แผนงานการศึกษา", "แบบ ผด.02"]


def test_without_rules_all_is_table_from_the_first_full_row_on():
    assert seen(HEADER, [1, "ก", 5], ["แผนงานการเกษตร"], [None, "ข"]) == [
        ["ที่ | โครงการ | งบประมาณ", "1 | ก | 5", "แผนงานการเกษตร |  | ", " | ข | "]
    ]


def test_blank_rows_divide_tables():
    assert seen(HEADER, [1, "ก", 5], [], ["แผนงานการเกษตร"], HEADER, [1, "ข", 6]) == [
        ["ที่ | โครงการ | งบประมาณ", "1 | ก | 5"],
        "แผนงานการเกษตร",
        ["ที่ | โครงการ | งบประมาณ", "1 | ข | 6"],
    ]


def test_rules_tell_which_rows_are_a_table():
    rows = (HEADER, [None, "ต่อ", None], ["แผนงานการเกษตร"], HEADER, ["ลงชื่อ"])
    assert seen(*rows, ruled=(1, 2, 4)) == [
        ["ที่ | โครงการ | งบประมาณ", " | ต่อ | "],
        "แผนงานการเกษตร",
        ["ที่ | โครงการ | งบประมาณ"],
        "ลงชื่อ",
    ]


def test_an_empty_row_with_rules_divides_nothing():
    rows = (HEADER, [None, None, None], [1, "ก", 5])
    assert seen(*rows, ruled=(1, 2, 3)) == [["ที่ | โครงการ | งบประมาณ", "1 | ก | 5"]]


def test_a_sum_behind_a_blank_row_is_no_line():
    assert seen(HEADER, [1, "ก", 5], [], ["รวม", 5])[1:] == [["รวม | 5 | "]]
