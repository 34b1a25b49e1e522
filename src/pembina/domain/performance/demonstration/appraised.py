"""Last year and two quarters, appraised in the office of Sari: one objection decided, one open, some still to rate.

All of it goes through the operations that the pages use, each at the moment at which it would have happened.
"""

from datetime import UTC, date, datetime, time, timedelta

from pembina.domain.access.accounts import prepare_account
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.access.personas import PERSONAS
from pembina.domain.access.roles import EMPLOYEE
from pembina.domain.people.models import Person, Unit
from pembina.domain.people.queries import units_at_or_below
from pembina.domain.performance.appraisal_enums import AppraisalState, Ruling
from pembina.domain.performance.enums import PeriodCycle
from pembina.domain.performance.models import Appraisal, EvaluationPeriod
from pembina.domain.performance.operations.appraisals import RatingTold, explain_pattern, rate_appraisal, sign_appraisal
from pembina.domain.performance.operations.delivery import (
    deliver_appraisal,
    receive_appraisal,
    report_appraisal,
    return_appraisal,
)
from pembina.domain.performance.operations.making import add_appraisals
from pembina.domain.performance.operations.objections import (
    decide_objection,
    file_objection,
    record_hearing,
    record_statement,
)
from pembina.domain.performance.operations.organisation_ratings import OrganisationTold, rate_organisations
from pembina.domain.performance.operations.periods import PeriodTold, open_period
from pembina.domain.performance.snapshots import posts_in_scope, snapshots

OFFICE = "01.06"
AS_EXPECTED = RatingTold(
    "as_expected", "as_expected",
    advice="Hasil kerja sesuai harapan. Ikuti pelatihan manajemen waktu layanan pada gelombang berikutnya.",
)  # fmt: skip
ABOVE = RatingTold(
    "above", "above", "Berkas selesai lebih cepat dari target tanpa berkas yang dikembalikan.",
    "Membantu rekan loket pada hari ramai tanpa diminta.",
    "Bagikan cara kerjanya pada pertemuan bulanan bidang.", {"service": "Ramah dan cekatan menurut survei loket."},
)  # fmt: skip
BELOW = RatingTold(
    "below", "as_expected", "Empat berkas melewati standar waktu pada bulan terakhir periode.", "",
    "Susun jadwal harian bersama penilai; dampingi dua minggu.",
)  # fmt: skip
PATTERN = "Unit kecil; beberapa pegawai menyelesaikan penumpukan berkas di luar target."
# So many of the first appraisals of a rater in the open quarter are left to rate.
LEFT = 3


def load_demo_appraisals(*, on: date, at: datetime) -> int:
    """Write the appraisals of the demonstration; return how many. Nothing where any are on record, or no such office.

    The office is that of Sari with the units below it.
    """
    office = Unit.objects.filter(code=OFFICE).first()
    sari = Person.objects.filter(nip=PERSONAS["sari"].nip).first()
    if Appraisal.objects.exists() or office is None or sari is None:
        return 0
    year, before, latest = _periods_told(on)
    with one_event():
        _appraised(_Period(year, office, on), on=on)
        earlier = _appraised(_Period(before, office, on), on=on)
        _decided(earlier, sari)
        _current(_Period(latest, office, on), sari, on=on)
        record("load_demo_appraisals", on=office, by=None, at=at)
    return Appraisal.objects.count()


class _Period:
    """A period that is made from the office alone, as on the day on which its window opened."""

    def __init__(self, told: PeriodTold, office: Unit, on: date) -> None:
        rina = account(Person.objects.get(nip=PERSONAS["rina"].nip), on)
        self.first = noon(told.window_opens or date(told.year, 12, 31))
        self.row: EvaluationPeriod = open_period(told=told, by=rina, at=self.first)
        issued = min(self.row.window_ends, self.row.ends_on + timedelta(days=10))
        day = self.row.ends_on
        posts = posts_in_scope(day).filter(unit__in=units_at_or_below(office)).select_related("person", "unit")
        taken = snapshots(list(posts.order_by("pk")), self.row, day=day, on=day)
        # Every unit from which somebody is led: the own ones, and that of whoever leads the head of the office.
        led_from = Unit.objects.filter(pk__in={each.led_unit for each in taken})
        rated = [
            OrganisationTold(unit, "good", f"Laporan kinerja {unit.name}, {self.row.label}", issued)
            for unit in led_from
        ]
        rate_organisations(period=self.row, told=rated, by=rina, at=self.first)
        add_appraisals(taken, self.row, by=rina, at=self.first)


def _periods_told(on: date) -> tuple[PeriodTold, PeriodTold, PeriodTold]:
    """Return the year and the two quarters that have ended long enough ago; the later quarter is still evaluated."""
    year = on.year - 1 if on >= date(on.year, 3, 20) else on.year - 2
    ended = on - timedelta(days=40)
    quarter = ended.year * 4 + (ended.month - 1) // 3 - 1
    before, latest = (_quarter(index) for index in (quarter - 1, quarter))
    running = PeriodTold(latest.cycle, latest.year, latest.number, latest.window_opens, on + timedelta(days=7))
    return PeriodTold(PeriodCycle.ANNUAL, year), before, running


def _quarter(index: int) -> PeriodTold:
    year, number = index // 4, index % 4 + 1
    after = date(year + number // 4, number % 4 * 3 + 1, 1)
    return PeriodTold(PeriodCycle.QUARTERLY, year, number, after - timedelta(days=6), after + timedelta(days=20))


def _appraised(period: _Period, *, on: date) -> list[Appraisal]:
    """Rate, sign, deliver and take back everything that has a rater; return what was delivered."""
    day = timedelta(days=1)
    start = max(period.first, noon(period.row.ends_on)) + 12 * day
    done = []
    for position, one in enumerate(_ratable(period)):
        rater, person = rater_of(one, on), account(one.person, on)
        _signed(one, _told(position, one), rater, at=start)
        deliver_appraisal(appraisal=one, by=rater, at=start + day)
        receive_appraisal(appraisal=one, by=person, at=start + 2 * day)
        return_appraisal(appraisal=one, by=person, at=start + 5 * day, signs=True)
        if not _objects(one):
            report_appraisal(appraisal=one, by=rater, at=start + 6 * day)
        done.append(one)
    return done


def _current(period: _Period, sari: Person, *, on: date) -> None:
    """Leave some to rate; Sari's document waits for her, and a colleague has objected two days ago."""
    today, day = noon(on), timedelta(days=1)
    mine = [one for one in _ratable(period) if one.rater_id == _rater_of(period, sari)]
    others = [one for one in mine if one.person_id != sari.pk]
    for position, one in enumerate(others[LEFT:]):
        rater = rater_of(one, on)
        _signed(one, BELOW if position == 0 else AS_EXPECTED, rater, at=today - 12 * day)
        deliver_appraisal(appraisal=one, by=rater, at=today - 10 * day)
        if position == 0:
            person = account(one.person, on)
            receive_appraisal(appraisal=one, by=person, at=today - 8 * day)
            made = file_objection(
                appraisal=one, reason="Keterlambatan terjadi saat saya bertugas di dua loket sekaligus.",
                evidence="Surat tugas dan daftar giliran loket.", by=person, at=today - 2 * day,
            )  # fmt: skip
            words = "Penugasan ganda benar, hanya pada minggu kedua."
            record_statement(objection=made, words=words, by=rater, at=today - day)
    for one in mine:
        if one.person_id == sari.pk:
            rater = rater_of(one, on)
            _signed(one, ABOVE, rater, at=today - 5 * day)
            deliver_appraisal(appraisal=one, by=rater, at=today - 2 * day)


def _decided(done: list[Appraisal], sari: Person) -> None:
    """Let Sari have objected to the earlier quarter, and the superior of her rater have changed it."""
    one = next((each for each in done if each.person_id == sari.pk and each.superior_id), None)
    if one is None or one.rater is None or one.superior is None:
        return
    one.refresh_from_db()
    received, day = one.received_at or one.period.opened_at, timedelta(days=1)
    person, rater, head = (account(each, received.date()) for each in (sari, one.rater, one.superior))
    made = file_objection(
        appraisal=one, reason="Berkas yang terlambat menunggu rekomendasi dinas lain, di luar kendali saya.",
        evidence="Catatan waktu layanan: jeda menunggu rekomendasi.", by=person, at=received + 5 * day,
    )  # fmt: skip
    record_statement(objection=made, words="Jeda itu baru saya ketahui sekarang.", by=rater, at=received + 6 * day)
    record_hearing(objection=made, words="Jeda tercatat pada 4 dari 4 berkas.", by=head, at=received + 7 * day)
    changed = RatingTold("as_expected", one.behaviour, "", one.behaviour_reason, "Catat jeda sejak awal periode.")
    decide_objection(
        objection=made, ruling=Ruling.CHANGED, reason="Jeda di luar kendali pegawai terbukti dari catatan layanan.",
        told=changed, by=head, at=received + 9 * day,
    )  # fmt: skip
    report_appraisal(appraisal=one, by=head, at=received + 10 * day)


def _ratable(period: _Period) -> list[Appraisal]:
    found = Appraisal.objects.filter(period=period.row, state=AppraisalState.NEW, rater__isnull=False)
    return list(found.select_related("period", "person", "rater", "superior").order_by("pk"))


def _rater_of(period: _Period, person: Person) -> int | None:
    return Appraisal.objects.filter(period=period.row, person=person).values_list("rater", flat=True).first()


def _objects(one: Appraisal) -> bool:
    """Say whether somebody will object to an earlier period: Sari does, to the quarter."""
    return one.person.nip == PERSONAS["sari"].nip and one.period.cycle == PeriodCycle.QUARTERLY


def _told(position: int, one: Appraisal) -> RatingTold:
    if _objects(one):
        return BELOW
    return {1: ABOVE, 4: ABOVE, 9: BELOW}.get(position % 12, AS_EXPECTED)


def _signed(one: Appraisal, told: RatingTold, rater: User, *, at: datetime) -> None:
    if one.rater is not None and not one.rater.pattern_reasons.filter(period=one.period).exists():
        explain_pattern(period=one.period, rater=one.rater, words=PATTERN, by=rater, at=at)
    rated = rate_appraisal(appraisal=one, told=told, version=one.version, by=rater, at=at)
    sign_appraisal(appraisal=rated, version=rated.version, by=rater, at=at)


def account(person: Person, on: date) -> User:
    """Return the account of a person, made where there is none; only personas can sign in."""
    known = User.objects.filter(username=person.nip).first()
    roles = {persona.nip: persona.role for persona in PERSONAS.values()}
    return known or prepare_account(
        nip=person.nip, display_name=person.name, role=roles.get(person.nip, EMPLOYEE), by=None,
        at=noon(on - timedelta(days=700)),
    )  # fmt: skip


def rater_of(one: Appraisal, on: date) -> User:
    """Return the account of the rater of an appraisal that has one."""
    return account(Person.objects.get(appraisals_given=one), on)


def noon(day: date) -> datetime:
    """Return noon in the west of Indonesia."""
    return datetime.combine(day, time(5), tzinfo=UTC)
