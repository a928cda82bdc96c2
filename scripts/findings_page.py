"""Write docs/findings.md from the catalog, or with --check tell by the exit code whether it is current."""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from schemas.findings import CATALOG, CatalogEntry
from schemas.sentences import with_blanks

PAGE = Path(__file__).parent.parent / "docs" / "findings.md"
MEASURED = PAGE.with_name("findings-measured.md")
"""How many faults are told of, with the command that measures it; kept by hand and put at the page's end."""

FAMILIES = {
    "DOC": "the file (ไฟล์)",
    "TXT": "text (ข้อความ)",
    "TBL": "tables (ตาราง)",
    "REC": "records (แถวและโครงการ)",
    "VAL": "values (ค่า)",
    "PLN": "the plan (แผน)",
    "OUT": "writing (การเขียน)",
    "SET": "an office's own wording and settings (คำและการตั้งค่าของสำนักงาน)",
    "COR": "corrections (การแก้ไข)",
    "DRF": "drafts of a new year (ร่างแผนปีใหม่)",
    "BAT": "many plans in one run (งานทั้งชุด)",
    "ARC": "the archive (คลังแผน)",
}

INTRODUCTION = """\
# Findings and failures (ข้อสังเกตและข้อขัดข้อง)

Made from schemas/findings/catalog.toml and findings-measured.md by scripts/findings_page.py; change these, not this page.

- **error** (ต้องแก้): a faithful plan cannot be made from this.
- **warning** (ควรตรวจ): a person must look.
- **note** (หมายเหตุ): phaen changed or assumed something, and says so.
- **failure** (ทำต่อไม่ได้): the work on this file ended; nothing was written.
"""


def page() -> str:
    """The whole page: one section per family, one entry per code, Thai before English; then what was measured."""
    families = groupby(CATALOG.values(), key=lambda entry: entry.code[:3])
    sections = (f"## {code}: {FAMILIES[code]}\n\n{_entries(entries)}" for code, entries in families)
    return "\n".join([INTRODUCTION, *sections, MEASURED.read_text("utf-8")])


def _entries(entries: Iterator[CatalogEntry]) -> str:
    return "\n".join(
        f"### {entry.code} {entry.name}\n\n**{entry.severity}**\n\n"
        f"- {with_blanks(entry.th)}<br>{entry.explain_th}\n- {with_blanks(entry.en)}<br>{entry.explain_en}\n"
        for entry in entries
    )


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text("utf-8") != page())
    PAGE.write_text(page(), "utf-8")
