"""Conversion of test files by the real LibreOffice."""

import shutil
import subprocess
from collections.abc import Callable

import pytest

CONVERT_SECONDS = 180


@pytest.fixture(scope="session")
def convert(tmp_path_factory) -> Callable[[bytes, str, str], bytes]:
    """Converts bytes of one suffix (".doc") to another; without LibreOffice its tests are skipped."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("soffice")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"

    def run(data: bytes, source: str, target: str) -> bytes:
        start = folder / f"plan{source}"
        start.write_bytes(data)
        command = [
            program,
            profile,
            "--headless",
            "--convert-to",
            target.lstrip("."),
            "--outdir",
            str(folder / "out"),
        ]
        subprocess.run([*command, str(start)], check=True, capture_output=True, timeout=CONVERT_SECONDS)
        return (folder / "out" / f"plan{target}").read_bytes()

    return run
