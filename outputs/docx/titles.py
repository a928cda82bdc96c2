"""The lines above the tables: the form's label, its title, the plan's and the organization's names."""

from outputs.docx.forms import words
from outputs.docx.heights import line_count
from outputs.docx.wordml import Ink, broken_lines, heading, paragraph, run
from schemas.plan import Organization, Plan
from schemas.vocabulary import load

_FORM_LEVEL = 2  # of the outline: under the part of the tables
_LINE_HEIGHT_PT = 20.1
_SIZE_PT = 16
# Bold letters are a little wider than the count of lines knows.
_BOLD_SHARE = 0.95


def _organization_parts(organization: Organization) -> list[str]:
    """ "องค์การบริหารส่วนตำบลX", "อำเภอY" and "จังหวัดZ", as far as they are known."""
    parts = (
        organization.full_name,
        words("district", name=organization.district) if organization.district else "",
        words("province", name=organization.province) if organization.province else "",
    )
    return [part for part in parts if part]


def organization_line(organization: Organization) -> str:
    """ "องค์การบริหารส่วนตำบลX อำเภอY จังหวัดZ", as far as it is known; empty where nothing is."""
    return " ".join(_organization_parts(organization))


def organization_lines(organization: Organization, width_twips: int, size_pt: int) -> tuple[str, ...]:
    """The same in bold lines of that width that break between its parts and not inside of the names of places."""
    lines: list[str] = []
    for part in _organization_parts(organization):
        longer = f"{lines[-1]} {part}" if lines else part
        if lines and line_count(longer, round(_BOLD_SHARE * width_twips), size_pt) == 1:
            lines[-1] = longer
        else:
            lines.append(part)
    return tuple(lines)


def plan_line(plan: Plan) -> str:
    """The plan's own name with its years and edition, such as "แผนพัฒนาท้องถิ่น (พ.ศ. 2566 – 2570)"."""
    titles: dict[str, str] = load("forms")["plan_titles"][plan.kind]
    years = plan.budget_years()
    if years:
        title = titles.get(str(len(years)), titles["title"]).format(first=years[0], last=years[-1])
    else:
        title = titles["without_year"]
    if not plan.edition:
        return title
    return titles["edition"].format(title=title, edition=plan.edition)


def lines_above_table(ink: Ink, plan: Plan, label: str, title: str, *, is_first: bool) -> str:
    """The form's label at the right and the centred title lines on a new page.

    The form's own title is a heading of the outline where it stands for the first time.
    """
    ink.pages.begin_page()
    width_twips = ink.style.table_width_twips
    organization = organization_lines(plan.organization, width_twips, _SIZE_PT)
    centred = (run(ink, plan_line(plan)), broken_lines(ink, organization))
    written = [paragraph("FormLabel", run(ink, label), keep_next=True)]
    if is_first:
        written.append(heading(ink, "FormTitle", title, _FORM_LEVEL, keep_next=True))
    else:
        written.append(paragraph("PlanTitle", run(ink, title), keep_next=True))
    written += [paragraph("PlanTitle", runs, keep_next=True) for runs in centred if runs]
    texts = (label, title, plan_line(plan), *organization)
    lines = sum(line_count(text, round(_BOLD_SHARE * width_twips), _SIZE_PT) for text in texts)
    ink.pages.flow(_LINE_HEIGHT_PT * lines)
    return "".join(written)
