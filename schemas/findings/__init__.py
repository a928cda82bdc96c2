"""Findings: what phaen noticed and is unsure of, as data with a place in the source and in the Plan."""

from schemas.findings.catalog import CATALOG, SEVERITIES, CatalogEntry, entry
from schemas.findings.finding import Finding, Severity

__all__ = ["CATALOG", "SEVERITIES", "CatalogEntry", "Finding", "Severity", "entry"]
