"""A finding as data; its words come from the catalog."""

import hashlib
import json
from collections.abc import Mapping

from schemas.document import Provenance
from schemas.findings.catalog import CatalogEntry, Language, Severity, entry
from schemas.model import Frozen

__all__ = ["Fact", "Finding", "Severity"]

Fact = str | int | float


class Finding(Frozen):
    """One thing that a person may have to look at.

    `code` is of the catalog; `facts` fill its templates; `path` is the place in the Plan such as
    "projects[3].months"; `fingerprint` is the same in every run over the same content.
    """

    code: str
    facts: Mapping[str, Fact] = {}
    provenance: Provenance = Provenance()
    path: str | None = None

    @property
    def entry(self) -> CatalogEntry:
        """The catalog's entry of this finding's code."""
        return entry(self.code)

    @property
    def severity(self) -> Severity:
        """error: no faithful plan; warning: a person must look; note: phaen changed or assumed something."""
        return self.entry.severity

    @property
    def fingerprint(self) -> str:
        """Sixteen hex digits over code, facts and place."""
        place = self.provenance.model_dump(exclude={"bbox"})
        content = json.dumps(
            [self.code, dict(self.facts), place, self.path], ensure_ascii=False, sort_keys=True
        )
        return hashlib.sha256(content.encode()).hexdigest()[:16]

    def message(self, language: Language = "th") -> str:
        """The sentence for people, in Thai or in English, that says what to do."""
        return self.entry.message(self.facts, language)
