"""A LibreOffice that stays loaded between conversions, for many documents in one process.

A start costs more than most conversions. While `kept_warm` is open every conversion of this process goes to one
process of `libreoffice_kit`; where the machine has no such library, LibreOffice is started for each as usual.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple, cast

from pipeline.executors.memory import resident_bytes
from pipeline.programs import libreoffice_kit
from pipeline.programs.fonts import font_environment
from pipeline.programs.libreoffice_profile import make_profile, temporary_environment

_LIBRARIES = ("libmergedlo.so", "libsofficeapp.so")
"""Which library holds LibreOfficeKit: that of a merged build, else that of an ordinary one."""
_START_SECONDS = 60.0
_WORN_CONVERSIONS = 200
_WORN_BYTES = 300 * 1024 * 1024


class Hung(Exception):
    """No answer within the time limit."""


class Failed(Exception):
    """The office died, or could not do the conversion."""


class Conversion(NamedTuple):
    """What is to be done: `target` is LibreOffice's name of a format, "docx:MS Word 2007 XML" or the like."""

    program: Path
    data: bytes
    suffix: str
    target: str
    fonts: tuple[str, ...]


class WarmOffice:
    """The office process of this process: started when it is first needed, replaced when worn or after a failure."""

    def __init__(self, environment: Mapping[str, str], worn_conversions: int = _WORN_CONVERSIONS) -> None:
        self._environment = environment
        self._worn_conversions = worn_conversions
        self._session: _Session | None = None

    def convert(self, conversion: Conversion, limit_seconds: float) -> bytes | None:
        """The result's bytes; None where this LibreOffice cannot be kept loaded.

        Raises Hung past the limit and Failed where it makes nothing; the office is ended then, and the next
        conversion starts another.
        """
        library = _library(conversion.program)
        if library is None:
            return None
        session = self._session_for(library, conversion.fonts)
        try:
            return session.convert(conversion, limit_seconds)
        except (Hung, Failed):
            self.close()
            raise

    def _session_for(self, library: Path, fonts: tuple[str, ...]) -> "_Session":
        """One that draws with these fonts only: what a conversion gives must not hang on what was done before."""
        session = self._session
        if session and (session.fonts != fonts or session.is_worn(self._worn_conversions)):
            self.close()
            session = None
        if session is None:
            session = self._session = _Session(library, self._environment, fonts)
        return session

    def close(self) -> None:
        """Ends the office, if there is one, and removes its profile."""
        session, self._session = self._session, None
        if session:
            session.close()


class _Session:
    """One office process with its profile."""

    def __init__(self, library: Path, environment: Mapping[str, str], fonts: tuple[str, ...]) -> None:
        self.fonts = fonts
        self._conversions = 0
        self._temporary = tempfile.TemporaryDirectory(prefix="phaen-", ignore_cleanup_errors=True)
        self._folder = Path(self._temporary.name)
        (self._folder / "fonts").mkdir()
        make_profile(self._folder / "profile")
        drawing = font_environment(environment, fonts, self._folder / "fonts")
        self._process = subprocess.Popen(  # noqa: S603 - this Python, a file of ours
            [
                sys.executable,
                "-I",
                libreoffice_kit.__file__,
                str(library),
                str(library.parent),
                (self._folder / "profile").as_uri(),
            ],
            env={**environment, **drawing, **temporary_environment(self._folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )

    def is_worn(self, conversions: int) -> bool:
        """Whether it has had its conversions, or holds much memory."""
        return self._conversions >= conversions or resident_bytes(self._process.pid) > _WORN_BYTES

    def convert(self, conversion: Conversion, limit_seconds: float) -> bytes:
        form = conversion.target.partition(":")[0]
        source, result = self._folder / f"document{conversion.suffix}", self._folder / f"result.{form}"
        source.write_bytes(conversion.data)
        seconds = limit_seconds + (0 if self._conversions else _START_SECONDS)
        self._conversions += 1
        request = {"source": str(source), "target": str(result), "format": form}
        try:
            if not self._answer(request, seconds) or not result.exists():
                raise Failed
            return result.read_bytes()
        finally:
            source.unlink(missing_ok=True)
            result.unlink(missing_ok=True)

    def _answer(self, request: dict[str, str], seconds: float) -> bool:
        """What the office says; a timer kills it when it says nothing."""
        hung = threading.Event()

        def give_up() -> None:
            hung.set()
            self._kill()

        timer = threading.Timer(seconds, give_up)
        timer.start()
        try:
            answer = self._ask(request)
        finally:
            timer.cancel()
        if hung.is_set():
            raise Hung
        if not answer:
            raise Failed
        return bool(json.loads(answer)["is_done"])

    def _ask(self, request: dict[str, str]) -> str:
        stdin, stdout = _pipes(self._process)
        try:
            stdin.write(json.dumps(request) + "\n")
            stdin.flush()
            return stdout.readline()
        except OSError:
            return ""

    def _kill(self) -> None:
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()

    def close(self) -> None:
        self._kill()
        self._process.wait()
        for stream in _pipes(self._process):
            with contextlib.suppress(OSError):
                stream.close()
        self._temporary.cleanup()


def _pipes(process: "subprocess.Popen[str]") -> tuple[IO[str], IO[str]]:
    """Both were asked for at the start."""
    return cast(IO[str], process.stdin), cast(IO[str], process.stdout)


def _library(program: Path) -> Path | None:
    """The library that lies beside the program's own file, where it has LibreOfficeKit."""
    folder = program.resolve().parent
    return next((folder / name for name in _LIBRARIES if (folder / name).is_file()), None)


_kept: list[WarmOffice] = []


def warm_office() -> WarmOffice | None:
    """The office that is kept warm for this process now, if any."""
    return _kept[-1] if _kept else None


@contextmanager
def kept_warm(environment: Mapping[str, str]) -> Iterator[None]:
    """Within, LibreOffice is kept loaded between conversions of this process; it ends with the context."""
    office = WarmOffice(environment)
    _kept.append(office)
    try:
        yield
    finally:
        _kept.remove(office)
        office.close()
