"""The words of a province's summary."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from schemas.findings.catalog import Language


@cache
def wording(language: Language) -> Mapping[str, str]:
    """All words of `words.toml` in one language."""
    content = tomllib.loads(files("outputs.province").joinpath("words.toml").read_text("utf-8"))
    return {key: entry[language] for key, entry in content.items()}
