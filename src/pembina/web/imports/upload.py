"""From the form to an import that is on its way."""

from datetime import datetime

from django.conf import settings

from pembina.domain.access.models import User
from pembina.domain.people.enums import ImportKind
from pembina.domain.people.intake.batches import receive
from pembina.domain.people.intake.queries import same_import
from pembina.domain.people.models import ImportBatch
from pembina.exchange.staff.asking import ask_to_check
from pembina.exchange.staff.kept_files import keep
from pembina.exchange.staff.receiving import Received, Refusal, received
from pembina.web.imports.forms import NewImportForm
from pembina.web.uploads import ComputationStoppedError, within_limits


def begin_import(form: NewImportForm, *, by: User, at: datetime) -> ImportBatch | None:
    """Keep the copy of a file and let it be checked; a file that cannot be used is refused at its field.

    A form that is sent twice leads to the import that it began the first time.
    """
    file = usable_file(form)
    if file is None:
        return None
    kept = keep(file.copy, home=settings.PEMBINA_HOME)
    wishes = {name: form.cleaned_data[name] for name in ("on", "complete")}
    wishes |= {"kind": ImportKind(form.cleaned_data["kind"]), "file_sha256": file.file_sha256}
    known = same_import(by, kept_sha256=kept.sha256, **wishes)
    if known is not None:
        return known
    batch = receive(
        file_name=form.cleaned_data["file"].name,
        kept_file=kept.path,
        kept_sha256=kept.sha256,
        notes=file.notes,
        by=by,
        at=at,
        **wishes,
    )
    ask_to_check(batch, at=at)
    return batch


def usable_file(form: NewImportForm) -> Received | None:
    """Read the file of a form in a bounded process; None where it was refused."""
    sent = form.cleaned_data["file"]
    try:
        found = within_limits(
            received, sent.read(), sent.name, form.cleaned_data["kind"], form.cleaned_data["sheet"] or None
        )
    except ComputationStoppedError as stopped:
        found = Refusal(stopped.message, stopped.remedy)
    if isinstance(found, Refusal):
        form.refuse("file", found.message, found.remedy)
        return None
    return found
