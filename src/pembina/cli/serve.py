"""``pembina serve``: the web server and its background worker."""

from contextlib import ExitStack
from pathlib import Path

import click

from pembina.cli.django_start import start_django
from pembina.cli.installation import BrokenError, database_is_migrated, static_files_are_collected
from pembina.cli.web_server import run_web_server
from pembina.cli.worker_child import worker_child


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
@click.option("--processes", default=1, show_default=True, type=click.IntRange(1), help="Web processes.")
@click.option("--threads", default=64, show_default=True, type=click.IntRange(1), help="Threads of each process.")
@click.option("--tls-certificate", type=click.Path(exists=True, path_type=Path), help="Certificate file, for HTTPS.")
@click.option("--tls-key", type=click.Path(exists=True, path_type=Path), help="Key file of the certificate.")
@click.option("--worker/--no-worker", "with_worker", default=True, help="Start a background worker too.")
def serve(
    *,
    host: str,
    port: int,
    processes: int,
    threads: int,
    tls_certificate: Path | None,
    tls_key: Path | None,
    with_worker: bool,
) -> None:
    """Serve the pages, with a background worker beside them.

    Pages answer over HTTPS only: give a certificate, or put a proxy in front and set PEMBINA_TRUSTED_PROXY=1.
    PEMBINA_HOSTS names the hosts that are answered, separated by commas.
    """
    if (tls_certificate is None) != (tls_key is None):
        raise click.UsageError("--tls-certificate and --tls-key belong together; give both or neither.")
    start_django()
    _refuse_if_unprepared()
    with ExitStack() as running:
        if with_worker:
            running.enter_context(worker_child())
        run_web_server(
            host=host, port=port, processes=processes, threads=threads, certificate=tls_certificate, key=tls_key
        )


def _refuse_if_unprepared() -> None:
    for check in (database_is_migrated, static_files_are_collected):
        try:
            check()
        except BrokenError as broken:
            raise click.ClickException(f"{broken.reason} {broken.remedy}") from broken
