"""Checking files against the record and, where it is wanted, writing what the check has shown."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from pembina.cli.import_progress import progress_of
from pembina.cli.import_text import (
    Outcome,
    as_brief_text,
    as_json_text,
    as_text,
    asked,
    declined,
    nothing_to_write,
    unasked_text,
)
from pembina.cli.import_wishes import SECONDS_TO_READ, Wish, answering
from pembina.cli.result_file import is_csv, write_result
from pembina.domain.access.models import User
from pembina.domain.people.intake.applying import apply
from pembina.domain.people.intake.batches import discard, receive
from pembina.domain.people.intake.checking import check
from pembina.domain.people.intake.queries import findings_of
from pembina.domain.people.models import ImportBatch
from pembina.domain.people.refusals import RefusedError
from pembina.exchange.bounded import ComputationStoppedError, within_limits
from pembina.exchange.staff import StaffFile, UnitFile, findings_csv, findings_workbook
from pembina.exchange.staff.kept_files import KeptFile, keep
from pembina.exchange.staff.receiving import Received, received

RUN_REFUSALS = (RefusedError, ComputationStoppedError)


class Run:
    """One call of the command: the files in their order, units before the staff that works in them."""

    def __init__(
        self, wishes: Sequence[Wish], *, by: str | None, language: str, as_json: bool, report: Path | None
    ) -> None:
        self._wishes = wishes
        self._by: User | None = answering(by)
        self._language = language
        self._as_json = as_json
        self._report = report

    def preview(self, *, unasked: bool) -> int:
        """Show what would change and leave nothing behind; return how many rows are refused."""
        outcomes = self._previewed()
        self._tell(outcomes)
        if unasked:
            click.echo(unasked_text(self._language), err=True)
        return _refused(outcomes)

    def write(self, *, ask: bool) -> int:
        """Write what the files change, after showing it where somebody is there to be asked."""
        seen: list[str | None] = [None] * len(self._wishes)
        if ask:
            shown = self._previewed()
            click.echo(as_text(shown, self._language), err=self._as_json)
            self._report_on(shown)
            changes = sum(outcome.counts.changes for outcome in shown)
            if changes and not click.confirm(asked(changes, self._language), err=True):
                click.echo(declined(self._language), err=True)
                return _refused(shown)
            seen = [outcome.digest for outcome in shown]
        outcomes = [self._written(wish, digest) for wish, digest in zip(self._wishes, seen, strict=True)]
        self._tell(outcomes, shown=ask)
        return _refused(outcomes)

    def _previewed(self) -> list[Outcome]:
        """Do everything in a transaction that never comes true: staff is checked against the units of the same run."""
        with _undone_again():
            outcomes = []
            for place, wish in enumerate(self._wishes, start=1):
                batch, file = self._checked(wish, None)
                outcomes.append(_outcome(wish, file, batch, number=None))
                if place < len(self._wishes):
                    apply(batch, by=self._by, at=timezone.now())
            return outcomes

    def _written(self, wish: Wish, seen: str | None) -> Outcome:
        batch, file = self._checked(wish, self._kept(wish))
        outcome = _outcome(wish, file, batch, number=batch.pk)
        if not outcome.counts.changes:
            discard(batch, by=self._by, at=timezone.now())
            click.echo(nothing_to_write(wish.path.name, self._language), err=True)
            return _outcome(wish, file, batch, number=None)
        apply(batch, by=self._by, at=timezone.now(), seen=seen, progress=self._progress("Menerapkan", "Applying"))
        return outcome

    def _checked(self, wish: Wish, kept: KeptFile | None) -> tuple[ImportBatch, StaffFile | UnitFile]:
        file = wish.read()
        now = timezone.now()
        batch = receive(
            kind=wish.kind,
            file_name=file.name,
            file_sha256=file.sha256,
            on=wish.on,
            by=self._by,
            at=now,
            complete=wish.complete,
            kept_file=kept.path if kept else "",
            kept_sha256=kept.sha256 if kept else "",
        )
        check(
            batch,
            file.rows,
            file.findings,
            at=now,
            total=file.row_count,
            layout=file.layout.value.id,
            government=settings.PEMBINA_GOVERNMENT_NAME,
            headers=file.headers,
            progress=self._progress("Memeriksa", "Checking"),
        )
        return batch, file

    def _kept(self, wish: Wish) -> KeptFile | None:
        """Keep the copy of the columns that are read, as the pages do."""
        content = wish.path.read_bytes()
        found = within_limits(received, content, wish.path.name, wish.kind.value, wish.sheet, seconds=SECONDS_TO_READ)
        return keep(found.copy, home=settings.PEMBINA_HOME) if isinstance(found, Received) else None

    def _progress(self, indonesian: str, english: str) -> Callable[[int, int], None] | None:
        return progress_of(english if self._language == "en" else indonesian)

    def _tell(self, outcomes: Sequence[Outcome], *, shown: bool = False) -> None:
        """Print the outcomes; to somebody who has been shown all of it only what was written."""
        say = as_json_text if self._as_json else as_brief_text if shown else as_text
        click.echo(say(outcomes, self._language))
        self._report_on(outcomes)

    def _report_on(self, outcomes: Sequence[Outcome]) -> None:
        """Write the findings of each file where they were asked for."""
        if self._report is not None:
            write = findings_csv if is_csv(self._report) else findings_workbook
            for outcome, path in zip(outcomes, _reports(self._report, len(outcomes)), strict=True):
                write_result(path, write(outcome.findings, language=self._language))


@contextmanager
def _undone_again() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _outcome(wish: Wish, file: StaffFile | UnitFile, batch: ImportBatch, *, number: int | None) -> Outcome:
    return Outcome(wish.kind.value, file, batch.counts, tuple(findings_of(batch)), batch.digest, number)


def _refused(outcomes: Sequence[Outcome]) -> int:
    return sum(outcome.counts.refused for outcome in outcomes)


def _reports(path: Path, count: int) -> list[Path]:
    """Return where the findings of each file go: those of the units beside those of the staff."""
    return [path] if count == 1 else [path.with_stem(f"{path.stem}-unit"), path]
