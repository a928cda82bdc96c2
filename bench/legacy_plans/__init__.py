"""Seeded, legacy-looking plans whose truth is known: `generate(seed, layout, kind) -> LegacyPlan`."""

from bench.legacy_plans.generate import LegacyPlan, generate
from bench.legacy_plans.layout import Layout, random_layout

__all__ = ["Layout", "LegacyPlan", "generate", "random_layout"]
