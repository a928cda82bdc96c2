"""Clusters to visual lines: runs in content order, put side by side; spaces where the page has them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from parsers.formats.pdf.clusters import Cluster
from parsers.formats.pdf.glyphs import Glyph
from parsers.formats.pdf.shapes import Box

SAME_LINE_EM = 0.35
ASCENT_EM = 0.8  # of a line's box above its baseline, and below
DESCENT_EM = 0.2
STEP_BACK_EM = 0.5  # a run goes on although the next letter starts this much before the last one's end
GAP_EM = 0.2  # a gap wider than this (beyond the line's usual letter spacing) is a space
NUMBER_GAP_EM = 0.4  # LibreOffice sets Thai and Arabic digits of one number a quarter em apart
# LibreOffice sets two scripts a fifth of an em apart where nobody typed a space.
SCRIPT_GAP_EM = 0.3
SARA_AM = "ำ"
NARROW_SARA_AM_EM = 0.3
SARA_AM_ADVANCE_EM = 0.45
NUMBER_SIGNS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙,")
LEADING_VOWELS = frozenset("เแโใไ")
TRAILING_VOWELS = frozenset("ะาำๅ")


@dataclass(slots=True)
class Line:
    """One visual line: clusters from its start to its end, its text, and its box on the page."""

    clusters: list[Cluster]
    text: str
    box: Box

    @property
    def last(self) -> Glyph:
        """Its last character that is no space."""
        return next(cluster.base for cluster in reversed(self.clusters) if cluster.base.text != " ")

    @property
    def paragraph(self) -> int:
        """Number of its paragraph in a tagged file, else -1."""
        return self.last.paragraph

    @property
    def size(self) -> float:
        """Font size in points, the middle one of its letters."""
        return median(cluster.base.size for cluster in self.clusters)

    @property
    def bold(self) -> bool:
        """Whether more than half of its letters are bold."""
        letters = [cluster for cluster in self.clusters if cluster.base.text != " "]
        return 2 * sum(cluster.base.bold for cluster in letters) > len(letters)


def make_lines(clusters: Iterable[Cluster], split_gap_em: float | None = None) -> list[Line]:
    """The lines of one region from top to bottom, upright text before turned text.

    A gap of `split_gap_em` and more divides a line in two (None: never). A real space at a line's end stays,
    as one space: it tells whether the line was broken at a space or inside a Thai phrase. Lines of spaces
    only fall away.
    """
    by_turn: dict[int, list[Cluster]] = {}
    for cluster in clusters:
        by_turn.setdefault(cluster.base.turn, []).append(cluster)
    lines: list[Line] = []
    for turn in sorted(by_turn):
        for row in _rows(_runs(by_turn[turn], split_gap_em), split_gap_em):
            line = _line(row)
            if line is not None:
                lines.append(line)
    _strip_paragraph_ends(lines, is_cell=split_gap_em is None)
    return lines


def _strip_paragraph_ends(lines: Sequence[Line], *, is_cell: bool) -> None:
    """Takes away the spaces that stand for a paragraph's end, where the tags tell that it is one.

    The last paragraph of a page, behind which only what is not tagged stands, may go on with the next page; that of
    a cell ends there.
    """
    following: int | None = None
    for line in reversed(lines):
        ends = is_cell if following is None else following != line.paragraph
        following = line.paragraph if is_cell or line.paragraph >= 0 else following
        if line.paragraph >= 0 and ends and line.text.endswith(" "):
            line.text = line.text[:-1]


def _runs(clusters: Sequence[Cluster], split_gap_em: float | None) -> list[list[Cluster]]:
    """Clusters that follow each other in content and on the page."""
    runs: list[list[Cluster]] = []
    for cluster in clusters:
        if runs and _goes_on(runs[-1][-1], cluster, split_gap_em):
            runs[-1].append(cluster)
        else:
            runs.append([cluster])
    return runs


def _goes_on(last: Cluster, cluster: Cluster, split_gap_em: float | None) -> bool:
    size = max(last.base.size, cluster.base.size)
    step = cluster.start - last.end
    return (
        abs(cluster.baseline - last.baseline) <= SAME_LINE_EM * size
        and step >= -STEP_BACK_EM * size
        and (split_gap_em is None or step < split_gap_em * size or _same_paragraph(last, cluster))
    )


def _same_paragraph(one: Cluster, other: Cluster) -> bool:
    return one.base.paragraph == other.base.paragraph >= 0


def _rows(runs: Sequence[list[Cluster]], split_gap_em: float | None) -> list[list[list[Cluster]]]:
    """Runs of one level side by side, levels from top to bottom."""
    rows: list[list[list[Cluster]]] = []
    level = 0.0
    leveled = sorted(((_baseline(run), run) for run in runs), key=lambda pair: (pair[0], pair[1][0].start))
    for baseline, run in leveled:
        if rows and baseline - level <= SAME_LINE_EM * run[0].base.size:
            rows[-1].append(run)
        else:
            rows.append([run])
            level = baseline
    ordered = [sorted(row, key=lambda run: run[0].start) for row in rows]
    return (
        ordered if split_gap_em is None else [part for row in ordered for part in _split(row, split_gap_em)]
    )


def _baseline(run: Sequence[Cluster]) -> float:
    return median(cluster.baseline for cluster in run)


def _split(row: list[list[Cluster]], gap_em: float) -> list[list[list[Cluster]]]:
    parts = [[row[0]]]
    for run in row[1:]:
        gap = run[0].start - max(c.end for c in parts[-1][-1])
        if gap >= gap_em * run[0].base.size and not _same_paragraph(parts[-1][-1][-1], run[0]):
            parts.append([run])
        else:
            parts[-1].append(run)
    return parts


def _line(row: Sequence[Sequence[Cluster]]) -> Line | None:
    clusters = [cluster for run in row for cluster in run]
    text = _text(clusters)
    if not text.strip():
        return None
    inked = [cluster.base for cluster in clusters if cluster.base.text != " "]
    return Line(clusters, text, _level_box(inked) if inked[0].turn == 0 else _turned_box(inked))


def _level_box(inked: Sequence[Glyph]) -> Box:
    """From the baseline, so that lines of one level have boxes of one level whatever letters they hold."""
    levels = {(glyph.origin_y, glyph.size) for glyph in inked}
    return (
        min([glyph.x0 for glyph in inked]),
        min(baseline - ASCENT_EM * size for baseline, size in levels),
        max([glyph.x1 for glyph in inked]),
        max(baseline + DESCENT_EM * size for baseline, size in levels),
    )


def _turned_box(inked: Sequence[Glyph]) -> Box:
    return (
        min(glyph.x0 for glyph in inked),
        min(glyph.top for glyph in inked),
        max(glyph.x1 for glyph in inked),
        max(glyph.bottom for glyph in inked),
    )


def _text(clusters: Sequence[Cluster]) -> str:
    """Text with one space at each real space or wide gap; a spread line's letter spacing is no gap."""
    spread = _usual_gap(clusters)
    has_spaces = any(cluster.base.text == " " for cluster in clusters)
    parts: list[str] = []
    last: Cluster | None = None
    for cluster in clusters:
        if cluster.base.text == " ":
            if parts and parts[-1] != " ":
                parts.append(" ")
            continue
        if last is not None and parts[-1] != " " and _is_gap(last, cluster, spread, has_spaces):
            parts.append(" ")
        parts.append(cluster.text)
        last = cluster
    return "".join(parts)


def _usual_gap(clusters: Sequence[Cluster]) -> float:
    inked = [cluster for cluster in clusters if cluster.base.text != " "]
    gaps = [after.start - before.end for before, after in pairwise(inked)]
    return max(median(gaps), 0.0) if len(gaps) >= 4 else 0.0


def _is_gap(last: Cluster, cluster: Cluster, spread: float, has_spaces: bool) -> bool:
    """Whether the room between two clusters is that of a space; `has_spaces`: the line shows others as characters."""
    room, size = cluster.start - last.end - spread, max(last.base.size, cluster.base.size)
    if room <= GAP_EM * size:  # so it is between most letters, and no gap is narrower
        return False
    if last.base.text in LEADING_VOWELS or cluster.base.text in TRAILING_VOWELS:
        return False
    inside_number = last.base.text in NUMBER_SIGNS and cluster.base.text in NUMBER_SIGNS
    wide_em = NUMBER_GAP_EM if inside_number else GAP_EM
    if has_spaces and not inside_number and last.base.text.isascii() != cluster.base.text.isascii():
        wide_em = SCRIPT_GAP_EM
    if last.base.text == SARA_AM and last.end - last.start < NARROW_SARA_AM_EM * last.base.size:
        # The letter before shares its own width with a sara am whose glyph has none of its own (Chromium).
        wide_em += SARA_AM_ADVANCE_EM
    return room > wide_em * size
