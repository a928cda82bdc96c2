"""The process that keeps LibreOffice loaded: `python -I libreoffice_kit.py LIBRARY PROGRAM_FOLDER PROFILE_URL`.

It needs nothing but the standard library and LibreOffice's own library, whose C interface LibreOfficeKit
(LibreOfficeKit.h of LibreOffice's source) is one table of functions that only grows at its end. A request is a line
of JSON, {"source", "target", "format"}; the answer is a line, {"is_done"}. When standard input ends, also in the
middle of a conversion that hangs, the process ends.
"""

import json
import os
import queue
import sys
import threading
from ctypes import CDLL, CFUNCTYPE, POINTER, RTLD_GLOBAL, Structure, c_char_p, c_int, c_size_t, c_void_p, cast
from pathlib import Path
from typing import Any

_OPTIONS = b"Batch=true"
"""No question is asked that nobody is there to answer; macros never run where they are not asked for."""
_SAVE_OPTIONS = {
    "pdf": b'{"ExportBookmarks":{"type":"boolean","value":"true"},'
    b'"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"},'
    b'"UseTaggedPDF":{"type":"boolean","value":"true"}}'
}
"""By format; the profile's settings, which say the same, are not asked on this way."""


class _OfficeClass(Structure):
    """The beginning of struct _LibreOfficeKitClass."""

    _fields_ = (
        ("size", c_size_t),
        ("destroy", CFUNCTYPE(None, c_void_p)),
        ("document_load", CFUNCTYPE(c_void_p, c_void_p, c_char_p)),
        ("get_error", CFUNCTYPE(c_char_p, c_void_p)),
        ("document_load_with_options", CFUNCTYPE(c_void_p, c_void_p, c_char_p, c_char_p)),
    )


class _DocumentClass(Structure):
    """The beginning of struct _LibreOfficeKitDocumentClass."""

    _fields_ = (
        ("size", c_size_t),
        ("destroy", CFUNCTYPE(None, c_void_p)),
        ("save_as", CFUNCTYPE(c_int, c_void_p, c_char_p, c_char_p, c_char_p)),
    )


class Office:
    """LibreOffice in this process."""

    def __init__(self, library: str, program_folder: str, profile_url: str) -> None:
        hook = CDLL(library, mode=RTLD_GLOBAL).libreofficekit_hook_2
        hook.restype, hook.argtypes = c_void_p, [c_char_p, c_char_p]
        self._office = hook(program_folder.encode(), profile_url.encode())
        if not self._office:
            raise OSError(library)
        self._class = _class_of(self._office, _OfficeClass)

    def convert(self, source: Path, target: Path, form: str) -> bool:
        """Whether `source` could be loaded and saved as `target` in the format `form` ("docx", "pdf" and the like)."""
        load = self._class.document_load_with_options
        document = load(self._office, source.as_uri().encode(), _OPTIONS)
        if not document:
            return False
        functions = _class_of(document, _DocumentClass)
        is_saved = functions.save_as(
            document, target.as_uri().encode(), form.encode(), _SAVE_OPTIONS.get(form)
        )
        functions.destroy(document)
        return bool(is_saved)


def _class_of(instance: int, kind: type[Structure]) -> Any:
    """The table of functions that the first word of an instance points to."""
    return cast(cast(instance, POINTER(c_void_p))[0], POINTER(kind))[0]


def _hand_on(requests: "queue.Queue[dict[str, str]]") -> None:
    for line in sys.stdin:
        requests.put(json.loads(line))
    os._exit(0)


def main(library: str, program_folder: str, profile_url: str) -> None:
    """Converts until standard input ends."""
    os.environ.setdefault("SAL_USE_VCLPLUGIN", "svp")  # draws without a screen
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    # What LibreOffice prints must not come between the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    requests: queue.Queue[dict[str, str]] = queue.Queue()
    threading.Thread(target=_hand_on, args=(requests,), daemon=True).start()
    office = Office(library, program_folder, profile_url)
    while True:
        asked = requests.get()
        is_done = office.convert(Path(asked["source"]), Path(asked["target"]), asked["format"])
        print(json.dumps({"is_done": is_done}), file=answers, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
