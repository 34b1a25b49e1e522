"""A small government whose people are appraised: Sari and three others under Budi, Budi under the head of the office.

The third quarter of 2026 is evaluated from 25 September to 16 October. Made from the records, so that a test of one
operation does not depend on the others; what a test needs beyond it asks for: ``appraising.rated(sari)``.
"""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from pembina.domain.access.models import User
from pembina.domain.people.enums import PositionKind, Sector, Sex, Status, TimeZone, UnitKind
from pembina.domain.people.models import Assignment, Person, Unit
from pembina.domain.people.operations import assign, enrol_person, open_unit
from pembina.domain.performance.appraisal_enums import AppraisalState
from pembina.domain.performance.enums import PeriodCycle
from pembina.domain.performance.models import Appraisal, AppraisalPaper, EvaluationPeriod, Objection
from pembina.domain.performance.operations.appraisals import RatingTold, explain_pattern, rate_appraisal, sign_appraisal
from pembina.domain.performance.operations.delivery import deliver_appraisal, receive_appraisal
from pembina.domain.performance.operations.making import make_appraisals
from pembina.domain.performance.operations.objections import file_objection, record_hearing, record_statement
from pembina.domain.performance.operations.organisation_ratings import OrganisationTold, rate_organisations
from pembina.domain.performance.operations.periods import PeriodTold, open_period

BEGAN = date(2020, 1, 1)
OPENS, ENDS = date(2026, 9, 25), date(2026, 10, 16)
AS_EXPECTED = RatingTold("as_expected", "as_expected", advice="Pertahankan; ikuti pelatihan pelayanan.")
ABOVE = RatingTold("above", "above", "Izin selesai dalam 2 hari", "Menjadi teladan loket", advice="Bagikan caranya.")
BELOW = RatingTold("below", "as_expected", "Tiga berkas terlambat", advice="Susun jadwal harian.")


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=timezone.get_default_timezone())


class Appraising:
    """The records by name; `account` makes the account of one of the personas."""

    def __init__(self, account) -> None:
        self.account, self.at = account, noon(date(2026, 9, 28))
        self.rina, self.sari_user = account("rina"), account("sari")
        self.root = self.unit("1", "Pemerintah Contoh", None)
        self.office = self.unit("1.1", "Dinas Perizinan", self.root)
        self.division = self.unit("1.1.1", "Bidang Layanan", self.office)
        self.other = self.unit("1.2", "Dinas Pendidikan", self.root)
        self.head = self.person("Kepala Hasan", self.office, kind=PositionKind.STRUCTURAL)
        self.budi = self.person(account("budi"), self.division, superior=self.head, kind=PositionKind.STRUCTURAL)
        self.sari = self.person(account("sari"), self.division, superior=self.budi)
        self.staff = [self.person(f"Tono {number}", self.division, superior=self.budi) for number in (1, 2, 3)]
        self.other_head = self.person("Kepala Wati", self.other, kind=PositionKind.STRUCTURAL)
        self.dewi = self.person(account("dewi"), self.other, superior=self.other_head)

    # People

    def unit(self, code: str, name: str, below: Unit | None) -> Unit:
        return open_unit(
            code=code, name=name, kind=UnitKind.OFFICE, sector=Sector.PERMITS, parent=below, on=BEGAN, by=None,
            at=self.at, time_zone=TimeZone.WIB,
        )  # fmt: skip

    def person(self, who: User | str, unit: Unit, *, superior=None, kind=PositionKind.FUNCTIONAL) -> Person:
        nip = who.username if isinstance(who, User) else f"1980010120050110{Person.objects.count() + 10:02}"
        name = who.display_name if isinstance(who, User) else who
        made = enrol_person(nip=nip, name=name, status=Status.PNS, on=BEGAN, by=None, at=self.at).person
        assign(
            person=made, unit=unit, position="Pranata", position_kind=kind, superior=superior, starts_on=BEGAN,
            by=None, at=self.at,
        )  # fmt: skip
        return made

    def crowd(self, count: int) -> None:
        """Add people under Budi, straight into the tables."""
        first = Person.objects.count()
        people = Person.objects.bulk_create(
            Person(nip=f"19800101200601{number:04}", name=f"Orang {number}", status=Status.PNS, sex=Sex.MALE,
                   birth_date=date(1980, 1, 1))
            for number in range(first, first + count)
        )  # fmt: skip
        Assignment.objects.bulk_create(
            Assignment(person=each, unit=self.division, position="Staf", superior=self.budi, starts_on=BEGAN,
                       position_kind=PositionKind.EXECUTIVE)
            for each in people
        )  # fmt: skip

    def user_of(self, person: Person) -> User:
        known = User.objects.filter(username=person.nip).first()
        return known or User.objects.create_user(person.nip, password="a-password-for-tests", display_name=person.name)

    def move(self, person: Person, *, on: date, unit: Unit | None = None, superior: Person | None = None) -> None:
        """Let a person hold another post from a day on, in the records alone."""
        held = Assignment.objects.get(person=person, ends_on=None)
        Assignment.objects.filter(pk=held.pk).update(ends_on=on - timedelta(days=1))
        Assignment.objects.create(
            person=person, unit=unit or held.unit, position="Pranata", position_kind=held.position_kind,
            superior=superior or held.superior, starts_on=on,
        )  # fmt: skip

    # Periods

    def quarter(self, *, number: int = 3, opens: date = OPENS, ends: date = ENDS) -> EvaluationPeriod:
        told = PeriodTold(PeriodCycle.QUARTERLY, 2026, number, opens, ends)
        return open_period(told=told, by=self.rina, at=self.at)

    def year(self, year: int = 2025, *, at: datetime | None = None) -> EvaluationPeriod:
        return open_period(told=PeriodTold(PeriodCycle.ANNUAL, year), by=self.rina, at=at or self.at)

    def organisation(self, period, unit: Unit | None = None, rating: str = "good", issued: date | None = None) -> None:
        told = OrganisationTold(unit or self.office, rating, "LKjIP", issued or period.ends_on)
        rate_organisations(period=period, told=[told], by=self.rina, at=self.at)

    def made(self, *, rated: bool = True) -> EvaluationPeriod:
        """Return the third quarter with its appraisals, and with the rating of the office."""
        period = self.quarter()
        if rated:
            self.organisation(period)
        make_appraisals(period=period, by=self.rina, at=self.at)
        return period

    # One appraisal

    def of(self, person: Person) -> Appraisal:
        return Appraisal.objects.select_related("period", "person", "rater", "superior").get(person=person)

    def all_signed(self, *, period: EvaluationPeriod, but: Person | None = None) -> int:
        """Let whoever is to be rated be rated and signed, in the tables alone; return how many."""
        waiting = Appraisal.objects.filter(period=period, state=AppraisalState.NEW, superior__isnull=False)
        return waiting.exclude(person=but).update(
            state=AppraisalState.SIGNED, results="as_expected", behaviour="as_expected", predicate="good",
            organisation="good", signed_by=self.rina, signed_at=self.at,
        )  # fmt: skip

    def rated(self, person: Person, told: RatingTold = AS_EXPECTED, *, by: User | None = None, at=None) -> Appraisal:
        known = self.of(person)
        rater = by or self.user_of(known.rater)
        return rate_appraisal(appraisal=known, told=told, version=known.version, by=rater, at=at or self.at)

    def signed(
        self, person: Person, told: RatingTold = AS_EXPECTED, *, by: User | None = None, at=None
    ) -> AppraisalPaper:
        rated = self.rated(person, told, by=by, at=at)
        return sign_appraisal(
            appraisal=rated, version=rated.version, by=by or self.user_of(rated.rater), at=at or self.at
        )

    def received(self, person: Person, told: RatingTold = AS_EXPECTED, *, on: date = date(2026, 10, 1)) -> Appraisal:
        self.signed(person, told)
        known = self.of(person)
        deliver_appraisal(appraisal=known, by=self.user_of(known.rater), at=noon(on))
        receive_appraisal(appraisal=known, by=self.user_of(person), at=noon(on))
        return self.of(person)

    def explained(self, period: EvaluationPeriod) -> None:
        explain_pattern(period=period, rater=self.budi, words="Tim kecil", by=self.user_of(self.budi), at=self.at)

    def objected(self, person: Person, *, on: date = date(2026, 10, 5), heard: bool = False) -> Objection:
        """Return an objection of a person who was rated below expectation."""
        known = self.received(person, BELOW)
        made = file_objection(
            appraisal=known, reason="Berkas terlambat karena sistem padam", evidence="Log sistem", at=noon(on),
            by=self.user_of(person),
        )  # fmt: skip
        if heard:
            head = self.user_of(self.head)
            record_statement(objection=made, words="Padam hanya satu hari", by=head, at=noon(on))
            record_hearing(objection=made, words="Padam tiga hari", by=head, at=noon(on))
        return made
