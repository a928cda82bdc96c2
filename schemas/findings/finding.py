"""A finding as data; its words come from the catalog."""

import hashlib
import json
import re
from collections.abc import Mapping

from schemas.document import Provenance
from schemas.findings.catalog import CatalogEntry, Language, Severity, entry
from schemas.model import Frozen

__all__ = ["Fact", "Finding", "Severity"]

Fact = str | int | float

_FACTS_OF_PLACE = frozenset({"page", "table", "row", "line", "project", "where_th", "where_en"})
"""Facts that count or name what `subject` names better."""
_FACTS_OF_OTHERS = frozenset({"rows", "blank", "count", "usual", "times"})
"""Facts on the rest of the plan, such as in how many rows a word stands: other rows come and go."""
_FACTS_OF_PROPOSAL = frozenset({"proposal", "advice_th", "advice_en"})
"""The proposal and the words around it, which may be of a later edition of phaen."""
_NOT_IN_FINGERPRINT = _FACTS_OF_PLACE | _FACTS_OF_OTHERS | _FACTS_OF_PROPOSAL
_INDEX = re.compile(r"\[\d+\]")


class Finding(Frozen):
    """One thing that a person may have to look at.

    `code` is of the catalog; `facts` fill its templates; `path` is the place in the Plan such as
    "projects[3].months". A fact `proposal` is a value that would fit there. Whoever notices something sets these
    four; the others are set where the findings of a run are gathered: `subject` names what the finding is about,
    `ordinal` tells equal findings of one run apart, `own_severity` is what an office's settings make of the code.
    """

    code: str
    facts: Mapping[str, Fact] = {}
    provenance: Provenance = Provenance()
    path: str | None = None
    subject: str = ""
    ordinal: int = 0
    own_severity: Severity | None = None

    @property
    def entry(self) -> CatalogEntry:
        """The catalog's entry of this finding's code."""
        return entry(self.code)

    @property
    def severity(self) -> Severity:
        """error: no faithful plan; warning: a person must look; note: phaen changed or assumed something."""
        return self.own_severity or self.entry.severity

    @property
    def proposal(self) -> str | None:
        """The value that is proposed for the field at `path`, where there is one."""
        proposal = self.facts.get("proposal")
        return None if proposal is None else str(proposal)

    @property
    def fingerprint(self) -> str:
        """Sixteen hex digits over code, facts, field and subject: the same in every run over the same content.

        Neither page, table and row, list indexes nor counts over the plan are in it, so rows put in elsewhere do
        not change it.
        """
        facts = {key: value for key, value in self.facts.items() if key not in _NOT_IN_FINGERPRINT}
        field = _INDEX.sub("[]", self.path or "")
        content = json.dumps(
            [self.code, facts, field, self.subject, self.ordinal], ensure_ascii=False, sort_keys=True
        )
        return hashlib.sha256(content.encode()).hexdigest()[:16]

    def message(self, language: Language = "th") -> str:
        """The sentence for people, in Thai or in English, that says what to do."""
        return self.entry.message(self.facts, language)
