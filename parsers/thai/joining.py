"""Lines of a cell made one line again, and text normalized as the Plan wants it."""

import re
import unicodedata
from collections.abc import Sequence

from parsers.thai.letters import DEPENDENTS, THAI_LETTERS
from parsers.thai.numerals import to_arabic
from schemas.document import GOES_ON
from schemas.vocabulary import load, vocabulary_cache

_CACHED_TEXTS = 16384

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]+")
_BLANKS = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\u0085\u2028\u2029]")

_ENDS_THAI = re.compile(f"[{THAI_LETTERS}]$")
_BEGINS_THAI = re.compile(f"[{THAI_LETTERS}\u0e2f\u0e46]")
_BEGINS_DEPENDENT = re.compile(f"[{DEPENDENTS}]")

# An amount whose last group of three is not full ("9,816,20"), or that ends at its comma.
_OPEN_GROUP = re.compile(r"\d,(?:\d{3},)*\d{0,2}$")
_OPEN_SATANG = re.compile(r"\d,\d{3}\.\d?$")
# The rest of an amount: it begins with a group that no number begins with ("00,000", "0,000.-").
_REST_OF_AMOUNT = re.compile(r"0\d{0,2},\d{3}")
# The rest of a count: no number but zero itself begins with 0 ("60 เมตร" cut as "6" and "0 เมตร").
_REST_OF_COUNT = re.compile(r"0{1,2}\s?(?!บาท)[ก-ฮเ-ไ]")
_FEW_DIGITS = re.compile(r"(?<![\d,.])\d{1,3}$")
_COMMA_GROUP = re.compile(r",\d{3}(?!\d)")
_YEAR_HEAD = re.compile(r"(?<![\d,.])(?:2|25|25\d)$")
_YEAR_TAIL = re.compile(r"\d{1,3}(?![\d,])")
_YEAR_LENGTH = 4

# A hyphen or slash at the end of a word; not the ".-" that closes an amount.
_ENDS_OPEN = re.compile(r"(?:[^\s.][-–/]|[(\[{“‘])$")
_BEGINS_CLOSING = re.compile(r"[)\]}”’.,:;%/!?]")
# Abbreviations torn between their letters: "พ.", "ศ."
_ENDS_LETTER_DOT = re.compile(r"(?:^|[\s.(])[ก-ฮ]\.$")
_BEGINS_LETTER_DOT = re.compile(r"[ก-ฮ]\.")
# A measure ends its phrase: "ลึก 50 เมตร / พร้อมเครื่องสูบน้ำ"; but "6 เมตร / ต่อวัน".
_ENDS_MEASURE = re.compile(r"[\d๐-๙]\s?(?:ตาราง|ลูกบาศก์)?(?:เมตร|นิ้ว|กิโลเมตร)$")
_GOES_ON_MEASURE = re.compile("ต่อ|ละ")
_WANTS_MEASURE = re.compile("(?:มี|ใน|ไม่|ละ|ตาม|ให้|จาก|ถึง|ของ|และ|หรือ|กับ)$")
_ADDRESS = re.compile(r"หมู่|บ้าน|ถนน|ตำบล|อำเภอ|ซอย|ชุมชน")
_ROAD = re.compile(r"ถนน|ผิวจราจร|รางระบายน้ำ|ท่อระบายน้ำ|ท่อลอด|คสล|คอนกรีต|ลูกรัง|หินคลุก|สะพาน")
# One quantity behind another: "จำนวน 5 รุ่น / รุ่นละ 13 คน", "12 ท่อน / ยาวรวม 40 เมตร".
_BEGINS_QUANTITY = re.compile(r"(?!ต่อ|ละ|ที่)(?:[ก-๎]{2,15}\s?[\d๐-๙]|[ก-๎]{2,8}ละ|แบบ)")
# A thing and its make ("เครื่องสูบน้ำ / แบบหอยโข่ง"), as the price lists of standard equipment write them.
_ENDS_THING = re.compile(r"(?:เครื่อง|รถ|ตู้|โต๊ะ|เก้าอี้)[ก-๎]{2,20}$")
_MAKE = "แบบ"
# The two ends of a stretch of road ("จากสามแยกบ้านโนน / ถึงที่ดินสาธารณะ").
_FROM, _TO = "จาก", "ถึง"


# A line end may part the two halves of sara am.
_SPLIT_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")

_TOLD_WRAP = f"{GOES_ON}\n"

_SEAM_REACH = 160
"""So many letters before a seam are looked at."""


def join_lines(lines: Sequence[str]) -> str:
    """The lines of one cell as one line, with a space at a seam only where a writer would have had one.

    A space at the seam stays. Otherwise Thai letter meets Thai letter without one, unless the line begins a
    phrase of its own (`line_starts.toml`); a number broken in two is joined; all else gets one space.
    """
    pieces: list[str] = []
    before = ""
    for line in filter(str.strip, lines):
        piece = seam_between(before, line) + line.lstrip() if pieces else line
        pieces[-1:] = [pieces[-1].rstrip(), piece] if pieces else [piece]
        # Only what stands near a seam tells how to close it; the whole would make long cells quadratic.
        before = (before.rstrip() + piece)[-_SEAM_REACH:]
    return "".join(pieces).strip()


def without_told_wraps(text: str) -> str:
    """`text` with those lines joined of which the source tells that they go on, and whether behind a space."""
    return text.replace(_TOLD_WRAP, "") if GOES_ON in text else text


def seam_between(before: str, after: str) -> str:
    """What stands between two lines of one text by their words alone: "" or one space."""
    left, right = before.rstrip(), after.lstrip()
    if _BEGINS_DEPENDENT.match(right) or _is_inside_number(to_arabic(left), to_arabic(right)):
        return ""
    if left != before or right != after:
        return " "
    if _ENDS_OPEN.search(left) or _BEGINS_CLOSING.match(right):
        return ""
    if _ENDS_LETTER_DOT.search(left) and _BEGINS_LETTER_DOT.match(right):
        return ""
    if _ENDS_THAI.search(left) and _BEGINS_THAI.match(right):
        return " " if _begins_phrase(left, right) else ""
    return " "


def _is_inside_number(left: str, right: str) -> bool:
    """Whether a number goes on over the seam; both sides have Arabic digits."""
    if not right[:1].isdigit():
        return bool(_COMMA_GROUP.match(right) and _FEW_DIGITS.search(left))
    if _OPEN_GROUP.search(left) or _OPEN_SATANG.search(left):
        return True
    if _FEW_DIGITS.search(left) and (_REST_OF_AMOUNT.match(right) or _REST_OF_COUNT.match(right)):
        return True
    head, tail = _YEAR_HEAD.search(left), _YEAR_TAIL.match(right)
    return bool(head and tail and len(head[0]) + len(tail[0]) == _YEAR_LENGTH)


@vocabulary_cache()
def _phrase_starts() -> tuple[re.Pattern[str], ...]:
    words = load("line_starts")
    numbered = "|".join(map(re.escape, words["needs_number"]))
    always = "|".join(map(re.escape, words["always"]))
    places = "|".join(map(re.escape, words["places"]))
    return (
        re.compile(always),
        re.compile(rf"(?:{numbered})\s?[\d๐-๙]"),
        re.compile(places),
        re.compile(f"(?:{'|'.join(map(re.escape, words['not_after']))})$"),
    )


@vocabulary_cache()
def _ends_count() -> re.Pattern[str]:
    units = "|".join(map(re.escape, load("line_starts")["counted"]))
    return re.compile(rf"[\d๐-๙]\s?(?:{units})$")


def _begins_phrase(left: str, right: str) -> bool:
    starts, measured, places, bound = _phrase_starts()
    if _ENDS_MEASURE.search(left):
        return not _GOES_ON_MEASURE.match(right)
    if _belong_apart(left, right):
        return True
    if measured.match(right):
        return _WANTS_MEASURE.search(left) is None
    if bound.search(left):
        return False
    is_place = places.match(right) and _ADDRESS.search(left)
    return bool(starts.match(right) or is_place or _goes_along_road(left, right))


def _belong_apart(left: str, right: str) -> bool:
    """Whether the end of one line and the beginning of the next are two quantities, or a pair that is written apart."""
    if _ends_count().search(left) and _BEGINS_QUANTITY.match(right):
        return True
    if (right.startswith(_MAKE) and _ENDS_THING.search(left)) or (right.startswith(_TO) and _FROM in left):
        return True
    return any(left.endswith(end) and right.startswith(start) for end, start in load("line_starts")["pairs"])


def may_begin_phrase(line: str) -> bool:
    """Whether a line begins with a word that stands behind a space about as often as without one."""
    return line.startswith(tuple(load("line_starts")["perhaps"]))


def _goes_along_road(left: str, right: str) -> bool:
    return right.startswith(tuple(load("line_starts")["roads"])) and _ROAD.search(left) is not None


@vocabulary_cache(maxsize=_CACHED_TEXTS)
def normalize_text(text: str) -> str:
    """`text` as the Plan has it: NFC, Arabic digits, lines joined, single spaces, trimmed."""
    if not text or text.isspace():
        return ""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", without_told_wraps(text)))
    lines = _BLANKS.sub(" ", _LINE_ENDS.sub("\n", visible)).split("\n")
    return to_arabic(_SPLIT_SARA_AM.sub("\\1ำ", join_lines(lines)) if len(lines) > 1 else lines[0].strip())
