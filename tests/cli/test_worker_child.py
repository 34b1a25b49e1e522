"""The worker beside the web server starts, is started again when it falls, and ends with the server."""

import os
import sys
import threading

import pytest

from pembina.cli.worker_child import worker_child

NOTES_ITS_START = "import pathlib, sys; pathlib.Path(sys.argv[1]).open('a').write('x')"


def until(condition, seconds=20.0):
    """Wait for another process; fail rather than hang."""
    tick = threading.Event()
    for _ in range(int(seconds / 0.05)):
        if condition():
            return
        tick.wait(0.05)
    pytest.fail("waited in vain")


@pytest.mark.slow
def test_a_worker_that_falls_is_started_again(tmp_path):
    starts = tmp_path / "starts"
    with worker_child((sys.executable, "-c", NOTES_ITS_START, str(starts)), pause=0.01):
        until(lambda: starts.exists() and len(starts.read_text()) >= 2)


@pytest.mark.slow
def test_the_worker_ends_with_the_server(tmp_path):
    identity = tmp_path / "pid"
    lives = "import os, pathlib, sys, time; pathlib.Path(sys.argv[1]).write_text(str(os.getpid())); time.sleep(60)"
    with worker_child((sys.executable, "-c", lives, str(identity)), pause=0.01):
        until(lambda: identity.exists() and identity.read_text())
        process = int(identity.read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
