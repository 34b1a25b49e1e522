"""Batches with their sessions and people: three waves have learned or are learning, the fourth may ask for seats."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from pembina.domain.access.personas import PERSONAS
from pembina.domain.development.demonstration.accounts import is_persona
from pembina.domain.development.demonstration.planned import Ground, Planned
from pembina.domain.development.demonstration.stories import BEGINS, Story
from pembina.domain.development.enums import (
    AttendanceMeans,
    AttendanceStatus,
    BatchState,
    EnrolmentOrigin,
    EnrolmentState,
    Mode,
)
from pembina.domain.development.models import (
    Attendance,
    AttendanceNote,
    Batch,
    Enrolment,
    Session,
    SessionSeries,
    Trainer,
)
from pembina.domain.people.enums import AssignmentKind, TimeZone
from pembina.domain.people.models import Person, Unit
from pembina.domain.people.models.dated import in_force_on

SEATS = 24
ZONE = ZoneInfo(TimeZone.WIB)
# Days from the start of a wave; of the third wave the sessions lie around today.
DAYS_OF_SESSIONS, DAYS_OF_THE_THIRD = (7, 14, 21), (46, 60, 67)
PRESENT, EXCUSED, LATE_SYNC = 0.95, 0.98, 0.06
# One batch meets on the very day, weekend or not, so that a visitor can check in; somebody to sign in as sits in it.
MEETS_TODAY, GUEST, HOURS_TODAY = "KRISIS", "sari", (time(7, 30), time(16, 30))
# What becomes of those who come after the seats of the batch that may still be joined.
OPEN_STATES = (EnrolmentState.REQUESTED, EnrolmentState.OFFERED, EnrolmentState.WAITING)
ROUTINE_MONTHS_BACK, ROUTINE_MONTHS_AHEAD = 6, 6


@dataclass
class Group:
    """A batch with what belongs to it; `sessions` in order of time."""

    planned: Planned
    batch: Batch
    sessions: list[Session]
    enrolments: list[Enrolment]

    @property
    def has_ended(self) -> bool:
        return self.batch.state == BatchState.FINISHED

    @property
    def seated(self) -> list[Enrolment]:
        return [enrolment for enrolment in self.enrolments if enrolment.state == EnrolmentState.ENROLLED]

    @property
    def last_day(self) -> date:
        return self.sessions[-1].ends_at.astimezone(ZONE).date()


def write_groups(planned: Planned, ground: Ground, rng: Random) -> list[Group]:
    """Write one batch for each wave; a routine seminar has one batch for all of them."""
    if planned.story.routine:
        units = [unit for members in planned.members.values() for unit in members]
        days = list(_first_fridays(ground.on))
        return [_group(planned, ground, rng, wave=None, people=_staff(units, ground.on, 60), days=days)]
    found = []
    for wave in planned.waves:
        offsets = DAYS_OF_THE_THIRD if wave.number == 3 else DAYS_OF_SESSIONS
        days = [_weekday(ground.on + timedelta(days=BEGINS[wave.number - 1] + days)) for days in offsets]
        people = _staff(planned.members[wave.number], ground.on, SEATS + 6)
        if planned.story.code == MEETS_TODAY and wave.number == 3:
            days[1], people = ground.on, [*Person.objects.filter(nip=PERSONAS[GUEST].nip), *people]
        found.append(_group(planned, ground, rng, wave=wave.number, people=people, days=days))
    return found


def _group(
    planned: Planned, ground: Ground, rng: Random, *, wave: int | None, people: list[Person], days: Sequence[date]
) -> Group:
    batch = _batch(planned, ground, wave, days, len(people))
    sessions = _sessions(planned, batch, ground, days)
    enrolments = _enrolments(batch, people, ground, rng)
    group = Group(planned, batch, sessions, enrolments)
    _attendances(group, ground, rng)
    return group


def _batch(planned: Planned, ground: Ground, wave: int | None, days: Sequence[date], people: int) -> Batch:
    state = BatchState.RUNNING
    if days[-1] < ground.on:
        state = BatchState.FINISHED
    elif days[0] > ground.on:
        state = BatchState.OPEN
    story = planned.story
    return Batch.objects.create(
        programme=planned.programme, wave=planned.waves[wave - 1] if wave else None, version=planned.version,
        title=f"{story.course}, angkatan {wave}" if wave else story.course, organiser=ground.owner,
        partner=ground.partners[story.partner], mode=story.mode, time_zone=TimeZone.WIB,
        seats=people if story.routine else SEATS, opens_on=days[0] - timedelta(days=60),
        closes_on=days[0] - timedelta(days=1), most_away=40, cost=story.budget // 5, state=state,
    )  # fmt: skip


def _sessions(planned: Planned, batch: Batch, ground: Ground, days: Sequence[date]) -> list[Session]:
    story, series = planned.story, None
    if story.routine:
        rule = {"kind": "monthly", "position": 1, "weekday": 4}
        series = SessionSeries.objects.create(
            batch=batch, rule=rule, first_on=days[0], last_on=days[-1], made_by=ground.rina, made_at=ground.noon(-330)
        )
    written = []
    for number, day in enumerate(days):
        part = story.parts[number % len(story.parts)]
        starts, ends = _hours(story, day, is_today=story.code == MEETS_TODAY and day == ground.on)
        partner = ground.partners[part.by] if part.by else None
        session = Session.objects.create(
            batch=batch, series=series, title=part.title, starts_at=starts, partner=partner,
            ends_at=ends, mode=story.mode,
            room="" if story.mode == Mode.ONLINE else "Aula BKPSDM",
            link="https://rapat.contoh.go.id/kelas" if story.mode != Mode.CLASSROOM else "",
            secret=f"{batch.pk:08}{number:04}".ljust(40, "x"),
        )  # fmt: skip
        Trainer.objects.create(session=session, name=partner.contact_name if partner else "Widyaiswara BKPSDM")
        written.append(session)
    return written


def _hours(story: Story, day: date, *, is_today: bool) -> tuple[datetime, datetime]:
    if is_today:
        return datetime.combine(day, HOURS_TODAY[0], ZONE), datetime.combine(day, HOURS_TODAY[1], ZONE)
    starts = datetime.combine(day, time(13 if story.routine else 8, 30), ZONE)
    return starts, starts + timedelta(hours=2 if story.routine else 7)


def _enrolments(batch: Batch, people: list[Person], ground: Ground, rng: Random) -> list[Enrolment]:
    """Give seats to the first of them; of the others some wait, as they do where enrolment is open."""
    made = datetime.combine(batch.opens_on, time(9), ZONE)
    rows = []
    for place, person in enumerate(people):
        seated = place < batch.seats - (4 if batch.state == BatchState.OPEN else 0)
        state = EnrolmentState.ENROLLED if seated else OPEN_STATES[place % len(OPEN_STATES)]
        if not seated and batch.state != BatchState.OPEN:
            continue
        origin = EnrolmentOrigin.REQUEST if state == EnrolmentState.REQUESTED else EnrolmentOrigin.NOMINATION
        at = min(made + timedelta(days=rng.randint(0, 30), minutes=place), ground.noon(-1))
        approved = state != EnrolmentState.REQUESTED
        answered = state in (EnrolmentState.ENROLLED, EnrolmentState.WAITING)
        seated_at = at if state == EnrolmentState.ENROLLED else None
        queued_at = at if answered else None
        rows.append(
            Enrolment(
                batch=batch, person=person, origin=origin, state=state, made_at=at, queued_at=queued_at,
                approved_at=at if approved else None, answered_at=queued_at, seated_at=seated_at,
            )
        )  # fmt: skip
    return Enrolment.objects.bulk_create(rows)


def _attendances(group: Group, ground: Ground, rng: Random) -> None:
    """Write who came to the sessions that are over: most by the code in the room, a few from a line that was dead."""
    rows = []
    for session in group.sessions:
        if session.ends_at >= ground.noon(0):
            continue
        for enrolment in group.enrolments:
            if enrolment.state == EnrolmentState.ENROLLED:
                rows.append(_attended(session, enrolment, rng))
    kept = Attendance.objects.bulk_create(rows, batch_size=1_000)
    AttendanceNote.objects.bulk_create(
        [
            AttendanceNote(
                attendance=row, after=row.status, means=row.means, device_at=row.device_at, noted_by=ground.rina,
                noted_at=row.received_at,
            )
            for row in kept
        ],
        batch_size=1_000,
    )  # fmt: skip


def _attended(session: Session, enrolment: Enrolment, rng: Random) -> Attendance:
    drawn, arrived = rng.random(), session.starts_at + timedelta(minutes=rng.randint(-15, 20))
    if drawn >= PRESENT and not is_persona(enrolment.person):
        status = AttendanceStatus.EXCUSED if drawn < EXCUSED else AttendanceStatus.ABSENT
        return Attendance(
            session=session, enrolment=enrolment, status=status, means=AttendanceMeans.LIST, received_at=session.ends_at
        )
    received = arrived + timedelta(hours=9) if rng.random() < LATE_SYNC else arrived + timedelta(seconds=2)
    return Attendance(
        session=session, enrolment=enrolment, status=AttendanceStatus.PRESENT, means=AttendanceMeans.CODE,
        device_at=arrived, received_at=received,
    )  # fmt: skip


def _staff(units: Sequence[Unit], on: date, most: int) -> list[Person]:
    """Return people who work in the units now, the same every time; personas first, since visitors look for them."""
    held = Person.objects.filter(
        in_force_on(on, "assignments__"), assignments__unit__in=units, assignments__kind=AssignmentKind.MAIN
    )
    ordered = sorted(held, key=lambda person: (not is_persona(person), person.nip[::-1]))
    return ordered[:most]


def _weekday(day: date) -> date:
    """Return the day, or the Monday after it."""
    return day + timedelta(days=max(7 - day.weekday(), 0) % 7) if day.weekday() > 4 else day


def _first_fridays(on: date) -> Iterable[date]:
    months = on.year * 12 + on.month - 1
    for month in range(months - ROUTINE_MONTHS_BACK, months + ROUTINE_MONTHS_AHEAD):
        first = date(month // 12, month % 12 + 1, 1)
        yield first + timedelta(days=(4 - first.weekday()) % 7)
