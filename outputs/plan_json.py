"""The plan file: the Plan as JSON, and the JSON Schema that it obeys."""

from outputs.json_text import json_file
from schemas.plan import Plan

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def render(plan: Plan) -> bytes:
    """The plan as UTF-8 JSON, indented by two spaces, every key present, with a final newline."""
    return json_file(plan.model_dump(mode="json"))


def schema() -> bytes:
    """The JSON Schema (draft 2020-12) of the plan file, laid out as `render` does."""
    return json_file(
        {"$schema": _DRAFT, **Plan.model_json_schema(mode="serialization"), "title": "phaen plan file"}
    )
