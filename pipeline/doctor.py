"""What this machine has of the things that phaen works with."""

from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version
from shutil import which
from typing import Literal, NamedTuple

from pipeline.programs import fonts, libreoffice
from schemas.failures import MissingProgram

Purpose = Literal["all_work", "read_legacy", "draw_pdf", "read_damaged_pdf"]

_PACKAGES = ("lxml", "olefile", "pdfplumber", "pydantic", "pypdfium2", "pythainlp", "python-docx")
_INSTALL_PACKAGES = "pip install --force-reinstall phaen"
_INSTALL_POPPLER = "sudo apt install poppler-utils"


class Check(NamedTuple):
    """One thing: what was found of it (a version, a path, a family; None for nothing), and what it is for."""

    name: str
    found: str | None
    purpose: Purpose
    install: str


def examine(environment: Mapping[str, str]) -> tuple[Check, ...]:
    """All things that phaen works with, those for all work first; only fontconfig's list is run."""
    return (
        *(Check(package, _version(package), "all_work", _INSTALL_PACKAGES) for package in _PACKAGES),
        Check("LibreOffice", _libreoffice(environment), "read_legacy", libreoffice.INSTALL),
        Check("Sarabun", _font(environment), "draw_pdf", fonts.INSTALL),
        Check(
            "poppler",
            which("pdftotext", path=environment.get("PATH", "")),
            "read_damaged_pdf",
            _INSTALL_POPPLER,
        ),
    )


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _libreoffice(environment: Mapping[str, str]) -> str | None:
    return _unless_missing(lambda: str(libreoffice.LibreOffice(environment).program()))


def _font(environment: Mapping[str, str]) -> str | None:
    return _unless_missing(lambda: fonts.find_font(environment).family)


def _unless_missing(find: Callable[[], str]) -> str | None:
    try:
        return find()
    except MissingProgram:
        return None
