"""The page's style sheet: the part that all pages share, and the widths and labels of a plan's own columns."""

import re
from collections.abc import Iterator, Sequence
from importlib.resources import files

from outputs.html.phrases import page_words
from outputs.html.sections import PageForm, PageNone, PageSection, PageTable
from outputs.numerals import NumeralPolicy, table_numerals, write_numerals

# What ends a string of CSS, or the element around the sheet.
_UNSAFE = re.compile('["\\\\<>&\x00-\x1f\x7f-\x9f\ud800-\udfff]')
_NARROW = "@media screen and (max-width: 52rem)"
# An amount never breaks: a table that has not the room for its sums is wider than the page, and scrolls.
_WIDE = "@media screen and (min-width: 52.01rem)"
_LEAST_TABLE_REM, _SIGN_REM, _PADDING_REM, _PAGE_SIDES_REM = 62.0, 0.55, 0.95, 4.0
_WIDEST_PAGE_REM = 96.0
# No higher than the window, so that its header and the bar that moves it sideways are always in view.
_BOX = "overflow: auto; max-height: var(--box);"
_COUNTER = {"thai": "thai", "thai-text": "thai", "arabic": "decimal"}


def style_sheet(forms: Sequence[PageForm], policy: NumeralPolicy) -> str:
    """The whole sheet. Nothing in it asks for another file."""
    shared = files("outputs.html").joinpath("page.css").read_text("utf-8")
    labels = "\n".join(
        (*_units(), *(rule for form in forms for rule in _labels(form, table_numerals(policy))))
    )
    widths = "\n".join(rule for form in forms for rule in (*_widths(form), *_room_for_amounts(form)))
    number = f"{css_string(page_words()['projects']['page'] + ' ')} counter(page, {_COUNTER[policy]})"
    page = f"@page {{ @bottom-right {{ content: {number}; font-size: 10pt; }} }}"
    return f"{shared}{widths}\n{_NARROW} {{\n{labels}\n}}\n{page}\n"


def css_string(text: str) -> str:
    """`text` as a string of CSS that ends neither itself nor the element <style>."""
    return '"' + _UNSAFE.sub(lambda match: "\\" + format(ord(match.group()), "x") + " ", text) + '"'


def _widths(form: PageForm) -> Iterator[str]:
    for column in form.columns:
        yield f".f{form.at} col.c{column.at} {{ width: {column.width}%; }}"


def _room_for_amounts(form: PageForm) -> Iterator[str]:
    """The width that the form's tables need for their largest sum; nothing where the usual least is enough."""
    shares = [column.width / 100 for column in form.columns if column.is_money]
    signs = max((len(amount) for table in _tables(form.children) for amount in table.sums), default=0)
    if not shares:
        return
    needed_rem = (signs * _SIGN_REM + _PADDING_REM) / min(shares)
    if needed_rem > _LEAST_TABLE_REM:
        yield f"{_WIDE} {{ .f{form.at} {{ min-width: {needed_rem:.1f}rem; }} }}"
        until = f"(max-width: {needed_rem + _PAGE_SIDES_REM:.1f}rem)"
        if needed_rem + _PAGE_SIDES_REM > _WIDEST_PAGE_REM:
            until = "(min-width: 0)"
        yield f"{_WIDE} and {until} {{ .part .scroll:has(> .f{form.at}) {{ {_BOX} }} }}"


def _tables(children: Sequence[PageSection | PageTable | PageNone]) -> Iterator[PageTable]:
    for child in children:
        if isinstance(child, PageTable):
            yield child
        elif isinstance(child, PageSection):
            yield from _tables(child.children)


def _labels(form: PageForm, policy: NumeralPolicy) -> Iterator[str]:
    """On narrow screens each value stands under its header."""
    for column in form.columns:
        label = css_string(write_numerals(column.label, policy))
        parts = "tbody, tfoot" if column.is_money else "tbody"
        yield f".f{form.at} :is({parts}) .c{column.at}::before {{ content: {label}; }}"


def _units() -> Iterator[str]:
    """The words behind the figures of the chart, whose headers narrow screens have no place for."""
    words = page_words()["money"]
    for kind, unit in (("center", words["count"]), ("money", words["baht"])):
        yield f".shares td.{kind}::after {{ content: {css_string(f' {unit}')}; }}"
