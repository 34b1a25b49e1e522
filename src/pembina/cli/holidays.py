"""``pembina holidays``: the closed days of a year enter the general calendar, after a look at them."""

from typing import TYPE_CHECKING

import click

from pembina.cli.django_start import start_django
from pembina.core.text import Text

if TYPE_CHECKING:
    from pembina.domain.services.public_holidays import OfferedHoliday

FIRST_YEAR, LAST_YEAR = 2000, 2077


@click.command()
@click.argument("year", type=click.IntRange(FIRST_YEAR, LAST_YEAR))
@click.option("--dry-run", is_flag=True, help="Only show what would be added.")
@click.option(
    "--language", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Of what is printed."
)
def holidays(*, year: int, dry_run: bool, language: str) -> None:
    """Add the national holidays and the collective leave of YEAR to the calendar of the whole government.

    A day that is listed stays as it is, and one that somebody removed or moved is not added again.
    """
    start_django()
    from django.utils import timezone

    from pembina.domain.services.operations.calendars import add_holidays
    from pembina.domain.services.public_holidays import offered_holidays

    offers = offered_holidays(year)
    for offer in offers:
        click.echo(f"{offer.holiday.day}  {_state(offer).in_language(language):<10}{offer.holiday.name}")
    new = [offer.holiday for offer in offers if offer.is_new]
    if dry_run:
        said = Text(id=f"{len(new)} hari akan ditambahkan.", en=f"{len(new)} days would be added.")
    else:
        count = add_holidays(holidays=new, by=None, at=timezone.now())
        said = Text(id=f"{count} hari ditambahkan.", en=f"{count} days added.")
    click.echo(said.in_language(language))


def _state(offer: "OfferedHoliday") -> Text:
    if offer.listed is not None:
        return Text(id="tercatat", en="listed")
    if offer.taken_out:
        return Text(id="dihapus", en="removed")
    return Text(id="baru", en="new")
