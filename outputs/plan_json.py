"""The plan file: the Plan as JSON, and the JSON Schema that it obeys."""

import json

from schemas.plan import Plan

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def _text(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def render(plan: Plan) -> bytes:
    """The plan as UTF-8 JSON, indented by two spaces, every key present, with a final newline."""
    return _text(plan.model_dump(mode="json"))


def schema() -> bytes:
    """The JSON Schema (draft 2020-12) of the plan file, laid out as `render` does."""
    return _text(
        {"$schema": _DRAFT, "title": "phaen plan file", **Plan.model_json_schema(mode="serialization")}
    )
