"""LibreOffice: converts documents, by a program started for each or by one that is kept loaded.

Each call gets a fresh profile in a folder of its own: two calls never meet, and nothing of a person's own
LibreOffice (macros, extensions, recent files) has a part in it. Macros, links and the network are off.
Where an office is kept warm (pipeline.programs.libreoffice_warm) it does the work instead.
"""

import contextlib
import os
import re
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from shutil import which
from xml.sax.saxutils import unescape

from pipeline.programs.fonts import font_environment
from pipeline.programs.libreoffice_profile import make_profile, temporary_environment
from pipeline.programs.libreoffice_rows import with_free_headers
from pipeline.programs.libreoffice_warm import Conversion, Failed, Hung, WarmOffice, warm_office
from schemas.failures import MissingProgram

PROGRAM = "LibreOffice"
INSTALL = "sudo apt install libreoffice-writer libreoffice-calc"
TIME_LIMIT_SECONDS = 180
# LibreOffice's time grows with the square of a book's arrows: 1,500 projects take minutes. A book
# is our own work,
# so that its drawing may take longer than a stranger's file.
_DRAWING_TIME_FACTOR = 5
_NAMES = ("soffice", "libreoffice")
# Where LibreOffice's own installers put it, beside the PATH.
_USUAL_PLACES = (
    "/opt/libreoffice*/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_OVERRIDE = "PHAEN_SOFFICE"
_PURPOSE = {
    "purpose_th": "อ่านไฟล์ .doc .rtf .odt .xls และทำไฟล์ .pdf",
    "purpose_en": "read .doc, .rtf, .odt and .xls files and to write .pdf files",
}
_TO_DOCX = "docx:MS Word 2007 XML"
_TO_XLSX = "xlsx:Calc MS Excel 2007 XML"
_TO_FLAT_ODT = "fodt:OpenDocument Text Flat XML"
_TO_PDF = "pdf:writer_pdf_Export"
_THAI_PAGE_NUMBERS = re.compile(rb'<w:pgNumType[^>]* w:fmt="thaiNumbers"')
# A page style's number format in OpenDocument: "1" for Arabic digits.
_PAGE_NUMBER_FORMAT = re.compile(rb'(<style:page-layout-properties[^>]* style:num-format=)"1"')
_NATIVE_NUMBERS = rb'\1"Native Numbering"'
# LibreOffice sets Latin letters and digits a fifth of an em apart from Thai, as if by a space; Word does not.
_APART = b'style:text-autospace="ideograph-alpha"'
_NOT_APART = b'style:text-autospace="none"'


def _part(docx: bytes, name: str) -> bytes:
    """A part of a .docx, empty where it has none or is no .docx."""
    try:
        with zipfile.ZipFile(BytesIO(docx)) as archive:
            return archive.read(name)
    except (zipfile.BadZipFile, KeyError):
        return b""


def _families(docx: bytes) -> tuple[str, ...]:
    """The font families that a .docx names in its font table."""
    table = _part(docx, "word/fontTable.xml").decode("utf-8", "replace")
    return tuple(unescape(name, {"&quot;": '"'}) for name in re.findall(r'<w:font w:name="([^"]+)"', table))


def _has_part(package: bytes, name: str) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(package)) as archive:
            return name in archive.namelist()
    except zipfile.BadZipFile:
        return False


def _is_pdf(data: bytes) -> bool:
    return data.startswith(b"%PDF-") and b"%%EOF" in data[-1024:]


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """Ends the program with all that it started: soffice is a script around the program that works."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


class LibreOffice:
    """Converts documents. `environment` is the process's, given by the caller; nothing is started
    until a call.
    """

    def __init__(
        self, environment: Mapping[str, str], time_limit_seconds: float = TIME_LIMIT_SECONDS
    ) -> None:
        self._environment = environment
        self._time_limit_seconds = time_limit_seconds

    def program(self) -> Path:
        """The program's file: $PHAEN_SOFFICE, the PATH, or a usual place; MissingProgram DOC020
        where it is none of them.
        """
        path = self._environment.get("PATH", "")
        override = self._environment.get(_OVERRIDE)
        for name in (override,) if override else _NAMES:
            if found := which(name, path=path):
                return Path(found)
        if not override:
            for pattern in map(Path, _USUAL_PLACES):
                for found_file in Path(pattern.anchor).glob(str(pattern.relative_to(pattern.anchor))):
                    return found_file
        raise MissingProgram("DOC020", program=PROGRAM, install=INSTALL, **_PURPOSE)

    def to_docx(self, data: bytes, suffix: str, name: str | None = None) -> bytes:
        """A legacy document (`suffix` ".doc", ".rtf" or ".odt") as .docx; `name` is what failures call it.

        MissingProgram DOC020 without the program, DOC021 where it fails or gives no .docx, DOC022
        past the time limit.
        """
        shown = name or f"*{suffix}"
        result = self._convert(data, suffix, _TO_DOCX, shown, fonts=())
        if not _has_part(result, "word/document.xml"):
            raise MissingProgram("DOC021", program=PROGRAM, name=shown)
        return result

    def to_xlsx(self, data: bytes, suffix: str, name: str | None = None) -> bytes:
        """An old workbook (`suffix` ".xls") as .xlsx; `name` and failures as to_docx's. A LibreOffice without
        Calc gives none, which is DOC021, too.
        """
        shown = name or f"*{suffix}"
        result = self._convert(data, suffix, _TO_XLSX, shown, fonts=())
        if not _has_part(result, "xl/workbook.xml"):
            raise MissingProgram("DOC021", program=PROGRAM, name=shown)
        return result

    def to_pdf(self, docx: bytes) -> bytes:
        """A .docx as PDF, drawn with a font of the Sarabun family; failures as to_docx's, and
        OUT003 without a font.
        """
        fonts, name = _families(docx), "*.docx"
        drawn = with_free_headers(docx)
        flat = self._convert(drawn, ".docx", _TO_FLAT_ODT, name, fonts, _DRAWING_TIME_FACTOR)
        flat = flat.replace(_APART, _NOT_APART)
        if _THAI_PAGE_NUMBERS.search(_part(docx, "word/document.xml")):
            # LibreOffice (7.4) reads thaiNumbers as Arabic, but its own format has digits native
            # to the text's language.
            flat = _PAGE_NUMBER_FORMAT.sub(_NATIVE_NUMBERS, flat)
        result = self._convert(flat, ".fodt", _TO_PDF, name, fonts, _DRAWING_TIME_FACTOR) if flat else b""
        if not _is_pdf(result):
            raise MissingProgram("DOC021", program=PROGRAM, name=name)
        return result

    def _convert(
        self,
        data: bytes,
        suffix: str,
        target: str,
        name: str,
        fonts: tuple[str, ...],
        time_factor: int = 1,
    ) -> bytes:
        """The result's bytes, empty where the program made none."""
        program = self.program()
        seconds = self._time_limit_seconds * time_factor
        if office := warm_office():
            result = _warm(office, name, seconds, Conversion(program, data, suffix, target, fonts))
            if result is not None:
                return result
        with tempfile.TemporaryDirectory(prefix="phaen-", ignore_cleanup_errors=True) as temporary:
            folder = Path(temporary)
            for part in ("fonts", "out"):
                (folder / part).mkdir(parents=True)
            make_profile(folder / "profile")
            source = folder / f"document{suffix}"
            source.write_bytes(data)
            environment = {
                **self._environment,
                **font_environment(self._environment, fonts, folder / "fonts"),
                **temporary_environment(folder),
            }
            _run(_command(program, folder, target, source), environment, seconds, name)
            results = list((folder / "out").iterdir())
            return results[0].read_bytes() if results else b""


def _warm(office: WarmOffice, name: str, limit_seconds: float, conversion: Conversion) -> bytes | None:
    """The result of the office that is kept loaded, None where it cannot be; failures DOC021 and DOC022."""
    try:
        return office.convert(conversion, limit_seconds)
    except Hung:
        raise MissingProgram("DOC022", program=PROGRAM, name=name, seconds=round(limit_seconds)) from None
    except Failed:
        raise MissingProgram("DOC021", program=PROGRAM, name=name) from None


def _run(command: list[str], environment: Mapping[str, str], limit_seconds: float, name: str) -> None:
    """Runs the program to its end or to the time limit; failures DOC021 and DOC022."""
    process = subprocess.Popen(  # noqa: S603 - a list, no shell; the document is a file named by us
        command,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        status = process.wait(limit_seconds)
    except subprocess.TimeoutExpired:
        seconds = round(limit_seconds)
        raise MissingProgram("DOC022", program=PROGRAM, name=name, seconds=seconds) from None
    finally:
        _kill_group(process)
    if status != 0:
        raise MissingProgram("DOC021", program=PROGRAM, name=name)


def _command(program: Path, folder: Path, target: str, source: Path) -> list[str]:
    return [
        str(program),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nologo",
        "--convert-to",
        target,
        "--outdir",  # must follow the target directly
        str(folder / "out"),
        str(source),
    ]
