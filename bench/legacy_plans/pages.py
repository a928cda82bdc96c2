"""What stands around and over the tables, as lines and rows of text that any writer can set."""

from dataclasses import dataclass

from bench.legacy_plans.content import SHORT_TYPES, Place, Section
from bench.legacy_plans.typing_hand import Hand
from bench.legacy_plans.words import words
from schemas.plan import NarrativeSection, Organization, PlanKind


@dataclass(frozen=True)
class PlainTable:
    """A table that lists no projects: its rows, of which the first is the header, and widths in dxa."""

    rows: list[list[str]]
    widths: list[int]


def full_name(organization: Organization) -> str:
    """The government's type and name, with district and province where it has them."""
    parts = [f"{organization.type}{organization.name}"]
    parts += [f"อำเภอ{organization.district}"] if organization.district else []
    if organization.type != "องค์การบริหารส่วนจังหวัด":
        parts.append(f"จังหวัด{organization.province}")
    return " ".join(parts)


def plan_title(kind: PlanKind, fiscal_year: int, last_year: int, edition: str | None) -> str:
    """The line that names the plan and its years."""
    if kind == "operation_plan":
        title = f"แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. {fiscal_year}"
    else:
        title = f"แผนพัฒนาท้องถิ่น (พ.ศ. {fiscal_year} - {last_year})"
    return f"{title} {edition}" if edition else title


def cover_lines(title: str, place: Place) -> list[str]:
    """The lines of the cover."""
    lines = title.replace(" ประจำปี", "\nประจำปี").replace(" (พ.ศ.", "\n(พ.ศ.").split("\n")
    return lines + full_name(place.organization).split(" ")


def spelled_name(place: Place, turn: int) -> str:
    """The government's name as typed for the time `turn` (0-based): in full first, then in other ways."""
    organization = place.organization
    district, province = organization.district, organization.province
    where = f" อ.{district} จ.{province}" if district else ""
    spaced = f"{organization.type} {organization.name}"
    short = f"{SHORT_TYPES.get(organization.type or '', organization.type)}"
    ways = [
        full_name(organization),
        f"{spaced}{where}",
        f"{short}{organization.name}{where}",
        f"{short} {organization.name}",
        full_name(organization).replace("ำ", "ํา"),
    ]
    return ways[turn % len(ways)]


def form_lines(hand: Hand, form: str, title: str, place: Place, turn: int = 0) -> tuple[str, list[str]]:
    """A form's label, and the title lines under it: what it lists, the plan, the government."""
    headers = words("headers")
    wording = hand.layout.wording
    labels, names = headers["labels"][form], headers["titles"][form]
    name = spelled_name(place, turn) if hand.layout.name_spellings else full_name(place.organization)
    return hand.digits(labels[wording % len(labels)]), [names[wording % len(names)], title, name]


def narrative_of(kind: PlanKind, place: Place) -> tuple[NarrativeSection, ...]:
    """An invented introduction."""
    plan = "แผนการดำเนินงาน" if kind == "operation_plan" else "แผนพัฒนาท้องถิ่น"
    return (
        NarrativeSection(
            title="ส่วนที่ 1 บทนำ",
            level=1,
            paragraphs=(f"{plan}ฉบับนี้รวบรวมโครงการที่จะลงมือทำในเขต{place.short}ไว้ในเล่มเดียว",),
        ),
        NarrativeSection(
            title="1.1 วัตถุประสงค์",
            level=2,
            paragraphs=(
                f"เพื่อให้ทุกหน่วยงานของ{place.short}เห็นลำดับงานตรงกัน",
                "เพื่อให้ประชาชนติดตามได้ว่างานใดเริ่มและเสร็จเมื่อใด",
            ),
        ),
        NarrativeSection(
            title="1.2 ประโยชน์",
            level=2,
            paragraphs=("ผู้บริหารและประชาชนใช้ข้อมูลชุดเดียวกันในการติดตามงาน",),
        ),
    )


def population(hand: Hand) -> PlainTable:
    """A table of another kind, which a reader must leave aside."""
    rows = [["หมู่ที่", "ชื่อหมู่บ้าน", "ชาย (คน)", "หญิง (คน)", "รวม (คน)", "ครัวเรือน"]]
    lists = words("places")
    for index in range(1, 6):
        men, women = hand.rng.randrange(90, 600), hand.rng.randrange(90, 600)
        village = hand.rng.choice(lists["village_heads"]) + hand.rng.choice(lists["village_middles"])
        rows.append([str(index), f"บ้าน{village}", str(men), str(women), f"{men + women:,}", str(men // 2)])
    return PlainTable(rows, [1000, 3600, 1800, 1800, 1800, 1800])


def _operation_summary(hand: Hand, sections: tuple[Section, ...]) -> PlainTable:
    """ผด.01: a row per แผนงาน, sums per strategy and over all."""
    total_count = sum(len(section.projects) for section in sections)
    total = sum(_baht(section) for section in sections)
    head = [
        "ยุทธศาสตร์/แผนงาน", "จำนวนโครงการ\nที่ดำเนินการ", "คิดเป็นร้อยละของ\nโครงการทั้งหมด", "จำนวน\nงบประมาณ",
        "คิดเป็นร้อยละของ\nงบประมาณทั้งหมด", "หน่วยงาน\nรับผิดชอบหลัก",
    ]  # fmt: skip

    def figures(label: str, count: int, baht: float, unit: str = "") -> list[str]:
        share = f"{100 * baht / total:.2f}" if total else "-"
        return [label, str(count), f"{100 * count / total_count:.2f}", f"{baht:,.2f}", share, unit]

    rows = [head]
    strategy: str | None = None
    for section in sections:
        heading = next(group for group in section.groups if group.label == "ยุทธศาสตร์")
        if heading.name != strategy:
            rows.append([hand.heading(heading), "", "", "", "", ""])
            strategy = heading.name
        units = section.projects[0].responsible_units
        unit = units[0].unit if units else ""
        rows.append(figures(hand.heading(section.groups[-1]), len(section.projects), _baht(section), unit))
    rows.append(figures("รวมทั้งสิ้น", total_count, total))
    return PlainTable(rows, [5000, 1900, 2000, 2500, 2100, 2000])


def _development_summary(hand: Hand, sections: tuple[Section, ...], years: tuple[str, ...]) -> PlainTable:
    """ผ.01: per strategy and year the number of projects with money and their sum."""
    wordings = ("จำนวน\nโครงการ\nปี {}", "งบประมาณ\n(บาท)\nปี {}")
    head = ["ยุทธศาสตร์", *(wording.format(year) for year in years for wording in wordings)]
    by_strategy: dict[str, list[Section]] = {}
    for section in sections:
        group = next(group for group in section.groups if group.label == "ยุทธศาสตร์")
        by_strategy.setdefault(hand.heading(group), []).append(section)
    rows = [head, *([name, *_yearly(found, years)] for name, found in by_strategy.items())]
    rows.append(["รวมทั้งสิ้น", *_yearly(list(sections), years)])
    width = (15500 - 2200) // (5 * len(years))
    return PlainTable(rows, [2200] + [2 * width, 3 * width] * len(years))


def _yearly(sections: list[Section], years: tuple[str, ...]) -> list[str]:
    figures = []
    for year in years:
        amounts = [
            float(project.budgets[year])
            for section in sections
            for project in section.projects
            if year in project.budgets
        ]
        figures += [str(len(amounts)), f"{sum(amounts):,.0f}"]
    return figures


def _baht(section: Section) -> float:
    return sum(float(project.total_baht()) for project in section.projects)


def summary(hand: Hand, kind: PlanKind, sections: tuple[Section, ...], years: tuple[str, ...]) -> PlainTable:
    """ผด.01 or ผ.01 over the sections of the plan's first form."""
    if kind == "operation_plan":
        return _operation_summary(hand, sections)
    return _development_summary(hand, sections, years)
