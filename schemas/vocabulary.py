"""Vocabularies: wording as data. An officer's new wording is one line in a TOML file, never code."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The content of `schemas/vocabularies/<name>.toml`; read once, and not to be changed by anyone."""
    text = files("schemas.vocabularies").joinpath(f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)
