"""``pembina tidy``: what time alone brings about."""

import click

from pembina.cli.django_start import start_django
from pembina.cli.tidying import tidy_up


@click.command()
@click.option(
    "--language", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Of what is printed."
)
def tidy(*, language: str) -> None:
    """Do now what a worker does at its start and every six hours.

    Closes the answers to complaints that nobody contradicted in time, deletes the contacts of complaints that are long
    over and the traces of devices in survey answers, and seals the days of the audit trail that have ended.
    """
    start_django()
    from django.utils import timezone

    click.echo(tidy_up(at=timezone.now()).sentence.in_language(language))
