"""What a field wants, told to a person whose value does not fit."""

from typing import NamedTuple


class Unfit(ValueError):
    """A typed value that its field cannot take; says in both languages what it takes."""

    def __init__(self, wanted: "Wanted") -> None:
        super().__init__(wanted.en)
        self.wanted = wanted


class Wanted(NamedTuple):
    """What must stand there."""

    th: str
    en: str


AMOUNT = Wanted('จำนวนเงิน เช่น "250,000" หรือ "-"', 'an amount such as "250,000", or "-"')
AMOUNTS_BY_YEAR = Wanted(
    'จำนวนเงินแยกตามปี เช่น "2566: 100,000; 2567: 50,000" หรือ "-"',
    'amounts by year such as "2566: 100,000; 2567: 50,000", or "-"',
)
MONTHS = Wanted('เดือน เช่น "ต.ค.-ธ.ค." หรือ "ต.ค., ม.ค."', 'months such as "ต.ค.-ธ.ค." or "10-12"')
MONTH = Wanted('เดือน เช่น "กันยายน"', 'a month such as "กันยายน"')
YEAR = Wanted('ปี พ.ศ. เช่น "2566"', 'a Buddhist year such as "2566"')
COUNT = Wanted('จำนวนนับ เช่น "12"', 'a count such as "12"')
TEXT = Wanted("ข้อความที่ไม่ว่าง", "text")
ORGANIZATION = Wanted(
    'ชื่อเต็มขององค์กร เช่น "เทศบาลตำบลธารทิพย์"', 'the full name of the organization, such as "เทศบาลตำบลธารทิพย์"'
)
