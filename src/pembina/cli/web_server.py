"""Granian with the settings that suit Django: processes with threads, no event loop."""

from pathlib import Path


def run_web_server(
    *, host: str, port: int, processes: int, threads: int, certificate: Path | None = None, key: Path | None = None
) -> None:
    """Serve until a signal ends it.

    A slow upload holds a thread while it trickles in, so there are many more threads than cores. Granian warns about
    that, and about nothing else, hence the level of its log.
    """
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "pembina.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=processes,
        blocking_threads=threads,
        websockets=False,
        log_level=LogLevels.error,
        ssl_cert=certificate,
        ssl_key=key,
        respawn_failed_workers=True,
    ).serve()
