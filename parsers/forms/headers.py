"""The header row of a form, and which column each of its cells is."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from parsers.forms.sheets import SheetRow
from parsers.tables.columns import header_year, squeeze

_LOOKED_AT_ROWS = 60
"""A header stands near the top of its sheet."""
_LEAST_COLUMNS = 2
"""One known word alone may stand in any sheet."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where a header stands (the position among the sheet's rows), and the key of each column by its index."""

    position: int
    keys: Mapping[int, str]

    def cells(self, row: SheetRow) -> dict[str, str]:
        """The row's texts by key; of several columns with one key the first that holds something."""
        found: dict[str, str] = {}
        for col in sorted(row.texts):
            if col in self.keys:
                found.setdefault(self.keys[col], row.texts[col])
        return found


def find_header(
    rows: Sequence[SheetRow], headers: Iterable[tuple[str, str]], needed: Collection[str]
) -> Header | None:
    """The first row whose cells are headers of all keys in `needed`; None where there is none.

    `headers` are pairs of a header and its key. A header that names a year's money gives "budgets.<year>".
    """
    known = {squeeze(header): key for header, key in headers}
    for position, row in enumerate(rows[:_LOOKED_AT_ROWS]):
        keys = {col: key for col, text in row.texts.items() if (key := _key(text, known))}
        if set(needed) <= set(keys.values()) and len(set(keys.values())) >= _LEAST_COLUMNS:
            return Header(position, keys)
    return None


def _key(text: str, known: Mapping[str, str]) -> str | None:
    squeezed = squeeze(text)
    if squeezed in known:
        return known[squeezed]
    year = header_year(squeezed.removeprefix(squeeze("งบประมาณ")))
    return f"budgets.{year}" if year else None
