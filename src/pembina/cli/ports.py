"""A port for the demonstration, and whether anything answers there."""

import http.client
import socket
import time

import click

FIRST_PORT = 8000
PORTS_TO_TRY = 20
PAUSE = 0.25


def is_free(host: str, port: int) -> bool:
    """Say whether a server may listen on ``port``."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As servers do: a port in TIME_WAIT after a restart counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def choose_port(host: str, wanted: int | None) -> int:
    """Return ``wanted`` if it is free; without a wish the first free port from 8000 on."""
    if wanted is not None:
        if not is_free(host, wanted):
            raise click.ClickException(f"Port {wanted} is taken. Name another with --port, or leave the option out.")
        return wanted
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TO_TRY):
        if is_free(host, port):
            return port
    last = FIRST_PORT + PORTS_TO_TRY - 1
    raise click.ClickException(f"Ports {FIRST_PORT} to {last} are all taken. Name a free one with --port.")


def wait_until_answering(host: str, port: int, *, seconds: float) -> bool:
    """Return True as soon as a page comes back without a server error, False if none does in ``seconds``."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if _answers(host, port):
            return True
        time.sleep(PAUSE)
    return False


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
