"""Words that are probably misspelt."""

from collections import Counter
from collections.abc import Iterator

from schemas.findings import Finding
from schemas.plan import Plan
from schemas.rules.language import Misspelling, ThaiLanguage
from schemas.rules.place import place_of
from schemas.rules.texts import PlanText, narrative_texts, own_words

MOST_SLIPS = 3
"""A word that stands more often than this in a plan is the office's own, not a slip."""


def spelling(plan: Plan, thai: ThaiLanguage) -> Iterator[Finding]:
    """TXT003 for each misspelt word, at its first place, with how often it stands in the plan.

    Known slips are told always; a word that is merely near another only where it is rare and the other stands
    elsewhere in the same plan. `proposal` is the text with the word put right.
    """
    texts = (*narrative_texts(plan), *own_words(plan))
    slips: dict[Misspelling, PlanText] = {}
    counts: Counter[str] = Counter()
    for text in texts:
        for slip in thai.misspellings(text.text):
            slips.setdefault(slip, text)
            counts[slip.word] += 1
    rights = _counts([text.text for text in texts], {slip.proposals[0] for slip in slips})
    for slip, text in slips.items():
        meant = slip.proposals[0]
        if slip.is_known_slip or counts[slip.word] <= min(MOST_SLIPS, rights[meant] - 1):
            facts = {
                "word": slip.word,
                "meant": meant,
                "count": counts[slip.word],
                "proposal": text.text.replace(slip.word, meant),
            }
            place = {"provenance": place_of(text.project.source)} if text.project else {}
            yield Finding(code="TXT003", facts=facts, path=text.path, **place)


def _counts(texts: list[str], words: set[str]) -> Counter[str]:
    """How often each of `words` stands in the texts."""
    return Counter({word: sum(text.count(word) for text in texts) for word in words})
