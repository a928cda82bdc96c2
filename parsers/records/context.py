"""What a document says of itself: organization, fiscal years, edition, kind."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parsers.records.gathered import Gathered
from parsers.records.told_forms import kind_of_form, kind_of_layout
from parsers.tables.layout import Layout
from parsers.thai import (
    normalize_text,
    read_address,
    read_edition,
    read_organization,
    read_year_range,
    read_years,
)
from schemas.plan import Organization, PlanKind

FRONT_LINES = 60
"""So many lines at the beginning of a book are its cover and announcement."""

_TITLE_WEIGHT = 3
_PLAN_WORDS = ("แผนการดำเนินงาน", "แผนดำเนินงาน", "แผนพัฒนา", "ปีงบประมาณ")


@dataclass(frozen=True, slots=True)
class Context:
    """The plan's own data; None where the document does not say."""

    kind: PlanKind
    organization: Organization
    fiscal_year: int | None
    fiscal_year_end: int | None
    edition: str | None


def read_context(gathered: Gathered) -> Context:
    """What title lines, running heads, cover and column headers say, in this order of trust."""
    kind = _kind(gathered)
    layouts = [layout for layout in gathered.layouts if layout.is_of_projects()]
    titles = [line.text for line in (*gathered.titles, *gathered.running)]
    front = [line.text for line in gathered.prose[:FRONT_LINES]]
    first, last = _years(kind, layouts, titles, front)
    return Context(kind, _organization(titles, front), first, last, _edition(titles, front))


def _kind(gathered: Gathered) -> PlanKind:
    kinds = Counter(kind_of_form(record.form) for record in gathered.records)
    kinds += Counter(kind_of_layout(layout) for layout in gathered.layouts if not gathered.records)
    return kinds.most_common(1)[0][0]


def _organization(titles: Sequence[str], front: Sequence[str]) -> Organization:
    """The organization that is named most, title lines counting more; its district and province from any mention."""
    votes: Counter[tuple[str | None, str | None]] = Counter()
    places: dict[tuple[str | None, str | None], list[Organization]] = {}
    for weight, texts in ((_TITLE_WEIGHT, titles), (1, front)):
        for text in texts:
            found = read_organization(text)
            if found is not None:
                key = (found.type, found.name)
                votes[key] += weight
                places.setdefault(key, []).append(found)
    if not votes:
        return Organization()
    kind, name = votes.most_common(1)[0][0]
    mentions = places[kind, name]
    named = Organization(
        type=kind,
        name=name,
        district=next((mention.district for mention in mentions if mention.district), None),
        province=next((mention.province for mention in mentions if mention.province), None),
    )
    return named if named.district and named.province else _addressed(named, (*titles, *front))


def _addressed(named: Organization, texts: Iterable[str]) -> Organization:
    """The organization with what lines of their own, such as a cover's, say of its district and province."""
    addresses = dict.fromkeys(address for text in texts if any(address := read_address(text)))
    for district, province in addresses:
        if named.district in (None, district) and named.province in (None, province):
            update = {"district": named.district or district, "province": named.province or province}
            named = named.model_copy(update=update)
        if named.district and named.province:
            break
    return named


def _edition(titles: Iterable[str], front: Iterable[str]) -> str | None:
    found = Counter(edition for text in (*titles, *front) if (edition := _edition_of(text)))
    return found.most_common(1)[0][0] if found else None


def _edition_of(text: str) -> str | None:
    return (
        read_edition(text) if any(word in normalize_text(text) for word in ("แผน", "ครั้งที่", "ฉบับ")) else None
    )


def _years(
    kind: PlanKind, layouts: list[Layout], titles: list[str], front: list[str]
) -> tuple[int | None, int | None]:
    if kind == "development_plan":
        return _development_years(layouts, titles, front)
    year = _operation_year(layouts, titles, front)
    return year, year


def _development_years(
    layouts: list[Layout], titles: list[str], front: list[str]
) -> tuple[int | None, int | None]:
    ranges = Counter(layout.years for layout in layouts if layout.years)
    if ranges:
        years = ranges.most_common(1)[0][0]
        return min(years), max(years)
    spans = Counter(span for text in (*titles, *front) if (span := read_year_range(text)))
    return spans.most_common(1)[0][0] if spans else (None, None)


def _operation_year(layouts: list[Layout], titles: list[str], front: list[str]) -> int | None:
    """The year over the months from January on is the fiscal year; else the one that title lines name most."""
    headers = Counter(max(layout.header_years) for layout in layouts if len(layout.header_years) == 2)
    if headers:
        return headers.most_common(1)[0][0]
    for texts in (titles, front):
        named = Counter(
            years[0] for text in texts if names_plan(text) and len(years := read_years(text)) == 1
        )
        if named:
            return named.most_common(1)[0][0]
    return None


def names_plan(text: str) -> bool:
    """Whether a line has a word for a plan or its fiscal year."""
    return any(word in normalize_text(text) for word in _PLAN_WORDS)
