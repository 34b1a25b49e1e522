"""One round decided, one open, one drafted; through the operations that the pages use, each at its moment."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import Count

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.access.personas import PERSONAS
from pembina.domain.career.conflicts import Conflicts
from pembina.domain.career.demonstration.medals import load_medals
from pembina.domain.career.enums import AwardKind, GuardFigure, GuardStanding, NationalCode, ServiceFigure
from pembina.domain.career.judging import Outcome, standings
from pembina.domain.career.models import Award, Nomination
from pembina.domain.career.operations.awards import AwardTold, add_criterion, begin_judging, make_award, open_award
from pembina.domain.career.operations.deciding import DecisionTold, decide_award
from pembina.domain.career.operations.jury import ScoreTold, give_scores, name_juror
from pembina.domain.career.operations.nominations import NominationTold, nominate
from pembina.domain.career.operations.showing_effort import show_effort_to_jury
from pembina.domain.career.operations.supports import SupportTold, support_nomination
from pembina.domain.career.queries.nominees import services_of_nominee
from pembina.domain.people.models import Person
from pembina.domain.performance.demonstration.appraised import account, noon

CRITERIA = (
    ("Perbaikan yang terukur", "Angka layanan sebelum dan sesudah, menurut catatan waktu layanan.", 50),
    ("Proses dan upaya", "Cara kerja baru yang dijelaskan dan dapat ditiru unit lain.", 30),
    ("Kerja sama", "Keterangan rekan atau pengguna layanan.", 20),
    ("Tidak sedang menjalani hukuman disiplin", "Keterangan pengelola kepegawaian.", None),
)
JURORS = ("ratna", "agus", "nita", "lia")
GUARD_WORDS = "Survei layanan ini belum cukup; buktinya berupa laporan dan keterangan pengguna."
DAY = timedelta(days=1)


def load_demo_awards(*, on: date, at: datetime) -> int:
    """Write the rounds and medals of the demonstration; return how many rounds. Nothing where there are any."""
    people = {name: Person.objects.filter(nip=PERSONAS[name].nip).first() for name in PERSONAS}
    known = {name: person for name, person in people.items() if person is not None}
    if Award.objects.exists() or not {"sari", "budi", "rina", "dewi", "joko", "maya", "wayan", *JURORS} <= known.keys():
        return 0
    with one_event():
        story = _Story(known, on)
        story.decided()
        story.open()
        story.drafted()
        load_medals(known, by=story.rina, at=at)
        record("load_demo_awards", on=story.rina, by=None, at=at)
    return Award.objects.count()


class _Story:
    """The people by the names of their personas, and what they did."""

    def __init__(self, people: dict[str, Person], on: date) -> None:
        self.people, self.on = people, on
        self.rina = self.user("rina")

    def user(self, name: str) -> User:
        return account(self.people[name], self.on)

    def decided(self) -> None:
        """Give last season's award to the best of two whom the jury could judge."""
        opened = noon(self.on) - 120 * DAY
        title = "Pelayan warga terbaik semester lalu"
        award = self._round(title, opened=opened, closes=opened + 20 * DAY, national_code=NationalCode.REGIONAL_EXAMPLE)
        self._nominate(award, "joko", by="maya", at=opened + 3 * DAY)
        self._nominate(award, "dewi", by="dewi", at=opened + 5 * DAY)
        begin_judging(award=award, by=self.rina, at=opened + 21 * DAY)
        for one in Nomination.objects.filter(award=award).select_related("award", "person").order_by("pk"):
            self._judged(award, one, at=opened + 25 * DAY)
        self._decide(award, at=opened + 34 * DAY)

    def open(self) -> None:
        """Take nominations now: Sari by Budi, and Dewi by herself."""
        opened = noon(self.on) - 5 * DAY
        award = self._round("Perbaikan waktu layanan tahun ini", opened=opened, closes=opened + 21 * DAY)
        made = self._nominate(award, "sari", by="budi", at=opened + 2 * DAY)
        told = SupportTold("Antrean di loketnya jauh lebih pendek sejak ia menata jadwal.", "Buku tamu loket.")
        support_nomination(nomination=made, told=told, by=self.user("wayan"), at=opened + 3 * DAY)
        show_effort_to_jury(nomination=made, shown=True, by=self.user("sari"), at=opened + 3 * DAY)
        self._nominate(award, "joko", by="maya", at=opened + 3 * DAY)

    def drafted(self) -> None:
        told = self._told(
            "Unit kerja paling tanggap", first=self.on + 20 * DAY, last=self.on + 40 * DAY, kind=AwardKind.UNIT
        )  # fmt: skip
        award = make_award(told=told, by=self.rina, at=noon(self.on) - DAY)
        for name, judged_by, weight in CRITERIA[:2]:
            add_criterion(
                award=award, name=name, judged_by=judged_by, weight=weight, by=self.rina, at=noon(self.on) - DAY
            )  # fmt: skip

    def _round(self, title: str, *, opened: datetime, closes: datetime, national_code: int | None = None) -> Award:
        first, last = local_date(opened), local_date(closes)
        told = self._told(title, first=first, last=last, national_code=national_code)
        award = make_award(told=told, by=self.rina, at=opened)
        for name, judged_by, weight in CRITERIA:
            add_criterion(award=award, name=name, judged_by=judged_by, weight=weight, by=self.rina, at=opened)
        for name in JURORS:
            name_juror(award=award, person=self.people[name], by=self.rina, at=opened)
        open_award(award=award, by=self.rina, at=opened)
        award.refresh_from_db()
        return award

    @staticmethod
    def _told(
        title: str, *, first: date, last: date, kind: AwardKind = AwardKind.PERSON, national_code: int | None = None
    ) -> AwardTold:
        return AwardTold(
            title=title, kind=kind, opens_on=first, closes_on=last, decides_on=last + 14 * DAY,
            purpose="Menghargai kerja yang membuat layanan lebih cepat dan tetap bermutu, walau belum sempurna.",
            evidence="Angka layanan, dokumen cara kerja, atau keterangan pengguna layanan.",
            guard=GuardFigure.SATISFACTION, tolerated=Decimal(2), fewest_scores=3, national_code=national_code,
        )  # fmt: skip

    def _nominate(self, award: Award, name: str, *, by: str, at: datetime) -> Nomination:
        person = self.people[name]
        offered = services_of_nominee(person, None, on=local_date(at))
        service = offered.annotate(busy=Count("requests")).order_by("-busy", "pk").first()
        cited = {}
        if service is not None:
            later = (at - 35 * DAY).date().replace(day=1)
            earlier = (later - 150 * DAY).replace(day=1)
            cited = {
                "service": service, "figure": ServiceFigure.MEDIAN_TIME, "before": (earlier, earlier + 45 * DAY),
                "after": ((later - DAY).replace(day=1), later),
            }  # fmt: skip
        reasons = {one.pk: f"{person.name} memenuhi ini: {one.judged_by.lower()}" for one in award.criteria.all()}
        told = NominationTold(reasons=reasons, evidence="Laporan bulanan dan papan waktu layanan.", **cited)  # type: ignore[arg-type]
        return nominate(award=award, person=person, unit=None, told=told, by=self.user(by), at=at)

    def _judged(self, award: Award, one: Nomination, *, at: datetime) -> None:
        free = Conflicts(award, on=local_date(at)).free_jurors(one)
        criteria = list(award.criteria.all())
        guard = GUARD_WORDS if one.guard_state == GuardStanding.UNKNOWN else ""
        for place, juror in enumerate(free):
            points = 4 - (one.pk + place) % 2
            scores = {
                each.pk: ScoreTold(
                    None if each.is_condition else points, True if each.is_condition else None,
                    "Bukti cukup dan dapat diperiksa.",
                )
                for each in criteria
            }  # fmt: skip
            user = account(juror.person, self.on)
            give_scores(nomination=one, scores=scores, guard_reason=guard, by=user, at=at + place * DAY)

    def _decide(self, award: Award, *, at: datetime) -> None:
        found = standings(award, Conflicts(award, on=local_date(at)))
        best: Iterable[Nomination] = [each.nomination for each in found if each.outcome is Outcome.RANKED][:1]
        reason = "Cara kerjanya dijelaskan, dapat ditiru unit lain, dan buktinya diperiksa juri."
        told = DecisionTold(
            tuple((one.pk, reason) for one in best), outcome_reason="Tidak cukup penilai tanpa konflik.",
            decree_number="800/112/BKPSDM", decree_date=local_date(at),
        )  # fmt: skip
        decide_award(award=award, told=told, by=self.rina, at=at)
