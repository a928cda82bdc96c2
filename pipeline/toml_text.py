"""TOML that people typed, in whatever editor: its text and its content, or the line where it breaks."""

import re
import tomllib
from typing import Any

from schemas.failures import UsageFailure

_BYTE_ORDER_MARK = "\ufeff"  # Notepad puts it first
_LINE = re.compile(r"at line (\d+)")


def toml_content(name: str, data: bytes, code: str) -> tuple[str, dict[str, Any]]:
    """The text with "\\n" at its lines' ends, and its content.

    UsageFailure `code`, with the facts name, where_th and where_en, for what is not UTF-8 or no TOML.
    """
    try:
        text = data.decode("utf-8").removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n")
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise UsageFailure(code, name=name, where_th="ไม่ใช่ UTF-8", where_en="not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageFailure(code, name=name, **_place(str(error))) from error


def _place(problem: str) -> dict[str, str]:
    line = _LINE.search(problem)
    if line is None:
        return {"where_th": "ท้ายไฟล์", "where_en": "at its end"}
    return {"where_th": f"บรรทัดที่ {line[1]}", "where_en": f"at line {line[1]}"}
