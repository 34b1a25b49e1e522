"""``pembina worker``: background work."""

from contextlib import nullcontext

import click

from pembina.cli.django_start import start_django
from pembina.cli.tidying import tidy_and_log, tidying_beside


@click.command()
@click.option("--once", is_flag=True, help="Do the work that is waiting, then end.")
@click.option("--interval", default=1.0, show_default=True, help="Seconds between two looks for new work.")
def worker(*, once: bool, interval: float) -> None:
    """Do background work that pages have put into the database, and what time alone brings about.

    `pembina serve` starts one worker itself. With PostgreSQL, start as many as needed, on any host.
    """
    start_django()

    from django.core.management import call_command

    with tidying_beside(tidy_and_log) if not once else nullcontext():
        call_command("db_worker", queue_name="*", interval=interval, batch=once, startup_delay=not once)
