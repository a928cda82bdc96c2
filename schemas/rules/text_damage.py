"""Texts that Thai cannot have, wherever they stand in the Plan."""

from collections.abc import Iterator

from schemas.findings import Finding
from schemas.plan import Plan
from schemas.rules.language import ThaiLanguage
from schemas.rules.place import place_of
from schemas.rules.texts import all_texts

_LONGEST_QUOTE = 60


def text_damage(plan: Plan, thai: ThaiLanguage) -> Iterator[Finding]:
    """TXT002 for each text with an impossible cluster, a private-use glyph or a replacement mark.

    The reading stage tells the same of a file's cells; whoever has both keeps one (pipeline.extract).
    """
    texts = list(all_texts(plan))
    # No cluster reaches over a space, so that one look tells whether any text needs its own.
    if not thai.is_damaged(" ".join(found.text for found in texts)):
        return
    for found in texts:
        if thai.is_damaged(found.text):
            facts = {"text": found.text[:_LONGEST_QUOTE]}
            if found.project is None:
                yield Finding(code="TXT002", facts=facts, path=found.path)
            else:
                place = place_of(found.project.source)
                yield Finding(code="TXT002", facts=facts, provenance=place, path=found.path)
