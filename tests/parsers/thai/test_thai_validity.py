"""The grammar of clusters: lenient to every word, strict to what no syllable can have."""

import pytest

from parsers.thai.lexicon import words
from parsers.thai.validity import invalid_clusters, is_damaged, is_valid

# Typing errors of the dictionary itself, such as "เมีัย"; a grammar that lets them pass would be none.
_MISPRINTS_OF_THE_DICTIONARY = 20


def test_all_words_of_the_dictionary_are_valid_but_its_misprints() -> None:
    from pythainlp.corpus import thai_words

    invalid = [word for word in thai_words() if not is_valid(word)]
    assert len(invalid) <= _MISPRINTS_OF_THE_DICTIONARY
    assert len(words()) > 50_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "100,000 บาท",
        "น้ำ",
        "เกาะ",
        "สิทธิ์",
        "พันธุ์",
        "ก็",
        "ฤๅษี",
        "เทคโนโลยี",
        "อินเทอร์เน็ต",
        "ฯลฯ",
        "ต่าง ๆ",
        "วั\nน",
        "ท\nี่",
        "เ\u2060\nม.\u2060\nย.",
        "วั\u2060\nน",
    ],
)
def test_valid(text: str) -> None:
    assert invalid_clusters(text) == ()


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("่ดี", ((0, 1),)),
        ("ท่ี", ((2, 3),)),
        ("จ านวน", ((2, 3),)),
        ("เเผน", ((0, 1),)),
        ("ที่่", ((3, 4),)),
        ("จำาน", ((2, 3),)),
        ("ต้งั", ((3, 4),)),
        ("ไม่ เ", ((4, 5),)),
        ("เกำ", ((0, 3),)),
    ],
)
def test_invalid_spans(text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert invalid_clusters(text) == spans
    assert is_damaged(text)
