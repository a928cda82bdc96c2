"""The command line's own wording, as data in Thai and in English."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.settings import Language
from schemas.sentences import filled

_COMMANDS = "commands"


def words(language: Language, key: str, **facts: object) -> str:
    """The wording at a dotted `key` of words.toml, such as "talk.written", filled with `facts`.

    A KeyError for a key that is not there is a mistake in our code.
    """
    text = str(_at(key)[language]).strip("\n")
    return filled(text, facts) if facts else text


def command_names() -> tuple[str, ...]:
    """The commands in the order in which the help lists them."""
    return tuple(_wording()[_COMMANDS])


def parameter_words(language: Language, key: str, parameter: str) -> str:
    """The help of an option of the command whose words stand at `key`: its own, its group's, or the shared one."""
    group, _, _ = key.rpartition(".")
    own = (place for place in (key, group) if place not in ("", _COMMANDS) and parameter in _at(place))
    return words(language, f"{next(own, 'shared')}.{parameter}")


def _at(key: str) -> Any:
    entry: Any = _wording()
    for step in key.split("."):
        entry = entry[step]
    return entry


@cache
def _wording() -> dict[str, Any]:
    return tomllib.loads(files("pipeline.cli").joinpath("words.toml").read_text("utf-8"))
