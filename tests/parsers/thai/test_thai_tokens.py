"""Text cut into words: as pythainlp cuts it with its own Trie."""

import pytest
from pythainlp.tokenize import word_tokenize

from parsers.thai.tokens import Dictionary, tokens


def test_all_words_that_begin_at_a_place_shortest_first() -> None:
    dictionary = Dictionary(("ก่อ", "ก่อสร้าง", "สร้าง", "ณ", "ณ ที่นี้"))
    assert dictionary.prefixes("ก่อสร้างถนน") == ["ก่อ", "ก่อสร้าง"]
    assert dictionary.prefixes("การก่อสร้าง", 3) == ["ก่อ", "ก่อสร้าง"]
    assert dictionary.prefixes("ณ ที่นี้") == ["ณ", "ณ ที่นี้"]


def test_a_word_at_the_end_of_the_text_and_none_behind_it() -> None:
    dictionary = Dictionary(("ณ", "ณ ที่นี้"))
    assert dictionary.prefixes("ถนน ณ", 4) == ["ณ"]
    assert dictionary.prefixes("ถนน", 3) == []


@pytest.mark.parametrize(
    "text",
    [
        "ก่อสร้างถนนคอนกรีตเสริมเหล็กสายบ้านตัวอย่าง หมู่ที่ 4",
        "อุดหนุนโรงเรียนกฟหดสวงในเขตตำบล กว้าง 4.00 เมตร",
        "เบี้ยยังชีพผู้สูงอายุ (ม.ค. - มิ.ย.) ABC ๑๒๓",
        "",
    ],
)
def test_the_words_are_those_of_pythainlp(text: str) -> None:
    assert tokens(text) == word_tokenize(text, engine="newmm", keep_whitespace=False)


def test_pythainlps_own_dictionary_serves_where_it_asks_for_more(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "ก่อสร้างถนนคอนกรีตเสริมเหล็ก"
    expected = tokens(text)
    monkeypatch.delattr(Dictionary, "prefixes")
    assert tokens(text) == expected == ["ก่อสร้าง", "ถนน", "คอนกรีตเสริมเหล็ก"]
