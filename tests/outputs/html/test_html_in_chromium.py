"""The page in a real browser: it fetches nothing, its search and sums work, and it prints."""

import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from typing import Any
from urllib.parse import quote

import pytest
from lxml import html
from pypdfium2 import PdfDocument

from schemas.plan import Plan
from tests.outputs.html.pages import page_bytes, page_of, read, rows_of

CHROMIUM = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))), None)
TIME_LIMIT_SECONDS = 60
# No work of the browser's own in the background, and no sandbox, which a container's root has none of.
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--disable-features=NetworkTimeServiceQuerying",
)  # fmt: skip

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")

Browse = Callable[..., str]


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    """Starts Chromium with arguments; what it prints."""

    def started(*arguments: str) -> str:
        command = [CHROMIUM or "", *QUIET, f"--user-data-dir={tmp_path / 'profile'}", *arguments]
        run = subprocess.run(command, capture_output=True, timeout=TIME_LIMIT_SECONDS, check=True)
        return run.stdout.decode()

    return started


def shown(browse: Browse, tmp_path: Path, content: bytes, fragment: str = "") -> Any:
    """The page as it stands in the browser once its script has run."""
    file = tmp_path / "แผน.html"
    file.write_bytes(content)
    return html.document_fromstring(browse("--dump-dom", f"{file.as_uri()}#{fragment}"))


def visible(page: Any) -> list[str]:
    """The numbers of the projects that are shown."""
    path = "//tbody[@class='project'][not(ancestor-or-self::*[@hidden])]/tr[1]/td[1]"
    return [read(cell) for cell in page.xpath(path)]


@contextmanager
def recording_server(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """A server that answers all requests with the page; its port, and what was asked of it, host and path."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(f"{self.headers['Host']}{self.path}")
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            """Tests print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port, asked
    finally:
        server.shutdown()
        server.server_close()


def requests_of(browse: Browse, content: bytes) -> tuple[list[str], Any]:
    """All that the browser asks the network for to show the page, whatever the host; and the page as shown."""
    with recording_server(content) as (port, asked):
        everywhere = f"--host-resolver-rules=MAP * 127.0.0.1:{port}"
        page = browse(everywhere, "--virtual-time-budget=2000", "--dump-dom", "http://plan.test/plan.html")
    return asked, html.document_fromstring(page)


INTRUDERS = (
    b'</h1><img src="http://elsewhere.test/a.png"><script>document.title = "intruded"</script>'
    b'<style>h1 { background: url("http://elsewhere.test/b.png") }</style>'
)


def test_nothing_is_asked_for_but_the_page(browse: Browse, operation_plan: Plan) -> None:
    asked, page = requests_of(browse, page_bytes(operation_plan))
    assert asked == ["plan.test/plan.html"]
    assert len(visible(page)) == len(operation_plan.projects)


def test_what_slips_into_the_page_neither_loads_nor_runs(browse: Browse, operation_plan: Plan) -> None:
    content = page_bytes(operation_plan).replace(b"</h1>", INTRUDERS)
    asked, page = requests_of(browse, content)
    assert asked == ["plan.test/plan.html"]
    assert page.findtext(".//title") != "intruded"
    # The same without the page's policy: so the server would have seen it.
    asked, page = requests_of(browse, content.replace(b"Content-Security-Policy", b"x-nothing"))
    assert "elsewhere.test/a.png" in asked
    assert page.findtext(".//title") == "intruded"


def test_the_script_changes_nothing_until_it_is_asked(
    browse: Browse, tmp_path: Path, operation_plan: Plan, development_plan: Plan
) -> None:
    for plan in (operation_plan, development_plan):
        written = page_of(plan)
        page = shown(browse, tmp_path, page_bytes(plan))
        assert read(page.find(".//main//h2")) == read(written.find(".//main//h2"))
        for path in ("//tfoot", "//p[@class='total']", "//tbody"):
            assert list(map(read, page.xpath(path))) == list(map(read, written.xpath(path)))
        assert not page.xpath("//form[@hidden]")
        assert "ทั้งหมด" in read(page.find(".//output"))


def test_search_shows_the_rows_and_sums_that_fit(
    browse: Browse, tmp_path: Path, operation_plan: Plan
) -> None:
    page = shown(browse, tmp_path, page_bytes(operation_plan), "q=" + quote("หมู่ที่ ๑๗ ถนน"))
    assert visible(page) == ["๑๗"]
    assert read(page.find(".//output")) == "แสดง ๑ จาก ๔๑ รายการ งบประมาณ ๑๗๐,๐๐๐ บาท"
    sections = page.xpath("//section[contains(@class, 'part')][not(ancestor-or-self::*[@hidden])]/*[1]")
    assert [read(heading)[:16] for heading in sections] == [
        "แบบ ผด.๐๒ บัญชีจ",
        "ยุทธศาสตร์ที่ ๒ ",
        "๒.๑ แผนงานอุตสาห",
    ]
    (table,) = page.xpath("//table[contains(@class, 'projects')][not(ancestor-or-self::*[@hidden])]")
    assert rows_of(table, "tfoot")[0][:2] == ["รวม ๑ โครงการ", "๑๗๐,๐๐๐"]


def test_a_filter_joins_with_the_search_and_satang_are_not_rounded(
    browse: Browse, tmp_path: Path, operation_plan: Plan
) -> None:
    fragment = f"q=ถนน&month={quote('มกราคม')}&strategy={quote('ยุทธศาสตร์ที่ 1 การพัฒนาด้านโครงสร้างพื้นฐาน')}"
    page = shown(browse, tmp_path, page_bytes(operation_plan, "arabic"), fragment)
    fitting = [
        project
        for project in operation_plan.projects[:14]
        if 1 in project.months and "ถนน" in (project.name or "")
    ]
    assert visible(page) == [project.number for project in fitting]
    money = sum(project.total_baht() for project in fitting)
    assert money % 1
    assert read(page.find(".//output")) == f"แสดง {len(fitting)} จาก 41 รายการ งบประมาณ {money:,.2f} บาท"


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("หมู่ที่3", ["3", "12", "13"]),
        ("หมู่ที่ ๑๓", ["11"]),
        ("ถนน หมู่ 5 กว้าง", ["5", "12", "13"]),
        ("30,000", ["3"]),
        ("30000", ["3"]),
        ("3000", []),
        ("(3", []),
    ],
)
def test_a_number_is_sought_whole(
    browse: Browse, tmp_path: Path, operation_plan: Plan, sought: str, found: list[str]
) -> None:
    places = {"11": "หมู่ที่ 13", "12": "ม.1, ๓ และหมู่ 5", "13": "หมู่ที่ 2 - 7", "14": "หมู่ที่ 1.3-9.5"}
    projects = tuple(
        project.model_copy(
            update={
                "name": "ก่อสร้างถนน",
                "details": "กว้าง 3 เมตร",
                "location": places.get(project.number or "", project.location),
                "months": (),
            }
        )
        for project in operation_plan.projects[:14]
    )
    plan = operation_plan.model_copy(update={"projects": projects})
    page = shown(browse, tmp_path, page_bytes(plan, "arabic"), "q=" + quote(sought))
    assert visible(page) == found


WIDE_AND_LONG = """
<script>
addEventListener("load", () => {
  const table = [...document.querySelectorAll("table.projects")].sort((a, b) => b.tBodies.length - a.tBodies.length)[0];
  table.tBodies[table.tBodies.length - 1].scrollIntoView({ block: "end" });
  const [head, row] = [table.tHead, table.tBodies[table.tBodies.length - 1]].map((part) => part.getBoundingClientRect());
  document.title = [head.top, head.bottom, row.bottom, innerHeight, table.parentNode.scrollWidth - innerWidth].join(" ");
});
</script>
"""


def test_the_header_of_a_table_wider_than_the_page_stays_in_view(
    browse: Browse, tmp_path: Path, operation_plan: Plan
) -> None:
    file = tmp_path / "wide.html"
    content = page_bytes(operation_plan).decode().replace("Content-Security-Policy", "x-nothing")
    file.write_text(content.replace("</body>", f"{WIDE_AND_LONG}</body>"))
    page = html.document_fromstring(browse("--window-size=900,600", "--dump-dom", file.as_uri()))
    head_top, head_bottom, row_bottom, height, overhang = map(float, page.findtext(".//title").split())
    assert overhang > 0
    assert 0 <= head_top < head_bottom < row_bottom <= height + 1


def test_years_and_points_of_a_development_plan(
    browse: Browse, tmp_path: Path, development_plan: Plan
) -> None:
    page = shown(browse, tmp_path, page_bytes(development_plan, "thai-text"), "year=2559")
    assert len(visible(page)) == 2
    (table,) = page.xpath("//table[contains(@class, 'projects')]")
    assert rows_of(table, "tfoot")[0] == [
        "รวม 2 โครงการ", "100,000", "1,000,000,099,999", "100,000", "",
    ]  # fmt: skip
    assert read(page.find(".//output")) == "แสดง ๒ จาก ๕ รายการ งบประมาณ ๑,๐๐๐,๐๐๐,๒๙๙,๙๙๙ บาท"


def test_a_search_that_fits_nothing_says_so(browse: Browse, tmp_path: Path, operation_plan: Plan) -> None:
    page = shown(browse, tmp_path, page_bytes(operation_plan), "q=" + quote("ไม่มีคำนี้"))
    assert visible(page) == []
    assert read(page.find(".//output")) == "ไม่พบโครงการที่ตรงกับเงื่อนไข"
    assert not page.xpath("//section[contains(@class, 'form')][not(@hidden)]")


def test_it_prints_on_lying_pages_with_headers_on_each(
    browse: Browse, tmp_path: Path, operation_plan: Plan
) -> None:
    (tmp_path / "plan.html").write_bytes(page_bytes(operation_plan, "arabic"))
    printed = tmp_path / "plan.pdf"
    browse("--no-pdf-header-footer", f"--print-to-pdf={printed}", (tmp_path / "plan.html").as_uri())
    pages = list(PdfDocument(printed))
    assert {tuple(map(round, page.get_size())) for page in pages} == {(842, 595)}
    texts = [page.get_textpage().get_text_bounded() for page in pages]
    assert "ค้นหา" not in "".join(texts)
    with_rows = [text for text in texts if "COVID-19" in text]
    assert len(with_rows) > 2
    assert all("(บาท)" in text for text in with_rows)
