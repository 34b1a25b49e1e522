"""What a worker does for an import of requests: check, apply, undo. The copy is read in a process of its own.

Each task carries the moment at which it was asked. An import that has moved since is left alone.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from pembina.core.text import Text
from pembina.domain.access.models import User
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.batches import begin_check, fail, note_progress
from pembina.domain.people.intake.requests import refuse
from pembina.domain.people.refusals import RefusedError
from pembina.domain.services.intake.applying import apply, undo
from pembina.domain.services.intake.checking import check
from pembina.domain.services.intake.queries import known_services, require_reach, services_to_record
from pembina.domain.services.intake.receiving import keep_narrowed
from pembina.domain.services.models import RequestImport
from pembina.exchange.background import task
from pembina.exchange.bounded import ComputationStoppedError, within_limits
from pembina.exchange.requests.copying import ENDING
from pembina.exchange.requests.receiving import CopyRead, narrowed, read_copy
from pembina.exchange.staff.kept_files import KeptFile, KeptFileError, forget, keep, kept_content
from pembina.exchange.staff.receiving import Refusal
from pembina.exchange.staff.tasks import OUR_MISTAKE, TELL_US, progress_noted_by

SECONDS_TO_READ = 600


@task()
def check_request_import(batch_pk: int, asked: str) -> None:
    """Read the kept copy and compare it with the record."""
    batch = asked_for(batch_pk, asked)
    if batch is None or batch.by is None:
        return
    if batch.state == ImportState.WAITING:
        begin_check(batch, at=timezone.now())
    with told_where_it_stands(batch, batch.by):
        found = copy_read(batch, batch.by)
        check(batch, found.read, at=timezone.now(), figures={"file": asdict(found.figures)}, progress=noting(batch))


@task()
def apply_request_import(batch_pk: int, asked: str, by_pk: int, seen: str) -> None:
    """Write what the check found; what was seen is named by its digest. The copy then loses what was not read."""
    batch = asked_for(batch_pk, asked)
    if batch is not None:
        by = User.objects.get(pk=by_pk)
        with told_where_it_stands(batch, by):
            apply(batch, copy_read(batch, by).read, by=by, at=timezone.now(), seen=seen)
        if batch.state == ImportState.APPLIED:
            narrow_copy(batch)


@task()
def undo_request_import(batch_pk: int, asked: str, by_pk: int) -> None:
    """Put back what an import has touched."""
    batch = asked_for(batch_pk, asked)
    if batch is not None:
        by = User.objects.get(pk=by_pk)
        with told_where_it_stands(batch, by):
            undo(batch, by=by, at=timezone.now())


def asked_for(batch_pk: int, asked: str) -> RequestImport | None:
    """Return the import if it still stands where it stood when this was asked."""
    found = RequestImport.objects.select_related("by")
    return found.filter(pk=batch_pk, touched_at=datetime.fromisoformat(asked)).first()


def copy_read(batch: RequestImport, by: User) -> CopyRead:
    """Read the kept copy against the services that `by` reaches; raises what `told_where_it_stands` tells."""
    today = timezone.localdate()
    require_reach(batch, by=by, on=today)
    services = known_services(services_to_record(by, on=today))
    found = within_limits(read_copy, content_of(batch), batch.how_read, services, seconds=SECONDS_TO_READ)
    if isinstance(found, Refusal):
        raise RefusedError(found.message, found.remedy)
    return found


def content_of(batch: RequestImport) -> bytes:
    """Return the kept copy after proving that it is unchanged."""
    return kept_content(KeptFile(batch.kept_file, batch.kept_sha256), home=settings.PEMBINA_HOME)


def narrow_copy(batch: RequestImport) -> None:
    """Keep of the copy only what was read; the wider one goes, unless another import stands on it."""
    wide = KeptFile(batch.kept_file, batch.kept_sha256)
    kept = keep(
        within_limits(narrowed, content_of(batch), batch.how_read, seconds=SECONDS_TO_READ),
        home=settings.PEMBINA_HOME,
        ending=ENDING,
    )
    keep_narrowed(batch, kept_file=kept.path, kept_sha256=kept.sha256)
    if kept != wide and not RequestImport.objects.filter(kept_file=wide.path).exists():
        forget(wide, home=settings.PEMBINA_HOME)


def noting(batch: RequestImport) -> Callable[[int, int], None]:
    """Return what writes the progress down, not more often than a page asks for it."""
    return progress_noted_by(lambda done, total: note_progress(batch, done=done, total=total, at=timezone.now()))


@contextmanager
def told_where_it_stands(batch: RequestImport, by: User) -> Iterator[None]:
    """Let what could not be done say why on the page of the import; a mistake of ours goes on to the log as well."""
    try:
        yield
    except (RefusedError, KeptFileError, ComputationStoppedError) as told:
        _tell(batch, told.message, told.remedy, by)
    except BaseException:  # a worker that is told to stop tells it too
        _tell(batch, OUR_MISTAKE, TELL_US, by)
        raise


def _tell(batch: RequestImport, problem: Text, remedy: Text, by: User) -> None:
    batch.refresh_from_db()
    at = timezone.now()
    if batch.state == ImportState.CHECKING:
        fail(batch, problem=problem, remedy=remedy, by=by, at=at)
    else:
        refuse(batch, problem=problem, remedy=remedy, by=by, at=at)
