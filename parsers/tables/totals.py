"""Rows that print a sum, told from projects by their words."""

import re

from parsers.thai import normalize_text
from schemas.vocabulary import load, vocabulary_cache

_COUNTED = r"(?:\s*(?:จำนวน)?\s*(?P<count>[\d,]+)\s*(?:โครงการ|รายการ|กิจกรรม))?"
_MONEY = r"(?:\s*(?:เป็น)?(?:จำนวน)?(?:เงิน|งบประมาณ)?\s*[\d,.\-]*\s*(?:บาท)?)?"
_OF_GROUP = r"(?:\s*(?:ตาม)?(?P<group>แผนงาน|ยุทธศาสตร์|แนวทาง|กลยุทธ์|ประเภท).{0,120})?"
_CARRIED = re.compile(
    r"(?:รวม)?(?:ยอด)?(?:รวม)?(?:เงิน)?ยก(?:ยอด)?(?:มา|ไป)(?:(?:จาก|หน้า|รวม|ทั้งสิ้น).{0,40})?"
    r"|(?:ยอด)?รวม(?:ยอด)?(?:ใน)?หน้า(?:นี้|ที่\d+|\d+)"
)
"""A sum at the end of a page, and where the next page repeats it: it sums no group of projects up."""

_BRACKETED = re.compile(r"[(\[](.*)[)\]]")
_SPELT = re.compile(r"ร ว ม(?=\s|$)")
_SUFFIX = (
    r"(?:\s*(?:ทั้งสิ้น|ทั้งหมด|งบประมาณ|จำนวน|โครงการ|เงิน|เป็นเงิน|รายการ|\(บาท\)|บาท|สุทธิ|ที่ใช้"
    r"|ทุกแผนงาน|ทุกยุทธศาสตร์))*"
)


@vocabulary_cache()
def _pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("form_signs")["total"]["words"]))
    return re.compile(
        rf"(?:{words}){_SUFFIX}{_COUNTED}{_MONEY}{_OF_GROUP}{_COUNTED.replace('count', 'later')}{_MONEY}[\s.:]*"
    )


@vocabulary_cache(maxsize=4096)
def is_total(text: str) -> bool:
    """Whether a row's first text says that the row is a sum ("รวม", "รวม 12 โครงการ", "รวมทั้งสิ้น")."""
    line = _SPELT.sub("รวม", _label(text))
    return "รวม" in line and _pattern().fullmatch(line) is not None


@vocabulary_cache(maxsize=4096)
def is_carried(text: str) -> bool:
    """Whether a row's first text says that the row carries a page's sum over ("ยอดยกไป", "ยกมา", "รวมหน้านี้")."""
    letters = re.sub(r"[\s.:]+", "", _label(text))
    return ("ยก" in letters or "หน้า" in letters) and _CARRIED.fullmatch(letters) is not None


@vocabulary_cache(maxsize=4096)
def names_project(text: str) -> bool:
    """Whether a text begins as the name of a project or of one of its points does."""
    words = load("form_signs")["project_name"]
    return normalize_text(text).startswith((*words["starters"], *words["points"]))


def _label(text: str) -> str:
    """A row's first text without the brackets or dashes that it stands between ("(รวม)", "- รวม -")."""
    line = normalize_text(text).strip(" -–*")
    bracketed = _BRACKETED.fullmatch(line)
    return bracketed[1].strip() if bracketed else line


def total_count(text: str) -> int | None:
    """The number of projects that a sum's label tells of, such as 12 in "รวม 12 โครงการ"."""
    match = _pattern().fullmatch(normalize_text(text))
    counted = (match.group("count") or match.group("later")) if match else None
    return int(counted.replace(",", "")) if counted else None


def total_group(text: str) -> str | None:
    """The word for what is summed up where the label names it ("รวมแผนงานการศึกษา" gives "แผนงาน")."""
    match = _pattern().fullmatch(normalize_text(text))
    return match.group("group") if match else None


def is_grand_total(text: str) -> bool:
    """Whether the label says that all of the plan is summed up."""
    return normalize_text(text).startswith(tuple(load("form_signs")["total"]["plan"]))
