"""The pages around and over the tables: cover, text, summaries, other tables, title lines."""

from bench.legacy_plans.content import Place, Section
from bench.legacy_plans.typing_hand import Hand
from bench.legacy_plans.wordml import CellXml, paragraph, run, table, table_row
from bench.legacy_plans.words import words
from schemas.plan import NarrativeSection, Organization, PlanKind

_TITLE = 32
_COVER = 44
_BODY = 28
_TABLE = 24
_BOX_WIDTH_DXA, _BOX_HEIGHT_DXA = 2000, 640


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


def centered(hand: Hand, text: str, half_points: int = _TITLE, page_break: bool = False) -> str:
    """A bold line in the middle."""
    return paragraph(run(hand.digits(text), half_points, bold=True), "center", page_break=page_break)


def cover(hand: Hand, title: str, place: Place) -> str:
    """The cover page."""
    lines = [*title.replace(" ประจำปี", "\nประจำปี").replace(" (พ.ศ.", "\n(พ.ศ.").split("\n")]
    lines += full_name(place.organization).split(" ")
    return paragraph("") * 6 + "".join(centered(hand, line, _COVER) for line in lines)


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


def narrative(hand: Hand, sections: tuple[NarrativeSection, ...]) -> str:
    """The introduction with heading styles."""
    parts = []
    for index, section in enumerate(sections):
        heading = run(hand.digits(section.title), _TITLE, bold=True)
        parts.append(paragraph(heading, style=f"Heading{section.level}", page_break=index == 0))
        parts += [paragraph(run(hand.digits(text), _TITLE)) for text in section.paragraphs]
    return "".join(parts)


def form_title(hand: Hand, form: str, title: str, place: Place) -> str:
    """The lines at the top of a form's first page: its label, what it lists, the plan, the government."""
    headers = words("headers")
    wording = hand.layout.wording
    labels, names = headers["labels"][form], headers["titles"][form]
    label = hand.digits(labels[wording % len(labels)])
    lines = [names[wording % len(names)], title, full_name(place.organization)]
    first = form_label(hand, label)
    return paragraph("", page_break=True) + first + "".join(centered(hand, line) for line in lines)


def form_label(hand: Hand, label: str) -> str:
    """The form's label at the right: a paragraph, or a text box of either kind, or nothing."""
    place = hand.layout.form_label
    if place == "none":
        return ""
    if place == "paragraph":
        return paragraph(run(label, _BODY, bold=True), "right")
    inside = paragraph(run(label, _BODY, bold=True), "center")
    return paragraph(_drawing_box(inside) if place == "drawing_box" else _vml_box(inside))


def _drawing_box(inside: str) -> str:
    width, height = _BOX_WIDTH_DXA * 635, _BOX_HEIGHT_DXA * 635
    drawing = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="251658000" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>right</wp:align>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>-300000</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="{width}" cy="{height}"/><wp:wrapNone/>'
        '<wp:docPr id="77" name="Text Box 77"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    fallback = _vml_box(inside).removeprefix("<w:r>").removesuffix("</w:r>")
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _vml_box(inside: str) -> str:
    return (
        '<w:r><w:pict><v:shape id="_x0000_s77" type="#_x0000_t202" '
        'style="position:absolute;margin-left:660pt;'
        f'margin-top:-20pt;width:{_BOX_WIDTH_DXA / 20:g}pt;height:{_BOX_HEIGHT_DXA / 20:g}pt;z-index:77" '
        'path="m,l,21600r21600,l21600,xe" coordsize="21600,21600"><v:stroke joinstyle="miter"/><v:textbox>'
        f"<w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


# ---- tables that list no projects ----


def population_table(hand: Hand, place: Place) -> str:
    """A table of another kind, which a reader must leave aside."""
    rows = [["หมู่ที่", "ชื่อหมู่บ้าน", "ชาย (คน)", "หญิง (คน)", "รวม (คน)", "ครัวเรือน"]]
    lists = words("places")
    for index in range(1, 6):
        men, women = hand.rng.randrange(90, 600), hand.rng.randrange(90, 600)
        village = hand.rng.choice(lists["village_heads"]) + hand.rng.choice(lists["village_middles"])
        rows.append([str(index), f"บ้าน{village}", str(men), str(women), f"{men + women:,}", str(men // 2)])
    title = centered(hand, f"จำนวนประชากรของ{place.short}", page_break=True)
    return title + _plain_table(hand, rows, [1000, 3600, 1800, 1800, 1800, 1800])


def _plain_table(hand: Hand, rows: list[list[str]], widths: list[int]) -> str:
    made = []
    for index, row in enumerate(rows):
        cells = [
            CellXml(
                paragraph(run(hand.digits(text), _TABLE, bold=index == 0), "center" if column else "left"),
                width,
            )
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        made.append(table_row(cells, header=index == 0))
    return table(made, widths)


def operation_summary(hand: Hand, sections: tuple[Section, ...]) -> str:
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
        unit = section.projects[0].responsible_units[0].unit
        rows.append(figures(hand.heading(section.groups[-1]), len(section.projects), _baht(section), unit))
    rows.append(figures("รวมทั้งสิ้น", total_count, total))
    return _plain_table(hand, rows, [5000, 1900, 2000, 2500, 2100, 2000])


def development_summary(hand: Hand, sections: tuple[Section, ...], years: tuple[str, ...]) -> str:
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
    return _plain_table(hand, rows, [2200] + [2 * width, 3 * width] * len(years))


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
