"""The evaluation as JSON, for programs: its figures with their shares, each project, and findings with messages."""

from outputs.follow_up.model import Evaluation, GroupResult
from outputs.json_text import json_file
from schemas.findings.catalog import Language


def render(evaluation: Evaluation, language: Language = "th") -> bytes:
    """UTF-8, indented, with a final newline; shares are per cent with two places, as text."""
    content = evaluation.model_dump(mode="json", exclude={"whole", "strategies", "findings"})
    content["whole"] = _group(evaluation.whole)
    content["strategies"] = [_group(group) for group in evaluation.strategies]
    content["findings"] = [
        {"code": each.code, "severity": each.severity, "message": each.message(language), **each.facts}
        for each in evaluation.findings
    ]
    return json_file(content)


def _group(group: GroupResult) -> dict[str, object]:
    return {
        **group.model_dump(mode="json"),
        "done_percent": f"{group.done_percent:.2f}",
        "spent_percent": f"{group.spent_percent:.2f}",
        "left": f"{group.left:.2f}",
    }
