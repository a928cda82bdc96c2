"""The corpus of the bench of batches: named by district, broken on purpose."""

from pathlib import Path

from bench import batch_corpus
from bench.batch import subset, tree
from bench.batch_corpus import make_corpus


def test_a_corpus_has_its_broken_files_and_is_made_once(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    (folder / "อำเภอที่ 1").mkdir(parents=True)
    for name in ("แผน 1.docx", "เสีย 25.pdf"):
        (folder / "อำเภอที่ 1" / name).write_bytes(b"x")
    (folder / ".done").touch()
    assert make_corpus(folder, 2, 1) == (["อำเภอที่ 1/แผน 1.docx"], ["อำเภอที่ 1/เสีย 25.pdf"])


def test_files_are_broken_in_three_ways() -> None:
    data = b"%PDF-" + bytes(9000)
    broken = [batch_corpus._broken(seed, data) for seed in (25, 50, 75)]
    assert sorted(map(len, broken)) == [0, len(data) // 3, len(data)]
    assert data not in broken


def test_a_subset_is_copied_and_a_tree_is_hashed(tmp_path: Path) -> None:
    source, target = tmp_path / "in", tmp_path / "out"
    (source / "ก").mkdir(parents=True)
    (source / "ก/plan.docx").write_bytes(b"x")
    assert subset(source, ["ก/plan.docx"], target) == 1
    assert tree(source) == tree(target)
    (target / "ก/plan.docx").write_bytes(b"y")
    assert tree(source) != tree(target)
