"""``pembina tidy``: what time alone brings about."""

import sys

import click

from pembina.cli.django_start import start_django
from pembina.cli.tidying import tidy_up


@click.command()
@click.option(
    "--language", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Of what is printed."
)
def tidy(*, language: str) -> None:
    """Do now what a worker does at its start and every six hours.

    Closes the answers to complaints that nobody contradicted in time, deletes the contacts of complaints that are
    long over and the traces of devices in survey answers, seals the days of the audit trail that have ended, ends
    offers of seats that nobody answered in time, gives free seats to those who waited for one and can come now, and
    mails what people are to be told of their trainings: offers, seats, requests to approve, sessions that are near,
    were moved or called off, and what is due after a training. A step that fails does not keep the others from
    happening; it is named, and the exit code is 1.
    """
    start_django()
    from django.utils import timezone

    tidied = tidy_up(at=timezone.now())
    click.echo(tidied.sentence.in_language(language))
    if tidied.failed:
        click.echo(tidied.failure.in_language(language), err=True)
        sys.exit(1)
