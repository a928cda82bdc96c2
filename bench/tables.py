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
    rows.append(["**projects exact**", *(f"{found.rows_exact} of {found.rows}" for found in scores)])
    rows.append(["projects lost / too many", *(f"{s.rows_missing} / {s.rows_spurious}" for s in scores)])
    rows.append(["wrong fields told of", *(_told(one) for _, one in columns.values())])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _share(found: Score, name: str) -> str:
    count = found.fields.get(name, Count())
    return f"{100 * count.share:.1f}" if count.judged else "–"


def _told(one: Doubt) -> str:
    return f"{one.told} of {one.wrong}" if one.wrong else "none wrong"
