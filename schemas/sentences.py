"""Sentences for people, made of a template and facts.

A template is one of str.format, and may say of a count which word goes with it: "{count} {count:|place|places}" is
"1 place" and "2 places". Thai has one form for any number, so that only English templates do.
"""

import re
from collections.abc import Mapping
from typing import Final

_CHOICE: Final = "|"
_HAS_CHOICE: Final = f":{_CHOICE}"
_ONE: Final = "1"
_FACT: Final = re.compile(r"\{\w+(?::(?P<spec>[^{}]*))?\}")
_BLANK: Final = "…"


def filled(template: str, facts: Mapping[str, object]) -> str:
    """The sentence; a fact that chooses between words is a number, or its digits as a text.

    A KeyError for a fact that is not given is a mistake in our code.
    """
    if _HAS_CHOICE not in template:
        return template.format_map(facts)
    return template.format_map({name: _Choosing(fact) for name, fact in facts.items()})


def with_blanks(template: str) -> str:
    """The sentence as it reads whatever the facts: "…" for each of them, and the words for several."""
    return _FACT.sub(lambda found: _word(found["spec"] or "", ""), template)


class _Choosing:
    """A fact that is written as it is, or as the word that goes with it."""

    def __init__(self, fact: object) -> None:
        self._fact = fact

    def __format__(self, spec: str) -> str:
        return _word(spec, str(self._fact)) if spec.startswith(_CHOICE) else format(self._fact, spec)


def _word(spec: str, number: str) -> str:
    """The word of "|place|places" that goes with a number; a blank for what offers none."""
    if not spec.startswith(_CHOICE):
        return _BLANK
    one, several = spec.removeprefix(_CHOICE).split(_CHOICE)
    return one if number == _ONE else several
