"""Fresh plans of offices that nobody has seen are the same plans when they are read again; differences are told."""

from bench.accuracy import drawn_plan
from bench.round_trip import Result, add, measure, office_style, report
from outputs.docx import BookStyle


def test_word_books_of_samples_and_generated_plans() -> None:
    result = measure("docx", 14, 8100, BookStyle())
    assert (result.equal, result.plans) == (20, 20), report("docx", result, 20)
    assert result.values > 5000


def test_workbooks_and_books_in_an_office_s_look() -> None:
    for format_name, style in (("xlsx", BookStyle()), ("docx", office_style())):
        result = measure(format_name, 2, 8200, style)
        assert result.equal == result.plans, report(format_name, result, 20)


def test_a_difference_is_told() -> None:
    plan = drawn_plan(8300).truth
    first, *others = plan.projects
    before = first.model_copy(update={"name": "ถนน สายหนึ่ง", "kpi": "ร้อยละ 80"})
    after = before.model_copy(update={"name": "ถนนสายหนึ่ง", "kpi": None, "confidence": 0.5})
    plans = [plan.model_copy(update={"projects": (project, *others)}) for project in (before, after)]
    result = Result()
    add(result, "seed", *plans)
    assert (result.plans, result.equal, result.spaces_only) == (1, 0, 1)
    assert result.fields == {"projects[].name": 1, "projects[].kpi": 1}
    assert "0 of 1 plans equal; 2 of" in report("docx", result, 1)
