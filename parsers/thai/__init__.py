"""Thai text: its repair, and the reading of numerals, money, dates and names.

The only room on the reading side that knows pythainlp, which is loaded only for damaged text.
"""

from parsers.thai.dates import read_edition, read_month, read_year_range, read_years
from parsers.thai.document import repair_document
from parsers.thai.funds import is_fund_source
from parsers.thai.joining import join_lines, normalize_text, without_told_wraps
from parsers.thai.money import MoneyReading, goes_on_with_amount, read_money
from parsers.thai.month_marks import is_month_mark
from parsers.thai.numerals import is_row_number, read_int, read_row_number, to_arabic
from parsers.thai.organizations import find_organization, read_address, read_organization
from parsers.thai.periods import read_period
from parsers.thai.programs import read_equipment_type, read_program
from parsers.thai.repair import Repair, repair_text
from parsers.thai.seams import SeamMemory
from parsers.thai.units import is_unfinished_unit, normalize_unit_text, split_units
from parsers.thai.validity import invalid_clusters, is_damaged

__all__ = [
    "MoneyReading",
    "Repair",
    "SeamMemory",
    "find_organization",
    "goes_on_with_amount",
    "invalid_clusters",
    "is_damaged",
    "is_fund_source",
    "is_month_mark",
    "is_row_number",
    "is_unfinished_unit",
    "join_lines",
    "normalize_text",
    "normalize_unit_text",
    "read_address",
    "read_edition",
    "read_equipment_type",
    "read_int",
    "read_money",
    "read_month",
    "read_organization",
    "read_period",
    "read_program",
    "read_row_number",
    "read_year_range",
    "read_years",
    "repair_document",
    "repair_text",
    "split_units",
    "to_arabic",
    "without_told_wraps",
]
