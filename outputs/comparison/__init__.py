"""What became of a plan's projects in another plan, and where a plan's projects come from: for people and programs."""

from outputs.comparison.model import (
    Change,
    ChangeKind,
    ComparedPlan,
    Comparison,
    GroupTotal,
    Linkage,
    LinkedProject,
    Pairing,
)

__all__ = [
    "Change",
    "ChangeKind",
    "ComparedPlan",
    "Comparison",
    "GroupTotal",
    "Linkage",
    "LinkedProject",
    "Pairing",
]
