"""poppler's pdftotext: the only place that starts it.

It is a help, never a need: where it is absent, fails or takes too long, a PDF is read without it.
"""

import subprocess
from collections.abc import Callable, Mapping
from shutil import which

TIME_LIMIT_SECONDS = 60.0
_NAME = "pdftotext"
# Words with their boxes, in content order, measured from the corner of the page as shown.
_OPTIONS = ("-q", "-bbox", "-raw", "-cropbox", "-enc", "UTF-8")


def find_pdftotext(
    environment: Mapping[str, str], time_limit_seconds: float = TIME_LIMIT_SECONDS
) -> Callable[[bytes, int, int], bytes] | None:
    """The program on the environment's PATH as a function, None where it is not there; nothing is started yet.

    The function takes a PDF and its first and last page to read (1-based), and gives what the program prints,
    words with boxes as XHTML in UTF-8; empty where it fails or is not done within the time limit.
    """
    program = which(_NAME, path=environment.get("PATH", ""))
    if program is None:
        return None

    def pdftotext(data: bytes, first_page: int, last_page: int) -> bytes:
        pages = ("-f", str(first_page), "-l", str(last_page))
        try:
            run = subprocess.run(  # noqa: S603 - a list, no shell; the document goes in by standard input
                [program, *_OPTIONS, *pages, "-", "-"],
                input=data,
                env=dict(environment),
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=time_limit_seconds,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return b""
        return run.stdout if run.returncode == 0 else b""

    return pdftotext
