"""Rows to logical records, records to normalized projects, projects to a Plan."""

from parsers.records.plan import read_plan

__all__ = ["read_plan"]
