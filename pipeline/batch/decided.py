"""Decisions on findings for many plans: one file of them, or a folder of such files."""

from pathlib import Path

from pipeline.correction_file import read_corrections
from schemas.corrections import Correction, Corrections
from schemas.failures import UsageFailure

_SUFFIX = ".toml"


def read_decisions(path: Path | None) -> Corrections:
    """The decisions of the file at `path`, or of all .toml files of the folder; none for None.

    A decision applies to every plan in which its finding is, by fingerprint; that it meets none in another plan is
    no finding. Fails as `read_corrections` does, and with COR011 where two files decide one finding differently.
    """
    if path is None or not path.is_dir():
        return read_corrections(path)
    decided: dict[str, Correction] = {}
    for file in sorted(path.glob(f"*{_SUFFIX}")):
        for correction in read_corrections(file).decided:
            other = decided.setdefault(correction.fingerprint, correction)
            if (other.decision, other.value) != (correction.decision, correction.value):
                raise _differing(file, correction)
    return Corrections(name=path.name, decided=tuple(decided.values()))


def _differing(file: Path, correction: Correction) -> UsageFailure:
    return UsageFailure(
        "COR011",
        name=file.name,
        line=correction.line,
        wanted_th="การตัดสินใจเดียวกันในทุกไฟล์ของโฟลเดอร์ (ข้อนี้มีในอีกไฟล์หนึ่งเป็นอย่างอื่น)",
        wanted_en="one decision in all files of the folder (another file decides this finding otherwise)",
    )
