"""Fresh plans put into the tree, so that a run that is killed at any moment can go on.

The ledger knows of each file before it is written. Of several plans with one title in one folder the one whose
source was seen first has the plain name, in whatever order their work ends: the others bear a code.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from pipeline.batch.inputs import hash_of
from pipeline.batch.ledger import Ledger, Output, Work
from pipeline.batch.orders import Answer
from pipeline.batch.tree import coded, folder_of, title_of
from pipeline.files import write_output
from schemas.failures import OutputFailure

_ASIDE = "แก้ไข"
_CODE_DIGITS = 8
_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{12}\.tmp")
"""The names of pipeline.files.write_output."""


class Tree:
    """The tree of fresh plans under `top`, with its ledger."""

    def __init__(self, top: Path, ledger: Ledger) -> None:
        self._top, self._ledger = top, ledger
        self._resolved = top.resolve()

    def store(self, answer: Answer) -> None:
        """Write the files of a plan that is done; OutputFailure (OUT001, BAT011) where one cannot be written."""
        assert answer.figures  # noqa: S101 - what is done has figures
        folder, title = folder_of(answer.figures), title_of(answer.figures)
        own = self._ledger.work(answer.sha256)
        others = [work for work in self._ledger.holders(folder, title) if work.sha256 != own.sha256]
        is_first = all(own.rank < other.rank for other in others)
        for other in others if is_first else ():
            self._move(other, coded(title, other.sha256))
        self._place(own, folder, title, title if is_first else coded(title, own.sha256), answer.files, answer)

    def _place(
        self,
        work: Work,
        folder: str,
        title: str,
        stem: str,
        files: Mapping[str, bytes],
        answer: Answer | None,
    ) -> None:
        """Write all files of a work under one stem, and remove what it had elsewhere."""
        before = self._ledger.outputs(work.sha256)
        named = {f"{folder}/{stem}{suffix}": data for suffix, data in files.items()}
        self._ledger.intend(work.sha256, folder, title, (_output(path, data) for path, data in named.items()))
        written = [self._write(path, data) for path, data in named.items()]
        self._remove(output for output in before if output.path not in named)
        self._ledger.written(work.sha256, written, answer)

    def _move(self, work: Work, stem: str) -> None:
        """Give the files of a work that is done another name; what is not there any more is made in the next run."""
        files: dict[str, bytes] = {}
        for output in self._ledger.outputs(work.sha256):
            path = self._top / output.path
            if path.stem != stem and path.is_file():
                files[path.suffix] = path.read_bytes()
        if files:
            self._place(work, work.folder, work.title, stem, files, None)

    def _write(self, path: str, data: bytes) -> Output:
        target = self._inside(path)
        output = _output(path, data)
        if target.is_file():
            self._set_aside(path, target, output.sha256)
        write_output(target, data)
        return output._replace(modified_ns=target.stat().st_mtime_ns)

    def _inside(self, path: str) -> Path:
        """The file's own path, its folder made; a link that leads out of the tree is refused."""
        target = self._top / path
        try:
            if not target.parent.resolve().is_relative_to(self._resolved) or target.is_symlink():
                raise OutputFailure("BAT011", name=str(target))
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputFailure(
                "OUT001", name=str(target), reason_th=str(error.strerror), reason_en=str(error.strerror)
            ) from error
        return target

    def _set_aside(self, path: str, target: Path, fresh_sha256: str) -> None:
        """What a person changed in the tree is kept beside the fresh file."""
        found = hash_of(target)
        if found != fresh_sha256 and not self._ledger.is_ours(path, found):
            target.replace(
                target.with_name(f"{target.stem} ({_ASIDE} {found[:_CODE_DIGITS]}){target.suffix}")
            )

    def _remove(self, outputs: Iterable[Output]) -> None:
        """Remove files that nobody has changed, and folders that are empty then."""
        for output in outputs:
            path = self._top / output.path
            if path.is_file() and not path.is_symlink() and self._ledger.is_ours(output.path, hash_of(path)):
                path.unlink()
                self._prune(path.parent)

    def _prune(self, folder: Path) -> None:
        while folder != self._top and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent

    def sweep(self) -> None:
        """Remove what a run that was killed had begun to write under a temporary name."""
        for path in self._top.rglob(".*.tmp"):
            if _TEMPORARY.fullmatch(path.name) and path.is_file():
                path.unlink()

    def remove_replaced(self) -> None:
        """Remove the fresh plans of contents that no file has any more: their files have other contents now."""
        for sha256 in self._ledger.replaced():
            self._remove(self._ledger.outputs(sha256))
            self._ledger.forget_outputs(sha256)

    def is_intact(self, sha256: str) -> bool:
        """Whether all files of a work lie where they were put, as they were."""
        outputs = self._ledger.outputs(sha256)
        return bool(outputs) and all(map(self._is_as_written, outputs))

    def _is_as_written(self, output: Output) -> bool:
        path = self._top / output.path
        try:
            found = path.stat()
            if (found.st_size, found.st_mtime_ns) == (output.size_bytes, output.modified_ns):
                return True
            return found.st_size == output.size_bytes and hash_of(path) == output.sha256
        except OSError:
            return False


def _output(path: str, data: bytes) -> Output:
    return Output(path, hashlib.sha256(data).hexdigest(), len(data), 0)
