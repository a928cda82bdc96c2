"""The words that only a workbook needs."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8"))


def sheet_name(key: str) -> str:
    """The name of a form's sheet, or of the one for "narrative" or "plan", with Arabic digits."""
    name: str = _data()["sheets"][key]
    return name


def project_word(key: str) -> str:
    """A word of the sheets of projects."""
    word: str = _data()["project_sheets"][key]
    return word


def summary_word(key: str, **facts: str | int) -> str:
    """A header of the summary sheet, filled with `facts`."""
    template: str = _data()["summary"][key]
    return template.format(**facts)


def summary_titles(form: str) -> tuple[str, str]:
    """The label ("แบบ ผด.01") and the title of a summary form."""
    titles: dict[str, str] = _data()["summary"]["titles"][form]
    return titles["label"], titles["title"]
