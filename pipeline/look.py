"""How a fresh plan looks: what a person asks for, then the office's profile, then what is usual."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from outputs.docx import BookStyle
from outputs.docx.drawings import picture_of
from outputs.docx.template.model import Template
from outputs.docx.template.reading import read_template
from parsers.formats import identify
from parsers.formats.safety import Archive
from parsers.thai.calendar_dates import read_date
from pipeline.files import read_input
from pipeline.profile_file import read_profile
from schemas.failures import UsageFailure
from schemas.findings import Finding
from schemas.profile import Profile

_LOGO_LIMIT_BYTES = 10 * 1024 * 1024
_LEFT_OUT = {
    "link": ("ลิงก์ออกนอกเอกสาร", "links out of the document"),
    "object": ("วัตถุที่ฝังอยู่", "embedded objects"),
    "picture": ("ภาพที่ไม่ใช่ PNG JPEG GIF BMP หรือ TIFF", "pictures that are no PNG, JPEG, GIF, BMP or TIFF"),
    "field": ("ฟิลด์ที่ไม่ใช่เลขหน้าหรือชื่อเรื่อง", "fields other than page numbers and titles"),
}


_Made = TypeVar("_Made")


class AskedLook(NamedTuple):
    """What a person asks for on the command line; None or False where nothing is asked."""

    profile: Path | None = None
    template: Path | None = None
    logo: Path | None = None
    signatory: str | None = None
    position: str | None = None
    announced: str | None = None
    font: str | None = None
    numerals: str | None = None
    narrative: str | None = None
    appendix: bool = False


class Look(NamedTuple):
    """A style, the profile that it comes from, and what a person should know of how it was made."""

    style: BookStyle
    profile: Profile
    findings: tuple[Finding, ...]
    has_appendix: bool = False


def look_of(asked: AskedLook) -> Look:
    """The look that was asked for.

    Fails as `read_profile` does; UsageFailure SET010 for a template that is none, SET011 for a logo that is none,
    SET012 for a date that is none; InputFailure (DOC codes) for files that cannot be opened or are not safe.
    """
    profile = read_profile(asked.profile) if asked.profile else Profile()
    folder = asked.profile.parent if asked.profile else Path()

    def file(named: Path | None, in_profile: str | None) -> Path | None:
        return named or (folder / in_profile if in_profile else None)

    look, announcement = profile.look, profile.announcement
    font = asked.font or look.font
    template = _read(file(asked.template, look.template), lambda path: _template(path, font))
    announced = asked.announced or announcement.date
    fields = {
        "font": template.font if template else font,
        "numerals": asked.numerals or look.numerals,
        "narrative": asked.narrative or look.narrative,
        "logo": _read(file(asked.logo, look.logo), _logo),
        "signatory": asked.signatory or announcement.signatory,
        "position": asked.position or announcement.position,
        "announced": _date(announced) if announced else None,
        "ordinance": profile.wording.ordinance,
        "template": template,
    }
    style = BookStyle.model_validate({key: value for key, value in fields.items() if value is not None})
    findings = _told(file(asked.template, look.template), template)
    return Look(style, profile, findings, asked.appendix)


def _read(path: Path | None, make: Callable[[Path], _Made]) -> _Made | None:
    return None if path is None else make(path)


def _date(text: str) -> object:
    day = read_date(text)
    if day is None:
        raise UsageFailure("SET012", date=text)
    return day


def _logo(path: Path) -> bytes:
    data = read_input(path)
    if len(data) > _LOGO_LIMIT_BYTES or picture_of(data) is None:
        raise UsageFailure("SET011", name=path.name, limit=_LOGO_LIMIT_BYTES // (1024 * 1024))
    return data


def _template(path: Path, font: str | None) -> Template:
    data = read_input(path)
    if identify(path.name, data) != "docx":
        raise UsageFailure("SET010", name=path.name, why_th="ไม่ใช่ไฟล์ .docx", why_en="it is no .docx file")
    archive = Archive(path.name, data)

    def read(part: str) -> bytes | None:
        return archive.read(part) if part in archive.names else None

    return read_template(path.name, read, font)


def _told(path: Path | None, template: Template | None) -> tuple[Finding, ...]:
    if path is None or template is None or not template.left_out:
        return ()
    words_th, words_en = zip(*(_LEFT_OUT[kind] for kind in template.left_out), strict=True)
    facts = {"name": path.name, "what_th": ", ".join(words_th), "what_en": ", ".join(words_en)}
    return (Finding(code="OUT007", facts=facts),)
