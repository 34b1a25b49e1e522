"""``pembina import complaints``: a file of SP4N-LAPOR!, looked at first, brought in, taken back."""

import json
from pathlib import Path
from typing import Any

import click
from django.utils import timezone

from pembina.core.text import Text
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.models import Unit
from pembina.domain.services.complaint_plan import ImportPlan, plan_import
from pembina.domain.services.complaint_rows import LaporFile
from pembina.domain.services.models import ComplaintImport
from pembina.domain.services.operations.complaint_imports import import_complaints, undo_import_complaints
from pembina.exchange.bounded import ComputationStoppedError
from pembina.exchange.bounded_reading import read_within_limits
from pembina.exchange.complaints import read_lapor

REFUSALS = (RefusedError, ComputationStoppedError)
SHOWN = 20
COUNTED = (
    ("added", Text(id="baru", en="new")),
    ("changed", Text(id="berubah", en="changed")),
    ("same", Text(id="sudah ada", en="known")),
    ("refused", Text(id="baris ditolak", en="rows refused")),
)


class UnknownUnitError(RefusedError):
    def __init__(self, code: str) -> None:
        super().__init__(
            Text(id=f"Tidak ada unit dengan kode {code}.", en=f"There is no unit with the code {code}."),
            Text(id="Lihat kodenya di halaman Unit kerja.", en="See the codes on the page of units."),
        )


class UnknownOfficerError(RefusedError):
    def __init__(self, nip: str) -> None:
        super().__init__(
            Text(
                id=f"Akun {nip} tidak ada atau tidak menangani pengaduan.", en=f"Account {nip} handles no complaints."
            ),
            Text(
                id="Pakai akun petugas layanan atau koordinator layanan.",
                en="Use the account of a service officer or a service coordinator.",
            ),
        )


def answering(nip: str) -> User:
    """Return the account that answers for it, if it handles complaints."""
    account = User.objects.filter(username=nip.strip()).first()
    if account is None or not account.may(Permission.ANSWER_COMPLAINTS):
        raise UnknownOfficerError(nip)
    return account


def bring_in(
    file: Path, *, by: str, unit: str | None, writes: bool, asks: bool, language: str, as_json: bool, sheet: str | None
) -> int:
    """Show what a file would do and, where it `writes`, do it; return how many rows were refused."""
    actor, otherwise = answering(by), _unit(unit)
    plan, read = _planned(file, actor, otherwise, sheet)
    click.echo(_told(plan, read, language, as_json=as_json))
    anything = bool(plan.added or plan.changed)
    if not (writes and anything):
        return plan.refused
    if asks and not click.confirm(Text(id="Terapkan?", en="Apply?").in_language(language), err=True):
        return plan.refused
    batch = import_complaints(plan=plan, file_name=read.name, sha256=read.sha256, by=actor, at=timezone.now())
    said = Text(id=f"Ditulis sebagai impor pengaduan {batch.pk}.", en=f"Written as import of complaints {batch.pk}.")
    click.echo(said.in_language(language), err=True)
    return plan.refused


def take_back(number: int, *, by: str, yes: bool, language: str) -> None:
    """Take an import of complaints back; asks first unless told not to."""
    batch = ComplaintImport.objects.filter(pk=number).first()
    if batch is None:
        raise _NoSuchImportError(number)
    asked = Text(id=f"Urungkan {batch.file_name}?", en=f"Take back {batch.file_name}?")
    if yes or click.confirm(asked.in_language(language), err=True):
        undo_import_complaints(batch=batch, by=answering(by), at=timezone.now())
        said = Text(id=f"Impor pengaduan {number} diurungkan.", en=f"Import of complaints {number} was taken back.")
        click.echo(said.in_language(language))


class _NoSuchImportError(RefusedError):
    def __init__(self, number: int) -> None:
        super().__init__(
            Text(id=f"Impor pengaduan {number} tidak ada.", en=f"There is no import of complaints {number}."),
            Text(id="Nomornya tampil setelah impor diterapkan.", en="The number is shown once an import is applied."),
        )


def _unit(code: str | None) -> Unit | None:
    if code is None:
        return None
    found = Unit.objects.filter(code=code).first()
    if found is None:
        raise UnknownUnitError(code)
    return found


def _planned(file: Path, actor: User, otherwise: Unit | None, sheet: str | None) -> tuple[ImportPlan, LaporFile]:
    now, on = timezone.now(), timezone.localdate()
    zone = otherwise.time_zone if otherwise else timezone.get_current_timezone_name()
    read = read_within_limits(read_lapor, file, name=file.name, zone=zone, on=now, sheet=sheet)
    return plan_import(read.rows, earlier=read.findings, otherwise=otherwise, actor=actor, on=on), read


def _told(plan: ImportPlan, read: LaporFile, language: str, *, as_json: bool) -> str:
    counts: dict[str, Any] = {
        "added": len(plan.added), "changed": len(plan.changed), "same": plan.same, "refused": plan.refused
    }  # fmt: skip
    findings = [
        {
            "row": found.row,
            "column": found.column,
            "value": found.value,
            "reason": found.reason.in_language(language),
            "remedy": found.remedy.in_language(language),
            "refused": found.is_refusal,
        }
        for found in plan.findings
    ]
    if as_json:
        return json.dumps({"file": read.name, **counts, "findings": findings}, ensure_ascii=False, indent=2)
    rows = Text(id="baris", en="rows").in_language(language)
    lines = [f"{read.name}: {read.row_count} {rows}"]
    lines += [f"  {word.in_language(language):<14}{counts[name]:>8}" for name, word in COUNTED]
    for told in findings[:SHOWN]:
        lines.append(f"  {rows} {told['row']}, {told['column']}: {told['reason']} {told['remedy']}")
    return "\n".join(lines)
