"""Automatic numbers: the label that Word draws before a paragraph and that stands nowhere in its text."""

import re
from dataclasses import dataclass, field

from lxml import etree

from parsers.formats.docx.content import flag, value
from parsers.formats.docx.names import W_VAL, W
from parsers.formats.docx.numerals import written
from parsers.formats.docx.styles import ParagraphFormat, Styles

LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_DASHES = frozenset("-–—−\u00ad\uf02d")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; `restart_after` is the level above whose change restarts it, None for any."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    style_id: str | None = None
    restart_after: int | None = None
    legal: bool = False


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """A w:num and its levels by index; `counter_id` is shared by lists that go on from each other."""

    counter_id: str
    levels: dict[int, Level]
    start_overrides: dict[int, int]

    def level_of_style(self, style_id: str | None) -> int:
        """The level that is linked to a paragraph style; 0 where none is."""
        linked = [index for index, level in self.levels.items() if style_id and level.style_id == style_id]
        return linked[0] if linked else 0


@dataclass(slots=True)
class ListCounters:
    """Counts the numbered paragraphs of one document, which must be asked for in document order."""

    definitions: dict[str, ListDefinition]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _overridden: set[tuple[str, int]] = field(default_factory=set)

    def label(self, paragraph: ParagraphFormat) -> str | None:
        """The next label of the paragraph's list such as "1.", "(ก)" or "•"; None where it is in no list."""
        definition = self.definitions.get(paragraph.num_id or "0")
        if definition is None:
            return None
        index = paragraph.num_level
        if index is None:
            index = definition.level_of_style(paragraph.num_style_id)
        level = definition.levels.get(index)
        if level is None:
            return None
        counts = self._count(paragraph.num_id or "", definition, index)
        return _label(definition.levels, index, counts)

    def _count(self, num_id: str, definition: ListDefinition, index: int) -> dict[int, int]:
        counts = self._counts.setdefault(definition.counter_id, {})
        override = definition.start_overrides.get(index)
        if override is not None and (num_id, index) not in self._overridden:
            counts[index] = override
        else:
            counts[index] = counts[index] + 1 if index in counts else _start(definition, index)
        self._overridden.add((num_id, index))
        for deeper in [level for level in counts if level > index and _restarts(definition, level, index)]:
            del counts[deeper]
        for above in range(index):
            counts.setdefault(above, _start(definition, above))
        return counts


def _start(definition: ListDefinition, index: int) -> int:
    level = definition.levels.get(index, Level())
    return definition.start_overrides.get(index, level.start)


def _restarts(definition: ListDefinition, deeper: int, changed: int) -> bool:
    """Whether a deeper level begins anew; w:lvlRestart names the 1-based level that makes it, 0 for none."""
    restart_after = definition.levels.get(deeper, Level()).restart_after
    return restart_after is None or changed < restart_after


def _label(levels: dict[int, Level], index: int, counts: dict[int, int]) -> str | None:
    level = levels[index]
    if level.number_format == "bullet":
        return ("-" if level.text[0] in _DASHES else "•") if level.text else None

    def place(found: re.Match[str]) -> str:
        shown = int(found[1]) - 1
        number_format = "decimal" if level.legal else levels.get(shown, Level()).number_format
        return written(counts.get(shown, 0), number_format) if shown <= index else ""

    return _PLACEHOLDER.sub(place, level.text).strip() or None


def list_definitions(root: etree._Element | None, styles: Styles) -> dict[str, ListDefinition]:
    """The lists of the numbering part by w:numId; empty for a document without one."""
    if root is None:
        return {}
    abstracts = {abstract.get(W + "abstractNumId"): abstract for abstract in root.findall(W + "abstractNum")}
    nums = {num.get(W + "numId"): num for num in root.findall(W + "num")}
    definitions = {}
    for num_id, num in nums.items():
        abstract = _followed(abstracts, nums, num, styles)
        if num_id and num_id != "0" and abstract is not None:
            definitions[num_id] = _definition(num, abstract)
    return definitions


def _followed(
    abstracts: dict[str | None, etree._Element],
    nums: dict[str | None, etree._Element],
    num: etree._Element,
    styles: Styles,
) -> etree._Element | None:
    """The abstract list of a w:num, through a numbering style where it only links to one."""
    abstract = abstracts.get(value(num, "w:abstractNumId"))
    link = value(abstract, "w:numStyleLink")
    linked = nums.get(styles.numbering_link(link)) if link else None
    if linked is not None and linked is not num:
        return abstracts.get(value(linked, "w:abstractNumId"))
    return abstract


def _definition(num: etree._Element, abstract: etree._Element) -> ListDefinition:
    levels = {_index(level): _level(level) for level in abstract.findall(W + "lvl")}
    overrides: dict[int, int] = {}
    for override in num.findall(W + "lvlOverride"):
        index = _index(override)
        own = override.find(W + "lvl")
        if own is not None:
            levels[index] = _level(own)
        start = _integer(value(override, "w:startOverride"))
        if start is not None:
            overrides[index] = start
    return ListDefinition(abstract.get(W + "abstractNumId", ""), levels, overrides)


def _level(level: etree._Element) -> Level:
    # A custom format stands in mc:AlternateContent, with a usual one in the fallback, which comes last.
    number_formats = list(level.iter(W + "numFmt"))
    start = _integer(value(level, "w:start"))
    return Level(
        start=0 if start is None else start,
        number_format=number_formats[-1].get(W_VAL, "decimal") if number_formats else "decimal",
        text=value(level, "w:lvlText") or "",
        style_id=value(level, "w:pStyle"),
        restart_after=_integer(value(level, "w:lvlRestart")),
        legal=flag(level, "isLgl") is True,
    )


def _index(element: etree._Element) -> int:
    index = _integer(element.get(W + "ilvl"))
    return index if index is not None and index < LEVELS else 0


def _integer(text: str | None) -> int | None:
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None
