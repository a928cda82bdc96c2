"""The page for a browser: whole in itself, harmless, readable without a script."""

import re
from html.parser import HTMLParser

from outputs.findings import render
from schemas.document import Provenance, Source
from schemas.findings import Finding
from schemas.plan import Plan, Project, RecordSource

SOURCE = Source(name="<แผน>.docx", sha256="0" * 64, format="docx", size_bytes=9)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"
VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """Tags in their order, texts, and whether all that opens is closed."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def classed(self, name: str) -> int:
        return sum(name in (attributes.get("class") or "").split() for _, attributes in self.tags)


def _plan(kind: str = "operation_plan") -> Plan:
    source = RecordSource(page=2, table=0, row=3)
    form = "ผด.02" if kind == "operation_plan" else "ผ.02"
    money = (
        {"budget": "5000.00"}
        if kind == "operation_plan"
        else {"budgets": {"2566": "5000.00", "2567": "1.50"}}
    )
    project = Project.model_validate(
        {
            "form": form,
            "number": "7",
            "name": HOSTILE,
            "kpi": "ร้อยละ 80",
            "months": [10, 12],
            "source": source,
            **money,
        }
    )
    return Plan.model_validate({"kind": kind, "projects": [project], "source": SOURCE})


PLACE = Provenance(page=2, table=0, row=3)
FOUND = (
    Finding(code="PLN005", facts={"project": HOSTILE}, provenance=PLACE, path="projects[0].budget"),
    Finding(code="VAL003", facts={"project": "ก"}, provenance=PLACE, path="projects[0].months"),
    Finding(code="TXT002", facts={"text": "ก", "proposal": "ข"}, provenance=PLACE, path="projects[0].kpi"),
    Finding(code="PLN001", path="organization"),
)


def _page(*findings: Finding, plan: Plan | None = None) -> tuple[Page, str]:
    content = render("html", plan or _plan(), findings, "th", "1").decode()
    return Page(content), content


def test_page_is_whole_and_asks_for_nothing() -> None:
    page, content = _page(*FOUND)
    assert page.open == []
    assert not re.search(r"https?://|@import|url\(", content)
    assert all("src" not in attributes for _, attributes in page.tags)
    assert page.all("link") == page.all("img") == []
    policy = next(meta["content"] for meta in page.all("meta") if meta.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'")


def test_texts_of_the_plan_are_no_markup() -> None:
    page, content = _page(*FOUND)
    assert len(page.all("script")) == 1
    assert "alert(1)" not in "".join(text for text in content.split("<script>")[1:2])
    assert any(HOSTILE in text for text in page.texts)
    assert content.count("<img") == 0


def test_each_finding_stands_beside_the_row_that_it_is_about() -> None:
    page, content = _page(*FOUND)
    items = [item for item in page.all("li") if "data-code" in item]
    assert [item["data-code"] for item in items] == ["PLN005", "VAL003", "TXT002", "PLN001"]
    assert [item["data-severity"] for item in items] == ["note", "warning", "warning", "warning"]
    assert len(page.all("article")) == 2
    assert page.classed("on") == 2
    # Money, all twelve months, and the indicator in a row of its own.
    assert page.classed("marked") == 1 + 12 + 1
    assert "<mark>ร้อยละ 80</mark>" in content
    assert "<mark>5,000</mark>" in content
    assert content.index("หน้า 2 ตารางที่ 1") < content.index("ทั้งเอกสาร")


def test_page_says_its_language_and_names_its_parts() -> None:
    page, _ = _page(*FOUND)
    assert page.all("html")[0]["lang"] == "th"
    assert len(page.all("h1")) == len(page.all("title")) == 1
    assert all("scope" in header for header in page.all("th"))
    assert page.all("form")[0]["class"] == "filters"
    assert "hidden" in page.all("form")[0]


def test_money_by_year_and_no_months_for_a_development_plan() -> None:
    page, content = _page(FOUND[0], plan=_plan("development_plan"))
    assert page.classed("month") == 0
    assert "2566: 5,000<br>2567: 1.50" in content


def test_a_sound_plan_has_a_short_page() -> None:
    page, content = _page()
    assert page.all("form") == page.all("script") == []
    assert "ไม่พบสิ่งที่ต้องตรวจ" in content


def test_rows_with_months_are_given_the_room_that_these_need() -> None:
    for kind, wide in (("operation_plan", 1), ("development_plan", 0)):
        page = Page(render("html", _plan(kind), FOUND[:1], "th", "1").decode())
        assert (page.classed("row"), page.classed("months")) == (1, wide)
