"""Columns that a page's part of a table does not show, because all its cells are merged over them."""

from collections.abc import Sequence
from itertools import pairwise

from schemas.document import Block, Cell, Table

SAME_EDGE_PT = 1.5


def show_hidden_columns(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the columns of the page before given to each table that goes on from there.

    On such a page one merged cell over all months hides that there are twelve. `blocks` are a whole
    document's. Tables with edges of their own stay as they are.
    """
    by_page: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        if isinstance(block, Table) and block.page is not None:
            by_page.setdefault(block.page, []).append(index)
    shown = list(blocks)
    for page, follower in pairwise(sorted(by_page)):
        last, first = shown[by_page[page][-1]], shown[by_page[follower][0]]
        if follower == page + 1 and isinstance(last, Table) and isinstance(first, Table):
            shown[by_page[follower][0]] = _with_columns_of(first, last)
    return shown


def _with_columns_of(table: Table, before: Table) -> Table:
    """`table` on the columns of `before`; itself where its edges are not some of those, both ends among them."""
    places = [place for edge in _edges(table) if (place := _place(edge, _edges(before))) is not None]
    all_found = len(set(places)) == len(table.column_edges) < len(before.column_edges)
    if not all_found or (places[0], places[-1]) != (0, before.columns):
        return table
    cells = tuple(_moved(cell, places) for cell in table.cells)
    update = {"columns": before.columns, "cells": cells, "column_edges": before.column_edges}
    return table.model_copy(update=update)


def _edges(table: Table) -> list[float]:
    """x of the column edges on the page."""
    left = table.bbox.x0 if table.bbox else 0.0
    return [left + edge for edge in table.column_edges]


def _place(edge: float, edges: Sequence[float]) -> int | None:
    return next((place for place, other in enumerate(edges) if abs(other - edge) <= SAME_EDGE_PT), None)


def _moved(cell: Cell, places: Sequence[int]) -> Cell:
    col, end = places[cell.col], places[cell.col + cell.col_span]
    return cell.model_copy(update={"col": col, "col_span": end - col})
