"""The table of a development plan of two years in the notation, for tests of how its rows are read."""

from parsers.records import read_plan
from schemas.document import Block
from schemas.plan import Plan
from tests.notation import document, line, table

HEADER = "ที่ | โครงการ | วัตถุประสงค์ | เป้าหมาย | งบประมาณ > | | ผลที่คาดว่าจะได้รับ | หน่วยงานรับผิดชอบหลัก"
YEARS = "^ | ^ | ^ | ^ | 2566 (บาท) | 2567 (บาท) | ^ | ^"
STRATEGY = line("ยุทธศาสตร์ที่ 1 การพัฒนาคน")


def plan_of(*rows: str) -> Plan:
    """The plan of such a table with these rows, under one strategy."""
    return read_plan(document(STRATEGY, table(HEADER, YEARS, *rows)))[0]


def codes_of(*blocks: Block) -> list[str]:
    """The codes of what is told of a document of these blocks, in order."""
    return [finding.code for finding in read_plan(document(*blocks))[1]]
