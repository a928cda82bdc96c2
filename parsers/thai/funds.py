"""Fund sources: the texts under an amount that say where the money comes from."""

from parsers.thai.joining import normalize_text
from schemas.vocabulary import load, vocabulary_cache


@vocabulary_cache()
def _beginnings() -> tuple[str, ...]:
    return tuple(load("funds")["beginnings"])


@vocabulary_cache()
def _not_funds() -> frozenset[str]:
    return frozenset(load("funds")["not_funds"])


def is_money_unit(text: str) -> bool:
    """Whether `text` only says in what money is counted ("บาท", "หน่วย : บาท")."""
    return normalize_text(text).replace(" ", "") in _not_funds()


def is_fund_source(text: str) -> bool:
    """Whether `text` names a fund ("งบ อบต.", "เงินอุดหนุนเฉพาะกิจ"), with or without brackets."""
    name = normalize_text(text).strip("()[] ")
    return name.startswith(_beginnings()) and not is_money_unit(name)
