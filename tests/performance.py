"""A small office in which performance is planned: Sari and Tono under Budi, Budi under Wira, Dewi in another office.

Made straight from the records, so that a test of one operation does not depend on the others. Whatever a test needs
beyond `Performing()` it asks for: ``performing.plan(state=PlanState.AGREED)``.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils.timezone import localdate

from pembina.domain.access.models import User
from pembina.domain.people.enums import PositionKind, Sector, Status, TimeZone, UnitKind
from pembina.domain.people.models import Assignment, Person, Unit
from pembina.domain.people.operations import assign, enrol_person, open_unit
from pembina.domain.performance.enums import Aspect, Direction, IndicatorSource, PlanForm, PlanState, ReadFigure
from pembina.domain.performance.models import Goal, Indicator, PerformancePlan
from pembina.domain.services.models import PublicService, ServiceRequest, ServiceStandard
from pembina.domain.services.recounts import recount_now
from training import copied

BEGAN = date(2020, 1, 1)


class Performing:
    """The records by name; `people` has Sari, Budi, Wira and Tono, `at` is the moment around which all is laid."""

    def __init__(self, *, sari: User, budi: User, rina: User, at: datetime) -> None:
        self.sari, self.budi, self.rina, self.at, self.today = sari, budi, rina, at, localdate(at)
        self.agency, self.office = self.unit("1"), self.unit("1.1")
        self.other_office = self.unit("1.2")
        self.wira = self.person("Wira", position="Kepala Dinas", kind=PositionKind.STRUCTURAL, unit=self.agency)
        self.of_budi = self.person(budi, position="Kepala Bidang", kind=PositionKind.STRUCTURAL, superior=self.wira)
        self.of_sari = self.person(sari, position="Penata Perizinan", superior=self.of_budi)
        self.tono = self.person("Tono", position="Penata Perizinan", superior=self.of_budi)

    # People

    def unit(self, code: str) -> Unit:
        parent = Unit.objects.filter(code=code.rpartition(".")[0]).first()
        return open_unit(
            code=code, name=f"Dinas {code}", kind=UnitKind.OFFICE if parent is None else UnitKind.DIVISION,
            sector=Sector.PERMITS, parent=parent, on=BEGAN, by=None, at=self.at, time_zone=TimeZone.WIB,
        )  # fmt: skip

    def person(
        self, who: User | str, *, position: str = "Pranata", kind: PositionKind = PositionKind.FUNCTIONAL,
        superior: Person | None = None, unit: Unit | None = None, since: date = BEGAN,
    ) -> Person:  # fmt: skip
        """Return a new person; with an account the one it belongs to, else one with this name."""
        nip = who.username if isinstance(who, User) else f"1980010120050110{Person.objects.count() + 10:02}"
        name = who.display_name if isinstance(who, User) else who
        made = enrol_person(nip=nip, name=name, status=Status.PNS, on=self.today, by=None, at=self.at).person
        assign(
            person=made, unit=unit or self.office, position=position, position_kind=kind, superior=superior,
            starts_on=since, by=None, at=self.at,
        )  # fmt: skip
        return made

    def crowd(self, number: int) -> list[Person]:
        """Return so many new people under Budi, written together."""
        held = self.tono.assignments.get()
        first = Person.objects.count()
        people = Person.objects.bulk_create(
            copied(self.tono, nip=f"1970010119950{place:05}", name=f"Staf {place:05}")
            for place in range(first, first + number)
        )
        Assignment.objects.bulk_create(copied(held, person=each) for each in people)
        return people

    # Plans

    def plan(
        self, person: Person | None = None, *, state: PlanState = PlanState.DRAFT, year: int | None = None,
        form: PlanForm = PlanForm.QUANTITATIVE, **told,
    ) -> PerformancePlan:  # fmt: skip
        """Return a plan without content of the present position, in whatever state."""
        person, year = person or self.of_sari, year or self.today.year
        held = person.assignments.get(ends_on__isnull=True)
        agreed = {"agreed_by": self.budi, "agreed_at": self.at} if state in ("agreed", "replaced") else {}
        proposed = {"proposed_at": self.at, "rater": held.superior} if state not in ("draft", "dropped") else {}
        days = {"starts_on": max(date(year, 1, 1), held.starts_on), "ends_on": date(year, 12, 31)}
        return PerformancePlan.objects.create(
            person=person, assignment=held, year=year, form=form, state=state, made_by=self.sari, made_at=self.at,
            **days | agreed | proposed | told,
        )  # fmt: skip

    def goal(self, plan: PerformancePlan, words: str = "Izin terbit lebih cepat", **told) -> Goal:
        return Goal.objects.create(plan=plan, position=plan.goals.count() + 1, words=words, **told)

    def indicator(self, goal: Goal, words: str = "Berkas diperiksa pada hari yang sama", **told) -> Indicator:
        """Return an indicator of 100 files a month where nothing else is told."""
        measured = {
            "target": Decimal(100), "unit": "berkas", "direction": Direction.HIGHER, "aspects": [Aspect.QUANTITY],
        }  # fmt: skip
        position = goal.indicators.count() + 1
        return Indicator.objects.create(goal=goal, position=position, words=words, **measured | told)

    def full_plan(self, person: Person | None = None, **told) -> PerformancePlan:
        """Return a plan with one result that one indicator shows."""
        plan = self.plan(person, **told)
        self.indicator(self.goal(plan))
        return plan

    # Services

    def service(self, code: str = "IMB") -> PublicService:
        """Return a service of Sari's office that promises three working days."""
        made = PublicService.objects.create(unit=self.office, code=code, name=f"Izin {code}", opened_on=BEGAN)
        ServiceStandard.objects.create(
            service=made, starts_on=BEGAN, promised_amount=3, promised_unit="working_days",
            start_event="berkas lengkap", stop_event="izin terbit",
        )  # fmt: skip
        return made

    def serve(self, service: PublicService, *, received: date, days: list[int]) -> None:
        """Let requests come on a Monday at ten, each done after so many days of the same week, and count them."""
        moment = self.at.replace(year=received.year, month=received.month, day=received.day, hour=3)
        ServiceRequest.objects.bulk_create(
            ServiceRequest(
                service=service, number=f"{received:%Y%m%d}-{number}", channel="counter", received_at=moment,
                ended_at=moment + timedelta(days=took), withdrawn=False, recorded_at=self.at, promised=3,
            )
            for number, took in enumerate(days)
        )  # fmt: skip
        recount_now(service.pk)

    def reads(self, goal: Goal, service: PublicService, **told) -> Indicator:
        """Return an indicator "waktu tunggu 21 -> 3 hari kerja" that reads the median of a service."""
        said = {
            "baseline": Decimal(21), "target": Decimal(3), "unit": "hari kerja", "direction": Direction.LOWER,
            "aspects": [Aspect.TIME], "source": IndicatorSource.SERVICE, "service": service,
            "figure": ReadFigure.MEDIAN_TIME,
        }  # fmt: skip
        return self.indicator(goal, "Waktu tunggu izin", **said | told)
