"""From the form to an import that waits for how it is to be read."""

from datetime import datetime

from pembina.domain.access.models import User
from pembina.domain.people.refusals import RefusedError
from pembina.domain.services.intake.reading import Reading
from pembina.domain.services.intake.receiving import show_again
from pembina.domain.services.models import RequestImport
from pembina.exchange.requests.asking import as_seen, take_in
from pembina.exchange.requests.receiving import Received, guess_again, received
from pembina.exchange.requests.tasks import SECONDS_TO_READ, content_of
from pembina.exchange.staff.kept_files import KeptFileError
from pembina.exchange.staff.receiving import Refusal
from pembina.web.request_imports.forms import NewRequestImportForm
from pembina.web.uploads import ComputationStoppedError, within_limits


def begin_import(form: NewRequestImportForm, *, by: User, at: datetime) -> RequestImport | None:
    """Keep the copy of a file; one that cannot be used is refused at its field."""
    sent = form.cleaned_data["file"]
    try:
        found = within_limits(
            received, sent.read(), sent.name, form.cleaned_data["sheet"] or None, seconds=SECONDS_TO_READ
        )
    except ComputationStoppedError as stopped:
        found = Refusal(stopped.message, stopped.remedy)
    if isinstance(found, Received):
        return take_in(found, name=sent.name, by=by, at=at)
    form.refuse(found.message, found.remedy)
    return None


def look_again(batch: RequestImport, reading: Reading) -> None:
    """Show the words of the columns that were just chosen, so that they can be told what they mean.

    Raises ``RefusedError`` where the copy is gone, or cannot be read that way.
    """
    try:
        found = within_limits(guess_again, content_of(batch), reading, seconds=SECONDS_TO_READ)
    except (ComputationStoppedError, KeptFileError) as stopped:
        raise RefusedError(stopped.message, stopped.remedy) from stopped
    if isinstance(found, Refusal):
        raise RefusedError(found.message, found.remedy)
    guessed = found.reading
    meanings = {**guessed.meanings, **{w: m for w, m in reading.meanings.items() if w in guessed.meanings}}
    shown = Reading(reading.shape, reading.columns, meanings, reading.service, reading.zone)
    show_again(batch, reading=shown, seen=as_seen(found))
