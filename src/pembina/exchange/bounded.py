"""Work on somebody's file in a process of its own that ends: with its answer, or at its time or memory limit.

What a file declares of its size can be forged, and a reader that runs out of memory does not raise but aborts. So the
limit on the address space of this process is what protects the server, its other visitors, and at the command line the
computer; checks made beforehand only say sooner what is wrong.

A thread cannot be stopped and would take the whole server's memory with it. The process is forked from a small server
that has already imported the readers, which takes a few milliseconds.
"""

import multiprocessing
import resource
import threading
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from pembina.core.text import Text

Answer = TypeVar("Answer")

SECONDS = 60
MEMORY_BYTES = 4 << 30
AT_ONCE = 2
SECONDS_IN_THE_QUEUE = 20
IMPORTED_BEFOREHAND = [
    "numpy",
    "duckdb",
    "python_calamine",
    "yaml",
    "pembina.core.effect.evaluation",
    "pembina.exchange.tables",
    __name__,
]

_context = multiprocessing.get_context("forkserver")
_places = threading.BoundedSemaphore(AT_ONCE)


class ComputationStoppedError(Exception):
    """The work was given up before an answer; `message` and `remedy` are for the visitor.

    `busy` tells that the file is not to blame: sent again a little later it may well be answered.
    """

    def __init__(self, message: Text, remedy: Text, *, busy: bool = False) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy
        self.busy = busy


def within_limits(function: Callable[..., Answer], *arguments: Any, seconds: float = SECONDS) -> Answer:
    """Return ``function(*arguments)`` computed in a bounded process.

    Parameters
    ----------
    function : a function of a module that needs no Django; it returns the refusals it expects instead of raising them,
        since an exception loses its attributes on the way between processes
    arguments : values that pickle, the content of the file among them
    seconds : wall-clock limit

    Raises
    ------
    ComputationStoppedError : too slow, too much memory, or too many others at work
    RuntimeError : the function raised; the message is the child's traceback
    """
    if not _places.acquire(timeout=SECONDS_IN_THE_QUEUE):
        raise ComputationStoppedError(*_BUSY, busy=True)
    try:
        return _computed(function, arguments, seconds)
    finally:
        _places.release()


def _computed(function: Callable[..., Answer], arguments: tuple[Any, ...], seconds: float) -> Answer:
    _context.set_forkserver_preload(IMPORTED_BEFOREHAND)
    ours, theirs = _context.Pipe(duplex=False)
    process = _context.Process(target=_work, args=(theirs, seconds, function, arguments), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise ComputationStoppedError(*_TOO_SLOW)
        kind, answer = ours.recv()
    except EOFError:  # killed from outside, as the kernel does when memory runs out
        raise ComputationStoppedError(*_TOO_LARGE) from None
    finally:
        ours.close()
        process.kill()
        process.join()
        process.close()
    if kind == "failed":
        raise RuntimeError(answer)
    if kind == "too large":
        raise ComputationStoppedError(*_TOO_LARGE)
    return answer  # type: ignore[no-any-return]


def _work(pipe: Connection, seconds: float, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    """Answer through the pipe; runs in the child, which also stops itself should nobody be left to stop it."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    # Two processors for as long as the parent waits.
    resource.setrlimit(resource.RLIMIT_CPU, (2 * int(seconds) + 1, 2 * int(seconds) + 2))
    try:
        answer = ("answer", function(*arguments))
    except MemoryError:
        answer = ("too large", None)
    except Exception:
        answer = ("failed", traceback.format_exc())
    pipe.send(answer)


_TOO_SLOW = (
    Text(id="Perhitungan dihentikan karena melewati batas waktu.", en="The computation was stopped at its time limit."),
    Text(
        id="Sisakan kolom dan baris yang diperlukan saja, lalu coba lagi.",
        en="Keep only the columns and rows needed, then try again.",
    ),
)
_TOO_LARGE = (
    Text(
        id="Perhitungan dihentikan karena berkas ini memerlukan terlalu banyak memori.",
        en="The computation was stopped because this file needs too much memory.",
    ),
    _TOO_SLOW[1],
)
_BUSY = (
    Text(id="Banyak berkas sedang dihitung saat ini.", en="Many files are being computed at this moment."),
    Text(id="Tunggu sebentar, lalu kirim lagi.", en="Wait a moment, then send it again."),
)
