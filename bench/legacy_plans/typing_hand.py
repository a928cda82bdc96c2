"""The hand that types: numerals, money, months, line breaks and malformed Thai, as a layout says."""

import re
from random import Random

from pythainlp.tokenize import word_tokenize

from bench.legacy_plans.layout import Layout
from schemas.plan import Group

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_MONTHS_FULL = {
    10: "ตุลาคม", 11: "พฤศจิกายน", 12: "ธันวาคม", 1: "มกราคม", 2: "กุมภาพันธ์", 3: "มีนาคม",
    4: "เมษายน", 5: "พฤษภาคม", 6: "มิถุนายน", 7: "กรกฎาคม", 8: "สิงหาคม", 9: "กันยายน",
}  # fmt: skip
_MONTHS_SHORT = {
    10: "ต.ค.", 11: "พ.ย.", 12: "ธ.ค.", 1: "ม.ค.", 2: "ก.พ.", 3: "มี.ค.",
    4: "เม.ย.", 5: "พ.ค.", 6: "มิ.ย.", 7: "ก.ค.", 8: "ส.ค.", 9: "ก.ย.",
}  # fmt: skip
_THAI_LETTER = re.compile(r"[ก-ฮะ-ูเ-ไ็-๎]")
_MARKS = re.compile(r"[ัิ-ฺ็-๎]")
_KNOWN_SEAM = re.compile(r"[0-9A-Za-z(]|หมู่ที่")
_ZERO_WIDTH = "\u200b"


def shown_width(text: str) -> int:
    """How many letters wide a text is; marks above and below take no room."""
    return len(_MARKS.sub("", text))


class Hand:
    """Types clean text the way the layout's officer did; truth in, legacy text out."""

    def __init__(self, rng: Random, layout: Layout) -> None:
        self.rng, self.layout = rng, layout

    # ---- numerals, money, months ----

    def digits(self, text: str) -> str:
        """The text's digits by the layout's policy; "mixed" mixes them inside one number."""
        if self.layout.numerals == "thai":
            return text.translate(_TO_THAI)
        if self.layout.numerals == "mixed":
            return "".join(c.translate(_TO_THAI) if self.rng.random() < 0.5 else c for c in text)
        return text

    def money(self, baht: str) -> str:
        """An amount of the truth ("245000.00") as typed."""
        whole, _, satang = baht.partition(".")
        text = f"{int(whole):,}"
        if satang != "00":
            return self.digits(f"{text}.{satang}")
        if whole == "0":
            return self.digits("0")
        style = self.layout.money_style
        ending = {"plain": "", "dash": ".-", "spaced_dash": "  .-", "baht": " บาท", "satang": ".00"}[style]
        return self.digits(text + ending)

    def month(self, month: int) -> str:
        """The name of a calendar month in the layout's spelling."""
        if self.layout.month_spelling == "full":
            return _MONTHS_FULL[month]
        short = _MONTHS_SHORT[month]
        return short.removesuffix(".") if self.layout.month_spelling == "half_dotted" else short

    def heading(self, group: Group) -> str:
        """A governing heading as a line."""
        return self.digits(heading_line(group, self.layout.heading_style))

    # ---- text ----

    def text(self, text: str, after_space: bool = True) -> str:
        """One line of a cell: digits by policy, and the layout's share of malformed Thai and padding.

        A line that goes on inside a phrase (not `after_space`) gets no space before it: that would count.
        """
        typed = self.digits(text)
        if self.layout.padding_spaces:
            typed = re.sub(" ", lambda _: "  " if self.rng.random() < 0.4 else " ", typed)
            typed = (" " if after_space and self.rng.random() < 0.3 else "") + typed
        if self.rng.random() < self.layout.damage:
            typed = self.rng.choice(_DAMAGES)(typed)
        return typed

    def wrapped(self, text: str, letters: int) -> list[str]:
        """The text in lines of at most about `letters`, broken between words as Word breaks them."""
        lines = [""]
        for piece in _pieces(text):
            if lines[-1] and shown_width(lines[-1] + piece.rstrip()) > letters:
                lines.append("")
            lines[-1] += piece
        return [
            self._line_end(line, follower) for line, follower in zip(lines, [*lines[1:], ""], strict=True)
        ]

    def _line_end(self, line: str, follower: str) -> str:
        """The line; half of the time without its last space where the next line's start tells of it."""
        if not follower:
            return line.rstrip()
        lost = line.endswith(" ") and _KNOWN_SEAM.match(follower) and self.rng.random() < 0.5
        return line.rstrip() if lost else line


def _pieces(text: str) -> list[str]:
    """The parts between which a line may end: after spaces, and between words of Thai letters."""
    pieces: list[str] = []
    for token in word_tokenize(text, engine="newmm", keep_whitespace=True):
        joins = pieces and not pieces[-1].endswith(" ") and not _thai_seam(pieces[-1], token)
        if (token.isspace() and pieces) or joins:
            pieces[-1] += token
        else:
            pieces.append(token)
    return pieces


def _thai_seam(before: str, after: str) -> bool:
    return bool(_THAI_LETTER.match(before[-1]) and _THAI_LETTER.match(after[0]))


def heading_line(group: Group, style: str) -> str:
    """The heading's line with Arabic digits, in the style of a layout."""
    label, number, name = group.label, group.number, group.name
    colon = " : " if style == "colon" else " "
    if number and not number[0].isdigit():
        return f"{number}. {label}{colon}{name}"
    if label in ("แผนงาน", "ประเภทครุภัณฑ์"):
        own = f"{label} : {name}" if style == "colon" else f"{label}{name}"
        dot = "." if number and "." not in number else ""
        return f"{number}{dot} {own}" if number else own
    if style == "dotted" and number:
        gap = "" if label == "ยุทธศาสตร์" else " "
        return f"{number}{'' if '.' in number else '.'} {label}{gap}{name}"
    return f"{label}{f'ที่ {number}' if number else ''}{colon}{name}"


def _split_sara_am(text: str) -> str:
    return text.replace("ำ", "ํา")


def _double_sara_e(text: str) -> str:
    return text.replace("แ", "เเ")


def _zero_widths(text: str) -> str:
    return _ZERO_WIDTH.join(word_tokenize(text, engine="newmm", keep_whitespace=True))


def _doubled_marks(text: str) -> str:
    return re.sub(r"([่้])", r"\1\1", text, count=1)


def _swapped_marks(text: str) -> str:
    return re.sub(r"([ิ-ู])([่้])", r"\2\1", text)


_DAMAGES = (_split_sara_am, _double_sara_e, _zero_widths, _doubled_marks, _swapped_marks)
