"""Batches, sessions and participants as the pages of organisers show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.core.learning.series import described
from pembina.domain.development.enums import BatchState, BulkEnrolmentState, EnrolmentState, SessionState
from pembina.domain.development.models import Batch, BulkEnrolment, Enrolment, Session
from pembina.domain.development.operations.series import SeriesPlan, SeriesPreview
from pembina.domain.development.queries.session_clashes import room_clashes
from pembina.web.choosing.describe import main_of
from pembina.web.components.clock import at_clock, moment_there, stretch
from pembina.web.components.formatting import MISSING, day, in_language, number
from pembina.web.components.onward import address_of

Shown = str | Promise
B, E = BatchState, EnrolmentState
TONES = {B.OPEN: "info", B.RUNNING: "warning", B.FINISHED: "success", B.CANCELLED: "danger"}
PLACE_TONES = {
    E.ENROLLED: "success", E.WAITING: "warning", E.OFFERED: "info", E.REQUESTED: "info", E.REFUSED: "danger",
    E.DECLINED: "danger",
}  # fmt: skip
BULK_TONES = {
    BulkEnrolmentState.DONE: "success", BulkEnrolmentState.FAILED: "danger", BulkEnrolmentState.RUNNING: "info",
    BulkEnrolmentState.WAITING: "info",
}  # fmt: skip
MOVABLE = (E.ENROLLED, E.WAITING, E.OFFERED, E.REQUESTED)


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One batch in the list."""

    address: str
    title: str
    programme: str
    when: str
    seats: str
    queued: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session of a batch; `attendance` is the address where attendance is taken, empty where there is none yet."""

    address: str
    title: str
    when: str
    place: str
    trainers: str
    state: str
    tone: str
    attendance: str


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """One place in a batch."""

    pk: int
    name: str
    post: str
    origin: str
    since: str
    state: str
    tone: str
    note: str
    is_movable: bool


@dataclass(frozen=True, slots=True)
class Stat:
    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A page of another journey."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class BatchPage:
    """One batch with what may be done."""

    pk: int
    title: str
    lead: str
    state: str
    tone: str
    facts: list[tuple[Shown, Shown]]
    description: str
    cancel_reason: str
    stats: list[Stat]
    links: list[Link]
    may_run: bool
    is_planned: bool
    is_open: bool
    is_running: bool
    is_unfinished: bool
    takes_people: bool


@dataclass(frozen=True, slots=True)
class SessionPage:
    """One session."""

    pk: int
    title: str
    lead: str
    state: str
    tone: str
    facts: list[tuple[Shown, Shown]]
    link: str
    cancel_reason: str
    links: list[Link]
    may_change: bool


@dataclass(frozen=True, slots=True)
class BulkRow:
    """One bulk enrolment among those of a batch."""

    address: str
    when: str
    result: str
    state: str
    tone: str


def batch_rows(batches: Iterable[Batch]) -> list[BatchRow]:
    return [_batch_row(one) for one in batches]


def _batch_row(one: Batch) -> BatchRow:
    first, last = getattr(one, "first_at", None), getattr(one, "last_at", None)
    taken = {"taken": number(getattr(one, "taken", 0)), "seats": number(one.seats)}
    return BatchRow(
        address=reverse("sessions:batch", args=[one.pk]),
        title=one.title,
        programme=one.programme.title,
        when=_span(first, last, one.zone),
        seats=_("%(taken)s dari %(seats)s") % taken,
        queued=number(getattr(one, "queued", 0)) if getattr(one, "queued", 0) else "",
        state=str(one.get_state_display()),
        tone=TONES.get(B(one.state), ""),
    )


def _span(first: datetime | None, last: datetime | None, zone: ZoneInfo) -> str:
    if first is None or last is None:
        return _("Belum ada sesi")
    begin, end = day(first.astimezone(zone).date()), day(last.astimezone(zone).date())
    return begin if begin == end else f"{begin} – {end}"


def present_batch(
    batch: Batch, states: Mapping[str, int], *, may_run: bool, at: datetime, with_cost: bool
) -> BatchPage:
    """Return a batch; what the whole of it costs is not for the partner of one session."""
    state = B(batch.state)
    unfinished = state in (B.PLANNED, B.OPEN, B.RUNNING)
    return BatchPage(
        pk=batch.pk,
        title=batch.title,
        lead=batch.programme.title,
        state=str(batch.get_state_display()),
        tone=TONES.get(state, ""),
        facts=_facts(batch, with_cost=with_cost),
        description=batch.description,
        cancel_reason=batch.cancel_reason,
        stats=_stats(batch, states),
        links=_links(batch) if may_run else [],
        may_run=may_run,
        is_planned=state == B.PLANNED,
        is_open=state == B.OPEN,
        is_running=state == B.RUNNING,
        is_unfinished=unfinished,
        takes_people=may_run and state in (B.OPEN, B.RUNNING),
    )


def _stats(batch: Batch, states: Mapping[str, int]) -> list[Stat]:
    taken = states.get(E.ENROLLED, 0)
    free = _("%(n)s kursi kosong") % {"n": number(max(batch.seats - taken, 0))}
    return [
        Stat(_("Terdaftar"), number(taken), free),
        Stat(_("Daftar tunggu"), number(states.get(E.WAITING, 0))),
        Stat(_("Menunggu jawaban pegawai"), number(states.get(E.OFFERED, 0))),
        Stat(_("Menunggu persetujuan atasan"), number(states.get(E.REQUESTED, 0))),
    ]


def _facts(batch: Batch, *, with_cost: bool) -> list[tuple[Shown, Shown]]:
    enrolment = f"{day(batch.opens_on)} – {day(batch.closes_on)}"
    facts: list[tuple[Shown, Shown]] = [
        (_("Kurikulum"), f"{batch.version.curriculum.title} · v{batch.version.version}"),
        (_("Penyelenggara"), batch.organiser.titled_name),
        (_("Cara bertemu"), str(batch.get_mode_display())),
        (_("Pendaftaran"), enrolment),
        (_("Jalur masuk"), _("Persetujuan atasan, jawaban pegawai") if batch.needs_approval else _("Langsung")),
        (_("Paling banyak dari satu unit"), f"{batch.most_away}%"),
    ]
    if batch.answer_days is not None:
        facts.append((_("Hari untuk menjawab tawaran"), number(batch.answer_days)))
    if batch.wave is not None:
        facts.append((_("Gelombang"), number(batch.wave.number)))
    if batch.partner is not None:
        facts.append((_("Mitra"), batch.partner.name))
    if with_cost and batch.cost is not None:
        facts.append((_("Biaya (Rp)"), number(float(batch.cost))))
    return facts


def _links(batch: Batch) -> list[Link]:
    found = [
        Link(_("Program"), address_of("programmes:show", batch.programme_id)),
        Link(_("Pre-test dan post-test"), address_of("learning_tests:batch", batch.pk)),
        Link(_("Sertifikat"), address_of("certificates:batch", batch.pk)),
    ]
    return [one for one in found if one.address]


def session_rows(sessions: Iterable[Session], *, at: datetime) -> list[SessionRow]:
    return [_session_row(one, at) for one in sessions]


def _session_row(one: Session, at: datetime) -> SessionRow:
    state, tone = state_of_session(one, at=at)
    return SessionRow(
        address=reverse("sessions:session", args=[one.pk]),
        title=one.title,
        when=stretch(one.starts_at, one.ends_at, one.batch.zone),
        place=one.room or str(one.get_mode_display()),
        trainers=", ".join(trainers_of(one)) or MISSING,
        state=state,
        tone=tone,
        attendance=address_of("attendance:day", one.pk) if one.state == SessionState.PLANNED else "",
    )


def state_of_session(one: Session, *, at: datetime) -> tuple[str, str]:
    """Return how far a session has come in words, and the tone of its badge; its hours tell."""
    if one.state == SessionState.CANCELLED:
        return str(one.get_state_display()), "danger"
    if one.ends_at <= at:
        return _("Selesai"), "success"
    return (_("Berlangsung"), "warning") if one.starts_at <= at else (str(one.get_state_display()), "info")


def trainers_of(one: Session) -> list[str]:
    return [trainer.person.titled_name if trainer.person else trainer.name for trainer in one.trainers.all()]


def present_session(one: Session, *, at: datetime, may_run: bool) -> SessionPage:
    state, tone = state_of_session(one, at=at)
    facts: list[tuple[Shown, Shown]] = [(_("Waktu"), stretch(one.starts_at, one.ends_at, one.batch.zone))]
    facts.append((_("Cara bertemu"), str(one.get_mode_display())))
    partner = one.partner.name if one.partner else ""
    told = ((_("Ruang"), one.room), (_("Pengajar"), ", ".join(trainers_of(one))), (_("Mitra"), partner))
    facts += [(label, value) for label, value in told if value]
    attendance = address_of("attendance:day", one.pk) if one.state == SessionState.PLANNED else ""
    return SessionPage(
        pk=one.pk,
        title=one.title,
        lead=one.batch.title,
        state=state,
        tone=tone,
        facts=facts,
        link=one.link,
        cancel_reason=one.cancel_reason,
        links=[Link(_("Hari pelaksanaan: kehadiran"), attendance)] if attendance else [],
        may_change=may_run and one.state == SessionState.PLANNED,
    )


def participant_rows(enrolments: Iterable[Enrolment], *, zone: ZoneInfo, with_notes: bool) -> list[ParticipantRow]:
    """Return the participants; what was written about them is for whoever runs the batch."""
    return [_participant(one, zone, with_notes=with_notes) for one in enrolments]


def _participant(one: Enrolment, zone: ZoneInfo, *, with_notes: bool) -> ParticipantRow:
    held = main_of(one.person)
    since = one.ended_at or one.seated_at or one.queued_at or one.made_at
    return ParticipantRow(
        pk=one.pk,
        name=one.person.titled_name,
        post=f"{held.position}, {held.unit.name}" if held else _("Tanpa jabatan"),
        origin=str(one.get_origin_display()),
        since=moment_there(since, zone),
        state=str(one.get_state_display()),
        tone=PLACE_TONES.get(E(one.state), ""),
        note=(one.reason or one.cover_reason or one.wish) if with_notes else "",
        is_movable=one.state in MOVABLE,
    )


def bulk_rows(bulks: Iterable[BulkEnrolment]) -> list[BulkRow]:
    return [
        BulkRow(
            address=reverse("sessions:bulk", args=[one.pk]),
            when=moment_there(one.made_at, one.batch.zone),
            result=_("%(n)s orang") % {"n": number(let_in(one))} if one.done_at else MISSING,
            state=str(one.get_state_display()),
            tone=BULK_TONES.get(BulkEnrolmentState(one.state), ""),
        )
        for one in bulks
    ]


def let_in(bulk: BulkEnrolment) -> int:
    """Return how many came in by it."""
    return sum(bulk.counts.get(name, 0) for name in ("seated", "queued", "offered"))


def series_consequences(preview: SeriesPreview, series: SeriesPlan, batch: Batch) -> list[Shown]:
    """Return the days of a series in words, what became of holidays, and rooms in use."""
    told: list[Shown] = [_capital(in_language(described(series.rule)))]
    for one in preview.days.days:
        told.append(_day_told(one.day, one.planned, preview.holidays) + _room_told(series, one.day, batch))
    for dropped in preview.days.dropped:
        words = {"day": day(dropped), "name": preview.holidays.get(dropped, "")}
        told.append(_("Dilewati: %(day)s (%(name)s)") % words)
    return told


def _day_told(on: date, planned: date, holidays: Mapping[date, str]) -> str:
    if on == planned:
        return day(on)
    words = {"day": day(on), "planned": day(planned), "name": holidays.get(planned, "")}
    return _("%(day)s, pindah dari %(planned)s (%(name)s)") % words


def _room_told(series: SeriesPlan, on: date, batch: Batch) -> str:
    begins, ends = (at_clock(on, clock, batch.zone) for clock in (series.begins, series.ends))
    others = room_clashes(series.plan.room, begins, ends, known=None) if ends > begins else []
    return _(" · ruang sudah dipakai: %(others)s") % {"others": "; ".join(others)} if others else ""


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
