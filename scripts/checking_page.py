"""Run the examples of docs/checking.md and docs/checking.th.md and write what they print into the pages.

With --check tell by the exit code whether the pages are current. A block ```console holds one command and its
output; "<!-- show FILE CODE -->" is followed by the entry of that code; "<!-- edit FILE CODE DECISION VALUE -->" makes
that decision.
"""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import split

from click.testing import CliRunner

from pipeline.cli import main

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "development-four-year.docx"
PAGES = {"en": ROOT / "docs" / "checking.md", "th": ROOT / "docs" / "checking.th.md"}

_STEP = re.compile(
    r"```console\n\$ phaen (?P<command>[^\n]*)\n(?P<output>.*?)```"
    r"|<!-- show (?P<shown>\S+) (?P<code>\w+) -->\n```toml\n.*?```"
    r"|<!-- edit (?P<edited>\S+) (?P<of>\w+) (?P<decision>\w+) (?P<value>[^\n]*) -->",
    re.DOTALL,
)


def current(page: str, language: str) -> str:
    """The page with what its commands print today, run in order in a folder that holds the sample."""
    with _workplace():
        return _STEP.sub(lambda step: _done(step, language), page)


@contextmanager
def _workplace() -> Iterator[None]:
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(SAMPLE, folder)
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


def _done(step: re.Match[str], language: str) -> str:
    if step["command"]:
        result = CliRunner(env={"PHAEN_LANG": language}).invoke(main, split(step["command"]))
        return f"```console\n$ phaen {step['command']}\n{result.output}```"
    if step["shown"]:
        return f"<!-- show {step['shown']} {step['code']} -->\n```toml\n{_entry(step['shown'], step['code'])}\n```"
    _decide(Path(step["edited"]), step["of"], step["decision"], step["value"])
    return step[0]


def _entry(name: str, code: str) -> str:
    text = Path(name).read_text("utf-8")
    entry = next(part for part in text.split("[[correction]]") if f'code = "{code}"' in part)
    return f"[[correction]]{entry.rstrip()}"


def _decide(path: Path, code: str, decision: str, value: str) -> None:
    parts = path.read_text("utf-8").split("[[correction]]")
    for index, part in enumerate(parts):
        if f'code = "{code}"' in part:
            decided = part.replace('decision = "open"', f'decision = "{decision}"')
            parts[index] = decided.replace('value = ""', f'value = "{value}"')
    path.write_text("[[correction]]".join(parts), "utf-8")


if __name__ == "__main__":
    pages = {path: current(path.read_text("utf-8"), language) for language, path in PAGES.items()}
    if "--check" in sys.argv:
        sys.exit(any(path.read_text("utf-8") != text for path, text in pages.items()))
    for path, text in pages.items():
        path.write_text(text, "utf-8")
