"""Words that are probably misspelt: known slips, and what is one letter from a frequent word and no word itself.

Officers' texts are full of names, and no dictionary has them; so what follows a word such as บ้าน is left alone,
and a slip is told only where the letters make far better sense as the word that was meant.
"""

import re
from collections.abc import Iterator, Mapping

from parsers.thai.letters import CONSONANTS, THAI_LETTERS
from parsers.thai.lexicon import corpus_count, word_cost, words
from parsers.thai.tokens import tokens as cut_into_tokens
from schemas.rules.language import Misspelling
from schemas.vocabulary import load, vocabulary_cache

_CACHED_RUNS = 16384
_THAI_RUN = re.compile(f"[{THAI_LETTERS}]+")
_ABBREVIATION = re.compile(f"[{CONSONANTS}]{{1,3}}$")

SHORTEST_WORD = 6
"""In letters; shorter words are too often one letter from another."""
LONGEST_WINDOW = 4
"""In tokens: into so many pieces a dictionary breaks a word that it does not know."""
FREQUENT = 300
"""Times in the Thai National Corpus from which a word may be what was meant."""
UNKNOWN_COST = 16.0
"""The cost of a piece that is no word; frequent words cost 5 to 9, rare ones 12 (parsers.thai.lexicon)."""
SLIP_COST = 8.0
"""The cost of a slip of the fingers."""
CLEARLY_BETTER = 6.0


def misspellings(text: str) -> tuple[Misspelling, ...]:
    """The probable misspellings of `text`, in order, each once; names of places and people are left alone."""
    found: list[Misspelling] = []
    for match in _THAI_RUN.finditer(text):
        start, end = match.span()
        if not (start and _ends_in_name_word(text, start)):
            found += _slips(match[0], text.startswith(".", end))
    return tuple(dict.fromkeys(found)) if found else ()


@vocabulary_cache(maxsize=_CACHED_RUNS)
def _slips(run: str, before_dot: bool) -> tuple[Misspelling, ...]:
    """The misspellings of a run of Thai letters, which is cut before the name that it may end in."""
    # The last letters before a dot are an abbreviation: "ประธานส.อบต."
    rest = _ABBREVIATION.sub("", run) if before_dot else run
    name = _names().search(rest)
    return _of_run(rest[: name.end()] if name else rest)


@vocabulary_cache()
def _names() -> re.Pattern[str]:
    """A word that a name follows, within a run."""
    before = load("spelling")["names"]["before"]
    return re.compile("|".join(re.escape(word) for word in sorted(before, key=len, reverse=True)))


def _ends_in_name_word(text: str, end: int) -> bool:
    """Whether the text before `end`, white space aside, ends in a word that a name follows."""
    before = text[:end].rstrip()
    words, last_letters = _name_words()
    return before[-1:] in last_letters and before.endswith(words)


@vocabulary_cache()
def _name_words() -> tuple[tuple[str, ...], frozenset[str]]:
    """The words that a name follows, and their last letters."""
    words = tuple(load("spelling")["names"]["before"])
    return words, frozenset(word[-1] for word in words)


@vocabulary_cache(maxsize=_CACHED_RUNS)
def _of_run(run: str) -> tuple[Misspelling, ...]:
    known = tuple(
        Misspelling(word=typed, proposals=(meant,), is_known_slip=True)
        for typed, meant in load("spelling")["slips"].items()
        if typed in run
    )
    return known or tuple(_near_words(run))


def _near_words(run: str) -> Iterator[Misspelling]:
    """Windows of tokens that are no word and make one with one letter changed."""
    if len(run) < SHORTEST_WORD - 1:
        return
    tokens = cut_into_tokens(run)
    if all(token in words() and len(token) > 2 for token in tokens):
        return
    start = 0
    while start < len(tokens):
        width, slip = _best_window(tokens, start)
        if slip is not None:
            yield slip
        start += width


def _best_window(tokens: list[str], start: int) -> tuple[int, Misspelling | None]:
    """So many tokens from `start` on are one word misspelt, and which; (1, None) where none are."""
    best: tuple[float, int, Misspelling] | None = None
    for width in range(1, min(LONGEST_WINDOW, len(tokens) - start) + 1):
        window = tokens[start : start + width]
        typed = "".join(window)
        if typed in words() or len(typed) < SHORTEST_WORD - 1:
            continue
        cost = _cost(window)
        if cost - _least_cost() - SLIP_COST < CLEARLY_BETTER:  # no word is frequent enough to be meant
            continue
        for meant in _one_letter_from(typed):
            if _borrows(typed, meant, tokens[:start], tokens[start + width :]):
                continue
            gain = cost - (word_cost(meant) or UNKNOWN_COST) - SLIP_COST
            if gain >= CLEARLY_BETTER and (best is None or gain > best[0]):
                best = gain, width, Misspelling(word=typed, proposals=(meant,))
    return (best[1], best[2]) if best else (1, None)


def _borrows(typed: str, meant: str, before: list[str], after: list[str]) -> bool:
    """Whether the letter too many is rather one of the word next to it: "ประธานส" of "ประธานสถา"."""
    return bool((after and typed.startswith(meant)) or (before and typed.endswith(meant)))


def _cost(window: list[str]) -> float:
    return sum(word_cost(token) or UNKNOWN_COST for token in window)


def _one_letter_from(typed: str) -> Iterator[str]:
    """Frequent words that one letter more, less, other or moved makes of `typed`."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    keys = {typed, *_shortened(typed)}
    near = {word for key in keys for word in _by_shortened().get(key, ())}
    return (word for word in sorted(near) if OSA.distance(typed, word, score_cutoff=1) == 1)


def _shortened(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


@vocabulary_cache()
def _frequent() -> tuple[str, ...]:
    """The words that may be what was meant."""
    return tuple(word for word in words() if len(word) >= SHORTEST_WORD and corpus_count(word) >= FREQUENT)


@vocabulary_cache()
def _least_cost() -> float:
    """The cost of the most frequent of them."""
    return min(word_cost(word) or UNKNOWN_COST for word in _frequent())


@vocabulary_cache()
def _by_shortened() -> Mapping[str, tuple[str, ...]]:
    """The frequent words by what is left of them without one letter, and by themselves."""
    index: dict[str, list[str]] = {}
    for word in _frequent():
        for key in {word, *_shortened(word)}:
            index.setdefault(key, []).append(word)
    return {key: tuple(found) for key, found in index.items()}
