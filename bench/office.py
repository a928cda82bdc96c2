"""Conversion of generated files through LibreOffice, as the officers' own programs would do it."""

import io
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

_TIME_LIMIT_S = 300
_TAGGED_PDF = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_DELETED = re.compile(r"<w:del .*?</w:del>", re.DOTALL)
_INSERTED = re.compile(r"</?w:ins\b[^>]*>")


def convert_all(files: dict[str, bytes], suffix: str) -> dict[str, bytes]:
    """The .docx files converted to `suffix` ("doc", "pdf") in one run; OSError for one that failed."""
    return _converted(files, suffix, "doc:MS Word 97" if suffix == "doc" else suffix)


def _converted(files: dict[str, bytes], suffix: str, target: str) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        for stem, data in files.items():
            (folder / "in" / f"{stem}.docx").write_bytes(data)
        command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", target, "--outdir", str(folder / "out")]
        command += [str(path) for path in sorted((folder / "in").iterdir())]
        subprocess.run(command, check=True, capture_output=True, timeout=_TIME_LIMIT_S)
        return {stem: (folder / "out" / f"{stem}.{suffix}").read_bytes() for stem in files}


def convert_tagged(files: dict[str, bytes]) -> dict[str, bytes]:
    """The .docx files as PDFs with tags, as newer LibreOffices write them by themselves."""
    return _converted(files, "pdf", _TAGGED_PDF)


def accept_changes(docx: bytes) -> bytes:
    """The .docx with tracked changes accepted, for LibreOffice prints deleted text too."""
    source, target = zipfile.ZipFile(io.BytesIO(docx)), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == "word/document.xml":
                text = _INSERTED.sub("", _DELETED.sub("", data.decode("utf-8")))
                data = text.encode("utf-8")
            archive.writestr(info, data)
    return target.getvalue()
