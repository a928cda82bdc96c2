"""The programs that set sheets: Typst (a compiler in a wheel), and Chromium where it is installed."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from bench.printed.html_file import html_source
from bench.printed.sheets import Sheet
from bench.printed.typst_file import typst_source

_TIME_LIMIT_S = 120
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def typst_pdf(sheets: tuple[Sheet, ...]) -> bytes:
    """The sheets as a PDF made by Typst; ModuleNotFoundError where it is not installed."""
    import typst  # noqa: PLC0415 -- of the dependency group "bench" only

    compiled = typst.compile(typst_source(sheets).encode("utf-8"))
    return bytes(compiled)


def chromium() -> str | None:
    """Where Chromium is, None where it is not installed."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def chromium_pdf(sheets: tuple[Sheet, ...], program: str) -> bytes:
    """The sheets as a PDF printed by Chromium; OSError where it prints nothing."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page, printed = folder / "plan.html", folder / "plan.pdf"
        page.write_text(html_source(sheets), "utf-8")
        # Without a sandbox: the page is our own, and containers seldom allow one.
        command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        command += [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={printed}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=_TIME_LIMIT_S)
        return printed.read_bytes()
