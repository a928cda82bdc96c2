"""What a line outside of the columns is: a heading, a title of a table or book, a page number, or prose."""

import re
from typing import Literal

from parsers.tables.headings import read_heading
from parsers.thai import normalize_text, read_edition, read_organization, read_program, without_told_wraps
from schemas.plan import Form
from schemas.vocabulary import load, vocabulary_cache

LineKind = Literal["heading", "title", "noise", "prose"]

_PAGE_NUMBER = re.compile(r"(?:หน้า(?:ที่)?\s*)?[-–(]?\s*\d{1,4}\s*[-–)]?(?:\s*/\s*\d{1,4})?")
_PARTS_OF_A_BOOK = re.compile(r"(?:ส่วนที่|บทที่|ภาคผนวก|คำนำ|สารบัญ)")


@vocabulary_cache()
def _title_words() -> tuple[str, ...]:
    return tuple(load("form_signs")["title"]["words"])


@vocabulary_cache()
def _title_code() -> re.Pattern[str]:
    return re.compile(load("form_signs")["title"]["code"])


@vocabulary_cache(maxsize=4096)
def line_kind(text: str) -> LineKind:
    """The kind of a line; "title" for lines that name a form, a plan, its year, its edition or the organization."""
    line = normalize_text(text)
    if not line or _PAGE_NUMBER.fullmatch(line):
        return "noise"
    if read_heading(line):
        return "heading"
    if len(line) > load("form_signs")["title"]["length_limit"] or _PARTS_OF_A_BOOK.match(line):
        return "prose"
    named = any(word in line for word in _title_words()) or _title_code().fullmatch(line)
    return "title" if named or read_edition(line) or read_organization(line) else "prose"


@vocabulary_cache(maxsize=1024)
def form_sign(text: str, forms: tuple[Form, ...]) -> Form | None:
    """Which of `forms` a title line names by its words or code; None where it says nothing of the form."""
    line = normalize_text(text)
    squeezed = line.replace(" ", "")
    for sign in load("form_signs")["sign"]:
        if sign["form"] not in forms:
            continue
        if any(word in line for word in sign["words"]) or re.search(sign["code"], squeezed):
            form: Form = sign["form"]
            return form
    return None


def is_divider(text: str) -> bool:
    """Whether a row across a table parts it by editions ("เพิ่มเติมครั้งที่ 5/2567") and titles no plan."""
    line = normalize_text(text)
    return read_edition(line) is not None and "แผน" not in line


def separate_lines(text: str) -> list[str]:
    """The headings and titles that one block of a page holds, each with the lines that it runs on over.

    One text where no more than one of the lines is a heading or a title: then it is a paragraph.
    """
    lines = [part for line in without_told_wraps(text).split("\n") for part in _headings_side_by_side(line)]
    begins = [index for index, line in enumerate(lines) if line_kind(line) in ("heading", "title")]
    if len(begins) < 2:
        return [text]
    starts = sorted({0, *begins})
    ends = [*starts[1:], len(lines)]
    return ["\n".join(lines[start:end]) for start, end in zip(starts, ends, strict=True)]


_WIDE_GAP = re.compile(r"\t\s*|\s{2,}|\s(?=(?:กลยุทธ์|แนวทาง(?:การพัฒนา)?)\s?ที่\s?[\d๐-๙])")
_PROGRAM_BEHIND = re.compile(r"\s(?=(?:[\d๐-๙]+(?:\.[\d๐-๙]+)*\.?\s?)?(?:แผนงาน|ผง\.)(?P<name>.+)$)")


def _headings_side_by_side(line: str) -> list[str]:
    """The headings that a wide gap parts within one line ("ยุทธศาสตร์ที่ 1 ...     แผนงาน..."); else the line alone.

    Only where each part is a heading of its own with a name: a gap may also stand between a label and its name. A
    PDF does not show how wide a gap is: there a known แผนงาน at the end of the line, or a label with a number, tells.
    """
    if read_heading(line) is None:
        return [line]
    parts = [piece for part in _WIDE_GAP.split(line.strip()) for piece in _before_program(part)]
    whole: list[str] = []
    for part in parts:
        heading = read_heading(part)
        if (heading is not None and heading.group.name) or not whole:
            whole.append(part)
        else:
            whole[-1] = f"{whole[-1]} {part}"
    headings = [read_heading(part) for part in whole]
    return whole if len(whole) > 1 and all(each and each.group.name for each in headings) else [line]


def _before_program(part: str) -> list[str]:
    program = _PROGRAM_BEHIND.search(part)
    if program is None or not read_program(program["name"])[1]:
        return [part]
    return [part[: program.start()], part[program.end() :]]
