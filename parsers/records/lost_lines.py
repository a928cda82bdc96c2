"""Places where a strategy's line was probably lost: the headings of a plan betray it by their own habits.

A lost line leaves its แผนงาน under the strategy before. That shows where every other table prints its strategy,
where the sum of the strategy has been printed already, where its list of แผนงาน begins anew, or where a แผนงาน
comes that is unusual under a strategy of such a name.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from parsers.records.gathered import Gathered, RawRecord
from parsers.tables.headings import Governing
from parsers.tables.totals import total_group
from parsers.thai import normalize_text
from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import Group
from schemas.rules.names import known_programs, name_key
from schemas.vocabulary import load, vocabulary_cache


@dataclass(frozen=True, slots=True)
class _Block:
    """The records under one run of heading lines; `index` is that of the first among all records (0-based)."""

    index: int
    records: tuple[RawRecord, ...]
    run: int

    @property
    def record(self) -> RawRecord:
        """The first record."""
        return self.records[0]

    def heading(self, kind: str) -> Governing | None:
        """The heading of a kind that governs, printed here or before."""
        return next((heading for heading in self.record.governing if heading.kind == kind), None)

    @property
    def strategy(self) -> Governing | None:
        """The strategy's heading."""
        return self.heading("strategy")

    @property
    def prints_strategy(self) -> bool:
        """Whether the strategy's line stands among the lines right above."""
        return self.strategy is not None and self.strategy.run == self.run

    @property
    def strategy_key(self) -> tuple[str, str]:
        """The strategy, however its spaces are typed."""
        return _key(self.strategy)

    @property
    def under(self) -> tuple[tuple[str, str], ...]:
        """What governs below the strategy."""
        rank = self.strategy.rank if self.strategy else -1
        return tuple(_key(heading) for heading in self.record.governing if heading.rank > rank)


_Clue = Callable[[Sequence[_Block]], Iterator[tuple[_Block, str, dict[str, Fact]]]]
"""Finds, among the blocks of one form, those before which a line is missing, each with code and facts."""


def lost_lines(gathered: Gathered) -> Iterator[Finding]:
    """PLN062, PLN061, PLN063 or PLN064 for a project before which a strategy's line was probably lost.

    Of several clues to one strategy's lost end only the surest is told.
    """
    sums = _sums_of_strategies(gathered)
    for blocks in _blocks_by_form(gathered.records):
        told: set[int | None] = set()
        for block, code, facts in _clues(blocks, sums):
            strategy = block.strategy
            if strategy is not None and strategy.run not in told:
                told.add(strategy.run)
                yield _finding(block, code, {"strategy": _named(strategy.group), **facts})


def _clues(
    blocks: Sequence[_Block], sums: dict[int, tuple[int, int]]
) -> Iterator[tuple[_Block, str, dict[str, Fact]]]:
    yield from _after_sum(blocks, sums)
    if any(block.strategy is None for block in blocks):
        return  # PLN007 tells of those
    open_ended = [block for block in blocks if not _is_followed(block, blocks)]
    for clue in (_unrepeated, _listed_again, _unusual):
        for block, code, facts in clue(blocks):
            if block in open_ended:
                yield block, code, facts


def _blocks_by_form(records: Sequence[RawRecord]) -> Iterator[list[_Block]]:
    """Runs of blocks of one form, which is where headings are listed once."""
    blocks: list[_Block] = []
    for (_, run), numbered in groupby(enumerate(records), key=lambda item: (item[1].form, _run(item[1]))):
        same = list(numbered)
        blocks.append(_Block(same[0][0], tuple(record for _, record in same), run))
    for _, of_form in groupby(blocks, key=lambda block: block.record.form):
        yield list(of_form)


def _run(record: RawRecord) -> int:
    """The run of lines that its nearest heading stands in."""
    return max((heading.run for heading in record.governing), default=0)


def _is_followed(block: _Block, blocks: Sequence[_Block]) -> bool:
    """Whether the next strategy's line is that of the same strategy, or of the next number: then none between is
    lost."""
    own = block.strategy
    later = (other.strategy for other in blocks if other.index > block.index)
    following = next((strategy for strategy in later if own and strategy and strategy.run != own.run), None)
    if own is None or following is None:
        return False
    number, next_number = own.group.number or "", following.group.number or ""
    if number.isdecimal() and next_number.isdecimal() and int(next_number) == int(number) + 1:
        return True
    return _key(following) == _key(own)


# ---- clues, the surest first ----


def _sums_of_strategies(gathered: Gathered) -> dict[int, tuple[int, int]]:
    """Table and row of the sum of a strategy ("รวมยุทธศาสตร์ที่ 1"), by the run of that strategy's line."""
    found: dict[int, tuple[int, int]] = {}
    for raw in gathered.totals:
        strategy = next((heading for heading in raw.governing if heading.kind == "strategy"), None)
        origin = raw.total.row.origin
        if strategy and total_group(normalize_text(raw.total.label)) == "ยุทธศาสตร์":
            found.setdefault(strategy.run, (origin.table or 0, origin.row or 0))
    return found


def _after_sum(
    blocks: Sequence[_Block], sums: dict[int, tuple[int, int]]
) -> Iterator[tuple[_Block, str, dict[str, Fact]]]:
    """The first block behind the sum of its own strategy."""
    for block in blocks:
        origin, strategy = block.record.first.origin, block.strategy
        if strategy and strategy.run in sums and (origin.table or 0, origin.row or 0) > sums[strategy.run]:
            yield block, "PLN062", {}


def _unrepeated(blocks: Sequence[_Block]) -> Iterator[tuple[_Block, str, dict[str, Fact]]]:
    """The one stretch of blocks without a strategy's line, where new headings elsewhere repeat that of theirs."""
    repeats = [
        block
        for before, block in pairwise(blocks)
        if block.prints_strategy and block.strategy_key == before.strategy_key and block.under != before.under
    ]
    stretches = [list(run) for lacks, run in groupby(blocks, key=lambda b: not b.prints_strategy) if lacks]
    if not repeats or len(stretches) != 1:
        return
    yield stretches[0][0], "PLN061", {"heading": _lowest(stretches[0][0])}


def _listed_again(blocks: Sequence[_Block]) -> Iterator[tuple[_Block, str, dict[str, Fact]]]:
    """A แผนงาน that comes again behind others under the same line of a strategy (and of a กลยุทธ์)."""
    for same in _under_one_line(blocks):
        seen: list[tuple[str, str]] = []
        for block in same:
            key = _key(block.heading("program"))
            if key in seen[:-1] and key != seen[-1]:
                yield block, "PLN063", {"heading": _lowest(block)}
                break
            seen.append(key)


def _unusual(blocks: Sequence[_Block]) -> Iterator[tuple[_Block, str, dict[str, Fact]]]:
    """A แผนงาน that is unusual under the strategy's name, behind others that are usual there."""
    for _, run in groupby(blocks, key=lambda block: block.strategy and block.strategy.run):
        first, *rest = run
        subjects = _subjects(first.strategy.group.name) if first.strategy else ()
        if not subjects or _program(first) not in _usual_programs(subjects):
            continue
        for block in rest:
            program = _program(block)
            if program and program not in _usual_programs(subjects) and not _shows(block, subjects):
                yield block, "PLN064", {"heading": _lowest(block)}
                break


def _under_one_line(blocks: Sequence[_Block]) -> Iterator[list[_Block]]:
    """The blocks with a แผนงาน between one line of a strategy or กลยุทธ์ and the next."""

    def lines(block: _Block) -> tuple[int, ...]:
        rank = program.rank if (program := block.heading("program")) else 0
        return tuple(heading.run for heading in block.record.governing if heading.rank < rank)

    for _, same in groupby(blocks, key=lines):
        yield [block for block in same if block.heading("program")]


_Subjects = tuple[Mapping[str, list[str]], ...]


@vocabulary_cache(maxsize=256)
def _subjects(strategy: str) -> _Subjects:
    """What a strategy of such a name is about (strategy_subjects.toml); nothing where its words do not say."""
    name = name_key(strategy)
    subjects = load("strategy_subjects")["subject"]
    return tuple(subject for subject in subjects if any(name_key(word) in name for word in subject["words"]))


def _usual_programs(subjects: _Subjects) -> set[str]:
    return {program for subject in subjects for program in subject["programs"]}


def _shows(block: _Block, subjects: _Subjects) -> bool:
    """Whether the names of half of the projects say that they belong to one of the subjects."""
    signs = [sign for subject in subjects for sign in subject["signs"]]
    fitting = sum(any(sign in _name(record) for sign in signs) for record in block.records)
    return 2 * fitting >= len(block.records)


def _program(block: _Block) -> str | None:
    heading = block.heading("program")
    return known_programs().get(name_key(heading.group.name)) if heading else None


# ---- wording ----


def _key(heading: Governing | None) -> tuple[str, str]:
    return (heading.group.number or "", name_key(heading.group.name)) if heading else ("", "")


def _named(group: Group) -> str:
    return f"{group.number}. {group.name}" if group.number else group.name


def _lowest(block: _Block) -> str:
    """The last heading above the block, with its label."""
    group = block.record.governing[-1].group
    return f"{group.number} {group.label}{group.name}" if group.number else f"{group.label}{group.name}"


def _name(record: RawRecord) -> str:
    return normalize_text("\n".join(text for row in record.points.rows() if (text := row.text("name"))))


def _finding(block: _Block, code: str, facts: dict[str, Fact]) -> Finding:
    told = {**facts, "project": _name(block.record)[:_LONGEST_QUOTE] or "-"}
    origin = block.record.first.origin
    return Finding(code=code, facts=told, provenance=origin, path=f"projects[{block.index}].strategy")


_LONGEST_QUOTE = 80
