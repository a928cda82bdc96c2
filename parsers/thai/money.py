"""Reading of money cells. What is not understood is handed back as unread, never guessed."""

import re
from decimal import Decimal
from typing import NamedTuple

from parsers.thai.funds import is_fund_source, is_money_unit
from parsers.thai.joining import normalize_text
from parsers.thai.numerals import to_arabic
from schemas.vocabulary import load, vocabulary_cache

_CACHED_TEXTS = 16384


class MoneyReading(NamedTuple):
    """What a money cell says.

    `amounts` are baht in order. `placeholder` is what stands for none ("-", "ไม่ใช้งบประมาณ").
    `fund_source` is the text of brackets, or of a line that names a fund; several are joined by ", ".
    `unread` is what was left over: where it stands, the amounts must not be trusted.
    """

    amounts: tuple[Decimal, ...] = ()
    placeholder: str | None = None
    fund_source: str | None = None
    unread: str | None = None


_NOTHING = MoneyReading()

# An unclosed bracket runs to the end: the cell of a table row may hold a part of the text only.
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)(?:[)\]]|$)")
# "(ห้าพันบาทถ้วน)" says the amount once more, as announcements do.
_IN_WORDS = re.compile(
    r"(?:หนึ่ง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|ศูนย์|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน|บาท|สตางค์|ถ้วน|\s)+(?:ถ้วน|บาท|สตางค์)"
)
_PADDED_COMMA = re.compile(r"(?<![\d,])(\d[\d,]*)(\s,\s?|,\s)(\d{3}(?:,\d{3})*)(?![\d,])")

_WHOLE = r"(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)"
_DOTTED = r"[1-9]\d{0,2}(?:\.\d{3}){2,}"
# What most cells hold; it needs no further look.
_PLAIN_AMOUNT = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]{2})?")
# After the number: ".-", " .-", "-.", ".", "-", "/-", "=" as people close an amount.
_CLOSING = r"(?:\s*(?:\.\s?[-–=]+|[-–]+\s?\.|/-|,-|=|[-–]+(?!\s?\d)|\.(?!\d)))?"


@vocabulary_cache()
def _amount() -> re.Pattern[str]:
    """One amount with its closing and its words, standing free of other letters and digits."""
    words = load("money_words")
    factors = "|".join(words["factors"])
    endings = "|".join(words["endings"])
    return re.compile(
        rf"(?<![\w.,/–-])(?<![^.\d][-–]\s)(?<!^[-–]\s)(?P<number>{_DOTTED}|{_WHOLE}(?:\.\d+)?)"
        rf"(?:\s?(?P<factor>{factors}))?{_CLOSING}(?:\s?(?:{endings}))?{_CLOSING}(?![\w,]|\.\d)"
    )


@vocabulary_cache(maxsize=_CACHED_TEXTS)
def read_money(text: str) -> MoneyReading:
    """The amounts, placeholder and fund source of a money cell's text, and what could not be read of it.

    Thai and Arabic digits may mix; numbers may be wrapped over lines. Zero is an amount, a dash is none, a
    blank cell is neither.
    """
    if _PLAIN_AMOUNT.fullmatch(text):
        return MoneyReading((Decimal(text.replace(",", "")),))
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines:
        return _NOTHING
    bare, funds, unread = _without_brackets(_one_line(lines))
    amounts, rest = _amounts_of(_with_plain_commas(bare))
    placeholder, rest = _placeholder_of(rest)
    fund, rest = _fund_of(rest)
    funds += [fund] if fund else []
    left = " ".join(part for part in (rest, *unread) if part)
    fund_source = ", ".join(dict.fromkeys(funds)) or None
    return MoneyReading(amounts, None if amounts else placeholder, fund_source, left or None)


def _one_line(lines: list[str]) -> str:
    """The cell's lines as one; a dash alone on its line stands for itself, not for a minus of the next."""
    marked = [f"{_DASH_LINE}" if normalize_text(line) in _dashes() else line for line in lines]
    return normalize_text("\n".join(_with_funds_apart(_with_whole_numbers(marked))))


def _with_funds_apart(lines: list[str]) -> list[str]:
    """The lines, a fund's name kept from running into the word before it ("20,000 บาท" over "เงินสะสม")."""
    endings = tuple(load("money_words")["endings"])
    above = ["", *(line.rstrip() for line in lines)]
    # A narrow column may break the fund's name too: "เงิน" over "อุดหนุน".
    return [
        f" {line}" if above[index].endswith(endings) and is_fund_source("".join(lines[index:])) else line
        for index, line in enumerate(lines)
    ]


_HEAD_OF_AMOUNT = re.compile(r"\d{1,2}|\d{1,3}(?:,\d{3})*,\d{1,2}")
_MIDDLE_OF_AMOUNT = re.compile(r"[\d,]+")
_TAIL_OF_AMOUNT = re.compile(r"\d[\d,]*")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_LINES_OF_AN_AMOUNT = 4


def _with_whole_numbers(lines: list[str]) -> list[str]:
    """The lines, those joined between which a narrow column broke an amount ("9" over "41,000", or "3", "50,00", "0").

    Nobody budgets less than a hundred baht on a line of its own.
    """
    whole: list[str] = []
    index = 0
    while index < len(lines):
        count = _lines_of_amount(lines[index : index + _LINES_OF_AN_AMOUNT])
        joined = [
            *(line.strip() for line in lines[index : index + count - 1]),
            lines[index + count - 1].lstrip(),
        ]
        whole.append("".join(joined) if count > 1 else lines[index])
        index += count
    return whole


def _lines_of_amount(lines: list[str]) -> int:
    """How many of `lines` from the first on are one broken amount; 1 where the first is none."""
    plain = [to_arabic(line).strip() for line in lines]
    if not _HEAD_OF_AMOUNT.fullmatch(plain[0]):
        return 1
    head = plain[0]
    for count, line in enumerate(plain[1:], start=2):
        tail = _TAIL_OF_AMOUNT.match(line)
        if tail and _GROUPED.fullmatch(head + tail[0]):
            return count
        if not _MIDDLE_OF_AMOUNT.fullmatch(line):
            return 1
        head += line
    return 1


_ENDS_OPEN = re.compile(r"(?<![\d,.])(?:\d{1,3}(?:,\d{3})*,\d{0,2}|\d{1,3}(?:,\d{3})*\.\d?)$")
"""An amount that ends in an incomplete group of digits or of satang."""

_GOES_ON = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?(?!\d)")
_FINISHED = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d{1,2})?")


def goes_on_with_amount(before: str, after: str) -> bool:
    """Whether the money text `after` finishes an amount that `before` leaves open, such as "17" and "8,000.-".

    A page's foot or a narrow column cuts inside numbers. An amount that is whole by itself ("178,000.-") is not left
    open; one or two bare digits are never whole, for nobody budgets less than a hundred baht.
    """
    lines = [line for line in before.split("\n") if line.strip()]
    tail = _GOES_ON.match(to_arabic(after).strip())
    if not tail or not lines:
        return False
    head = _one_line(lines).rsplit(" ", maxsplit=1)[-1]
    if _ENDS_OPEN.search(head):
        return _FINISHED.fullmatch(head + tail[0]) is not None
    return _BARE_DIGITS.fullmatch(head) is not None


_BARE_DIGITS = re.compile(r"[1-9]\d?")

_DASH_LINE = "\u2e3a"
"""Stands in for a line that is only a dash while the lines are joined."""


@vocabulary_cache()
def _dashes() -> frozenset[str]:
    return frozenset(load("money_words")["dashes"])


def _without_brackets(line: str) -> tuple[str, list[str], list[str]]:
    """The line without its brackets, the funds that these named, and what else they held."""
    funds, unread = [], []
    for match in _BRACKETS.finditer(line):
        inside = match[1].strip()
        if is_money_unit(inside) or not inside or _IN_WORDS.fullmatch(inside):
            continue
        if re.search("[ก-ฮA-Za-z]", inside):
            funds.append(inside)
        else:
            unread.append(match[0])
    return _BRACKETS.sub(" ", line), funds, unread


def _with_plain_commas(line: str) -> str:
    """Padded commas ("1 ,500,000") made plain; two grouped numbers beside a comma are no one number."""

    def joined(match: re.Match[str]) -> str:
        head, tail = match[1], match[3]
        return match[0] if "," in head and "," in tail else f"{head},{tail}"

    return _PADDED_COMMA.sub(joined, line)


def _amounts_of(line: str) -> tuple[tuple[Decimal, ...], str]:
    """The amounts in `line`, and the line without them; what is no well-written amount stays in it."""
    amounts: list[Decimal] = []

    def taken(match: re.Match[str]) -> str:
        value = _value(match["number"], match["factor"])
        if value is None:
            return match[0]
        amounts.append(value)
        return " "

    rest = _amount().sub(taken, line)
    compound = len([match for match in _amount().finditer(line) if match["factor"]]) > 1
    # "2 แสน 5 หมื่น" is one amount in two parts.
    return ((), line) if compound else (tuple(amounts), rest)


_DOTTED_NUMBER = re.compile(_DOTTED)
_PLACES_OF_SATANG = 2


def _value(number: str, factor: str | None) -> Decimal | None:
    """Baht; None for more than two places, which may be a dot between thousands."""
    if _DOTTED_NUMBER.fullmatch(number):
        number = number.replace(".", "")
    places = len(number.partition(".")[2])
    if places > _PLACES_OF_SATANG and not factor:
        return None
    value = Decimal(number.replace(",", ""))
    return value * load("money_words")["factors"][factor] if factor else value


@vocabulary_cache()
def _no_money() -> re.Pattern[str]:
    words = sorted(load("money_words")["without_money"], key=len, reverse=True)
    return re.compile("|".join(r"\s?".join(map(re.escape, word)) for word in words))


def _placeholder_of(rest: str) -> tuple[str | None, str]:
    words = _no_money().search(rest)
    if words:
        return words[0].replace(" ", ""), (rest[: words.start()] + " " + rest[words.end() :]).strip()
    alone = rest.replace(_DASH_LINE, " ").strip()
    if alone in _dashes():
        return "-", ""
    # A dash in front of the name of a fund.
    dashed = re.match(r"[-–—]\s+(?=[ก-๙])", alone)
    if dashed and is_fund_source(alone[dashed.end() :]):
        return "-", alone[dashed.end() :]
    return ("-" if _DASH_LINE in rest else None), alone


def _fund_of(rest: str) -> tuple[str | None, str]:
    """The fund that `rest` names without brackets, and what is left."""
    ignored = load("money_words")["ignored"]
    left = " ".join(word for word in rest.split() if word not in ignored and not is_money_unit(word))
    return (left, "") if is_fund_source(left) and not re.search(r"\d", left) else (None, left)
