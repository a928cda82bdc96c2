"""Where headings stand in a document, with or without a table under them: kept while its lines and rows are read.

What stands under a heading only the end of the document tells (parsers.records.empty_headings).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from parsers.records.lines import line_kind
from parsers.records.nothing import is_dash, says_none
from parsers.tables.headings import Governing, govern
from parsers.tables.walk import Line
from schemas.document import Provenance
from schemas.empty_headings import SCOPES
from schemas.plan import Form


@dataclass(slots=True)
class Stand:
    """A heading in its place: `governing` are all headings from the widest to it, itself the last.

    `before` is the index of the next project (0-based). `is_bare` tells that the next heading follows at once.
    `said` are the texts under it that say that there is no project; `has_rows` tells of rows that are none either.
    """

    form: Form
    governing: tuple[Governing, ...]
    origin: Provenance
    before: int
    is_bare: bool = False
    said: list[Line] = field(default_factory=list)
    has_rows: bool = False

    @property
    def heading(self) -> Governing:
        """The heading itself."""
        return self.governing[-1]


@dataclass(frozen=True, slots=True)
class Read:
    """A heading of a run of lines as it was read: its line, and all that governed then, itself the last."""

    line: Line
    governing: tuple[Governing, ...]

    @property
    def heading(self) -> Governing:
        """The heading itself."""
        return self.governing[-1]


@dataclass(slots=True)
class Stands:
    """All headings in their places, in reading order, and texts that say "no project" under no heading."""

    placed: list[Stand] = field(default_factory=list)
    said: list[Line] = field(default_factory=list)
    _current: Stand | None = None

    def place(self, form: Form, governing: Sequence[Governing], origin: Provenance, before: int) -> None:
        """The headings that govern what follows: the narrowest of them that is told of stands here."""
        told = _told(governing)
        current = self._current
        if not told:
            self._current = None
        elif current is None or current.form != form or not same_headings(current.governing, told):
            self._current = Stand(form, told, origin, before)
            self.placed.append(self._current)

    def place_bare(self, form: Form, read: Read, before: int, place: Provenance) -> None:
        """A heading that another one follows at once; `place` is that of what follows, which it stands above."""
        told = _told(read.governing)
        if told and told[-1] == read.heading:
            origin = placed_above(read.line, place)
            self.placed.append(Stand(form, told, origin, before, is_bare=True))

    @property
    def is_under_heading(self) -> bool:
        """Whether a heading governs that is told of where it has no projects."""
        return self._current is not None

    def say(self, line: Line) -> None:
        """A text that says that no project stands under the last heading."""
        (self._current.said if self._current else self.said).append(line)

    def hold_rows(self) -> None:
        """Something stands under the last heading that is no project, and may be more than nothing."""
        if self._current is not None:
            self._current.has_rows = True


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that stand together above a table or row, and the heading that each was read as.

    `form` and `governing` are those of what stands before them; `behind_projects` tells that these are projects,
    and that nothing stands between.
    """

    lines: Sequence[Line]
    form: Form | None
    governing: tuple[Governing, ...]
    behind_projects: bool

    def bare(
        self, read: Sequence[Read | None], form: Form | None, governing: Sequence[Governing], run: int
    ) -> Iterator[tuple[Form, Read]]:
        """The headings that another of the lines ends, with their forms; those of lists in prose are left out.

        `form` and `governing` are those of what follows. Lines above its first title belong to what stands before.
        """
        titles = [i for i, line in enumerate(self.lines) if line_kind(line.text) == "title"]
        first = titles[0] if titles else 0
        if form != self.form:
            above = iter(_chains(self.governing, [each for each in read[:first] if each], run))
            read = [each and next(above) for each in read[:first]] + [*read[first:]]
        is_in_tables = self.behind_projects
        for place, (line, each) in enumerate(zip(self.lines, read, strict=True)):
            own_form = self.form if place < first else form
            if each is None:
                is_in_tables = place in titles[-1:] or (is_in_tables and is_said(line))
            elif is_in_tables and own_form and each.heading not in governing:
                yield own_form, each


def placed_above(line: Line | None, follows: Provenance) -> Provenance:
    """The place of a heading's line; outside of tables it is counted to the one that follows."""
    if line is None:
        return follows
    if line.origin.table is not None:
        return line.origin
    return line.origin.model_copy(update={"table": follows.table})


def is_said(line: Line) -> bool:
    """Whether a line says that no project stands there: in words, or by a dash across a table."""
    return says_none(line.text) or (line.block is None and is_dash(line.text))


def lines_at_end(pending: Sequence[Line]) -> list[Line]:
    """The headings behind a document's last table, with what says that no project stands under them.

    None where other text follows on a heading: then they may be of that text.
    """
    found = list(takewhile(lambda line: is_said(line) or line_kind(line.text) == "heading", pending))
    if len(found) < len(pending):
        while found and not is_said(found[-1]):
            found.pop()
    return found


def _chains(before: Iterable[Governing], read: Iterable[Read], run: int) -> list[Read]:
    """The headings as they govern behind those `before`, each with all that governs then."""
    standing = tuple(before)
    found = []
    for each in read:
        standing = govern(standing, each.heading, run)
        found.append(Read(each.line, standing))
    return found


def _told(governing: Sequence[Governing]) -> tuple[Governing, ...]:
    """The headings down to the narrowest that fills a field of projects."""
    last = max((index for index, each in enumerate(governing) if each.kind in SCOPES), default=-1)
    return tuple(governing[: last + 1])


def same_headings(some: Iterable[Governing], others: Iterable[Governing]) -> bool:
    """Whether the same headings govern: one that is typed again with other spaces is the same."""
    return _spelling(some) == _spelling(others)


def _spelling(governing: Iterable[Governing]) -> list[str]:
    return [f"{g.group.label}{g.group.number}{g.group.name}".replace(" ", "") for g in governing]
