"""Imports of requests as the list shows them, and one import as its page does."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.people.enums import ImportState
from pembina.domain.services.intake.counts import RequestCounts
from pembina.domain.services.intake.reading import Shape
from pembina.domain.services.models import RequestImport
from pembina.exchange.requests.columns import FIELDS
from pembina.web.components.formatting import MISSING, in_language, number
from pembina.web.request_imports.details import instant
from pembina.web.request_imports.wording import STEP_OF, TONES, duration, in_seconds
from pembina.web.uploads.file_words import moment, officer
from pembina.web.uploads.progress import Progress

Shown = str | Promise
S = ImportState
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One import of the list."""

    address: str
    file_name: str
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
class FigureRow:
    """One figure of the file: as it stands, and of what can be measured."""

    label: str
    as_it_stands: str
    exactly: str
    measurable: str


@dataclass(frozen=True, slots=True)
class Message:
    tone: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What may be decided about an import, and what would follow, in words."""

    title: str
    sentences: list[str]
    apply_label: str = ""
    may_discard: bool = False
    may_undo: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """One request as it was read, to see whether it was read rightly."""

    row: str
    number: str
    received: str
    ended: str
    pauses: str


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
    figures: list[FigureRow] = field(default_factory=list)
    measured_from: str = ""
    samples: list[Sample] = field(default_factory=list)
    message: Message | None = None
    remarks: list[str] = field(default_factory=list)
    decision: Decision | None = None
    retry_label: str = ""
    may_be_read_anew: bool = False


def rows(batches: Iterable[RequestImport]) -> list[Row]:
    return [
        Row(
            address=reverse("request_imports:batch", args=[batch.pk]),
            file_name=batch.file_name,
            uploaded=moment(batch.created_at),
            by=officer(batch),
            result=summary(batch),
            state=state_of(batch),
            tone="" if is_idle(batch) else TONES[batch.state],
        )
        for batch in batches
    ]


def is_idle(batch: RequestImport) -> bool:
    """Say whether a file was checked and would change nothing."""
    return batch.state == S.CHECKED and not batch.counts.changes


def state_of(batch: RequestImport) -> Shown:
    if batch.state == S.WAITING:
        return _("Menunggu cara baca")
    return _("Tidak ada yang perlu diterapkan") if is_idle(batch) else batch.get_state_display()


def summary(batch: RequestImport) -> str:
    """What the check found, in a few words; a dash before it."""
    if batch.checked_at is None:
        return MISSING
    counts = batch.counts
    parts = [
        (counts.new, _("%(n)s baru")),
        (counts.changed, _("%(n)s berubah")),
        (counts.impossible, _("%(n)s mustahil")),
        (counts.refused, _("%(n)s ditolak")),
    ]
    told = [text % {"n": number(count)} for count, text in parts if count]
    return ", ".join(told) or _("Tidak ada perubahan")


def examples(batch: RequestImport) -> list[list[tuple[str, str]]]:
    """The first rows of the file, each cell with the name of its column."""
    columns = batch.seen["columns"]
    return [list(zip(columns, row, strict=True)) for row in batch.seen["examples"][:EXAMPLES]]


def present_batch(batch: RequestImport, running: Progress | None) -> BatchPage:
    checked = batch.checked_at is not None and batch.state not in (S.CHECKING, S.FAILED)
    reading = batch.how_read
    return BatchPage(
        pk=batch.pk,
        file_name=batch.file_name,
        lead=lead(batch),
        step=STEP_OF[batch.state],
        facts=facts(batch),
        has_copy=bool(batch.kept_file) and batch.state != S.DISCARDED,
        digest=batch.digest,
        has_report=checked and bool(batch.counts.refused or batch.counts.impossible or batch.counts.open),
        stats=stats(batch.counts) if checked else [],
        figures=figures(batch) if checked else [],
        measured_from=measured_from(reading.shape),
        samples=samples(batch) if batch.state == S.CHECKED else [],
        message=message(batch),
        remarks=[in_language(remark) for remark in batch.remarks],
        decision=decision(batch),
        retry_label=retry_label(batch, running),
        may_be_read_anew=batch.state in (S.CHECKED, S.FAILED) and bool(batch.seen),
    )


def retry_label(batch: RequestImport, running: Progress | None) -> str:
    """What the button says that starts a failed or stalled import again; empty where there is none."""
    if running is not None and running.is_stalled:
        return _("Coba lagi")
    refused = batch.state == S.CHECKED and bool(batch.problem_id)
    return _("Periksa lagi") if (batch.state == S.FAILED or refused) and batch.kept_file else ""


def lead(batch: RequestImport) -> str:
    return _("Diunggah %(at)s oleh %(by)s") % {"at": moment(batch.created_at), "by": officer(batch)}


def facts(batch: RequestImport) -> list[tuple[Shown, Shown]]:
    reading = batch.how_read
    columns = "; ".join(f"{in_language(FIELDS[name])} = {column}" for name, column in reading.columns.items())
    found: list[tuple[Shown, Shown]] = [
        (_("Keadaan"), state_of(batch)),
        (_("Bentuk berkas"), in_language(reading.shape.label)),
        (_("Layanan"), reading.service or _("Menurut kolom di berkas")),
        (_("Kolom"), columns or MISSING),
    ]
    for label, at in (
        (_("Diperiksa"), batch.checked_at),
        (_("Diterapkan"), batch.applied_at),
        (_("Diurungkan"), batch.undone_at),
    ):
        if at is not None:
            found.append((label, moment(at)))
    found.append((_("SHA-256 berkas asal"), batch.file_sha256))
    return found


def stats(counts: RequestCounts) -> list[Stat]:
    found = [
        (_("Baru"), counts.new, ""),
        (_("Berubah"), counts.changed, ""),
        (_("Tetap"), counts.unchanged, ""),
        (_("Belum selesai"), counts.open, _("dihitung sebagai terbuka") if counts.open else ""),
        (_("Mustahil"), counts.impossible, _("disimpan, tidak dirata-rata") if counts.impossible else ""),
        (_("Ditolak"), counts.refused, _("dilewati") if counts.refused else ""),
    ]
    return [Stat(label, number(value), note) for label, value, note in found]


def measured_from(shape: Shape) -> str:
    if shape is Shape.EVENTS:
        return _("Dari kejadian pertama sampai kejadian terakhir setiap permohonan.")
    return _("Dari waktu diterima sampai waktu selesai setiap permohonan.")


def figures(batch: RequestImport) -> list[FigureRow]:
    """The figures of the file; the mean never stands without the median."""
    stands, sound = batch.figures.get("file"), batch.figures.get("sound")
    if not stands or not sound:
        return []
    counted = FigureRow(_("Permohonan"), number(stands["count"]), "", number(sound["count"]))
    labels = (
        ("median", _("Median")),
        ("mean", _("Rata-rata")),
        ("deviation", _("Simpangan baku sampel")),
        ("longest", _("Terlama")),
    )
    return [counted, *(figure(label, name, stands, sound) for name, label in labels)]


def figure(label: str, name: str, stands: dict[str, Any], sound: dict[str, Any]) -> FigureRow:
    return FigureRow(label, duration(stands[name]), in_seconds(stands[name]), duration(sound[name]))


def samples(batch: RequestImport) -> list[Sample]:
    return [
        Sample(
            number(shown["row"]),
            shown["number"],
            instant(shown["received"]),
            instant(shown["ended"]),
            number(len(shown["rests"])),
        )
        for shown in batch.figures.get("shown", [])
    ]


def message(batch: RequestImport) -> Message | None:
    """Return what happened last; why something was refused comes before everything else."""
    if batch.problem_id:
        failed = batch.state == S.FAILED
        title = _("Berkas ini tidak dapat diperiksa") if failed else _("Belum dapat dilakukan")
        return Message("danger", title, f"{in_language(batch.problem)} {in_language(batch.remedy)}")
    if batch.state == S.APPLIED:
        words = {"result": summary(batch), "at": moment(batch.applied_at)}
        return Message("success", _("Impor sudah diterapkan"), _("%(result)s; diterapkan %(at)s.") % words)
    if batch.state == S.UNDONE:
        text = _("Sejak %(at)s permohonan kembali seperti sebelum impor ini.")
        return Message("info", _("Impor ini sudah diurungkan"), text % {"at": moment(batch.undone_at)})
    if batch.state == S.DISCARDED:
        return Message("info", _("Impor ini dibatalkan"), _("Tidak ada data yang berubah. Salinan berkasnya dihapus."))
    return None


def decision(batch: RequestImport) -> Decision | None:
    """Return what may be decided now; None where there is nothing to decide."""
    counts = batch.counts
    if batch.state == S.APPLIED and counts.changes:
        return Decision(_("Bila ternyata keliru"), [_("Data dapat dikembalikan persis seperti semula.")], may_undo=True)
    if batch.state != S.CHECKED:
        return None
    if not counts.changes:
        same = _("Tidak ada permohonan yang mengubah catatan.")
        return Decision(_("Tidak ada yang perlu diterapkan"), [same, *left_out(counts)], may_discard=True)
    label = _("Terapkan %(n)s permohonan") % {"n": number(counts.changes)}
    return Decision(_("Yang terjadi bila diterapkan"), consequences(counts), apply_label=label, may_discard=True)


def consequences(counts: RequestCounts) -> list[str]:
    """What applying does, one sentence for each kind of change, and which rows stay as they are."""
    told = (
        (counts.new, _("%(n)s permohonan baru dicatat.")),
        (counts.changed, _("%(n)s permohonan yang sudah tercatat diperbarui menurut nomornya.")),
        (counts.unchanged, _("%(n)s permohonan sudah sama dengan catatan.")),
        (
            counts.impossible,
            _("%(n)s permohonan mustahil disimpan dan ditandai; tidak ikut dihitung dalam waktu layanan."),
        ),
    )
    return [text % {"n": number(count)} for count, text in told if count] + left_out(counts)


def left_out(counts: RequestCounts) -> list[str]:
    text = _("%(n)s yang ditolak dilewati. Perbaiki di berkas Anda, lalu impor lagi berkas itu.")
    return [text % {"n": number(counts.refused)}] if counts.refused else []


@dataclass(frozen=True, slots=True)
class UndoPage:
    """What undoing an import would do, before it is done."""

    pk: int
    title: str
    lead: str
    sentences: list[str]
    label: str


def present_undo(batch: RequestImport) -> UndoPage:
    counts = batch.counts
    told = (
        (counts.new, _("%(n)s permohonan yang baru dicatat dihapus lagi.")),
        (counts.changed, _("%(n)s permohonan kembali seperti sebelum impor.")),
    )
    sentences = [text % {"n": number(count)} for count, text in told if count]
    sentences.append(
        _("Bila ada yang sudah diubah orang sesudahnya, tidak ada yang diurungkan dan nomornya disebutkan.")
    )
    label = _("Urungkan %(n)s permohonan") % {"n": number(counts.changes)}
    return UndoPage(batch.pk, _("Urungkan impor ini?"), f"{batch.file_name} · {lead(batch)}", sentences, label)
