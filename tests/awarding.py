"""A government in which awards are given: the people of `Appraising`, a service of Sari's office, and a jury of others.

On 28 September 2026 a round takes nominations until 10 October and is decided on 20 October.
"""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from appraising import Appraising, noon
from domain.services.results.survey_answers import a_round, answers
from pembina.domain.access.models import User
from pembina.domain.career.enums import AwardKind, GuardFigure, ServiceFigure
from pembina.domain.career.models import Award, JuryMember, Nomination
from pembina.domain.career.operations.awards import AwardTold, add_criterion, begin_judging, make_award, open_award
from pembina.domain.career.operations.deciding import DecisionTold, decide_award
from pembina.domain.career.operations.jury import ScoreTold, give_scores, name_juror
from pembina.domain.career.operations.nominations import NominationTold, nominate
from pembina.domain.people.models import Person
from pembina.domain.services.models import PublicService, ServiceRequest, ServiceStandard, SurveyPeriod
from pembina.domain.services.recounts import recount_now

OPENS, CLOSES, DECIDES = date(2026, 9, 28), date(2026, 10, 10), date(2026, 10, 20)
JUDGED = noon(date(2026, 10, 12))
BEFORE, AFTER = (date(2026, 5, 1), date(2026, 5, 31)), (date(2026, 8, 1), date(2026, 8, 31))


class Awarding(Appraising):
    """The records by name; `jurors` work in an office of their own and have nothing to do with anybody."""

    def __init__(self, account) -> None:
        super().__init__(account)
        self.third = self.unit("1.3", "Inspektorat", self.root)
        self.jurors = [self.person(f"Juri {name}", self.third) for name in ("Ani", "Beni", "Cici")]
        self.budi_user = self.user_of(self.budi)
        self.judged = JUDGED

    # A round

    def told(self, **other) -> AwardTold:
        said = {
            "title": "Pelayanan tercepat 2026", "purpose": "Menghargai layanan yang menjadi lebih cepat",
            "kind": AwardKind.PERSON, "evidence": "Angka layanan atau dokumen", "opens_on": OPENS,
            "closes_on": CLOSES, "decides_on": DECIDES, "guard": GuardFigure.SATISFACTION,
            "tolerated": Decimal(2),
        }  # fmt: skip
        return AwardTold(**said | other)

    def draft(self, **other) -> Award:
        """Return a draft with two criteria with weight and one condition."""
        made = make_award(told=self.told(**other), by=self.rina, at=self.at)
        for name, weight in (("Perbaikan layanan", 60), ("Kerja sama", 40), ("Tanpa pengaduan terbukti", None)):
            add_criterion(award=made, name=name, judged_by="Bukti tertulis", weight=weight, by=self.rina, at=self.at)
        return made

    def opened(self, **other) -> Award:
        made = self.draft(**other)
        open_award(award=made, by=self.rina, at=self.at)
        made.refresh_from_db()
        return made

    def jury(self, award: Award, *people: Person) -> list[JuryMember]:
        return [name_juror(award=award, person=one, by=self.rina, at=self.at) for one in people or self.jurors]

    def judging(self, award: Award) -> Award:
        """Let the window close and the jury begin."""
        if not award.jury.exists():
            self.jury(award)
        begin_judging(award=award, by=self.rina, at=JUDGED)
        award.refresh_from_db()
        return award

    # Nominations

    def reasons(self, award: Award, **other) -> NominationTold:
        told = {one.pk: f"Alasan {one.name}" for one in award.criteria.all()}
        return NominationTold(**{"reasons": told, "evidence": "Laporan bulanan"} | other)

    def nominated(self, award: Award, person: Person | None = None, *, by: User | None = None, **told) -> Nomination:
        return nominate(
            award=award, person=person or self.sari, unit=None, told=self.reasons(award, **told),
            by=by or self.budi_user, at=self.at,
        )  # fmt: skip

    def citing(self, service: PublicService, figure: str = ServiceFigure.MEDIAN_TIME) -> dict:
        return {"service": service, "figure": figure, "before": BEFORE, "after": AFTER}

    def scored(self, nomination: Nomination, juror: Person, points: int = 4, *, met: bool = True, guard: str = ""):
        scores = {
            one.pk: ScoreTold(None if one.is_condition else points, met if one.is_condition else None, "Jelas")
            for one in nomination.award.criteria.all()
        }
        return give_scores(
            nomination=nomination, scores=scores, guard_reason=guard, by=self.user_of(juror), at=JUDGED
        )  # fmt: skip

    def all_scored(self, nomination: Nomination, points: int = 4, **told) -> None:
        for juror in self.jurors:
            self.scored(nomination, juror, points, **told)

    def decided(self, award: Award, *winners: Nomination, by: User | None = None, **told) -> None:
        chosen = tuple((one.pk, f"Karena {one.called} mempercepat layanan") for one in winners)
        decide_award(award=award, told=DecisionTold(chosen, **told), by=by or self.rina, at=JUDGED)

    # A service of Sari's division

    def service(self, code: str = "IMB", *, before: int = 4, after: int = 1) -> PublicService:
        """Return a service that needed four working days in May and one in August, or so many."""
        made = PublicService.objects.create(unit=self.division, code=code, name="Izin Reklame", opened_on=OPENS)
        ServiceStandard.objects.create(
            service=made, starts_on=date(2020, 1, 1), promised_amount=3, promised_unit="working_days",
            start_event="berkas lengkap", stop_event="izin terbit",
        )  # fmt: skip
        for day, took in ((date(2026, 5, 4), before), (date(2026, 8, 3), after)):
            self.serve(made, received=day, took=took)
        return made

    def serve(self, service: PublicService, *, received: date, took: int, count: int = 12) -> None:
        begun = datetime(received.year, received.month, received.day, 3, tzinfo=UTC)
        ServiceRequest.objects.bulk_create(
            ServiceRequest(
                service=service, number=f"{received:%Y%m%d}-{number}", channel="counter", received_at=begun,
                ended_at=begun + timedelta(days=took), withdrawn=False, recorded_at=self.at, promised=3,
            )
            for number in range(count)
        )  # fmt: skip
        recount_now(service.pk)

    def answered(self, service: PublicService, day: date, points: int, *, count: int = 12) -> None:
        """Let so many people answer all nine questions with the same points."""
        period = SurveyPeriod.objects.filter(unit=service.unit).first() or a_round(service.unit)
        answers(period, (count, points), service=service, answered_on=day)
