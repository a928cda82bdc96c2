"""The lines above the tables: the form's label, its title, the plan's and the organization's names."""

from outputs.docx.forms import words
from outputs.docx.wordml import Ink, heading, paragraph, run
from schemas.plan import Organization, Plan
from schemas.vocabulary import load

_FORM_LEVEL = 2  # of the outline: under the part of the tables
_LINE_HEIGHT_PT = 20.1


def organization_lines(organization: Organization) -> tuple[str, str]:
    """ "องค์การบริหารส่วนตำบลX" and "อำเภอY จังหวัดZ", each empty where nothing of it is known."""
    place = (
        words("district", name=organization.district) if organization.district else "",
        words("province", name=organization.province) if organization.province else "",
    )
    name = f"{organization.type or ''}{organization.name or ''}"
    return name, " ".join(part for part in place if part)


def organization_line(organization: Organization) -> str:
    """ "องค์การบริหารส่วนตำบลX อำเภอY จังหวัดZ", as far as it is known; empty where nothing is."""
    return " ".join(part for part in organization_lines(organization) if part)


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
    centred = (plan_line(plan), organization_line(plan.organization))
    written = [paragraph("FormLabel", run(ink, label), keep_next=True)]
    if is_first:
        written.append(heading(ink, "FormTitle", title, _FORM_LEVEL, keep_next=True))
    else:
        written.append(paragraph("PlanTitle", run(ink, title), keep_next=True))
    written += [paragraph("PlanTitle", run(ink, line), keep_next=True) for line in centred if line]
    ink.pages.flow(_LINE_HEIGHT_PT * len(written))
    return "".join(written)
