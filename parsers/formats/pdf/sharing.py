"""Which cell of which table each piece of text stands in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from parsers.formats.pdf.clusters import Cluster
from parsers.formats.pdf.grid import Grid

WORD_GAP_EM = (
    0.12  # letters of one word follow each other so close; the margins of two cells lie further apart
)
SAME_BASELINE_EM = 0.1
PEN_EM = 0.01  # the pen stands this near to where the letter before has ended
MAIN_SHARE = 0.6  # of a word that runs out of its cell on one side or both stands within

_Place = tuple[int, int] | None  # grid and cell; None outside of the tables


def share_out(
    clusters: Sequence[Cluster], grids: Sequence[Grid]
) -> tuple[list[list[list[Cluster]]], list[Cluster]]:
    """([grid][cell] clusters, clusters outside), each in content order; a table within a table takes its own.

    A word that is wider than its column runs over the rules beside it (amounts by Typst do): it goes as a whole
    to the cell that holds most of it.
    """
    in_cells: list[list[list[Cluster]]] = [[[] for _ in grid.cells] for grid in grids]
    outside: list[Cluster] = []
    for cluster, place in zip(clusters, _settled(clusters, _places(clusters, grids)), strict=True):
        if place is None:
            outside.append(cluster)
        else:
            in_cells[place[0]][place[1]].append(cluster)
    return in_cells, outside


def _places(clusters: Iterable[Cluster], grids: Sequence[Grid]) -> list[_Place]:
    """The place of each cluster by the middle of its letter; of tables within each other the smallest."""
    by_size = sorted(range(len(grids)), key=lambda index: _area(grids[index]))
    boxes = [(grids[index].box, index) for index in by_size]
    places: list[_Place] = []
    for cluster in clusters:
        x, y = cluster.center
        place: _Place = None
        for (x0, top, x1, bottom), index in boxes:
            if x0 <= x < x1 and top <= y < bottom:
                place = (index, grids[index].cell_within(x, y))
                break
        places.append(place)
    return places


def _settled(clusters: Sequence[Cluster], places: list[_Place]) -> list[_Place]:
    """The places, those of a word that runs over rules made one."""
    for start, end in _words_over_rules(clusters, places):
        main, count = Counter(places[start:end]).most_common(1)[0]
        if places[start] is not None and set(places[start:end]) == {places[start], None}:
            # No other cell can hold what runs out of the table (a table within a narrower one is clipped so).
            main, count = places[start], end - start
        if main is not None and count >= MAIN_SHARE * (end - start):
            places[start:end] = [main] * (end - start)
    return places


def _words_over_rules(clusters: Sequence[Cluster], places: Sequence[_Place]) -> Iterator[tuple[int, int]]:
    """(first, last + 1) of each level word whose letters have several places."""
    reached = 0
    # Looked for from where the place changes: most words have one.
    for index in range(1, len(clusters)):
        if index <= reached or places[index] == places[index - 1]:
            continue
        start, reached = index, index
        while start > 0 and _goes_on(clusters[start - 1], clusters[start]):
            start -= 1
        while reached < len(clusters) and _goes_on(clusters[reached - 1], clusters[reached]):
            reached += 1
        if start < index < reached:
            yield start, reached


def _goes_on(last: Cluster, cluster: Cluster) -> bool:
    """Whether two clusters are letters of one word, or of words with a space between ("1,860,000 .-")."""
    size = last.base.size
    return (
        last.base.turn == cluster.base.turn == 0
        and abs(cluster.baseline - last.baseline) <= SAME_BASELINE_EM * size
        and abs(cluster.start - last.end) <= WORD_GAP_EM * size
        and not _meets_next_cell(last, cluster)
    )


def _meets_next_cell(last: Cluster, cluster: Cluster) -> bool:
    """Whether an amount that runs over a rule ends on or beside the first letter of the next cell's text.

    Within a word the pen goes on from a digit to a letter where it stood.
    """
    moved = abs(cluster.start - last.end) > PEN_EM * cluster.base.size
    return moved and last.base.text.isdecimal() and cluster.base.text.isalpha()


def _area(grid: Grid) -> float:
    x0, top, x1, bottom = grid.box
    return (x1 - x0) * (bottom - top)
