"""A small government that trains: Sari and Tono under Budi in one office, Dewi in another, one programme of Rina's.

Made straight from the records, so that a test of one operation does not depend on the others. Whatever a test needs
beyond `Training()` it asks for: ``training.session(hours=2)``.
"""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils.timezone import localdate

from pembina.domain.access.models import User
from pembina.domain.development.enums import (
    BatchState,
    EnrolmentOrigin,
    EnrolmentState,
    EvaluationLevel,
    FundingSource,
    Mode,
    OutcomeDirection,
    OutcomeFigure,
    PartnerKind,
    ProgrammeState,
    VersionState,
)
from pembina.domain.development.models import (
    Batch,
    CompetenceUnit,
    Curriculum,
    CurriculumVersion,
    Enrolment,
    EvaluationPlan,
    Partner,
    PartnerAccount,
    Programme,
    Session,
    Wave,
    WaveUnit,
)
from pembina.domain.people.enums import PositionKind, Sector, Status, TimeZone, UnitKind
from pembina.domain.people.models import Assignment, Person, Unit
from pembina.domain.people.operations import assign, enrol_person, open_unit

BEGAN = date(2020, 1, 1)
TECHNICAL_GUIDANCE = 8
MONTHS_AFTER = {
    EvaluationLevel.REACTION: 0,
    EvaluationLevel.LEARNING: 0,
    EvaluationLevel.BEHAVIOUR: 6,
    EvaluationLevel.RESULTS: 12,
}


class Training:
    """The records by name; `rina` is the account that made them, `at` the moment around which everything is laid."""

    def __init__(self, *, rina: User, at: datetime, mark: str = "") -> None:
        self.rina, self.at, self.mark, self.today = rina, at, mark, localdate(at)
        self.office = self.unit("1.1")
        self.other_office = self.unit("1.2")
        self.version = self.curriculum("MW-1")
        self.programme = self.planned("P-1")
        self.batch = self.group("Angkatan 1")

    # People

    def unit(self, code: str, below: Unit | None = None) -> Unit:
        known = Unit.objects.filter(code=code).first()
        return known or open_unit(
            code=code, name=f"Dinas {code} {self.mark}".strip(), kind=UnitKind.OFFICE, sector=Sector.PERMITS,
            parent=below, on=BEGAN, by=None, at=self.at, time_zone=TimeZone.WIB,
        )  # fmt: skip

    def person(self, user: User | None = None, *, unit: Unit | None = None, superior: Person | None = None) -> Person:
        """Return a new person in the office of Sari; with an account the one it belongs to."""
        nip = user.username if user else f"1980010120050110{Person.objects.count() + 10:02}"
        name = user.display_name if user else f"Tono {nip[-2:]}"
        person = enrol_person(nip=nip, name=name, status=Status.PNS, on=self.today, by=None, at=self.at).person
        assign(
            person=person, unit=unit or self.office, position="Pranata", position_kind=PositionKind.FUNCTIONAL,
            superior=superior, starts_on=BEGAN, by=None, at=self.at,
        )  # fmt: skip
        return person

    def organiser(self) -> Person:
        return Person.objects.filter(nip=self.rina.username).first() or self.person(self.rina, unit=self.other_office)

    # What is taught

    def partner(self, name: str = "Universitas Contoh", account: User | None = None) -> Partner:
        made, _ = Partner.objects.get_or_create(name=name, defaults={"kind": PartnerKind.UNIVERSITY})
        if account is not None:
            PartnerAccount.objects.get_or_create(partner=made, user=account)
        return made

    def curriculum(self, code: str, *, pass_mark: int | None = None, least_attendance: int = 80) -> CurriculumVersion:
        """Return the version in force of a new course of 12 JP."""
        course = Curriculum.objects.create(
            code=code, title=f"Manajemen waktu {self.mark}".strip(), sector=Sector.PERMITS, form=TECHNICAL_GUIDANCE
        )
        version = CurriculumVersion.objects.create(
            curriculum=course, version=1, state=VersionState.IN_FORCE, in_force_from=BEGAN, pass_mark=pass_mark,
            least_attendance=least_attendance, made_by=self.rina, made_at=self.at,
        )  # fmt: skip
        for position, hours in enumerate((4, 8), start=1):
            CompetenceUnit.objects.create(
                version=version, position=position, title=f"Bagian {position}", hours=Decimal(hours)
            )
        return version

    # What is planned

    def planned(self, code: str, *, state: ProgrammeState = ProgrammeState.RUNNING) -> Programme:
        """Return a programme of this year and the next with its four levels of evaluation."""
        approved = {"approved_by": self.rina, "approved_at": self.at} if state != ProgrammeState.DRAFT else {}
        started = {"started_on": self.today} if state == ProgrammeState.RUNNING else {}
        made = Programme.objects.create(
            code=code, title=f"Izin lebih cepat {self.mark}".strip(), purpose="Waktu tunggu turun", state=state,
            sector=Sector.PERMITS, owner=self.organiser(), outcome_figure=OutcomeFigure.MEDIAN_TIME,
            outcome_direction=OutcomeDirection.DOWN, funding=FundingSource.APBD, budget=Decimal(100_000_000),
            starts_on=date(self.today.year, 1, 1), ends_on=date(self.today.year + 1, 12, 31), made_by=self.rina,
            made_at=self.at, **approved, **started,
        )  # fmt: skip
        for level, months in MONTHS_AFTER.items():
            EvaluationPlan.objects.create(
                programme=made, level=level, months_after=months, method="Kuesioner", responsible=made.owner
            )
        made.curricula.add(self.version.curriculum)
        return made

    def wave(self, number: int = 1, *units: Unit) -> Wave:
        day = self.today + timedelta(days=30 * number)
        made = Wave.objects.create(programme=self.programme, number=number, planned_on=day, due_on=day)
        for unit in units:
            WaveUnit.objects.create(programme=self.programme, wave=made, unit=unit)
        return made

    def group(self, title: str, *, seats: int = 30, state: BatchState = BatchState.OPEN, **told) -> Batch:
        """Return a batch to which people may come from a month ago until a month from now."""
        month = timedelta(days=30)
        plan = {"mode": Mode.CLASSROOM, "time_zone": TimeZone.WIB, "most_away": 100} | told
        return Batch.objects.create(
            programme=self.programme, version=told.pop("version", None) or self.version,
            title=f"{title} {self.mark}".strip(), organiser=self.organiser(), seats=seats, state=state,
            opens_on=self.today - month, closes_on=self.today + month,
            **{name: value for name, value in plan.items() if name != "version"},
        )  # fmt: skip

    def session(
        self, *, begins: datetime | None = None, hours: float = 3, batch: Batch | None = None, **told
    ) -> Session:
        """Return a session; without `begins` it started an hour before `at` and goes on."""
        begins = begins or self.at - timedelta(hours=1)
        group = batch or self.batch
        number = group.sessions.count() + 1
        return Session.objects.create(
            batch=group, title=f"Sesi {number} {self.mark}".strip(), starts_at=begins,
            ends_at=begins + timedelta(hours=hours), mode=Mode.CLASSROOM, room="Aula",
            secret=f"secret-of-session-{group.pk}-{number}", **told,
        )  # fmt: skip

    def day(self, days: int, hour: int = 9) -> datetime:
        """Return a moment some days from now, at an hour of the clock of the office."""
        day = self.at.astimezone(self.batch.zone).date() + timedelta(days=days)
        return datetime.combine(day, time(hour), self.batch.zone)

    def enrol(
        self, person: Person, *, batch: Batch | None = None, state: EnrolmentState = EnrolmentState.ENROLLED
    ) -> Enrolment:
        """Return a seat of somebody, or another state without a reason."""
        return Enrolment.objects.create(
            batch=batch or self.batch, person=person, origin=EnrolmentOrigin.APPOINTMENT, state=state, made_at=self.at,
            seated_at=self.at if state == EnrolmentState.ENROLLED else None,
            queued_at=self.at if state == EnrolmentState.WAITING else None,
        )  # fmt: skip

    def crowd(self, number: int) -> list[Enrolment]:
        """Return the seats of so many new people of the office, written together."""
        model, first = self.person(), Person.objects.count()
        held = model.assignments.get()
        people = Person.objects.bulk_create(
            copied(model, nip=f"1970010119950{place:05}", name=f"Peserta {place:05}")
            for place in range(first, first + number)
        )
        Assignment.objects.bulk_create(copied(held, person=each) for each in people)
        told = {"batch": self.batch, "origin": EnrolmentOrigin.APPOINTMENT, "state": EnrolmentState.ENROLLED}
        return Enrolment.objects.bulk_create(
            Enrolment(person=each, made_at=self.at, seated_at=self.at, **told) for each in people
        )


def copied(record, **other):
    """Return an unsaved record like another one."""
    fields = [field.attname for field in record._meta.concrete_fields if not field.primary_key]
    changed = set(other) | {f"{name}_id" for name in other}
    return type(record)(**{name: getattr(record, name) for name in fields if name not in changed}, **other)
