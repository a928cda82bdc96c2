"""The table of results: a row per field, a column per format and reader."""

from bench.doubt import Doubt
from bench.scoring import PROJECT_FIELDS, Count, Score

_Columns = dict[tuple[str, str], tuple[Score, Doubt]]


def comparison(columns: _Columns) -> str:
    """Markdown: the exact share per field over all projects of the truths, lost ones included."""
    heads = [f"{format_name}, {reader}" for format_name, reader in columns]
    rows = [["field", *heads], ["---", *("---:" for _ in heads)]]
    scores = [found for found, _ in columns.values()]
    plan_fields = sorted({name for found in scores for name in found.fields if name not in PROJECT_FIELDS})
    for name in (*PROJECT_FIELDS, *plan_fields):
        if any(name in found.fields for found in scores):
            rows.append([name, *(_share(found, name) for found in scores)])
    rows.append(["**all fields**", *(f"{100 * s.total().share:.2f}" for s in scores)])
    rows.append(
        ["all fields, spaces aside", *(f"{100 * s.total().share_but_for_spaces:.2f}" for s in scores)]
    )
    rows.append(["**projects exact**", *(f"{found.rows_exact} of {found.rows}" for found in scores)])
    rows.append(["projects lost / too many", *(f"{s.rows_missing} / {s.rows_spurious}" for s in scores)])
    rows.append(["wrong fields told of", *(_told(*one.wrong()) for _, one in columns.values())])
    rows.append(["fields not exact told of", *(_told(*one.unequal()) for _, one in columns.values())])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _share(found: Score, name: str) -> str:
    count = found.fields.get(name, Count())
    return f"{100 * count.share:.1f}" if count.judged else "–"


def _told(wrong: int, told: int) -> str:
    return f"{told} of {wrong}" if wrong else "none"
