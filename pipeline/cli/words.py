"""The command line's own wording, as data in Thai and in English."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.settings import Language


def words(language: Language, key: str, **facts: object) -> str:
    """The wording at a dotted `key` of words.toml, such as "talk.written", filled with `facts`.

    A KeyError for a key that is not there is a mistake in our code.
    """
    entry: Any = _wording()
    for step in key.split("."):
        entry = entry[step]
    text = str(entry[language]).strip("\n")
    return text.format(**facts) if facts else text


def command_names() -> tuple[str, ...]:
    """The commands in the order in which the help lists them."""
    return tuple(_wording()["commands"])


def parameter_words(language: Language, command: str, parameter: str) -> str:
    """The help of an option of `command`, its own or the shared one."""
    own = _wording()["commands"].get(command, {})
    return words(language, f"commands.{command}.{parameter}" if parameter in own else f"shared.{parameter}")


@cache
def _wording() -> dict[str, Any]:
    return tomllib.loads(files("pipeline.cli").joinpath("words.toml").read_text("utf-8"))
