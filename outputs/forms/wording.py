"""The words of the form and of the report."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from schemas.findings.catalog import Language


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("outputs.forms").joinpath("words.toml").read_text("utf-8"))


def form_words() -> dict[str, Any]:
    """The words of the form; "guide" and "example" by a column's key."""
    words: dict[str, Any] = _data()["form"]
    return words


def report_words(language: Language) -> dict[str, str]:
    """The words of the report in one language."""
    return {key: entry[language] for key, entry in _data()["report"].items()}
