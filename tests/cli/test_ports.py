"""The port of the demonstration."""

import http.server
import socket
import threading

import click
import pytest

from pembina.cli import ports
from pembina.cli.ports import choose_port, is_free, wait_until_answering

HOST = "127.0.0.1"


@pytest.fixture
def taken_port():
    with socket.create_server((HOST, 0)) as server:
        yield server.getsockname()[1]


def test_a_port_that_is_wished_for_and_taken_is_refused_with_a_remedy(taken_port):
    with pytest.raises(click.ClickException, match="--port"):
        choose_port(HOST, taken_port)


def test_without_a_wish_the_next_free_port_is_taken(taken_port, monkeypatch):
    monkeypatch.setattr(ports, "FIRST_PORT", taken_port)
    chosen = choose_port(HOST, None)
    assert chosen != taken_port
    assert is_free(HOST, chosen)


def test_it_says_so_when_all_are_taken(taken_port, monkeypatch):
    monkeypatch.setattr(ports, "FIRST_PORT", taken_port)
    monkeypatch.setattr(ports, "PORTS_TO_TRY", 1)
    with pytest.raises(click.ClickException, match="all taken"):
        choose_port(HOST, None)


def test_nobody_answers_at_a_silent_port(taken_port):
    assert not wait_until_answering(HOST, taken_port + 1, seconds=0.05)


@pytest.mark.parametrize(("status", "answers"), [(200, True), (302, True), (500, False)])
def test_a_page_counts_as_an_answer_and_a_server_error_does_not(status, answers):
    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(status)
            self.end_headers()

        def log_message(self, *arguments):
            """Stay silent."""

    with http.server.HTTPServer((HOST, 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        assert wait_until_answering(HOST, server.server_port, seconds=0.3) is answers
        server.shutdown()
