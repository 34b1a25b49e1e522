"""Services follow their unit: into the one it merges with, and to the hours of the one it now stands under."""

from datetime import date, timedelta

import pytest

from domain.services.catalogue.conftest import BY, NOON, SIX_DAYS, TODAY
from pembina.domain.access.audit import events_on
from pembina.domain.people.enums import ImportKind, Status, TimeZone
from pembina.domain.people.intake.applying import apply
from pembina.domain.people.intake.batches import receive
from pembina.domain.people.intake.checking import check
from pembina.domain.people.intake.rows import UnitRow
from pembina.domain.people.intake.undoing import undo
from pembina.domain.people.operations import close_unit, edit_unit, enrol_person, merge_units, move_unit
from pembina.domain.people.refusals import NotYetError, UnitHoldsError
from pembina.domain.services.complaint_enums import ComplaintKind
from pembina.domain.services.enums import ForumKind
from pembina.domain.services.models import TallyBasis
from pembina.domain.services.operations.api_tokens import issue_token
from pembina.domain.services.operations.calendars import set_week
from pembina.domain.services.operations.commitments import Promise, make_commitment
from pembina.domain.services.operations.complaints import Submission, submit_complaint
from pembina.domain.services.operations.forums import ForumPlan, plan_forum
from pembina.domain.services.operations.services import close_service, open_service
from pembina.domain.services.operations.survey_setup import PeriodPlan, edit_place, open_place, plan_survey
from pembina.domain.services.recounts import recount_now
from pembina.domain.services.survey_refusals import RoundsMeetError

ROUND = PeriodPlan(title="November", opens_on=date(2026, 11, 1), closes_on=date(2026, 11, 30))
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def other(unit, government):
    return unit("1.2", government)


@pytest.fixture
def service(office):
    """Return a maker of services of the office."""

    def make(code="KTP", unit=office):
        return open_service(unit=unit, code=code, name=f"Layanan {code}", on=date(2020, 1, 1), **BY)

    return make


@pytest.fixture
def merge(office, other):
    return lambda on=TODAY: merge_units(unit=office, into=other, on=on, **BY)


def now(row):
    return type(row).objects.get(pk=row.pk)


def counted(*services):
    for each in services:
        recount_now(each.pk)
    return waiting()


def waiting():
    return set(TallyBasis.objects.filter(state="waiting").values_list("pk", flat=True))


def test_open_services_move_with_a_merger_and_closed_ones_stay(service, merge, office, other):
    open_one, closed = service("KTP"), service("LAMA")
    close_service(service=closed, on=date(2025, 1, 1), **BY)
    merge(YESTERDAY)
    assert (now(open_one).unit, now(closed).unit) == (other, office)
    told = events_on(open_one)[0]
    assert (told.operation, told.changes) == ("move_service", {"unit": ["1.1", "1.2"]})


def test_nothing_undated_moves_before_its_day(service, merge, office):
    kept = service()
    with pytest.raises(NotYetError):
        merge(TODAY + timedelta(days=1))
    assert now(kept).unit == office


def test_counters_move_and_keep_names_apart(service, merge, office, other):
    told = {"name": "Loket 1", "needs_code": False, **BY}
    place = open_place(unit=office, service=service(), **told)
    unused = open_place(unit=office, service=None, **told | {"name": "Loket 2"})
    edit_place(place=unused, service=None, is_active=False, **told | {"name": "Loket 2"})
    open_place(unit=other, service=None, **told)
    merge()
    place, unused = now(place), now(unused)
    assert (place.unit, place.name, place.token) == (other, "Loket 1 (1.1)", place.token)
    assert place.service.unit == other
    assert unused.unit == office
    assert events_on(place)[0].changes == {"unit": ["1.1", "1.2"], "name": ["Loket 1", "Loket 1 (1.1)"]}


def test_a_round_of_the_survey_moves_and_covers_what_it_did(service, merge, office, other):
    mine, theirs = service(), service("IMB", other)
    period = plan_survey(unit=office, plan=ROUND, **BY)
    merge()
    period = now(period)
    assert period.unit == other
    assert list(period.services.all()) == [mine]
    assert theirs not in period.services.all()
    assert events_on(period)[0].operation == "carry_along"


def test_rounds_that_would_overlap_stop_a_merger(service, merge, office, other):
    kept = service()
    plan_survey(unit=office, plan=ROUND, **BY)
    plan_survey(unit=other, plan=ROUND, **BY)
    with pytest.raises(RoundsMeetError, match="November"):
        merge()
    assert now(kept).unit == office


@pytest.fixture
def hanging(office, rina):
    """One of each kind that hangs on the office."""
    said = Submission(kind=ComplaintKind.COMPLAINT, unit=office, text="Antre tiga jam")
    owner = {"nip": "199203152019032999", "name": "Sari Wulandari", "status": Status.PNS}
    sari = enrol_person(**owner, on=TODAY, **BY).person
    promise = Promise(promise="Loket kedua", owner=sari, made_on=TODAY, due_on=TODAY + timedelta(days=9))
    times = {"starts_at": NOON + timedelta(days=3), "ends_at": NOON + timedelta(days=3, hours=2)}
    plan = ForumPlan(title="Dengar warga", kind=ForumKind.OPEN_HOUSE, place="Balai desa", agenda=[], **times)
    by = {"by": rina, "at": NOON}
    return [
        submit_complaint(submission=said, token="t", device="d", address=None, at=NOON).complaint,
        make_commitment(unit=office, promise=promise, **by),
        plan_forum(unit=office, plan=plan, **by),
        issue_token(unit=office, name="SIMPEL", secret="s" * 40, **by),
    ]


def test_what_citizens_wait_for_moves_with_its_event(hanging, merge, other):
    merge()
    for row in hanging:
        assert now(row).unit == other
        told = events_on(row)[0]
        assert (told.operation, told.changes["unit"]) == ("carry_along", ["1.1", "1.2"])
    complaint = hanging[0]
    assert complaint.steps.order_by("-pk").first().unit == other


def test_a_unit_on_which_something_hangs_does_not_close(service, hanging, office):
    service()
    open_place(unit=office, name="Loket 1", service=None, needs_code=False, **BY)
    plan_survey(unit=office, plan=ROUND, **BY)
    with pytest.raises(UnitHoldsError) as refused:
        close_unit(unit=office, on=TODAY, **BY)
    for shown in ("1 layanan", "1 loket SKM", "1 periode SKM", "1 pengaduan yang belum selesai", "gabungkan unit ini"):
        assert shown in str(refused.value)
    office.refresh_from_db()
    assert office.closed_on is None


def test_a_unit_whose_services_have_closed_closes(service, office):
    close_service(service=service(), on=YESTERDAY, **BY)
    close_unit(unit=office, on=TODAY, **BY)
    assert now(office).closed_on == TODAY


def test_moving_a_unit_under_other_hours_counts_all_below_it_again(service, office, other, health_centre, government):
    mine, below, elsewhere = service(), service("RAWAT", health_centre), service("IMB", government)
    set_week(unit=other, starts_on=date(2020, 1, 1), week=SIX_DAYS, open_on_holidays=False, **BY)
    assert counted(mine, below, elsewhere) == set()
    move_unit(unit=office, to=other, on=TODAY, **BY)
    assert waiting() == {mine.pk, below.pk}


def test_moving_a_unit_under_the_same_hours_counts_nothing_again(service, office, other):
    counted(service())
    move_unit(unit=office, to=other, on=TODAY, **BY)
    assert waiting() == set()


def test_another_time_zone_counts_the_own_services_again(service, office, health_centre):
    mine, below = service(), service("RAWAT", health_centre)
    counted(mine, below)
    told = {name: getattr(office, name) for name in ("code", "name", "kind", "sector")}
    edit_unit(unit=office, **told, time_zone=TimeZone.WIT, **BY)
    assert waiting() == {mine.pk}


def test_the_units_below_a_merged_one_are_counted_by_the_hours_of_the_other(service, merge, other, health_centre):
    mine, below = service(), service("RAWAT", health_centre)
    set_week(unit=other, starts_on=date(2020, 1, 1), week=SIX_DAYS, open_on_holidays=False, **BY)
    counted(mine, below)
    merge()
    assert waiting() == {mine.pk, below.pk}


def test_a_file_that_moves_units_counts_again_forth_and_back(service, office, other, rina):
    mine = service()
    set_week(unit=other, starts_on=date(2020, 1, 1), week=SIX_DAYS, open_on_holidays=False, **BY)
    counted(mine)
    received = {"file_name": "unit.xlsx", "file_sha256": "0" * 64, "complete": False}
    batch = receive(kind=ImportKind.UNITS, on=TODAY, **received, by=rina, at=NOON)
    check(batch, [UnitRow(row=2, code="1.1", name=office.name, parent="1.2")], [], at=NOON)
    apply(batch, by=rina, at=NOON)
    assert waiting() == {mine.pk}
    counted(mine)
    undo(batch, by=rina, at=NOON)
    assert waiting() == {mine.pk}
