"""Taking an import back."""

import click
from django.utils import timezone

from pembina.cli.import_progress import progress_of
from pembina.cli.import_requests import recorder
from pembina.cli.import_text import declined
from pembina.cli.import_wishes import answering
from pembina.core.text import Text
from pembina.domain.people.intake.undoing import undo
from pembina.domain.people.models import ImportBatch
from pembina.domain.people.refusals import RefusedError
from pembina.domain.services.intake.applying import undo as undo_requests
from pembina.domain.services.models import RequestImport

UNDO_REFUSALS = (RefusedError,)


class NoSuchImportError(RefusedError):
    """There is no import of that number."""

    def __init__(self, number: int) -> None:
        super().__init__(
            Text(id=f"Impor nomor {number} tidak ada.", en=f"There is no import number {number}."),
            Text(id="Lihat nomornya dengan: pembina import list", en="See the numbers with: pembina import list"),
        )


def take_back(number: int, *, of_requests: bool = False, by: str | None, yes: bool, language: str) -> None:
    """Put every record that the import touched back as it was; asks first unless told not to."""
    if by is None:
        raise click.UsageError("Name the account that answers for it with --by NIP.")
    batch: ImportBatch | RequestImport | None
    if of_requests:
        actor, batch = recorder(by), RequestImport.objects.filter(pk=number).first()
    else:
        actor, batch = answering(by), ImportBatch.objects.filter(pk=number).first()
    if batch is None:
        raise NoSuchImportError(number)
    if not yes and not click.confirm(_asked(batch).in_language(language), err=True):
        click.echo(declined(language), err=True)
        return
    progress = progress_of("Mengurungkan" if language == "id" else "Taking back")
    if isinstance(batch, RequestImport):
        undo_requests(batch, by=actor, at=timezone.now(), progress=progress)
    else:
        undo(batch, by=actor, at=timezone.now(), progress=progress)
    click.echo(Text(id=f"Impor {number} diurungkan.", en=f"Import {number} was taken back.").in_language(language))


def _asked(batch: ImportBatch | RequestImport) -> Text:
    changes = batch.change_count
    return Text(
        id=f"Urungkan {changes} perubahan dari {batch.file_name}?",
        en=f"Take back {changes} changes of {batch.file_name}?",
    )
