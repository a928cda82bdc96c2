"""How long a fresh book takes: the processor's seconds for 150, 1,500 and 15,000 projects.

Beside each stand those of lxml, which makes the elements of the same book's main part one by one and packs them. A
book of 1,500 projects is meant to take less than two seconds and five times lxml's time.

Run as `python -m bench.render_speed [--pdf]`; with --pdf the smallest book is drawn through LibreOffice too.
"""

import io
import os
import sys
import time
import zipfile

from lxml import etree

from outputs.docx import BookStyle, render
from schemas.document import Source
from schemas.plan import Group, Heading, Organization, Plan, Project

SIZES = (150, 1_500, 15_000)
_PROJECTS_PER_PROGRAM = 25


def _project(index: int) -> Project:
    program = index // _PROJECTS_PER_PROGRAM
    strategy = Heading(number=str(program // 4 + 1), name="การพัฒนาด้านโครงสร้างพื้นฐาน")
    return Project(
        form="ผด.02",
        strategy=strategy,
        program="แผนงานอุตสาหกรรมและการโยธา",
        groups=(
            Group(label="ยุทธศาสตร์", number=strategy.number, name=strategy.name),
            Group(label="แผนงาน", number=f"{strategy.number}.{program % 4 + 1}", name="อุตสาหกรรมและการโยธา"),
        ),
        number=str(index % _PROJECTS_PER_PROGRAM + 1),
        name=f"ก่อสร้างถนนคอนกรีตเสริมเหล็ก สายบ้านตัวอย่าง ซอย {index} หมู่ที่ {index % 12 + 1}",
        details=f"กว้าง 4 เมตร ยาว {index + 100} เมตร หนา 0.15 เมตร พื้นที่ {4 * index + 400} ตารางเมตร",
        location=f"หมู่ที่ {index % 12 + 1}",
        responsible_unit="กองช่าง",
        budget=f"{(index % 900 + 100) * 1000}.00",
        fund_source="งบ อบต.",
        months=(10, 11, 12, 4, 5),
    )


def plan_of(projects: int) -> Plan:
    """An operation plan of that many projects, in tables of 25."""
    return Plan(
        kind="operation_plan",
        organization=Organization(
            type="องค์การบริหารส่วนตำบล", name="ธารทิพย์", district="ศรีสมมุติ", province="ตัวอย่าง"
        ),
        fiscal_year=2566,
        projects=tuple(_project(index) for index in range(projects)),
        source=Source(name="bench", sha256="0" * 64, format="docx", size_bytes=0),
    )


def seconds_of_lxml(book: bytes) -> float:
    """The time of lxml for the elements of the book's main part, from the first one to the packed file."""
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    written = [(item.getparent(), item, item.tag, dict(item.attrib), item.text) for item in root.iter()]
    start = time.process_time()
    made: dict[etree._Element | None, etree._Element] = {}
    for parent, item, tag, attributes, text in written:
        new = (
            etree.Element(tag, attributes)
            if parent is None
            else etree.SubElement(made[parent], tag, attributes)
        )
        new.text = text
        made[item] = new
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", etree.tostring(made[root], encoding="UTF-8"))
    return time.process_time() - start


def main() -> None:
    """Prints one line per size."""
    for size in SIZES:
        plan = plan_of(size)
        start = time.process_time()
        book = render(plan, BookStyle())
        seconds = time.process_time() - start
        size_kb = len(book) / 1024
        print(
            f"{size:>7,} projects  {seconds:7.2f} s  {size_kb:9,.0f} KB  lxml {seconds_of_lxml(book):6.2f} s",
            flush=True,
        )
    if "--pdf" in sys.argv[1:]:
        from pipeline.programs.libreoffice import LibreOffice  # noqa: PLC0415 - only this part needs it

        start = time.perf_counter()
        LibreOffice(os.environ).to_pdf(render(plan_of(SIZES[0]), BookStyle()))
        print(f"{SIZES[0]:>7,} projects  {time.perf_counter() - start:7.2f} s  as PDF")


if __name__ == "__main__":
    main()
