"""What a workbook names by number only: number formats and colours."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("builtin.toml").read_text("utf-8"))


@cache
def number_formats() -> dict[int, str]:
    """Format codes by numFmtId; a number that stands in none is General."""
    return {int(number): code for number, code in _data()["formats"].items()}


@cache
def palette() -> tuple[str, ...]:
    """The 64 indexed colours as RRGGBB."""
    return tuple(_data()["palette"]["colours"])
