"""Guarded repair of Thai text: what is valid stays, what is invalid is changed only into what is valid."""

import re
from typing import Literal, NamedTuple

from parsers.thai.glyphs import map_latin, map_private_use
from parsers.thai.lattice import Reading, as_read, cheapest
from parsers.thai.marks import drop_invisible, mend_marks
from parsers.thai.slots import SOUND, STRICT, Layer, has_torn_am, runs, slots_of, without_torn_am
from parsers.thai.validity import invalid_clusters, is_valid
from schemas.vocabulary import vocabulary_cache

Origin = Literal["word", "pdf"]
_CACHED_TEXTS = 16384
_THAI = re.compile("[\u0e00-\u0e7f\u00a1-\u00fb\uf700-\uf71a]")
# Signs beyond plain Thai and ASCII, and digits of two kinds with a gap: all else that a sound layer may have
# to mend is an impossible cluster.
_UNUSUAL = re.compile(
    "[\u0080-\u0dff\u0e80-\u200f\u202a-\u206f\uf700-\uf71a\ufeff]|[0-9] [\u0e50-\u0e59]|[\u0e50-\u0e59] [0-9]"
)
# Thai and Arabic digits of one number come from two fonts, with a gap between them in the PDF ("๑2 ๗,๐๐0").
# What belongs to a Latin name is a number of its own: "USB 3.0 ๒ ช่อง", "ISO 9001:2015 ๑ ระบบ", "๒ 3D".
_TORN_NUMBER = re.compile(
    "(?P<latin>[A-Za-z][A-Za-z0-9.:/-]* ?[0-9][0-9.:,/-]* (?=[\u0e50-\u0e59]))"
    "|(?<=[\u0e50-\u0e59]) (?=[0-9][0-9.,]*(?![0-9.,]|[- ]?[A-Za-z]))|(?<=[0-9]) (?=[\u0e50-\u0e59])"
)


class Repair(NamedTuple):
    """A text after repair, the kinds of what was mended, and whether something in it stays impossible."""

    text: str
    kinds: tuple[str, ...] = ()
    damaged: bool = False


@vocabulary_cache(maxsize=_CACHED_TEXTS)
def repair_text(text: str, origin: Origin, layer: Layer | None = None) -> Repair:
    """`text` with its Thai mended as far as that is certain; lines ("\\n") stay where they are.

    `layer` is what is known of the whole PDF (`parsers.thai.layer`); without it, words decide only where what
    was read is no word and what comes out is. `damaged` says that impossible clusters are left.
    """
    if not _UNUSUAL.search(text) and is_valid(text) and (origin == "word" or layer == SOUND):
        return Repair(text)
    visible, kinds = drop_invisible(text)
    if not _THAI.search(visible):
        return Repair(visible, kinds)
    lettered = map_private_use(visible)
    if origin == "pdf":
        lettered = map_latin(lettered)
    if lettered != visible:
        kinds += ("glyph",)
    joined = _TORN_NUMBER.sub(lambda gap: gap["latin"] or "", lettered) if origin == "pdf" else lettered
    if joined != lettered:
        kinds += ("digits",)
    mended, mark_kinds = mend_marks(joined)
    worded, word_kinds = _mend_words(mended, origin, layer)
    return Repair(worded, kinds + mark_kinds + word_kinds, not is_valid(worded))


def _mend_words(text: str, origin: Origin, layer: Layer | None) -> tuple[str, tuple[str, ...]]:
    """The rules that know words: for PDF, and for a torn sara am, which people paste from PDF into Word."""
    if origin == "word":
        layer = SOUND
    if layer == SOUND and not has_torn_am(text) and (origin == "word" or is_valid(text)):
        return text, ()
    known = STRICT if layer is None else layer
    pieces, kinds, end = [], dict[str, None](), 0
    for run in runs(text):
        mended, kind = _mend_run(run[0], known)
        pieces += [text[end : run.start()], mended]
        end = run.end()
        if kind:
            kinds[kind] = None
    return "".join(pieces) + text[end:], tuple(kinds)


@vocabulary_cache(maxsize=_CACHED_TEXTS)
def _mend_run(run: str, layer: Layer) -> tuple[str, str | None]:
    """The run as its words want it, and the kind of what was mended (None where it stays)."""
    torn = has_torn_am(run)
    broken = not is_valid(without_torn_am(run))
    allowed = layer if not broken else layer._replace(moved=True)
    if not (torn or broken or any(allowed)):
        return run, None
    slots = slots_of(run, allowed)
    if all(len(slot) == 1 for slot in slots):
        return run, None
    read, meant = cheapest(as_read(slots)), cheapest(slots)
    if meant.text == run or not _is_better(run, read, meant, layer, torn=torn):
        return run, None
    return meant.text, _kind(run, meant.text)


def _is_better(run: str, read: Reading, meant: Reading, layer: Layer, *, torn: bool) -> bool:
    """Whether `meant` may stand for `run`: never less valid, and no farther from words."""
    invalid_before, invalid_after = len(invalid_clusters(run)), len(invalid_clusters(meant.text))
    if invalid_after > invalid_before:
        return False
    if torn and invalid_after < invalid_before:
        return True
    if not layer.strict and (layer.am_lost or layer.am_for_aa):
        return meant.unknown <= read.unknown
    return meant.unknown < read.unknown and (meant.unknown == 0 or invalid_after < invalid_before)


def _kind(before: str, after: str) -> str:
    if before.replace(" ", "") == after.replace(" ", ""):
        return "split"
    same_letters = sorted(before.replace(" ", "")) == sorted(after.replace(" ", ""))
    return "moved" if same_letters else "sara-am"
