"""The lines above the tables: the form's label, its title, the plan's and the organization's names."""

from outputs.docx.forms import FormLayout, words
from outputs.docx.wordml import Ink, paragraph, run
from schemas.plan import Organization, Plan
from schemas.vocabulary import load


def organization_line(organization: Organization) -> str:
    """ "องค์การบริหารส่วนตำบลX อำเภอY จังหวัดZ", as far as it is known; empty where nothing is."""
    parts = (
        f"{organization.type or ''}{organization.name or ''}",
        words("district", name=organization.district) if organization.district else "",
        words("province", name=organization.province) if organization.province else "",
    )
    return " ".join(part for part in parts if part)


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


def title_lines(ink: Ink, plan: Plan, form: FormLayout) -> str:
    """The label at the right and the centred title lines; the label begins a new page."""
    centred = (form.title, form.subtitle or "", plan_line(plan), organization_line(plan.organization))
    label = paragraph("FormLabel", run(ink, form.label), keep_next=True)
    return label + "".join(paragraph("PlanTitle", run(ink, line), keep_next=True) for line in centred if line)
