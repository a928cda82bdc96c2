"""How all JSON that phaen gives out is laid out: indented by two spaces, Thai letters as they are."""

import json


def json_text(content: object) -> str:
    """The content as JSON, without a final newline. TypeError for what JSON cannot hold."""
    return json.dumps(content, ensure_ascii=False, indent=2)


def json_file(content: object) -> bytes:
    """The content as a JSON file: UTF-8, with a final newline."""
    return f"{json_text(content)}\n".encode()
