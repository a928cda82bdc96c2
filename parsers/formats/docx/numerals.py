"""Numbers of automatic lists as Word writes them (ST_NumberFormat, ECMA-376 part 1, 17.18.59)."""

from collections.abc import Callable

THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
"""Without ฃ ฅ ฆ and the vowels ฤ ฦ: the letters of Word's thaiLetters (U+0E01-02, 04, 07-23, 25, 27-2E)."""
LARGEST_NUMBER = 32767
"""Word counts no further; a larger start is damage, and would make endless letters."""
_THAI_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_THAI_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"


def lettered(number: int, letters: str) -> str:
    """The number as letter; after the last letter they are doubled, as Word does (z, aa, bb)."""
    if number < 1:
        return ""
    times, index = divmod(number - 1, len(letters))
    return letters[index] * (times + 1)


def roman(number: int) -> str:
    """The number in lower case Roman numerals; empty below 1."""
    text = ""
    for amount, letters in _ROMAN:
        times, number = divmod(max(number, 0), amount)
        text += letters * times
    return text


def thai_words(number: int) -> str:
    """The number spelled in Thai, as in หนึ่ง, ยี่สิบเอ็ด; 0 to 999,999."""
    if number == 0:
        return "ศูนย์"
    digits = str(number)
    words = [_thai_word(digit, len(digits) - 1 - index, number) for index, digit in enumerate(digits)]
    return "".join(words)


def _thai_word(digit: str, place: int, number: int) -> str:
    if digit == "0":
        return ""
    if place == 1 and digit in "12":
        return "สิบ" if digit == "1" else "ยี่สิบ"
    if place == 0 and digit == "1" and number > 10:
        return "เอ็ด"
    return _THAI_DIGITS[int(digit)] + _THAI_PLACES[place]


_WRITERS: dict[str, Callable[[int], str]] = {
    "thaiLetters": lambda number: lettered(number, THAI_LETTERS),
    "thaiCounting": thai_words,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": lambda number: lettered(number, _LATIN),
    "upperLetter": lambda number: lettered(number, _LATIN.upper()),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "none": lambda number: "",  # noqa: ARG005
}


def written(number: int, number_format: str) -> str:
    """The number in a format of Word; thaiNumbers and unknown formats too give Arabic digits."""
    if not 0 <= number <= LARGEST_NUMBER:
        return str(number)
    return _WRITERS.get(number_format, str)(number)
