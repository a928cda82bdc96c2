"""The words of Thai with what each costs a reader: pythainlp's dictionary, loaded on first need.

A cost is the negative natural logarithm of the word's share in the Thai National Corpus. Only damaged text
needs the lexicon; a sound document never loads it.
"""

import math
import re
from collections.abc import Mapping

from parsers.thai.letters import THAI_LETTERS
from parsers.thai.validity import is_valid
from schemas.vocabulary import load, vocabulary_cache

UNSEEN_COUNT = 20
"""The count taken for a word of the dictionary that the corpus lacks."""
VOCABULARY_COUNT = 5000
"""The count taken for words of our own vocabularies, which plans use all the time."""

SHORTEST_VOCABULARY_WORD = 5
"""In letters; shorter runs of the vocabularies are abbreviations and parts of names."""

_THAI_RUN = re.compile(f"[{THAI_LETTERS}]+")
_VOCABULARIES = ("programs", "units", "organizations", "funds", "provinces", "equipment_types")


@vocabulary_cache()
def vocabulary_words() -> frozenset[str]:
    """The longer runs of Thai letters in our vocabularies of names."""
    runs = {run for name in _VOCABULARIES for run in _THAI_RUN.findall(str(load(name)))}
    return frozenset(run for run in runs if len(run) >= SHORTEST_VOCABULARY_WORD and is_valid(run))


@vocabulary_cache()
def words() -> frozenset[str]:
    """All words, valid and of Thai letters only: the dictionary's and our vocabularies'."""
    # Imported here so that a sound document never pays for it.
    from pythainlp.corpus import thai_words  # noqa: PLC0415

    # Entries such as "ปุ่มๆ ป่ำๆ" give their parts; the parts of abbreviations ("บล.") are no words.
    entries = "\n".join(entry for entry in thai_words() if "." not in entry)
    parts = (part for part in _THAI_RUN.findall(entries) if len(part) > 1 and is_valid(part))
    return vocabulary_words().union(parts)


@vocabulary_cache()
def _counts() -> tuple[Mapping[str, int], float]:
    """How often the corpus has each word, and the logarithm of the number of all its words."""
    from pythainlp.corpus.tnc import unigram_word_freqs  # noqa: PLC0415

    counts = unigram_word_freqs()
    return counts, math.log(sum(counts.values()))


def corpus_count(word: str) -> int:
    """How often the Thai National Corpus has `word`."""
    return _counts()[0].get(word, 0)


def word_cost(word: str) -> float | None:
    """The cost of `word`; None for what is no word."""
    if word not in words():
        return None
    counts, total = _counts()
    floor = VOCABULARY_COUNT if word in vocabulary_words() else UNSEEN_COUNT
    return total - math.log(max(counts.get(word, 0), floor))


class Node:
    """A place in the trie of words, reached by a prefix; its children are made when somebody first looks.

    Most of the trie is never visited, and building all of it would take longer than mending a book.
    """

    __slots__ = ("_children", "_prefix", "_words", "cost")

    def __init__(self, prefix: str, members: list[str]) -> None:
        self._prefix = prefix
        self._words = members
        self._children: dict[str, Node] | None = None
        self.cost = word_cost(prefix)
        """The cost of the word that ends here; None where none does."""

    def follow(self, letters: str) -> "Node | None":
        """The node that `letters` lead to from here; None where no word goes on so."""
        node: Node | None = self
        for letter in letters:
            if node is None:
                return None
            node = node._grown().get(letter)
        return node

    def _grown(self) -> "dict[str, Node]":
        if self._children is None:
            groups: dict[str, list[str]] = {}
            depth = len(self._prefix)
            for word in self._words:
                if len(word) > depth:
                    groups.setdefault(word[depth], []).append(word)
            self._children = {letter: Node(self._prefix + letter, group) for letter, group in groups.items()}
        return self._children


@vocabulary_cache()
def word_trie() -> Node:
    """The root of the trie of all words."""
    return Node("", list(words()))
