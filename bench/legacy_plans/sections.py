"""The sections of a plan: which headings stand, and which projects under each."""

from random import Random

from bench.legacy_plans.content import Author, Section, spread
from bench.legacy_plans.words import words
from schemas.plan import Form, Group


def draw_sections(author: Author, form: Form, projects: int) -> tuple[Section, ...]:
    """Sections of ผด.02 or ผ.02 with about `projects` projects."""
    above = _upper(author) if form.startswith("ผ.02") else ()
    headings = [(*above, *groups) for groups in _headings(author, max(1, projects // 6))]
    sizes = spread(author.rng, projects, len(headings))
    return tuple(_section(author, form, groups, size) for groups, size in zip(headings, sizes, strict=True))


def _section(author: Author, form: Form, groups: tuple[Group, ...], size: int) -> Section:
    divider: tuple[tuple[int, str], ...] = ()
    if author.layout.divider_rows and size >= 4 and author.chance(0.6):
        divider = ((size // 2, f"เพิ่มเติมครั้งที่ {author.rng.randint(1, 5)}/{author.fiscal_year}"),)
    start = divider[0][0] if divider and not author.layout.numbers_run_on else size
    numbers = [author.number(form, index if index < start else index - start) for index in range(size)]
    projects = tuple(author.project(form, groups, number) for number in numbers)
    return Section(form, groups, projects, divider)


def _headings(author: Author, wanted: int) -> list[tuple[Group, ...]]:
    """The sets of headings of `wanted` sections, strategies in order."""
    rng = author.rng
    strategies = rng.sample(words("strategies")["strategy"], min(6, max(1, (wanted + 1) // 2)))
    found: list[tuple[Group, ...]] = []
    per_strategy = spread(rng, wanted, len(strategies))
    for order, (strategy, count) in enumerate(zip(strategies, per_strategy, strict=True), 1):
        found += _strategy_headings(author, strategy, order, count)
    return found


def _strategy_headings(
    author: Author, strategy: dict[str, list[str]], order: int, count: int
) -> list[tuple[Group, ...]]:
    layout = author.layout
    base: tuple[Group, ...] = (Group(label="ยุทธศาสตร์", number=str(order), name=str(strategy["name"])),)
    programs = author.rng.sample(strategy["programs"], min(count, len(strategy["programs"])))
    made = []
    for index, program in enumerate(programs, 1):
        groups = base
        if layout.tactics:
            tactic = 1 if index * 2 <= len(programs) + 1 else 2
            groups += (_tactic(author, strategy, order, tactic),)
        numbered = layout.heading_style == "dotted" and not layout.tactics
        name = _typed_program(author, program)
        made.append(
            (*groups, Group(label="แผนงาน", number=f"{order}.{index}" if numbered else None, name=name))
        )
    return made


def _tactic(author: Author, strategy: dict[str, list[str]], order: int, index: int) -> Group:
    label = ("กลยุทธ์", "แนวทางการพัฒนา")[author.layout.wording % 2]
    return Group(label=label, number=f"{order}.{index}", name=strategy["tactics"][index - 1])


def _typed_program(author: Author, program: str) -> str:
    variants = words("strategies")["variants"].get(program, [])
    if author.layout.program_variants and variants:
        return str(author.rng.choice(variants))
    return program


def _upper(author: Author) -> tuple[Group, ...]:
    """The lines ก. to จ.; the same above every table, so drawn from the layout and not anew."""
    if not author.layout.upper_headings:
        return ()
    upper = words("strategies")["upper"]
    return tuple(
        Group(label=label, number=letter, name=name)
        for letter, label, name in zip(upper["letters"], upper["labels"], upper["names"], strict=True)
    )


def draw_equipment(author: Author, kinds: int) -> tuple[Section, ...]:
    """Sections of ผด.02/1, by kind of equipment and then by แผนงาน."""
    made = []
    for order, kind in enumerate(_kinds(author.rng, kinds), 1):
        dotted = author.layout.heading_style == "dotted"
        program = author.rng.choice(("บริหารงานทั่วไป", "การศึกษา"))
        groups = (
            Group(label="ประเภทครุภัณฑ์", number=str(order) if dotted else None, name=str(kind["type"])),
            Group(label="แผนงาน", number=f"{order}.1" if dotted else None, name=program),
        )
        items = author.rng.sample(kind["items"], author.rng.randint(1, len(kind["items"])))
        projects = [
            author.equipment("ผด.02/1", groups, author.number("ผด.02/1", index), item)
            for index, item in enumerate(items)
        ]
        made.append(Section("ผด.02/1", groups, tuple(projects)))
    return tuple(made)


def draw_listed_equipment(author: Author, kinds: int) -> tuple[Section, ...]:
    """The one section of ผ.03, which has no headings above it."""
    lines = [
        (program, str(kind["type"]), item)
        for kind in _kinds(author.rng, kinds)
        for program in [author.rng.choice(("บริหารงานทั่วไป", "การศึกษา", "สาธารณสุข"))]
        for item in author.rng.sample(kind["items"], author.rng.randint(1, len(kind["items"])))
    ]
    projects = tuple(
        author.listed_equipment(str(index), program, kind, item)
        for index, (program, kind, item) in enumerate(lines, 1)
    )
    return (Section("ผ.03", (), projects),)


def _kinds(rng: Random, count: int) -> list[dict[str, list[str]]]:
    return rng.sample(words("families")["equipment"], count)
