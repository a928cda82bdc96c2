"""The words of Thai with what each costs a reader: pythainlp's dictionary, loaded on first need.

A cost is the negative natural logarithm of the word's share in the Thai National Corpus. Only damaged text
needs the lexicon; a sound document never loads it.
"""

import math
import re
from functools import cache

from parsers.thai.letters import THAI_LETTERS
from parsers.thai.validity import is_valid
from schemas.vocabulary import load

WORD = object()
"""The key of a trie node under which the cost of the word that ends there stands."""
Node = dict[object, object]

UNSEEN_COUNT = 20
"""The count taken for a word of the dictionary that the corpus lacks."""
VOCABULARY_COUNT = 5000
"""The count taken for words of our own vocabularies, which plans use all the time."""

_THAI_RUN = re.compile(f"[{THAI_LETTERS}]+")
_VOCABULARIES = ("programs", "units", "organizations", "funds", "provinces", "equipment_types")


def _vocabulary_words() -> frozenset[str]:
    """Every run of Thai letters in our vocabularies of names."""
    runs: set[str] = set()
    for name in _VOCABULARIES:
        runs.update(_THAI_RUN.findall(str(load(name))))
    return frozenset(run for run in runs if len(run) > 2 and is_valid(run))


@cache
def word_costs() -> dict[str, float]:
    """The cost of each word, all words valid and of Thai letters only; not to be changed."""
    # Imported here so that a sound document never pays for it.
    from pythainlp.corpus import thai_words  # noqa: PLC0415
    from pythainlp.corpus.tnc import unigram_word_freqs  # noqa: PLC0415

    counts = unigram_word_freqs()
    total = math.log(sum(counts.values()))
    costs = {
        word: total - math.log(max(counts.get(word, 0), UNSEEN_COUNT))
        # Entries such as "ปุ่มๆ ป่ำๆ" give their parts; the parts of abbreviations ("บล.") are no words.
        for entry in thai_words()
        if "." not in entry
        for word in _THAI_RUN.findall(entry)
        if len(word) > 1 and is_valid(word)
    }
    for word in _vocabulary_words():
        costs[word] = min(costs.get(word, math.inf), total - math.log(VOCABULARY_COUNT))
    return costs


@cache
def word_trie() -> Node:
    """The words as nested dictionaries by letter; `WORD` holds the cost where a word ends."""
    root: Node = {}
    for word, cost in word_costs().items():
        node = root
        for letter in word:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[WORD] = cost
    return root
