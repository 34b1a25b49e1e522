"""``pembina import requests``: a file of service requests, its figures first, then what it would change."""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

import click
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from pembina.cli.import_progress import progress_of
from pembina.cli.import_requests_text import Outcome, as_json_text, as_text, asked, written_text
from pembina.cli.import_text import declined, nothing_to_write, unasked_text
from pembina.cli.result_file import is_csv, write_result
from pembina.core.text import Text
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.intake.batches import discard
from pembina.domain.people.intake.rows import RowFinding, Severity
from pembina.domain.people.refusals import RefusedError
from pembina.domain.services.intake.applying import apply
from pembina.domain.services.intake.checking import STILL_OPEN, check
from pembina.domain.services.intake.queries import findings_of, known_services, services_to_record
from pembina.domain.services.intake.reading import Meaning, Reading, Shape
from pembina.domain.services.intake.receiving import receive
from pembina.domain.services.intake.rows import KnownService
from pembina.domain.services.models import PublicService, RequestImport
from pembina.exchange.requests.columns import FIELDS, USED, found_columns
from pembina.exchange.requests.copying import ENDING
from pembina.exchange.requests.receiving import CopyRead, Received, narrowed, read_copy, received
from pembina.exchange.requests.tabled import local_minutes
from pembina.exchange.requests.words import meaning_of
from pembina.exchange.staff import findings_csv, findings_workbook
from pembina.exchange.staff.kept_files import keep
from pembina.exchange.staff.receiving import Refusal

UNNAMED = "?"
Found = TypeVar("Found", Received, CopyRead)


class MayNotRecordError(RefusedError):
    """Nobody of that number may bring requests in."""

    def __init__(self, nip: str) -> None:
        super().__init__(
            Text(id=f"{nip} tidak dapat mengimpor permohonan.", en=f"{nip} may not import requests."),
            Text(
                id="Sebut akun aktif petugas atau koordinator layanan.",
                en="Name the account, in use, of an officer or coordinator of services.",
            ),
        )


@dataclasses.dataclass(frozen=True, slots=True)
class Wish:
    """How somebody wants a file to be read; what is left out is guessed."""

    path: Path
    sheet: str | None
    service: str
    zone: str
    shape: str | None
    columns: Sequence[str]
    words: Sequence[str]


class RequestRun:
    """One call of the command."""

    def __init__(self, wish: Wish, *, by: str | None, language: str, as_json: bool, report: Path | None) -> None:
        self._wish, self._language, self._as_json, self._report = wish, language, as_json, report
        self._by = recorder(by)
        self._file = self._received()
        self._reading = corrected(self._file, wish)
        # A file may be looked at before its service is known; it is then compared with nothing.
        self._is_unnamed = not (self._reading.service or "service" in self._reading.columns)
        if self._is_unnamed:
            self._reading = dataclasses.replace(self._reading, service=UNNAMED)
        self._read = self._requests()

    def preview(self, *, unasked: bool) -> int:
        """Show what the file holds and what it would change; leave nothing behind; return how many are refused."""
        outcome = self._previewed()
        self._tell(outcome)
        if unasked:
            click.echo(unasked_text(self._language), err=True)
        return outcome.counts.refused

    def write(self, *, ask: bool) -> int:
        """Write what the file changes, after showing it where somebody is there to be asked."""
        if self._is_unnamed:
            raise click.UsageError("Name the service of the file with --service CODE.")
        seen = None
        if ask:
            shown = self._previewed()
            click.echo(as_text(shown, self._language), err=self._as_json)
            if shown.counts.changes and not click.confirm(asked(shown.counts.changes, self._language), err=True):
                click.echo(declined(self._language), err=True)
                return shown.counts.refused
            seen = shown.digest
        outcome = self._written(seen)
        self._tell(outcome, shown=ask)
        return outcome.counts.refused

    def _previewed(self) -> Outcome:
        with _undone_again():
            return self._outcome(self._checked(), number=None)

    def _written(self, seen: str | None) -> Outcome:
        batch = self._checked(kept=True)
        if not batch.counts.changes:
            discard(batch, by=self._by, at=timezone.now())
            click.echo(nothing_to_write(self._wish.path.name, self._language), err=True)
            return self._outcome(batch, number=None)
        now = timezone.now()
        apply(batch, self._read.read, by=self._by, at=now, seen=seen, progress=self._progress("Menerapkan", "Applying"))
        return self._outcome(batch, number=batch.pk)

    def _checked(self, *, kept: bool = False) -> RequestImport:
        where = {}
        if kept:
            copy = keep(narrowed(self._file.copy, self._reading), home=settings.PEMBINA_HOME, ending=ENDING)
            where = {"kept_file": copy.path, "kept_sha256": copy.sha256}
        now = timezone.now()
        batch = receive(
            file_name=self._wish.path.name,
            file_sha256=self._file.file_sha256,
            reading=self._reading,
            seen={},
            notes=self._file.notes,
            by=self._by,
            at=now,
            **where,
        )
        figures = {"file": asdict(self._read.figures)}
        check(batch, self._read.read, at=now, figures=figures, progress=self._progress("Memeriksa", "Checking"))
        return batch

    def _received(self) -> Received:
        try:
            data = self._wish.path.read_bytes()
        except OSError as error:
            raise click.UsageError(f"{self._wish.path} cannot be read: {error.strerror}.") from error
        return _or_refused(received(data, self._wish.path.name, self._wish.sheet))

    def _requests(self) -> CopyRead:
        services: tuple[KnownService, ...]
        if self._is_unnamed:
            services = (KnownService(0, UNNAMED, UNNAMED, local_minutes()),)
        elif self._by is not None:
            services = known_services(services_to_record(self._by, on=timezone.localdate()))
        else:
            services = known_services(PublicService.objects.order_by("code"))
        return _or_refused(read_copy(self._file.copy, self._reading, services))

    def _progress(self, indonesian: str, english: str) -> Callable[[int, int], None] | None:
        return progress_of(english if self._language == "en" else indonesian)

    def _outcome(self, batch: RequestImport, *, number: int | None) -> Outcome:
        return Outcome(
            self._wish.path.name,
            self._file,
            self._reading,
            batch.counts,
            batch.figures,
            tuple(sorted(findings_of(batch), key=_urgency)),
            batch.digest,
            number,
            self._is_unnamed,
        )

    def _tell(self, outcome: Outcome, *, shown: bool = False) -> None:
        if self._as_json:
            click.echo(as_json_text(outcome, self._language))
        elif not shown:
            click.echo(as_text(outcome, self._language))
        elif outcome.number is not None:
            click.echo(written_text(outcome.number).in_language(self._language))
        if self._report is not None:
            write = findings_csv if is_csv(self._report) else findings_workbook
            write_result(self._report, write(outcome.findings, language=self._language))


def recorder(nip: str | None) -> User | None:
    """Return the account that answers for a write, None where none is named."""
    if nip is None:
        return None
    account = User.objects.filter(username=nip.strip()).first()
    if account is None or not account.may(Permission.RECORD_SERVICE):
        raise MayNotRecordError(nip)
    return account


def corrected(file: Received, wish: Wish) -> Reading:
    """Return the guess about a file with what was said about it on the command line."""
    guess = file.guess.reading
    shape = Shape(wish.shape) if wish.shape else guess.shape
    columns = dict(guess.columns if shape is guess.shape else found_columns(file.guess.columns, USED[shape]))
    for field, column in _pairs(wish.columns, "--column", FIELDS):
        if column and column not in file.guess.columns:
            raise click.UsageError(f"--column {field}={column}: the columns are {', '.join(file.guess.columns)}.")
        columns[field] = column
    chosen = {field: column for field, column in columns.items() if column}
    meanings = {word: meaning_of(word) for word in guess.meanings} if shape is guess.shape else {}
    given = {word.lower(): Meaning(meaning) for meaning, word in _pairs(wish.words, "--word", set(Meaning))}
    return Reading(shape, chosen, {**meanings, **given}, wish.service, wish.zone)


def _pairs(options: Sequence[str], name: str, known: Any) -> Iterator[tuple[str, str]]:
    for option in options:
        first, equals, second = option.partition("=")
        if not equals or first not in known:
            raise click.UsageError(f"{name} {option}: write one of {', '.join(known)}, an equals sign and the name.")
        yield first, second.strip()


def _urgency(found: RowFinding) -> tuple[bool, bool]:
    """Put what is refused first, and what is merely open last; within each the order of the file stays."""
    return found.severity is not Severity.REFUSED, found.code == STILL_OPEN


def _or_refused(found: Found | Refusal) -> Found:
    if isinstance(found, Refusal):
        raise RefusedError(found.message, found.remedy)
    return found


@contextmanager
def _undone_again() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
