"""``pembina worker``: background work."""

from contextlib import ExitStack

import click

from pembina.cli.django_start import start_django
from pembina.cli.tidying import SECONDS_BETWEEN_LETTERS, send_and_log, tidy_and_log, tidying_beside


@click.command()
@click.option("--once", is_flag=True, help="Do the work that is waiting, then end.")
@click.option("--interval", default=1.0, show_default=True, help="Seconds between two looks for new work.")
def worker(*, once: bool, interval: float) -> None:
    """Do background work that pages have put into the database, and what time alone brings about.

    `pembina serve` starts one worker itself. With PostgreSQL, start as many as needed, on any host.
    """
    start_django()

    from django.core.management import call_command

    with ExitStack() as beside:
        if not once:
            beside.enter_context(tidying_beside(tidy_and_log))
            beside.enter_context(tidying_beside(send_and_log, SECONDS_BETWEEN_LETTERS))
        call_command("db_worker", queue_name="*", interval=interval, batch=once, startup_delay=not once)
