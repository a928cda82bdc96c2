"""Tables whose page shows fewer columns than they have."""

from parsers.formats.pdf.hidden_columns import show_hidden_columns
from schemas.document import BBox, Block, Cell, Table, TextBlock

LEFT_PT = 30.0
WHOLE = (0.0, 40.0, 140.0, 160.0, 180.0, 200.0)
"""Column edges: number, name, three months, one more."""


def _table(edges: tuple[float, ...], page: int, left: float = LEFT_PT) -> Table:
    columns = len(edges) - 1
    cells = tuple(Cell(row=0, col=col, raw_text=str(col), text=str(col)) for col in range(columns))
    box = BBox(left, 50, left + edges[-1], 90)
    return Table(index=0, rows=1, columns=columns, cells=cells, column_edges=edges, page=page, bbox=box)


def _shown(*blocks: Block) -> Table:
    last = show_hidden_columns(blocks)[-1]
    assert isinstance(last, Table)
    return last


def test_a_merged_cell_over_all_months_spans_the_columns_of_the_page_before() -> None:
    between = TextBlock(raw_text="7", text="7", area="footer", page=1)
    table = _shown(_table(WHOLE, 1), between, _table((0.0, 40.5, 140.0, 200.0), 2))
    assert (table.columns, table.column_edges) == (5, WHOLE)
    assert [(cell.text, cell.col, cell.col_span) for cell in table.cells] == [
        ("0", 0, 1),
        ("1", 1, 1),
        ("2", 2, 3),
    ]


def test_columns_go_on_over_several_pages() -> None:
    narrow = (0.0, 40.0, 140.0, 200.0)
    assert _shown(_table(WHOLE, 1), _table(narrow, 2), _table(narrow, 3)).columns == 5


def test_a_table_with_an_edge_of_its_own_stays_as_it_is() -> None:
    assert _shown(_table(WHOLE, 1), _table((0.0, 40.0, 120.0, 200.0), 2)).columns == 3


def test_a_narrower_or_shifted_table_stays_as_it_is() -> None:
    assert _shown(_table(WHOLE, 1), _table((0.0, 40.0, 180.0), 2)).columns == 2
    assert _shown(_table(WHOLE, 1), _table((0.0, 40.0, 200.0), 2, left=LEFT_PT + 9)).columns == 2


def test_two_edges_that_stand_for_one_stay_two() -> None:
    assert _shown(_table(WHOLE, 1), _table((0.0, 38.7, 41.3, 200.0), 2)).columns == 3


def test_tables_of_one_page_or_of_pages_apart_have_nothing_in_common() -> None:
    narrow = (0.0, 40.0, 200.0)
    assert _shown(_table(WHOLE, 1), _table(narrow, 1)).columns == 2
    assert _shown(_table(WHOLE, 1), _table(narrow, 3)).columns == 2
