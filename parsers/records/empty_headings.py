"""Headings under which no project stands, told from those whose projects stand elsewhere or were lost."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from parsers.records.gathered import Gathered, RawRecord
from parsers.records.stands import Stand
from parsers.tables.headings import Governing
from parsers.thai import normalize_text, read_program
from schemas.empty_headings import SCOPES, EmptyHeading, declared_empty
from schemas.findings import Finding
from schemas.plan import DeclaredTotal, RecordSource
from schemas.row_numbers import number_parts
from schemas.rules.names import alike, name_key

NEAR = 0.85
"""Two headings of one number at least so alike are one in two spellings."""

NEAR_WITHOUT_NUMBER = 0.93
"""So alike must two headings be where no number ties them: สาธารณสุข and สาธารณภัย are two."""

_Names = dict[str, Governing]
"""The headings over a project by kind."""


def empty_headings(gathered: Gathered) -> list[Stand]:
    """The places of headings without projects, in reading order, each heading once.

    None that has a narrower heading under it: that one is told of. None with rows that could not be read as
    projects, unless words say that there is none: nothing that was lost may pass for nothing.
    """
    found: list[Stand] = []
    over_projects = list(_over_projects(gathered.records))
    stands = gathered.stands.placed
    times = Counter(_key(stand) for stand in stands if stand.is_bare)
    for place, stand in enumerate(stands):
        if (stand.has_rows and not stand.said) or _has_narrower(stand, stands):
            continue
        if stand.is_bare and (times[_key(stand)] > 1 or not _is_beside(stand, stands[place:])):
            continue
        if any(_is_over(stand, form, names) for form, names in over_projects):
            continue
        if not any(_is_same(stand, other) for other in found):
            found.append(stand)
    return found


def declared_headings(empty: Iterable[Stand]) -> tuple[DeclaredTotal, ...]:
    """The declared totals of no projects that tell of the headings."""
    return tuple(_declared(stand) for stand in empty)


def told_headings(gathered: Gathered, empty: Sequence[Stand], first: int) -> Iterator[Finding]:
    """REC004 for each heading without projects, and REC003 for each text of that meaning where there are some.

    `first` is the 0-based index of the first such heading among the plan's declared totals.
    """
    for index, stand in enumerate(empty, start=first):
        facts = {"heading": declared_empty(_empty(stand), RecordSource()).label}
        path = f"declared_totals[{index}]"
        yield Finding(code="REC004", facts=facts, provenance=stand.origin, path=path)
    others = (stand for stand in gathered.stands.placed if not any(stand is each for each in empty))
    lines = [*gathered.stands.said, *(line for stand in others for line in stand.said)]
    for line in lines:
        where = {"table": (line.origin.table or 0) + 1, "row": (line.origin.row or 0) + 1}
        text = normalize_text(line.text)
        yield Finding(code="REC003", facts={"text": text, **where}, provenance=line.origin)


def _declared(stand: Stand) -> DeclaredTotal:
    place = stand.origin
    source = RecordSource(page=place.page, table=place.table, row=place.row, bbox=place.bbox)
    return declared_empty(_empty(stand), source)


def _empty(stand: Stand) -> EmptyHeading:
    return EmptyHeading(form=stand.form, groups=tuple(each.group for each in stand.governing))


def _over_projects(records: Iterable[RawRecord]) -> Iterator[tuple[str, _Names]]:
    """What governs the projects, each chain of headings of a form once."""
    seen: set[tuple[object, ...]] = set()
    for record in records:
        names = _names(record.governing)
        key = (record.form, *names.values())
        if key not in seen:
            seen.add(key)
            yield record.form, names


def _names(governing: Iterable[Governing]) -> _Names:
    return {each.kind: each for each in governing if each.kind in SCOPES}


def _key(stand: Stand) -> tuple[str, ...]:
    names = _names(stand.governing)
    return (stand.form, *(f"{kind}{name_key(each.group.name)}" for kind, each in sorted(names.items())))


def _is_over(stand: Stand, form: str, names: _Names) -> bool:
    """Whether projects of the form under these headings stand under the heading."""
    own = _names(stand.governing)
    return form == stand.form and all(
        kind in names and _is_one(each, names[kind]) for kind, each in own.items()
    )


def _is_one(one: Governing, other: Governing) -> bool:
    """Whether two headings of a kind are one, however they are spelt or cut off."""
    names = name_key(one.group.name), name_key(other.group.name)
    if names[0] == names[1]:
        return True
    if one.kind == other.kind == "program":
        programs = read_program(one.group.name), read_program(other.group.name)
        if all(is_known for _, is_known in programs):
            return programs[0] == programs[1]
    if one.group.number != other.group.number:
        return False
    is_cut = names[0].startswith(names[1]) or names[1].startswith(names[0])
    return is_cut or alike(*names) >= (NEAR if one.group.number else NEAR_WITHOUT_NUMBER)


def _is_same(one: Stand, other: Stand) -> bool:
    return len(_names(one.governing)) == len(_names(other.governing)) and _is_over(
        one, other.form, _names(other.governing)
    )


def _has_narrower(stand: Stand, stands: Iterable[Stand]) -> bool:
    """Whether a narrower heading stands under this one."""
    own = _names(stand.governing)
    under = (other for other in stands if len(_names(other.governing)) > len(own))
    return any(_is_over(stand, other.form, _names(other.governing)) for other in under)


def _is_beside(stand: Stand, later: Sequence[Stand]) -> bool:
    """Whether a heading with nothing under it stands beside the next of its kind in the order of the plan.

    One of another label, or without a number, may as well say more of the same projects (a แผนงาน says no more than
    its name); one that counts higher than the next, or lacks its strategy, is of a list.
    """
    following = next((each for each in later if not each.is_bare and each.form == stand.form), None)
    own, next_names = _names(stand.governing), _names(following.governing) if following else {}
    heading, other = stand.heading, next_names.get(stand.heading.kind)
    is_program = heading.kind in ("program", "equipment_type")
    if other is None:
        return is_program or heading.group.number is not None
    strategy, next_strategy = own.get("strategy"), next_names.get("strategy")
    if is_program and strategy and not (next_strategy and _is_one(strategy, next_strategy)):
        return True
    counts = number_parts(heading.group.number), number_parts(other.group.number)
    is_counted = all(counts) and counts[0] < counts[1]
    if is_program:
        return own.keys() >= next_names.keys() and (is_counted or not all(counts))
    return heading.group.label == other.group.label and is_counted
