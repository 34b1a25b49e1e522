"""Imports as the list shows them, and one import as its page does."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.people.enums import ImportKind, ImportState
from pembina.domain.people.intake.counts import Counts
from pembina.domain.people.models import ImportBatch
from pembina.web.components.formatting import MISSING, day, in_language, number
from pembina.web.imports.sentences import consequences, left_out, reversals
from pembina.web.imports.wording import STEP_OF, TONES
from pembina.web.uploads.file_words import moment, officer
from pembina.web.uploads.progress import Progress

Shown = str | Promise
S = ImportState


@dataclass(frozen=True, slots=True)
class Row:
    """One import of the list."""

    address: str
    file_name: str
    kind: Shown
    uploaded: str
    by: str
    result: str
    state: Shown
    tone: str


@dataclass(frozen=True, slots=True)
class Stat:
    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Message:
    tone: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What an officer may decide about an import, and what would follow, in words."""

    title: str
    sentences: list[str]
    apply_label: str = ""
    may_discard: bool = False
    may_undo: bool = False


@dataclass(frozen=True, slots=True)
class BatchPage:
    """One import: how far it has come, what it would change, and what may be done now."""

    pk: int
    file_name: str
    lead: str
    step: int
    facts: list[tuple[Shown, Shown]]
    has_copy: bool
    digest: str
    has_report: bool
    stats: list[Stat] = field(default_factory=list)
    message: Message | None = None
    remarks: list[str] = field(default_factory=list)
    decision: Decision | None = None
    retry_label: str = ""


def rows(batches: Iterable[ImportBatch]) -> list[Row]:
    return [
        Row(
            address=reverse("imports:batch", args=[batch.pk]),
            file_name=batch.file_name,
            kind=batch.get_kind_display(),
            uploaded=moment(batch.created_at),
            by=officer(batch),
            result=summary(batch),
            state=state_of(batch),
            tone="" if is_idle(batch) else TONES[batch.state],
        )
        for batch in batches
    ]


def is_idle(batch: ImportBatch) -> bool:
    """Say whether a file was checked and would change nothing."""
    return batch.state == S.CHECKED and not batch.counts.changes


def state_of(batch: ImportBatch) -> Shown:
    return _("Tidak ada yang perlu diterapkan") if is_idle(batch) else batch.get_state_display()


def summary(batch: ImportBatch) -> str:
    """What the check found, in a few words; a dash before it."""
    if batch.checked_at is None:
        return MISSING
    counts = batch.counts
    parts = [
        (counts.new, _("%(n)s baru")),
        (counts.changed, _("%(n)s berubah")),
        (counts.leaving, _("%(n)s keluar")),
        (counts.refused, _("%(n)s ditolak")),
    ]
    told = [text % {"n": number(count)} for count, text in parts if count]
    return ", ".join(told) or _("Tidak ada perubahan")


def present_batch(batch: ImportBatch, running: Progress | None) -> BatchPage:
    checked = batch.checked_at is not None and batch.state not in (S.CHECKING, S.FAILED)
    return BatchPage(
        pk=batch.pk,
        file_name=batch.file_name,
        lead=lead(batch),
        step=STEP_OF[batch.state],
        facts=facts(batch),
        has_copy=bool(batch.kept_file) and batch.state != S.DISCARDED,
        digest=batch.digest,
        has_report=checked and bool(batch.counts.refused or batch.counts.warnings),
        stats=stats(batch.counts) if checked else [],
        message=message(batch),
        remarks=[in_language(remark) for remark in batch.remarks],
        decision=decision(batch),
        retry_label=retry_label(batch, running),
    )


def retry_label(batch: ImportBatch, running: Progress | None) -> str:
    """What the button says that starts a failed or stalled import again; empty where there is none."""
    if running is not None and running.is_stalled:
        return _("Coba lagi")
    refused = batch.state == S.CHECKED and bool(batch.problem_id)
    return _("Periksa lagi") if (batch.state == S.FAILED or refused) and batch.kept_file else ""


def lead(batch: ImportBatch) -> str:
    words = {"kind": batch.get_kind_display(), "at": moment(batch.created_at), "by": officer(batch)}
    return _("%(kind)s · diunggah %(at)s oleh %(by)s") % words


def facts(batch: ImportBatch) -> list[tuple[Shown, Shown]]:
    found: list[tuple[Shown, Shown]] = [
        (_("Keadaan"), state_of(batch)),
        (_("Berlaku mulai"), day(batch.on)),
        (_("Bentuk berkas"), batch.layout or MISSING),
    ]
    if batch.kind == ImportKind.STAFF:
        found.append((_("Memuat seluruh pegawai"), _("Ya") if batch.complete else _("Tidak")))
    for label, at in (
        (_("Diperiksa"), batch.checked_at),
        (_("Diterapkan"), batch.applied_at),
        (_("Diurungkan"), batch.undone_at),
    ):
        if at is not None:
            found.append((label, moment(at)))
    found.append((_("SHA-256 berkas asal"), batch.file_sha256))
    if batch.kept_sha256:
        found.append((_("SHA-256 salinan"), batch.kept_sha256))
    return found


def stats(counts: Counts) -> list[Stat]:
    found = [
        (_("Baru"), counts.new, ""),
        (_("Berubah"), counts.changed, ""),
        (_("Tetap"), counts.unchanged, ""),
        (_("Keluar"), counts.leaving, ""),
        (_("Ditolak"), counts.refused, _("baris dilewati") if counts.refused else ""),
        (_("Catatan"), counts.warnings, _("tetap diterapkan") if counts.warnings else ""),
    ]
    return [Stat(label, number(value), note) for label, value, note in found]


def message(batch: ImportBatch) -> Message | None:
    """Return what happened last; why something was refused comes before everything else."""
    if batch.problem_id:
        title = _("Berkas ini tidak dapat diperiksa") if batch.state == S.FAILED else refused_title(batch)
        return Message("danger", title, f"{in_language(batch.problem)} {in_language(batch.remedy)}")
    if batch.state == S.APPLIED:
        words = {"result": summary(batch), "at": moment(batch.applied_at)}
        return Message("success", _("Impor sudah diterapkan"), _("%(result)s; diterapkan %(at)s.") % words)
    if batch.state == S.UNDONE:
        text = _("Sejak %(at)s data kembali seperti sebelum impor ini. Untuk memakainya lagi, unggah berkasnya lagi.")
        return Message("info", _("Impor ini sudah diurungkan"), text % {"at": moment(batch.undone_at)})
    if batch.state == S.DISCARDED:
        return Message("info", _("Impor ini dibatalkan"), _("Tidak ada data yang berubah. Salinan berkasnya dihapus."))
    return None


def refused_title(batch: ImportBatch) -> str:
    return _("Belum dapat diterapkan") if batch.state == S.CHECKED else _("Tidak dapat diurungkan")


def decision(batch: ImportBatch) -> Decision | None:
    """Return what an officer may decide now; None where there is nothing to decide."""
    counts = batch.counts
    if batch.state == S.APPLIED and counts.changes:
        return Decision(_("Bila ternyata keliru"), [_("Data dapat dikembalikan persis seperti semula.")], may_undo=True)
    if batch.state != S.CHECKED:
        return None
    if not counts.changes:
        same = _("Tidak ada baris yang mengubah data yang tercatat.")
        return Decision(_("Tidak ada yang perlu diterapkan"), [same, *left_out(counts)], may_discard=True)
    label = _("Terapkan %(n)s perubahan") % {"n": number(counts.changes)}
    return Decision(_("Yang terjadi bila diterapkan"), consequences(batch), apply_label=label, may_discard=True)


@dataclass(frozen=True, slots=True)
class UndoPage:
    """What undoing an import would do, before it is done."""

    pk: int
    title: str
    lead: str
    sentences: list[str]
    label: str


def present_undo(batch: ImportBatch) -> UndoPage:
    label = _("Urungkan %(n)s perubahan") % {"n": number(batch.counts.changes)}
    title = _("Urungkan impor ini?")
    return UndoPage(batch.pk, title, f"{batch.file_name} · {lead(batch)}", reversals(batch), label)
