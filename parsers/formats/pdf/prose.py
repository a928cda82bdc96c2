"""Text outside of tables: lines to paragraphs."""

from collections.abc import Iterator, Sequence

from parsers.formats.pdf.clusters import Cluster
from parsers.formats.pdf.lines import Line, make_lines
from parsers.formats.pdf.shapes import Box, rounded
from schemas.document import TextBlock, TextLine

SPLIT_GAP_EM = 4.0  # a title and the form's label at the page's right edge share a level
RIGHT_REACH_EM = 4.0  # a full line may lack a word's length: Thai words are not broken at will
FULL_SHARE = 0.5  # of the text's width that a full line has; a label at the right edge has not
LEFT_REACH_EM = 0.7
SAME_LEVEL_TIMES = 0.4
LINE_PITCH_TIMES = 2.0  # of the line's own height; Thai fonts set lines wide apart
CENTER_PT = 8.0
CENTER_INDENT_EM = 2.0
SIZE_SHARE = 0.1


def prose_lines(clusters: Sequence[Cluster]) -> list[Line]:
    """Lines of a page outside of its tables, from top to bottom and from left to right."""
    return make_lines(clusters, SPLIT_GAP_EM)


def make_blocks(lines: Sequence[Line], margins: tuple[float, float], page: int) -> list[TextBlock]:
    """A block for each paragraph; the lines of one are divided by "\\n". `margins`: x of left and right."""
    return [_block(paragraph, margins, page) for paragraph in _paragraphs(lines, margins)]


def text_margins(lines: Sequence[Line], table_boxes: Sequence[Box], width: float) -> tuple[float, float]:
    """Left and right x of the page's text; an empty page's are its edges."""
    boxes = [line.box for line in lines] + list(table_boxes)
    if not boxes:
        return 0.0, width
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def _paragraphs(lines: Sequence[Line], margins: tuple[float, float]) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _goes_on(paragraph[-1], line, margins):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _goes_on(last: Line, line: Line, margins: tuple[float, float]) -> bool:
    size, height = last.size, last.box[3] - last.box[1]
    if last.clusters[0].base.turn or line.clusters[0].base.turn:
        return False
    if last.paragraph >= 0 and line.paragraph >= 0:
        return last.paragraph == line.paragraph and line.box[1] - last.box[1] > SAME_LEVEL_TIMES * height
    return (
        margins[1] - last.box[2] <= RIGHT_REACH_EM * size
        and last.box[2] - last.box[0] >= FULL_SHARE * (margins[1] - margins[0])
        and line.box[0] - margins[0] <= LEFT_REACH_EM * size
        and 0 < line.box[1] - last.box[1] <= LINE_PITCH_TIMES * height
        and abs(line.size - size) <= SIZE_SHARE * size
        and line.bold == last.bold
    )


def _block(lines: Sequence[Line], margins: tuple[float, float], page: int) -> TextBlock:
    text = "\n".join(line.text for line in lines).rstrip()
    box = (
        min(line.box[0] for line in lines),
        min(line.box[1] for line in lines),
        max(line.box[2] for line in lines),
        max(line.box[3] for line in lines),
    )
    return TextBlock(
        raw_text=text,
        text=text,
        heading_level=lines[0].last.heading_level,
        centered=all(is_centered(line, margins) for line in lines),
        bold=all(line.bold for line in lines),
        page=page,
        bbox=rounded(box),
        lines=tuple(TextLine(text=line.text, bbox=rounded(line.box)) for line in lines),
    )


def is_centered(line: Line, margins: tuple[float, float]) -> bool:
    """Whether a line lies in the middle of the text's width, with room on both sides."""
    left, right = line.box[0] - margins[0], margins[1] - line.box[2]
    return abs(left - right) <= 2 * CENTER_PT and min(left, right) >= CENTER_INDENT_EM * line.size
