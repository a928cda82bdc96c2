"""The one catalog of findings and failures, read from catalog.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from schemas.model import Frozen
from schemas.sentences import filled

Language = Literal["th", "en"]
Severity = Literal["error", "warning", "note", "failure"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""Those that a finding may have, what must be mended first before the others."""


class CatalogEntry(Frozen):
    """The words of one code: a template per language, an explanation, and what to do.

    Severity "failure" marks a code that ends the work on a file (an exception), not a finding in a plan.
    `field` is the project's field that a finding is about whose place names the project only.
    """

    code: str
    name: str
    severity: Severity
    th: str
    en: str
    explain_th: str
    explain_en: str
    field: str | None = None

    def message(self, facts: Mapping[str, str | int | float], language: Language) -> str:
        """The template of `language` filled with `facts`."""
        template = self.th if language == "th" else self.en
        return filled(template, facts)

    def explanation(self, language: Language) -> str:
        """What the code means, why it matters and what to do."""
        return self.explain_th if language == "th" else self.explain_en


class _Catalog(Mapping[str, CatalogEntry]):
    """The entries by code, read on first use so that importing costs nothing."""

    @staticmethod
    @cache
    def _entries() -> dict[str, CatalogEntry]:
        text = files("schemas.findings").joinpath("catalog.toml").read_text("utf-8")
        return {code: CatalogEntry(code=code, **body) for code, body in tomllib.loads(text).items()}

    def __getitem__(self, code: str) -> CatalogEntry:
        return self._entries()[code]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._entries())

    def __len__(self) -> int:
        return len(self._entries())


CATALOG: Mapping[str, CatalogEntry] = _Catalog()


def entry(code: str) -> CatalogEntry:
    """The entry of `code`; a KeyError for a code that the catalog does not have is a mistake in our code."""
    return CATALOG[code]
