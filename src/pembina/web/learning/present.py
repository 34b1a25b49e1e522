"""Learning as the page of whoever learns shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.development.enums import BatchState, EnrolmentState, SessionState
from pembina.domain.development.models import Batch, Enrolment, Session
from pembina.domain.development.queries.learning import IN_PLACE, LIVING
from pembina.domain.development.queries.offers import Offer, Why
from pembina.domain.development.queries.offers_lapsing import answer_by, has_lapsed
from pembina.web.components.clock import moment_there, stretch
from pembina.web.components.formatting import MISSING, day, number
from pembina.web.components.onward import address_of

Shown = str | Promise
E, B = EnrolmentState, BatchState
TONES = {
    E.ENROLLED: "success", E.WAITING: "warning", E.OFFERED: "info", E.REQUESTED: "info", E.REFUSED: "danger",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """A page to go on to."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One own place."""

    pk: int
    address: str
    title: str
    programme: str
    next_at: str
    state: str
    tone: str
    note: str
    asks: bool
    is_going: bool


@dataclass(frozen=True, slots=True)
class Places:
    """The own places in three parts."""

    waiting: list[PlaceRow]
    going: list[PlaceRow]
    past: list[PlaceRow]


@dataclass(frozen=True, slots=True)
class OfferCard:
    """One batch that is offered, and why."""

    address: str
    title: str
    programme: str
    why: str
    when: str
    seats: str


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session of a batch, and where to check in."""

    title: str
    when: str
    place: str
    trainers: str
    is_off: bool
    check_in: str
    link: str


@dataclass(frozen=True, slots=True)
class OfferPage:
    """One batch as a learner sees it; `place` is the number of the own place, None without one."""

    pk: int
    title: str
    lead: str
    state: str
    tone: str
    why: str
    facts: list[tuple[Shown, Shown]]
    description: str
    note: str
    cancel_reason: str
    place: int | None
    may_request: bool
    asks: bool
    may_withdraw: bool
    is_open: bool
    sessions: list[SessionLine] = field(default_factory=list)
    tests: list[Link] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SoonRow:
    """A session in the next days."""

    address: str
    title: str
    when: str
    check_in: str


def place_rows(places: Iterable[Enrolment], *, at: datetime) -> Places:
    rows = [_place(one, at) for one in places]
    return Places(
        waiting=[row for row in rows if row.asks],
        going=[row for row in rows if row.is_going and not row.asks],
        past=[row for row in rows if not row.is_going and not row.asks],
    )


def _place(one: Enrolment, at: datetime) -> PlaceRow:
    batch = one.batch
    ahead: list[Session] = [meeting for meeting in getattr(batch, "meetings_ahead", []) if meeting.ends_at > at]
    is_going = one.state in IN_PLACE and batch.state in LIVING
    asks = asks_now(one, at=at)
    return PlaceRow(
        pk=one.pk,
        address=reverse("learning:offer", args=[batch.pk]),
        title=batch.title,
        programme=batch.programme.title,
        next_at=stretch(ahead[0].starts_at, ahead[0].ends_at, batch.zone) if ahead else "",
        state=str(one.get_state_display()) if batch.state != B.CANCELLED else _("Angkatan dibatalkan"),
        tone=TONES.get(E(one.state), "") if is_going else "",
        note=one.reason or batch.cancel_reason or (answer_until(one) if asks else ""),
        asks=asks,
        is_going=is_going,
    )


def asks_now(place: Enrolment, *, at: datetime) -> bool:
    """Say whether a seat is offered that may still be taken."""
    return place.state == E.OFFERED and place.batch.state in (B.OPEN, B.RUNNING) and not has_lapsed(place, at=at)


def answer_until(place: Enrolment) -> str:
    return _("Jawab paling lambat %(day)s.") % {"day": day(answer_by(place))}


def soon_rows(sessions: Iterable[Session]) -> list[SoonRow]:
    return [
        SoonRow(
            address=reverse("learning:offer", args=[one.batch_id]),
            title=f"{one.title} · {one.batch.title}",
            when=stretch(one.starts_at, one.ends_at, one.batch.zone),
            check_in=address_of("attendance:check_in", one.pk),
        )
        for one in sessions
    ]


def offer_cards(offers: Iterable[Offer]) -> list[OfferCard]:
    return [
        OfferCard(
            address=reverse("learning:offer", args=[one.batch.pk]),
            title=one.batch.title,
            programme=one.batch.programme.title,
            why=why_told(one),
            when=first_told(one.batch),
            seats=seats_told(one.batch),
        )
        for one in offers
    ]


def why_told(offer: Offer) -> str:
    """Say why a batch is offered."""
    if offer.why is Why.WAVE:
        words = {"n": number(offer.wave), "day": day(offer.since)}
        return _("Unit kerja Anda masuk gelombang %(n)s, mulai %(day)s.") % words
    if offer.why is Why.EVERYBODY:
        return _("Program ini untuk semua pegawai.")
    return _("Jabatan dan unit Anda termasuk sasaran program ini.")


def first_told(batch: Batch) -> str:
    first = getattr(batch, "first_at", None)
    return moment_there(first, batch.zone) if first is not None else _("Jadwal menyusul")


def seats_told(batch: Batch) -> str:
    free = max(batch.seats - getattr(batch, "taken", 0), 0)
    if free:
        return _("%(free)s dari %(seats)s kursi kosong") % {"free": number(free), "seats": number(batch.seats)}
    return _("Penuh; %(n)s di daftar tunggu") % {"n": number(getattr(batch, "queued", 0))}


def present_offer(
    batch: Batch, place: Enrolment | None, offer: Offer | None, sessions: Sequence[Session], *, at: datetime
) -> OfferPage:
    state = E(place.state) if place is not None else None
    today = at.astimezone(batch.zone).date()
    enrolling = batch.state == B.OPEN and batch.opens_on <= today <= batch.closes_on
    in_place = state in IN_PLACE
    asks = place is not None and asks_now(place, at=at)
    return OfferPage(
        pk=batch.pk,
        title=batch.title,
        lead=batch.programme.title,
        state=str(place.get_state_display()) if place is not None else str(batch.get_state_display()),
        tone=TONES.get(state, "") if state is not None else "",
        why=why_told(offer) if offer is not None else "",
        facts=_facts(batch),
        description=batch.description,
        note=place.reason or (answer_until(place) if asks else "") if place is not None else "",
        cancel_reason=batch.cancel_reason,
        place=place.pk if place is not None else None,
        may_request=enrolling and not in_place and offer is not None,
        asks=asks,
        may_withdraw=in_place and state != E.OFFERED and batch.state in LIVING,
        is_open=enrolling,
        sessions=[_line(one, at, is_mine=state == E.ENROLLED) for one in sessions],
        tests=_tests(batch) if state == E.ENROLLED else [],
    )


def _facts(batch: Batch) -> list[tuple[Shown, Shown]]:
    facts: list[tuple[Shown, Shown]] = [
        (_("Kurikulum"), batch.version.curriculum.title),
        (_("Cara bertemu"), str(batch.get_mode_display())),
        (_("Pendaftaran"), f"{day(batch.opens_on)} – {day(batch.closes_on)}"),
        (_("Kursi"), seats_told(batch)),
        (_("Penyelenggara"), batch.organiser.titled_name),
    ]
    if batch.partner is not None:
        facts.append((_("Mitra"), batch.partner.name))
    return facts


def _line(one: Session, at: datetime, *, is_mine: bool) -> SessionLine:
    is_off = one.state == SessionState.CANCELLED
    trainers = [trainer.person.titled_name if trainer.person else trainer.name for trainer in one.trainers.all()]
    may_check_in = is_mine and not is_off and one.ends_at > at
    return SessionLine(
        title=one.title,
        when=stretch(one.starts_at, one.ends_at, one.batch.zone),
        place=one.room or str(one.get_mode_display()),
        trainers=", ".join(trainers) or MISSING,
        is_off=is_off,
        check_in=address_of("attendance:check_in", one.pk) if may_check_in else "",
        link=one.link if is_mine and not is_off else "",
    )


def _tests(batch: Batch) -> list[Link]:
    found = [
        Link(str(one.get_moment_display()), address_of("learning_tests:take", one.pk)) for one in batch.tests.all()
    ]
    return [one for one in found if one.address]


def links() -> list[Link]:
    """Return the pages of other journeys about the own learning, as far as there are any."""
    found = [
        Link(_("Kalender saya"), reverse("learning:calendar")),
        Link(_("Jam pelajaran (JP)"), address_of("learning_hours:own")),
        Link(_("Sertifikat saya"), address_of("certificates:own")),
        Link(_("Tes dan evaluasi saya"), address_of("learning_tests:index")),
        Link(_("Rencana aksi"), address_of("action_plans:index")),
    ]
    return [one for one in found if one.address]


def batch_links(batches: Iterable[Batch]) -> list[OfferCard]:
    """Return batches to which a leader may send somebody."""
    return [
        OfferCard(
            address=reverse("learning:nominate", args=[one.pk]),
            title=one.title,
            programme=one.programme.title,
            why="",
            when=first_told(one),
            seats=seats_told(one),
        )
        for one in batches
    ]
