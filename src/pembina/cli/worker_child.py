"""The background worker that lives and dies with the web server."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

PAUSE_BEFORE_RESTART = 5.0
PATIENCE = 10.0
COMMAND = (sys.executable, "-m", "pembina.cli.main", "worker")


@contextmanager
def worker_child(command: tuple[str, ...] = COMMAND, pause: float = PAUSE_BEFORE_RESTART) -> Iterator[None]:
    """Keep one worker running inside the ``with``; one that ends by itself is started again after ``pause`` seconds."""
    stop = threading.Event()
    keeper = threading.Thread(target=_keep, args=(command, pause, stop), name="worker-keeper")
    keeper.start()
    try:
        yield
    finally:
        stop.set()
        keeper.join()


def _keep(command: tuple[str, ...], pause: float, stop: threading.Event) -> None:
    while not stop.is_set():
        child = subprocess.Popen(command)
        _wait_for_either(child, stop)
        _end(child)
        stop.wait(pause)


def _wait_for_either(child: "subprocess.Popen[bytes]", stop: threading.Event) -> None:
    """Return when the child has ended or is to end."""
    while child.poll() is None and not stop.wait(0.2):
        pass


def _end(child: "subprocess.Popen[bytes]") -> None:
    """Ask the child to finish its task, and insist after ``PATIENCE`` seconds."""
    if child.poll() is not None:
        return
    child.terminate()
    try:
        child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
