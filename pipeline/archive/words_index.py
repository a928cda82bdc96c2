"""The index of words: FTS5 in SQLite, a tsvector in PostgreSQL; the same words and the same questions in both.

Words come parted already (pipeline.archive.words), so neither database's own parser, which knows no Thai, takes
part: SQLite's is told that marks belong to words, PostgreSQL's is passed by.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Text,
    TextClause,
    cast,
    column,
    func,
    literal,
    literal_column,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from pipeline.archive.words import AskedWord, IndexedWords, may_begin_another

_INSERT_SQLITE: Final = text(
    "INSERT INTO project_words (rowid, name, place, rest) VALUES (:id, :name, :place, :rest)"
)
_INSERT_POSTGRES: Final = text(
    "INSERT INTO project_words (project_id, words) VALUES (:id, CAST(:words AS tsvector))"
)
_LAST_POSITION: Final = 16383
"""PostgreSQL counts a word's place in a text no further."""
_GAP: Final = 20
"""Places between a project's name, place and rest, so that words at their seams do not count as neighbours."""


class Matching(NamedTuple):
    """What a question adds to a SELECT: the index, its column of projects' ids, the condition, and a score."""

    table: FromClause
    key: ColumnElement[Any]
    condition: ColumnElement[bool] | TextClause
    score: ColumnElement[Any]


def insert_words(connection: Connection, words: Mapping[int, IndexedWords]) -> None:
    """Index the projects' words, by the projects' ids."""
    if not words:
        return
    if connection.dialect.name == "postgresql":
        rows = [{"id": id_, "words": _vector(each)} for id_, each in words.items()]
        connection.execute(_INSERT_POSTGRES, rows)
    else:
        parts = [
            {
                "id": id_,
                "name": " ".join(each.name),
                "place": " ".join(each.place),
                "rest": " ".join(each.rest),
            }
            for id_, each in words.items()
        ]
        connection.execute(_INSERT_SQLITE, parts)


def matching(
    anywhere: Sequence[AskedWord], place: Sequence[AskedWord], *, is_postgres: bool
) -> Matching | None:
    """Projects that have all of `anywhere`, and all of `place` in their name, place or size; None for no words."""
    if not anywhere and not place:
        return None
    return _in_postgres(anywhere, place) if is_postgres else _in_sqlite(anywhere, place)


# ---- SQLite ----


def _in_sqlite(anywhere: Sequence[AskedWord], place: Sequence[AskedWord]) -> Matching:
    parts = [_fts(word) for word in anywhere]
    parts += [f"{{name place}} : {_fts(word)}" for word in place]
    index = table("project_words", column("rowid"))
    asked = " AND ".join(f"({part})" for part in parts)
    return Matching(
        table=index,
        key=index.c.rowid,
        condition=text("project_words MATCH :asked").bindparams(asked=asked),
        # The better, the less: the name counts most.
        score=literal_column("-bm25(project_words, 8.0, 3.0, 1.0)"),
    )


def _fts(word: AskedWord) -> str:
    pairs = [f"({_fts_word(one)} AND {_fts_word(other)})" for one, other in word.parted]
    return f"({' OR '.join([_fts_word(word.word), *pairs])})"


def _fts_word(word: str) -> str:
    return f'"{word}"*' if may_begin_another(word) else f'"{word}"'


# ---- PostgreSQL ----


def _in_postgres(anywhere: Sequence[AskedWord], place: Sequence[AskedWord]) -> Matching:
    parts = [_ts(word, "") for word in anywhere] + [_ts(word, "AB") for word in place]
    index = table("project_words", column("project_id"), column("words", TSVECTOR))
    asked = cast(literal(" & ".join(parts), Text), TSQUERY)
    weights: ColumnElement[Any] = literal_column(
        "CAST('{0.05, 0.1, 0.4, 1.0}' AS real[])"
    )  # of D, C, B and A
    return Matching(
        table=index,
        key=index.c.project_id,
        condition=index.c.words.bool_op("@@")(asked),
        # 1: a long text does not win by its length.
        score=func.ts_rank(weights, index.c.words, asked, literal_column("1")),
    )


def _ts(word: AskedWord, weights: str) -> str:
    pairs = [f"({_ts_word(one, weights)} & {_ts_word(other, weights)})" for one, other in word.parted]
    return f"({' | '.join([_ts_word(word.word, weights), *pairs])})"


def _ts_word(word: str, weights: str) -> str:
    options = ("*" if may_begin_another(word) else "") + weights
    return f"'{word}'" + (f":{options}" if options else "")


def _vector(words: IndexedWords) -> str:
    """The words as PostgreSQL reads a tsvector: each with its places, and a weight of A, B or D."""
    parts = zip((words.name, words.place, words.rest), "ABD", strict=True)
    places: dict[str, list[str]] = {}
    at = 0
    for part, weight in parts:
        for word in part:
            at = min(at + 1, _LAST_POSITION)
            places.setdefault(word, []).append(f"{at}{weight}")
        at = min(at + _GAP, _LAST_POSITION)
    return " ".join(f"'{word}':{','.join(found)}" for word, found in places.items())
