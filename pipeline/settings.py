"""What the user's environment and words say about the whole run; only the command line imports this."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

Language = Literal["th", "en"]
LANGUAGES: tuple[Language, ...] = ("th", "en")

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # in the order that POSIX gives them weight


class Settings(NamedTuple):
    """The language to talk in, whether a defect shows its traceback, and the environment variables."""

    language: Language
    debug: bool
    environment: Mapping[str, str]


def read_settings(words: Sequence[str], environment: Mapping[str, str]) -> Settings:
    """The settings of a command line, `words` without the program's name.

    They are read before the command line is understood, as its help and its refusals have a language too.
    """
    return Settings(
        language=_language(words, environment), debug="--debug" in _before_end(words), environment=environment
    )


def _language(words: Sequence[str], environment: Mapping[str, str]) -> Language:
    """--lang, else PHAEN_LANG, else English for an English locale, else Thai, as most users are Thai."""
    for asked in (_asked_language(words), environment.get("PHAEN_LANG", "").lower()):
        if asked in LANGUAGES:
            return asked
    locale = next((environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), "")
    return "en" if locale.lower().startswith("en") else "th"


def _asked_language(words: Sequence[str]) -> str:
    options = _before_end(words)
    for position, word in enumerate(options):
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang":
            return "".join(options[position + 1 : position + 2])
    return ""


def _before_end(words: Sequence[str]) -> Sequence[str]:
    """The words before "--", after which nothing is an option."""
    return words[: list(words).index("--")] if "--" in words else words
