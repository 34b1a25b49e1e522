"""What a worker does for an import: check, apply, undo. A page asks for it and shows how far it has come.

Each task carries the moment at which it was asked. An import that has moved since is left alone: a task queued twice,
or one that comes back after an interruption, does nothing the second time.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from pembina.core.text import Text
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.applying import apply
from pembina.domain.people.intake.batches import begin_check, fail, note_progress
from pembina.domain.people.intake.checking import Progress, check
from pembina.domain.people.intake.requests import add_notes, refuse
from pembina.domain.people.intake.undoing import undo
from pembina.domain.people.models import ImportBatch, Unit
from pembina.domain.people.refusals import RefusedError
from pembina.exchange.background import task
from pembina.exchange.bounded import ComputationStoppedError, within_limits
from pembina.exchange.staff.kept_files import KeptFile, KeptFileError, kept_content
from pembina.exchange.staff.receiving import CopyRead, Refusal, read_copy

SECONDS_TO_READ = 300
SECONDS_BETWEEN_NOTES = 0.5


@task()
def check_import(batch_pk: int, asked: str) -> None:
    """Read the kept copy in a process of its own and compare it with the record."""
    batch = asked_for(batch_pk, asked)
    if batch is None:
        return
    if batch.state == ImportState.WAITING:
        begin_check(batch, at=timezone.now())
    with failures_told(batch):
        found = rows_of(batch)
        add_notes(batch, notes=found.notes)
        check(
            batch,
            found.rows,
            found.findings,
            at=timezone.now(),
            total=found.row_count,
            layout=found.layout,
            headers=found.headers,
            government=settings.PEMBINA_GOVERNMENT_NAME,
            progress=noting(batch),
        )


@task()
def apply_import(batch_pk: int, asked: str, by_pk: int, seen: str) -> None:
    """Write what the check found; what was seen is named by its digest."""
    batch = asked_for(batch_pk, asked)
    if batch is not None:
        by = User.objects.get(pk=by_pk)
        with refusals_told(batch, by):
            require_importer(by)
            apply(batch, by=by, at=timezone.now(), seen=seen)


@task()
def undo_import(batch_pk: int, asked: str, by_pk: int) -> None:
    """Put back what an import has touched."""
    batch = asked_for(batch_pk, asked)
    if batch is not None:
        by = User.objects.get(pk=by_pk)
        with refusals_told(batch, by):
            require_importer(by)
            undo(batch, by=by, at=timezone.now())


def require_importer(by: User) -> None:
    """Refuse what somebody asked for who may not any more: the account was closed, or the role has ended meanwhile."""
    if not by.may(Permission.IMPORT_STAFF):
        raise RefusedError(NOT_ANY_MORE, ASK_A_COLLEAGUE)


def asked_for(batch_pk: int, asked: str) -> ImportBatch | None:
    """Return the import if it still stands where it stood when this was asked."""
    return ImportBatch.objects.filter(pk=batch_pk, touched_at=datetime.fromisoformat(asked)).first()


def rows_of(batch: ImportBatch) -> CopyRead:
    """Read the kept copy; raises what `failures_told` tells."""
    content = kept_content(KeptFile(batch.kept_file, batch.kept_sha256), home=settings.PEMBINA_HOME)
    codes = frozenset(Unit.objects.values_list("code", flat=True))
    found = within_limits(read_copy, content, batch.file_name, batch.kind, batch.on, codes, seconds=SECONDS_TO_READ)
    if isinstance(found, Refusal):
        raise RefusedError(found.message, found.remedy)
    return found


def noting(batch: ImportBatch) -> Progress:
    """Return what writes the progress down, not more often than a page asks for it."""
    return progress_noted_by(lambda done, total: note_progress(batch, done=done, total=total, at=timezone.now()))


def progress_noted_by(write: Progress) -> Progress:
    """Return what calls `write` at the end, and before it twice a second at most."""
    last = 0.0

    def note(done: int, total: int) -> None:
        nonlocal last
        if done == total or time.monotonic() - last > SECONDS_BETWEEN_NOTES:
            last = time.monotonic()
            write(done, total)

    return note


@contextmanager
def failures_told(batch: ImportBatch) -> Iterator[None]:
    """Let a check that cannot end say why on the page; a mistake of ours goes on to the log as well."""
    try:
        yield
    except (RefusedError, KeptFileError, ComputationStoppedError) as told:
        fail(batch, problem=told.message, remedy=told.remedy, by=batch.by, at=timezone.now())
    except BaseException:  # a worker that is told to stop tells it too
        fail(batch, problem=OUR_MISTAKE, remedy=TELL_US, by=batch.by, at=timezone.now())
        raise


@contextmanager
def refusals_told(batch: ImportBatch, by: User) -> Iterator[None]:
    """Let what could not be applied or undone go back to where it was, with the reason on the page."""
    try:
        yield
    except RefusedError as told:
        refuse(batch, problem=told.message, remedy=told.remedy, by=by, at=timezone.now())
    except BaseException:  # a worker that is told to stop tells it too
        refuse(batch, problem=OUR_MISTAKE, remedy=TELL_US, by=by, at=timezone.now())
        raise


NOT_ANY_MORE = Text(
    id="Yang memintanya tidak berwenang lagi ketika gilirannya tiba. Tidak ada data yang berubah.",
    en="Whoever asked for this was no longer allowed to when its turn came. Nothing on record has changed.",
)
ASK_A_COLLEAGUE = Text(
    id="Mintalah pengelola kepegawaian lain untuk meneruskannya.",
    en="Ask another officer of human resources to go on with it.",
)
OUR_MISTAKE = Text(
    id="Pekerjaan ini berhenti karena kesalahan di sistem, bukan karena berkas Anda. Tidak ada data yang berubah.",
    en="This stopped because of a mistake in the system, not because of your file. Nothing on record has changed.",
)
TELL_US = Text(
    id="Coba lagi; bila terulang, beri tahu pengelola sistem. Rinciannya ada di catatan server.",
    en="Try again; if it happens again, tell whoever runs the system. The details are in the server's log.",
)
