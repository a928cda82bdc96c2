"""Letters with their marks: the smallest pieces that are moved about on a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from parsers.formats.pdf.glyphs import THAI_CONSONANTS, Glyph, is_mark

NEAR_EM = 0.6  # the pen of a mark stands this near behind its letter, or the mark is another letter's
BEFORE_EM = 0.15  # or at the letter's start, where a font draws marks forwards
SPACE_LEAST_EM = 0.05
DRAWN_BACK_EM = 0.1
BODY_EM = 0.25  # the middle of a letter's body above the baseline
ECHO_OVERLAP_EM = 0.02
ECHO_LENGTHS = (1, 2)  # clusters that one glyph stands for
NIKHAHIT = "\u0e4d"
SARA_AA = "\u0e32"
SARA_AM = "\u0e33"
TONES = frozenset("\u0e48\u0e49\u0e4a\u0e4b")
SAME_BASELINE_EM = 0.5  # raised marks leave the baseline up to this


@dataclass(slots=True)
class Cluster:
    """A base character with the marks that stand on it, in the order of the file's content.

    `start`, `end` and `baseline` are in the text's own frame: along its reading direction, and across it.
    """

    base: Glyph
    start: float
    end: float
    baseline: float
    marks: str = ""

    @property
    def text(self) -> str:
        """The base and its marks."""
        return self.base.text + self.marks

    @property
    def center(self) -> tuple[float, float]:
        """The middle of the base's body on the page; it decides the cell of the whole cluster."""
        base = self.base
        if base.turn == 0:
            return (base.x0 + base.x1) / 2, base.origin_y - BODY_EM * base.size
        return (base.x0 + base.x1) / 2, (base.top + base.bottom) / 2


def cluster_glyphs(glyphs: Sequence[Glyph]) -> list[Cluster]:
    """Every character in one cluster; a mark that belongs to no letter is a cluster of its own."""
    clusters: list[Cluster] = []
    strays: list[tuple[int, Cluster]] = []
    for index, glyph in enumerate(glyphs):
        cluster = _turned(glyph) if glyph.turn else Cluster(glyph, glyph.x0, glyph.x1, glyph.origin_y)
        if glyph.text == " " and clusters and not _is_space(cluster, clusters[-1]):
            # Only a nikhahit before า is known of: Word 2007 maps it to a space, "จ านวน", also in "น ้า".
            clusters[-1].marks += (
                NIKHAHIT if _is_lost_nikhahit(cluster, glyphs[index + 1 : index + 3]) else ""
            )
        elif not is_mark(glyph.text):
            clusters.append(cluster)
        elif clusters and _stands_on(cluster, clusters[-1]):
            clusters[-1].marks += glyph.text
            # One drawn glyph may stand for letter and mark; its width is then shared out between the two.
            if cluster.start >= clusters[-1].end - SPACE_LEAST_EM * glyph.size:
                clusters[-1].end = max(clusters[-1].end, cluster.end)
        else:
            strays.append((len(clusters), cluster))
    return _without_echoes(_settle(strays, clusters))


def _without_echoes(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters without those that repeat the ones before within their own width.

    Chromium and Typst give each of the glyphs that draw a cluster the text of the whole of it: "ตั้" comes twice,
    "สำ" as well, which is two clusters here.
    """
    kept: list[Cluster] = []
    index = 0
    while index < len(clusters):
        cluster = clusters[index]
        length = _echo_length(clusters, index, kept) if kept and _is_over_end(cluster, kept[-1]) else 0
        if length:
            kept[-1].end = max(kept[-1].end, clusters[index + length - 1].end)
            index += length
        else:
            kept.append(cluster)
            index += 1
    return kept


def _is_over_end(cluster: Cluster, before: Cluster) -> bool:
    """Whether a cluster starts before the one before it ended, as every echo does and hardly anything else."""
    return cluster.start < before.end - ECHO_OVERLAP_EM * cluster.base.size


def _echo_length(clusters: Sequence[Cluster], index: int, kept: Sequence[Cluster]) -> int:
    """How many clusters from `index` on repeat the last ones kept; 0 for none."""
    return next((n for n in ECHO_LENGTHS if _is_echo(clusters[index : index + n], kept[-n:])), 0)


def _is_echo(clusters: Sequence[Cluster], before: Sequence[Cluster]) -> bool:
    """Whether the text of `before` comes again on its baseline.

    One glyph stands for a letter with its marks, and a sara am behind them; never for a letter alone, nor for "ได้".
    """
    first, rest = clusters[0], [cluster.text for cluster in clusters[1:]]
    return (
        [first.text, *rest] == [cluster.text for cluster in before]
        and (rest == [SARA_AM] or (not rest and bool(first.marks)))
        and abs(first.baseline - before[-1].baseline) <= SAME_BASELINE_EM * first.base.size
    )


def _is_space(space: Cluster, before: Cluster) -> bool:
    """False for a space of no width (part of a ligature's text), or drawn over the letter before it."""
    size = space.base.size
    if space.end - space.start < SPACE_LEAST_EM * size:
        return False
    drawn_back = before.end - space.start > DRAWN_BACK_EM * size
    return not (drawn_back and before.base.text in THAI_CONSONANTS and _stands_on(space, before))


def _is_lost_nikhahit(space: Cluster, following: Sequence[Glyph]) -> bool:
    """Whether the space is a nikhahit: its า follows at once, or behind a tone mark."""
    wide = space.end - space.start >= SPACE_LEAST_EM * space.base.size
    texts = [glyph.text for glyph in following]
    return wide and (texts[:1] == [SARA_AA] or (texts[1:] == [SARA_AA] and texts[0] in TONES))


def _turned(glyph: Glyph) -> Cluster:
    """A turned glyph in the frame of its reading direction; turn 90 reads from the page's bottom up."""
    if glyph.turn == 90:
        return Cluster(glyph, -glyph.bottom, -glyph.top, glyph.origin_x)
    if glyph.turn == 180:
        return Cluster(glyph, -glyph.x1, -glyph.x0, -glyph.origin_y)
    return Cluster(glyph, glyph.top, glyph.bottom, -glyph.origin_x)


def _pen(glyph: Glyph) -> float:
    """Where along the reading direction the pen stood; a mark is drawn back over its letter from there."""
    return {0: glyph.origin_x, 90: -glyph.origin_y, 180: -glyph.origin_x, 270: glyph.origin_y}[glyph.turn]


def _stands_on(mark: Cluster, letter: Cluster) -> bool:
    size = letter.base.size
    return (
        mark.base.turn == letter.base.turn
        and abs(mark.baseline - letter.baseline) <= SAME_BASELINE_EM * size
        and letter.start - BEFORE_EM * size <= _pen(mark.base) <= letter.end + NEAR_EM * size
        and letter.base.text != " "
    )


def _is_over(mark: Cluster, letter: Cluster) -> bool:
    """Like `_stands_on`, and the pen has passed the letter's middle: content order tells nothing here."""
    return _stands_on(mark, letter) and _pen(mark.base) >= (letter.start + letter.end) / 2


def _settle(strays: Sequence[tuple[int, Cluster]], clusters: list[Cluster]) -> list[Cluster]:
    """Marks apart from the letter before them: to the consonant under them, else to that letter, else alone.

    LibreOffice wraps within a cluster where a column is narrower than a word: "มี" stands as "ม" and, a line
    below, its mark alone.
    """
    alone: list[tuple[int, Cluster]] = []
    for index, mark in strays:
        before = clusters[index - 1] if index else None
        under = [c for c in clusters if c.base.text in THAI_CONSONANTS and _is_over(mark, c)]
        if under:
            min(under, key=lambda c: abs(c.end - _pen(mark.base))).marks += mark.base.text
        elif before is not None and before.base.text in THAI_CONSONANTS:
            before.marks += mark.base.text
        else:
            alone.append((index, mark))
    for index, mark in reversed(alone):
        clusters.insert(index, mark)
    return clusters
