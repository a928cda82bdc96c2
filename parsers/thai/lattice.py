"""The likeliest words behind a damaged run: the cheapest way through slots of alternatives.

A run of Thai is cut into slots, one a letter; each offers what was read and what may have been
meant, at a price. The cheapest reading (Viterbi over a unigram model) tells "จำนวน" from "จาน วน" by how
common words are.
"""

from typing import NamedTuple

from parsers.thai.lexicon import Node, word_trie

UNKNOWN_LETTER_COST = 14.0
"""Above the cost of all but the rarest words, so that a known word is always dearer than none."""
_STRANDED_MARK_COST = 14.0
"""Added where an unknown stretch would begin with a mark: words do not end before a mark."""

_DEPENDENT = frozenset(
    chr(code)
    for first, last in (part for part in ((0x0E30, 0x0E3A), (0x0E45, 0x0E45), (0x0E47, 0x0E4E)))
    for code in range(first, last + 1)
)


class Option(NamedTuple):
    """What may stand at a place: the text that it gives, the letters that count for words, its price.

    `length` is how many letters of the run it stands for.
    """

    text: str
    letters: str
    price: float = 0.0
    length: int = 1


Slot = tuple[Option, ...]
"""The options of one place of a run; the first is what was read there, and always one letter long."""


class Reading(NamedTuple):
    """The cheapest reading: its text, how many letters are in no known word, its cost."""

    text: str
    unknown: int
    cost: float


class _Step(NamedTuple):
    cost: float
    start: int
    text: str
    unknown: int


def as_read(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """The slots with what was read as their only option."""
    return tuple(slot[:1] for slot in slots)


def cheapest(slots: tuple[Slot, ...]) -> Reading:
    """The cheapest reading of `slots`, one for each letter of a run; an empty reading for none."""
    steps: list[_Step | None] = [None] * (len(slots) + 1)
    steps[0] = _Step(0.0, 0, "", 0)
    for start in range(len(slots)):
        here = steps[start]
        if here is not None:
            _pass_over(slots, start, here.cost, steps)
            _follow_words(slots, start, here.cost, steps)
    return _traced(steps)


def _offer(steps: list[_Step | None], end: int, step: _Step) -> None:
    known = steps[end]
    if known is None or step.cost < known.cost:
        steps[end] = step


def _pass_over(slots: tuple[Slot, ...], start: int, cost: float, steps: list[_Step | None]) -> None:
    """Offer what stands at `start` as unknown letters, or as the space or line end that it is."""
    for option in slots[start]:
        letters = option.letters.strip()
        price = cost + option.price + UNKNOWN_LETTER_COST * len(letters)
        if letters and letters[0] in _DEPENDENT:
            price += _STRANDED_MARK_COST
        _offer(steps, start + option.length, _Step(price, start, option.text, len(letters)))


def _follow_words(slots: tuple[Slot, ...], start: int, cost: float, steps: list[_Step | None]) -> None:
    """Offer every word of the lexicon that begins at `start`."""
    stack: list[tuple[int, Node, str, float]] = [(start, word_trie(), "", cost)]
    while stack:
        place, node, text, spent = stack.pop()
        if place == len(slots):
            continue
        for option in slots[place]:
            reached = node.follow(option.letters)
            if reached is None:
                continue
            end, path, price = place + option.length, text + option.text, spent + option.price
            if reached.cost is not None and option.letters:
                _offer(steps, end, _Step(price + reached.cost, start, path, 0))
            stack.append((end, reached, path, price))


def _traced(steps: list[_Step | None]) -> Reading:
    """The reading whose last step is the last of `steps`."""
    last = steps[-1]
    cost = last.cost if last else 0.0
    texts, unknown, place = [], 0, len(steps) - 1
    while place > 0:
        step = steps[place]
        if step is None:
            raise AssertionError("every slot can be passed over")
        texts.append(step.text)
        unknown += step.unknown
        place = step.start
    return Reading("".join(reversed(texts)), unknown, cost)
