"""``pembina tidy``: what time alone brings about; run it once a day."""

import click

from pembina.cli.django_start import start_django


@click.command()
@click.option(
    "--language", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Of what is printed."
)
def tidy(*, language: str) -> None:
    """Close the answers that nobody contradicted in time, and delete the contacts of complaints that are long over."""
    start_django()
    from django.utils import timezone

    from pembina.core.text import Text
    from pembina.domain.services.operations.complaint_contacts import erase_complaint_contacts
    from pembina.domain.services.operations.complaint_handling import close_settled_complaints

    now = timezone.now()
    closed, erased = close_settled_complaints(by=None, at=now), erase_complaint_contacts(by=None, at=now)
    said = Text(
        id=f"{closed} pengaduan ditutup, {erased} kontak pelapor dihapus.",
        en=f"{closed} complaints closed, {erased} contacts of complainants deleted.",
    )
    click.echo(said.in_language(language))
