"""How every workbook of XlsxWriter is opened: a text stays a text, and nothing is written to disk."""

from collections.abc import Mapping
from types import MappingProxyType

WORKBOOK_OPTIONS: Mapping[str, bool] = MappingProxyType(
    {
        "in_memory": True,
        # A text that looks like a formula, a link or a number is what a person typed, never run or changed.
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
)
