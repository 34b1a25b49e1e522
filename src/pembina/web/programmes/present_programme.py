"""One programme as its page shows it: what it is for, for whom, how it is judged, what is next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.domain.access.audit_words import OPERATIONS
from pembina.domain.access.events import AuditEvent
from pembina.domain.development.enums import ProgrammeState
from pembina.domain.development.models import Batch, Programme
from pembina.domain.development.population import Population
from pembina.domain.development.queries.lateness import Due, Late
from pembina.domain.development.queries.programmes import Meant
from pembina.domain.people.enums import PositionKind, Sector, Status, UnitKind
from pembina.domain.people.models import Unit
from pembina.domain.services.questionnaire import QUESTIONS
from pembina.web.choosing.describe import described_person
from pembina.web.components.formatting import MISSING, day, in_language, named_once, number
from pembina.web.programmes.present_board import TONES, rupiah

Facts = list[tuple[str, str]]
# Of what events tell beside the fields of a programme.
NAMES = {
    "due_on": gettext_lazy("Rencana sekarang"),
    "number": gettext_lazy("Gelombang"),
    "waves": gettext_lazy("Gelombang"),
    "unit": gettext_lazy("Unit kerja"),
    "seed": gettext_lazy("Benih acak"),
    "left_on": gettext_lazy("Keluar pada"),
    "leave_reason": gettext_lazy("Alasan keluar"),
    "evaluation_plans": gettext_lazy("Rencana evaluasi"),
    "done_on": gettext_lazy("Dilaksanakan pada"),
    "finding": gettext_lazy("Yang ditemukan"),
    "level": gettext_lazy("Jenjang"),
}


@dataclass(frozen=True, slots=True)
class DueRow:
    """One level of evaluation."""

    level: int
    label: str
    method: str
    responsible: str
    when: str
    state: str
    tone: str
    finding: str
    may_note: bool


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One batch of the programme; without an address where the visitor has no page of it."""

    address: str
    title: str
    state: str
    seats: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One thing that happened."""

    when: str
    who: str
    what: str
    why: str
    changes: list[str]


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """One programme."""

    pk: int
    title: str
    lead: str
    purpose: str
    state: str
    tone: str
    outcome: Facts
    facts: Facts
    target: str
    meant: str
    people: list[str]
    end_note: str
    late: list[str]
    is_draft: bool
    is_approved: bool
    is_running: bool
    is_open: bool


def present_programme(programme: Any, meant: Meant, late: Sequence[Late]) -> ProgrammePage:
    """Return the page of a programme that carries its figures (`with_figures`)."""
    return ProgrammePage(
        pk=programme.pk,
        title=programme.title,
        lead=f"{programme.code} · {programme.get_sector_display()}",
        purpose=programme.purpose,
        state=str(programme.get_state_display()),
        tone=TONES.get(ProgrammeState(programme.state), ""),
        outcome=_outcome(programme),
        facts=_facts(programme),
        target=target_in_words(Population.of(programme.population)),
        meant=meant_in_words(meant),
        people=[described_person(person) for person in meant.first],
        end_note=programme.end_note,
        late=[in_language(one.text) for one in late],
        is_draft=programme.state == ProgrammeState.DRAFT,
        is_approved=programme.state == ProgrammeState.APPROVED,
        is_running=programme.state == ProgrammeState.RUNNING,
        is_open=programme.is_open,
    )


def meant_in_words(meant: Meant) -> str:
    """Return ``120 pegawai pada 8 unit``."""
    return _("%(people)s pegawai pada %(units)s unit") % {
        "people": number(meant.people), "units": number(meant.units)
    }  # fmt: skip


def target_in_words(population: Population) -> str:
    """Return the filter as a sentence of its parts; two queries at most."""
    if population.is_everybody:
        return _("Semua pegawai aktif")
    units = ", ".join(Unit.objects.filter(pk__in=population.units).order_by("name").values_list("name", flat=True))
    parts = [
        units and _("unit %s beserta di bawahnya") % units,
        _words(_("bidang %s"), population.sectors, Sector),
        _words(_("jenis unit %s"), population.unit_kinds, UnitKind),
        _words(_("jabatan %s"), population.position_kinds, PositionKind),
        population.position and _("nama jabatan memuat “%s”") % population.position,
        _words("%s", population.statuses, Status),
        population.ranks and _("golongan %s") % ", ".join(population.ranks),
    ]
    return "; ".join(part for part in parts if part)


def _words(sentence: str, values: Sequence[str], choices: Any) -> str:
    labels = dict(choices.choices)
    return sentence % ", ".join(str(labels.get(value, value)) for value in values) if values else ""


def _outcome(programme: Programme) -> Facts:
    services = named_once(service.name for service in programme.services.all())
    figure = str(programme.get_outcome_figure_display())
    if programme.outcome_element:
        figure = f"{figure}: {in_language(list(QUESTIONS.values())[programme.outcome_element - 1].name)}"
    return [
        (_("Layanan"), services or _("Belum dipilih")),
        (_("Angka"), figure),
        (_("Arah"), str(programme.get_outcome_direction_display())),
    ]


def _facts(programme: Any) -> Facts:
    span = f"{day(programme.starts_on)} – {day(programme.ends_on)}"
    courses = ", ".join(course.title for course in programme.curricula.all())
    told = {"begun": number(programme.waves_begun), "all": number(programme.wave_count)}
    taken = {"filled": number(programme.filled), "seats": number(programme.seat_count)}
    facts = [
        (_("Penanggung jawab"), programme.owner.titled_name),
        (_("Waktu"), span),
        (_("Kurikulum"), courses or _("Belum dipilih")),
        (_("Anggaran"), f"{rupiah(programme.budget)} · {programme.get_funding_display()}"),
        (_("Biaya angkatan"), rupiah(programme.planned_cost)),
        (_("Gelombang"), _("%(begun)s dari %(all)s mulai") % told if programme.wave_count else MISSING),
        (_("Kursi"), _("%(filled)s dari %(seats)s terisi") % taken if programme.seat_count else MISSING),
    ]
    if programme.approved_by:
        facts.append((_("Disetujui"), f"{programme.approved_by.display_name}, {stamp(programme.approved_at)}"))
    for label, value in ((_("Berjalan sejak"), programme.started_on), (_("Berakhir pada"), programme.closed_on)):
        if value:
            facts.append((label, day(value)))
    return facts


def due_rows(dues: Iterable[Due], *, on: Any, noted: Sequence[int] = ()) -> list[DueRow]:
    """Return the levels; the visitor puts those that are `noted` on record."""
    return [_due_row(due, on, noted) for due in dues]


def _due_row(due: Due, on: Any, noted: Sequence[int]) -> DueRow:
    plan = due.plan
    if plan.done_on is not None:
        state, tone = _("Dilaksanakan %s") % day(plan.done_on), "success"
    elif due.is_late(on=on):
        state, tone = _("Jatuh tempo"), "danger"
    else:
        state, tone = _("Dijadwalkan"), ""
    return DueRow(
        level=plan.level, label=str(plan.get_level_display()), method=plan.method,
        responsible=plan.responsible.titled_name, when=day(due.day) if due.day else _waiting(plan.months_after),
        state=state, tone=tone, finding=plan.finding, may_note=plan.level in noted,
    )  # fmt: skip


def _waiting(months: int) -> str:
    if months:
        return _("%s bulan sesudah sesi terakhir") % number(months)
    return _("sesudah sesi terakhir")


def batch_rows(batches: Iterable[Any]) -> list[BatchRow]:
    """Return the batches that carry `filled`."""
    return [_batch_row(batch) for batch in batches]


def _batch_row(batch: Any) -> BatchRow:
    seats = {"filled": number(batch.filled), "seats": number(batch.seats)}
    return BatchRow(
        batch_address(batch), batch.title, str(batch.get_state_display()), _("%(filled)s dari %(seats)s kursi") % seats
    )


def batch_address(batch: Batch) -> str:
    """Return where a batch is shown; the page belongs to another journey."""
    try:
        return reverse("sessions:batch", args=[batch.pk])
    except NoReverseMatch:
        return ""


def event_rows(events: Iterable[AuditEvent]) -> list[EventRow]:
    return [_event_row(event) for event in events]


def _event_row(event: AuditEvent) -> EventRow:
    operation = OPERATIONS.get(event.operation)
    return EventRow(
        when=stamp(event.timestamp),
        who=event.actor.display_name if event.actor else _("Pembina (otomatis)"),
        what=in_language(operation.sentence) if operation else event.operation,
        why=event.why,
        changes=_changes(event.changes or {}),
    )


def _changes(changes: dict[str, list[str]]) -> list[str]:
    names = {field.name: str(getattr(field, "verbose_name", field.name)) for field in Programme._meta.get_fields()}
    names |= {name: str(label) for name, label in NAMES.items()}
    states = dict(ProgrammeState.choices)
    told = []
    for name, (before, after) in changes.items():
        shown = [str(states.get(value, value)) if name == "state" else _shown(value) for value in (before, after)]
        arrow = f"{shown[0]} → {shown[1]}" if before else shown[1]
        told.append(f"{names.get(name, name)}: {arrow}")
    return told


def _shown(value: str) -> str:
    return value if value else MISSING


def stamp(moment: Any) -> str:
    """Return a moment by the clock of the installation: ``22 November 2026, 09.15``."""
    local = timezone.localtime(moment)
    return f"{day(local.date())}, {local:%H.%M}"
