"""Help: every command has it, in both languages, with an example, and both READMEs tell of it."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from pipeline.cli import main
from pipeline.cli.words import command_names, words

ROOT = Path(__file__).parents[3]
Run = Callable[..., Result]

LANGUAGES = ("th", "en")
HEAVY = ("pydantic", "docx", "lxml", "pdfplumber", "pypdfium2", "pythainlp")


def options(name: str) -> list[str]:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    return [opt for param in command.params if isinstance(param, click.Option) for opt in param.opts]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", command_names())
def test_command_has_help_with_an_example(run: Run, name: str, language: str) -> None:
    result = run(name, "--help", "--lang", language)
    assert result.exit_code == 0
    assert f"phaen {name}" in result.stdout.split(words(language, "help.Examples"))[-1]
    assert all(option in result.stdout for option in options(name))
    assert not re.search(r"[{}]", result.stdout)


@pytest.mark.parametrize("name", command_names())
def test_thai_help_is_thai_and_english_is_english(run: Run, name: str) -> None:
    thai, english = (run(name, "--help", "--lang", language).stdout for language in LANGUAGES)
    assert "Usage" not in thai
    assert "[required]" not in thai
    assert not re.search(r"[ก-๙]", english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_group_lists_all_commands(run: Run, language: str) -> None:
    result = run("--help", "--lang", language)
    assert result.exit_code == 0
    for name in command_names():
        assert re.search(
            rf"^  {name}  +{re.escape(words(language, f'commands.{name}.short'))}$", result.stdout, re.M
        )


@pytest.mark.parametrize("readme", ["README.md", "README.th.md"])
def test_both_readmes_tell_of_each_command_and_exit_code(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    assert [name for name in command_names() if f"`phaen {name}`" not in text] == []
    assert [code for code in (0, 1, 2, 3, 4, 5, 70, 130) if f"\n| {code} |" not in text] == []
    assert "sh scripts/demo" in text
    assert "sh scripts/test" in text


@pytest.mark.parametrize(
    "page", ["README.md", "README.th.md", "docs/officers.md", "docs/officers.th.md", "samples/README.md"]
)
def test_links_between_pages_lead_somewhere(page: str) -> None:
    path = ROOT / page
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text("utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys\nfrom pipeline.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
