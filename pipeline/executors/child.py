"""The process of a worker (`python -m pipeline.executors.child`): tasks come in on standard input, answers go out.

Both are pickles: (function, arguments) in, (is_done, result or exception) out. When standard input ends the process
ends at once, in the middle of a task too: whoever started it is gone, and nobody waits for an answer.
"""

import os
import pickle
import queue
import sys
import threading
from collections.abc import Callable
from typing import Any, BinaryIO

Task = tuple[Callable[..., Any], tuple[Any, ...]]
Answer = tuple[bool, Any]


def answer_of(task: Task) -> bytes:
    """The pickled answer to a task: its result, or the exception that ended it."""
    function, arguments = task
    try:
        return pickle.dumps((True, function(*arguments)))
    except Exception as error:
        return _refusal(error)


def _refusal(error: Exception) -> bytes:
    """An exception as an answer; as a plain one where it cannot be pickled and unpickled."""
    try:
        data = pickle.dumps((False, error))
        pickle.loads(data)  # noqa: S301 - what was pickled in the line before
    except Exception:
        return pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))
    return data


def _hand_on(source: BinaryIO, tasks: "queue.Queue[Task]") -> None:
    """Reads tasks while others are worked on, so that the end of the input is seen at any time."""
    while True:
        try:
            tasks.put(pickle.load(source))  # noqa: S301 - from the process that started this one
        except (EOFError, pickle.UnpicklingError, OSError):
            os._exit(0)


def main() -> None:
    """Works until standard input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not come between the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    tasks: queue.Queue[Task] = queue.Queue()
    threading.Thread(target=_hand_on, args=(sys.stdin.buffer, tasks), daemon=True).start()
    while True:
        answers.write(answer_of(tasks.get()))
        answers.flush()


if __name__ == "__main__":
    main()
