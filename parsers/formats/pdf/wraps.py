"""Line ends at which the paragraph of a tagged file goes on.

LibreOffice, Word, Chromium and Typst write the space at which they wrapped a line of a tagged file. So a line without
one was wrapped between two letters, as Thai is, or somebody ended it by hand.
"""

from collections.abc import Sequence
from itertools import pairwise

from parsers.formats.pdf.clusters import Cluster
from parsers.formats.pdf.lines import NUMBER_SIGNS, Line
from parsers.formats.pdf.prose import is_centered
from schemas.document import GOES_ON

LONGEST_WORD = 10  # clusters: a line does not wait for a word that is longer
ROOM_EM = 0.1


def mark_wraps(lines: Sequence[Line], margins: tuple[float, float] | None = None) -> None:
    """Puts GOES_ON behind each line whose paragraph goes on, as far as the file tells what stands between.

    `margins` are the x of a page's text: a centred line with room for the next word was ended by hand, as those of
    titles are. None for the lines of a cell. A number cut in two is left alone: what it is tells better how it goes on.
    """
    for line, following in pairwise(lines):
        goes_on = line.paragraph == following.paragraph >= 0 and _is_told(line, following)
        if goes_on and not (
            margins and is_centered(line, margins) and _leaves_room(line, following, margins)
        ):
            line.text += GOES_ON


def _is_told(line: Line, following: Line) -> bool:
    before, after = line.text[-1], following.text[0]
    return after != " " and not line.last.turn and not {before, after} <= NUMBER_SIGNS


def _leaves_room(line: Line, following: Line, margins: tuple[float, float]) -> bool:
    word = _first_word(following.clusters)
    room = margins[1] - margins[0] - (line.box[2] - line.box[0])
    return room >= word[-1].end - word[0].start + ROOM_EM * line.size


def _first_word(clusters: Sequence[Cluster]) -> Sequence[Cluster]:
    """The clusters up to the first space, or as many as a long word has."""
    space = next((i for i, cluster in enumerate(clusters) if cluster.base.text == " "), len(clusters))
    return clusters[: min(space, LONGEST_WORD)]
