"""Texts that stand where a heading has no project: "ไม่มีโครงการ", "- ไม่มี -", a row of dashes."""

import re

from parsers.tables.totals import is_grand_total, names_project, total_count, total_group
from parsers.tables.walk import BodyRow, TotalRow
from parsers.thai import normalize_text, read_money, read_row_number
from schemas.document import Table
from schemas.vocabulary import load, vocabulary_cache

_AROUND = r"[\s\d\-–—._*()\[\]\"“”']*"
_DASHES = re.compile(r"[\s\-–—_.]*[\-–—][\s\-–—_.]*")
_LEAST_BAHT = 1000
_LEAST_DASHES = 2
"""One dash alone may go on with anything; a row that says nothing has them in more columns."""


@vocabulary_cache()
def _pattern() -> re.Pattern[str]:
    said = load("empty_tables")["said"]
    following = "|".join(sorted(map(re.escape, said["following"]), key=len, reverse=True))
    return re.compile(rf"{_AROUND}{re.escape(said['beginning'])}(?:{_AROUND}(?:{following}))*{_AROUND}")


@vocabulary_cache(maxsize=4096)
def says_none(text: str) -> bool:
    """Whether a text says in words that there is no project."""
    return _pattern().fullmatch(normalize_text(text)) is not None


def is_dash(text: str) -> bool:
    """Whether a text is nothing but dashes."""
    return _DASHES.fullmatch(normalize_text(text)) is not None


def is_nothing(row: BodyRow) -> bool:
    """Whether a row of a project table says that there is no project: in words before its money, or by dashes.

    A number of its own does not make words a project ("1 | ไม่มีโครงการ"); a number before dashes may be one.
    """
    columns = row.layout.columns
    number = normalize_text(row.text("number"))
    texts = [
        (columns[index].role, normalize_text(text))
        for index, text in row.texts.items()
        if columns[index].role != "number" and text.strip()
    ]
    if not texts:
        return False
    if texts[0][0] != "budget" and says_none(texts[0][1]):
        is_plain = not number or is_dash(number) or read_row_number(number) is not None
        return is_plain and all(_is_blank(text) for _, text in texts[1:])
    dashes = [text for _, text in texts] + ([number] if number else [])
    return len(dashes) >= _LEAST_DASHES and all(map(is_dash, dashes))


def says_none_in(table: Table) -> bool:
    """Whether a table holds nothing but words that there is no project, and dashes."""
    texts = [cell.text for cell in table.cells if cell.text.strip()]
    return any(map(says_none, texts)) and all(says_none(text) or is_dash(text) for text in texts)


def begins_with_project(table: Table) -> bool:
    """Whether a table has no header and its first row is a project's: a number, a project's name, and money."""
    first = [
        cell for cell in sorted(table.cells, key=lambda cell: cell.col) if cell.row == 0 and cell.text.strip()
    ]
    if not first or read_row_number(first[0].text) is None:
        return False
    has_money = any(amount >= _LEAST_BAHT for cell in first[1:] for amount in read_money(cell.text).amounts)
    return has_money and any(names_project(cell.text) for cell in first[1:])


def text_of(table: Table) -> str:
    """The texts of a table's cells as one."""
    return " ".join(cell.text for cell in table.cells if cell.text.strip())


def sums_projects(total: TotalRow) -> bool:
    """Whether the sum of a table without projects tells of some all the same; sums of wider headings do not."""
    label = normalize_text(total.label)
    if is_grand_total(label) or total_group(label):
        return False
    columns = total.row.layout.columns
    money = (text for index, text in total.row.texts.items() if columns[index].role == "budget")
    return bool(total_count(label)) or any(any(read_money(text).amounts) for text in money)


def _is_blank(text: str) -> bool:
    """Whether a cell beside such words adds nothing to them: a dash, the words again, or no money."""
    money = read_money(text)
    no_money = bool(money.amounts) and not any(money.amounts) and not money.unread
    return is_dash(text) or says_none(text) or no_money
