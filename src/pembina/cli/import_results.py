"""``pembina import skp``: results of the national record, looked at first, brought in, taken back."""

import json
from pathlib import Path
from typing import Any

import click
from django.utils import timezone

from pembina.core.text import Text
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.development.queries.siasn import people_by_nip, people_by_number
from pembina.domain.development.queries.unfinished_studies import unfinished_studies
from pembina.domain.people.permissions import staff_reached_by
from pembina.domain.people.queries import person_of
from pembina.domain.performance.operations.result_imports import import_results, undo_import_results
from pembina.domain.performance.queries.results import result_imports_open_to
from pembina.domain.performance.result_plan import ResultPlan, plan_results
from pembina.exchange.bounded import ComputationStoppedError
from pembina.exchange.bounded_reading import read_within_limits
from pembina.exchange.learning import CellFinding
from pembina.exchange.skp import ResultFile, read_results
from pembina.exchange.skp.taking import refused_in, taken_from

REFUSALS = (RefusedError, ComputationStoppedError)
SECONDS_TO_READ = 300
SHOWN = 20
COUNTED = (
    ("added", Text(id="baru", en="new")),
    ("changed", Text(id="berubah", en="changed")),
    ("same", Text(id="sudah ada", en="known")),
    ("refused", Text(id="baris ditolak", en="rows refused")),
)


class UnknownKeeperError(RefusedError):
    def __init__(self, nip: str) -> None:
        super().__init__(
            Text(id=f"Akun {nip} tidak ada atau tidak mengelola kepegawaian.", en=f"Account {nip} keeps no staff."),
            Text(id="Pakai akun petugas kepegawaian.", en="Use the account of an officer of human resources."),
        )


class NoSuchResultImportError(RefusedError):
    def __init__(self, number: int) -> None:
        super().__init__(
            Text(id=f"Impor hasil kinerja {number} tidak ada.", en=f"There is no import of results {number}."),
            Text(id="Nomornya tampil setelah impor diterapkan.", en="The number is shown once an import is applied."),
        )


def answering(nip: str) -> User:
    """Return the account that answers for it, if it manages staff."""
    account = User.objects.filter(username=nip.strip()).first()
    if account is None or not account.may(Permission.MANAGE_STAFF):
        raise UnknownKeeperError(nip)
    return account


def bring_in(file: Path, *, by: str, writes: bool, asks: bool, language: str, as_json: bool, sheet: str | None) -> int:
    """Show what a file would do and, where it `writes`, do it; return how many rows were refused."""
    actor = answering(by)
    plan, read, findings = _planned(file, actor, sheet)
    click.echo(_told(plan, read, findings, language, as_json=as_json))
    if not (writes and plan.does_anything):
        return plan.refused
    if asks and not click.confirm(Text(id="Terapkan?", en="Apply?").in_language(language), err=True):
        return plan.refused
    batch = import_results(plan=plan, file_name=read.name, sha256=read.sha256, by=actor, at=timezone.now())
    said = Text(id=f"Ditulis sebagai impor hasil kinerja {batch.pk}.", en=f"Written as import of results {batch.pk}.")
    click.echo(said.in_language(language), err=True)
    return plan.refused


def take_back(number: int, *, by: str, yes: bool, language: str) -> None:
    """Take an import of results back; asks first unless told not to."""
    actor = answering(by)
    batch = result_imports_open_to(actor, on=timezone.localdate()).filter(pk=number).first()
    if batch is None:
        raise NoSuchResultImportError(number)
    asked = Text(id=f"Urungkan {batch.file_name}?", en=f"Take back {batch.file_name}?")
    if yes or click.confirm(asked.in_language(language), err=True):
        undo_import_results(batch=batch, by=actor, at=timezone.now())
        said = Text(id=f"Impor hasil kinerja {number} diurungkan.", en=f"Import of results {number} was taken back.")
        click.echo(said.in_language(language))


def _planned(file: Path, actor: User, sheet: str | None) -> tuple[ResultPlan, ResultFile, list[CellFinding]]:
    on = timezone.localdate()
    reached = set(staff_reached_by(actor, Permission.MANAGE_STAFF, on=on).values_list("pk", flat=True))
    known = {number: person for number, person in people_by_number().items() if person in reached}
    told = {"name": file.name, "known": known, "raters": people_by_nip(), "on": on, "sheet": sheet}
    told["unfinished"] = unfinished_studies()
    read = read_within_limits(read_results, file, seconds=SECONDS_TO_READ, **told)
    rows, findings = taken_from(read, by=person_of(actor))
    return plan_results(rows, refused=refused_in(findings)), read, findings


def _told(plan: ResultPlan, read: ResultFile, findings: list[CellFinding], language: str, *, as_json: bool) -> str:
    counts: dict[str, Any] = {
        "added": len(plan.new), "changed": len(plan.changed), "same": plan.same, "refused": plan.refused
    }  # fmt: skip
    told = [_finding(found, language) for found in sorted(findings, key=lambda found: not found.is_refusal)]
    if as_json:
        return json.dumps({"file": read.name, **counts, "findings": told}, ensure_ascii=False, indent=2)
    rows = Text(id="baris", en="rows").in_language(language)
    lines = [f"{read.name}: {read.row_count} {rows}"]
    lines += [f"  {word.in_language(language):<14}{counts[name]:>8}" for name, word in COUNTED]
    lines += [f"  {rows} {each['row']}, {each['column']}: {each['reason']} {each['remedy']}" for each in told[:SHOWN]]
    return "\n".join(lines)


def _finding(found: CellFinding, language: str) -> dict[str, Any]:
    return {
        "row": found.row,
        "column": found.column,
        "value": found.value,
        "reason": found.reason.in_language(language),
        "remedy": found.remedy.in_language(language),
        "refused": found.is_refusal,
    }
