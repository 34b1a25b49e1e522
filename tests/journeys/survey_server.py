"""A real server on a real file, which can be killed and started again on the same port."""

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

SEED = """
import django; django.setup()
from django.utils import timezone
from domain.services.surveys.survey_world import SurveyWorld, open_now
print(SurveyWorld(open_now(timezone.localdate())).place.token)
"""
COUNT = """
import django; django.setup()
from pembina.domain.services.models import SurveyResponse
print(sorted(SurveyResponse.objects.values_list("suggestion", flat=True)))
"""
PATIENCE = 40


class SurveyServer:
    """`kill` is a SIGKILL: nothing is said goodbye to."""

    def __init__(self, home: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        tests = str(Path(__file__).parents[1])
        self.environ = {
            **os.environ,
            "PEMBINA_HOME": str(home),
            "DJANGO_SETTINGS_MODULE": "pembina.config.settings.demo",
            "PYTHONPATH": os.pathsep.join([tests, *filter(None, [os.environ.get("PYTHONPATH")])]),
        }
        self.process: subprocess.Popen[bytes] | None = None
        self.run("-m", "django", "migrate", "-v0")
        self.run("-m", "django", "collectstatic", "--no-input", "-v0")
        self.token = self.run("-c", SEED).split()[-1]

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}/survei/{self.token}/"

    def run(self, *arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(command, env=self.environ, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout

    def stored(self) -> str:
        """Return the suggestions of all stored answers, as a list in text."""
        return self.run("-c", COUNT).strip()

    def start(self) -> None:
        code = (
            "from pembina.cli.web_server import run_web_server;"
            f"run_web_server(host='127.0.0.1', port={self.port}, processes=1, threads=4)"
        )
        self.process = subprocess.Popen([sys.executable, "-c", code], env=self.environ, start_new_session=True)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(self.address, timeout=5).read()  # noqa: S310
                return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                threading.Event().wait(0.1)
        raise AssertionError("The server did not come up")

    def kill(self) -> None:
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, 9)
            self.process.wait()
        self.process = None
