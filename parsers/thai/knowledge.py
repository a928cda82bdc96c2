"""What the rules may know of the Thai language: `THAI`, handed in by the pipeline.

pythainlp and rapidfuzz load on first need, so that a plan which needs none of it pays for none of it.
"""

import re
from collections.abc import Iterator, Sequence

from parsers.thai.joining import normalize_text
from parsers.thai.organizations import organizations_in
from parsers.thai.spelling import misspellings
from parsers.thai.tokens import tokens
from parsers.thai.validity import is_damaged
from parsers.thai.years import year_mentions
from schemas.rules.language import Misspelling, OrganizationMention, ThaiLanguage, YearMention

_WORD = re.compile(r"\w")
_NOT_IN_KEY = re.compile(r"[\s,.:()\-–]+")
_FOREIGN = re.compile("[\ue000-\uf8ff\ufffd\u0080-\u009f]")
"""Private-use glyphs, the replacement mark, and control signs that a wrong code page leaves."""

_NEAR = 78.0
"""Likeness (0-100) from which a name may be meant for another: two letters of nine may differ."""
_CLEARER_THAN_NEXT = 4.0


class _Thai:
    """Stateless; its methods are those of schemas.rules.language.ThaiLanguage."""

    def tokens(self, text: str) -> tuple[str, ...]:
        """The words of `text` in order, without white space and punctuation; numbers are words."""
        return tuple(word for word in tokens(normalize_text(text)) if _WORD.search(word))

    def likeness(self, one: str, other: str) -> float:
        """How alike two names are, 0.0 to 1.0; parts that tell projects apart (village, point) veto."""
        from parsers.thai.likeness import likeness  # noqa: PLC0415

        return likeness(one, other)

    def alike(self, names: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
        """Pairs of places in `names`, the earlier first, whose likeness is `least` or more."""
        from parsers.thai.twins import alike  # noqa: PLC0415

        return alike(names, least)

    def spelling_likeness(self, one: str, other: str) -> float:
        """The share of letters that two words have in common in their order, 0.0 to 1.0."""
        from rapidfuzz import fuzz  # noqa: PLC0415

        return fuzz.ratio(one, other) / 100

    def nearest(self, text: str, choices: Sequence[str]) -> str | None:
        """The choice that `text` most probably means; None where none is near, or two are equally so."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415

        found = process.extract(text, choices, scorer=fuzz.ratio, processor=_key, limit=2, score_cutoff=_NEAR)
        if not found or (len(found) > 1 and found[0][1] - found[1][1] < _CLEARER_THAN_NEXT):
            return None
        return str(found[0][0])

    def misspellings(self, text: str) -> tuple[Misspelling, ...]:
        """The words of `text` that no dictionary has and that are one slip from a frequent word."""
        return misspellings(text)

    def is_damaged(self, text: str) -> bool:
        """Whether `text` holds what Thai cannot: impossible clusters, private-use glyphs, replacement marks."""
        return _FOREIGN.search(text) is not None or is_damaged(text)

    def year_mentions(self, text: str) -> tuple[YearMention, ...]:
        """The years that `text` names, from left to right, each with what the words around it say it is."""
        return year_mentions(text)

    def organization_mentions(self, text: str) -> tuple[OrganizationMention, ...]:
        """The local governments that `text`, normalized, names, from left to right."""
        return organizations_in(text)


def _key(name: str) -> str:
    return _NOT_IN_KEY.sub("", normalize_text(name))


THAI: ThaiLanguage = _Thai()
