"""Reports of wrong data: made by those concerned, decided by somebody else, carried out whole or not at all."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from domain.people.conftest import BEGAN, NOON, TODAY
from pembina.domain.access.audit import events_on
from pembina.domain.access.models import RoleGrant, User
from pembina.domain.people.enums import PositionKind, ReportAbout, ReportState
from pembina.domain.people.models import CorrectionReport
from pembina.domain.people.operations import (
    Suggestion,
    accept_report,
    assign,
    decline_report,
    report_error,
    withdraw_report,
)
from pembina.domain.people.queries import history_of, main_assignments
from pembina.domain.people.refusals import (
    AlreadyDecidedError,
    AlreadyReportedError,
    NoAssignmentError,
    OutOfReachError,
    OwnReportError,
    OwnSuperiorError,
    ReasonMissingError,
    RefusedError,
    SuggestionMissingError,
)
from pembina.domain.people.searches import leaders
from pembina.domain.people.stewardship import reportable_by, reports_seen_by, reports_to_decide, staff_kept_by

LATER = date(2026, 10, 1)


@pytest.fixture
def office(unit):
    return unit("1")


@pytest.fixture
def staff(civil_servant, put, office, sari, budi):
    """Sari under Budi, and Wati who should be the superior."""
    people = {"sari": civil_servant(sari), "budi": civil_servant(budi), "wati": civil_servant(name="Wati")}
    put(people["budi"], office)
    put(people["sari"], office, superior=people["budi"])
    return people


@pytest.fixture
def report(staff, sari):
    def make(about=ReportAbout.SUPERIOR, note="", by=sari, **suggested):
        return report_error(
            person=staff["sari"], about=about, suggestion=Suggestion(**suggested), note=note, by=by, at=NOON
        )

    return make


def accept(report, rina, from_day=LATER, **more):
    return accept_report(report=report, from_day=from_day, answer="Sesuai SK.", by=rina, at=NOON, **more)


def now(person):
    return main_assignments(TODAY).get(person=person)


def test_an_accepted_superior_begins_on_the_day_and_the_former_stays_in_the_history(report, staff, rina):
    kept = accept(report(superior=staff["wati"]), rina)
    assert (kept.state, kept.decided_by, kept.decided_at, kept.reason) == ("accepted", rina, NOON, "Sesuai SK.")
    spans = [(row.superior, row.starts_on, row.ends_on) for row in history_of(staff["sari"])]
    assert spans == [(staff["wati"], LATER, None), (staff["budi"], BEGAN, LATER - timedelta(days=1))]
    assert [event.actor for event in events_on(kept)] == [rina, kept.reporter]


def test_an_accepted_unit_moves_the_person_and_keeps_the_superior_unless_one_is_named(report, staff, unit, rina):
    accept(report(ReportAbout.UNIT, unit=unit("2")), rina)
    assert (now(staff["sari"]).unit.code, now(staff["sari"]).superior) == ("2", staff["budi"])
    accept(report(ReportAbout.UNIT, unit=unit("3"), superior=staff["wati"]), rina, from_day=TODAY)
    assert (now(staff["sari"]).unit.code, now(staff["sari"]).superior) == ("3", staff["wati"])


def test_an_accepted_position_changes_the_title_alone(report, staff, rina):
    accept(report(ReportAbout.POSITION, position="Analis"), rina)
    held = now(staff["sari"])
    assert (held.position, held.unit.code, held.superior) == ("Analis", "1", staff["budi"])


def test_what_was_wrong_from_the_first_day_is_rewritten_with_the_reason_in_the_trail(report, staff, rina):
    kept = accept(report(superior=staff["wati"]), rina, from_day=BEGAN)
    (held,) = history_of(staff["sari"])
    assert (held.superior, held.starts_on) == (staff["wati"], BEGAN)
    event = events_on(held)[0]
    assert event.changes == {"superior": [staff["budi"].nip, staff["wati"].nip]}
    assert event.why == f"CorrectionReport {kept.pk}"


def test_not_mine_takes_the_superior_away(report, staff, budi, rina):
    accept(report(ReportAbout.NOT_MINE, by=budi), rina)
    assert now(staff["sari"]).superior is None


def test_not_mine_changes_nothing_once_somebody_else_leads(report, staff, budi, rina):
    made = report(ReportAbout.NOT_MINE, by=budi)
    accept(report(superior=staff["wati"]), rina)
    accept(made, rina, from_day=TODAY)
    assert now(staff["sari"]).superior == staff["wati"]
    assert history_of(staff["sari"]).count() == 2


def test_other_data_are_put_right_by_hand(report, staff, rina):
    assert accept(report(ReportAbout.OTHER, note="Gelar saya salah"), rina).state == ReportState.ACCEPTED
    assert history_of(staff["sari"]).count() == 1


def test_the_officer_may_name_somebody_else_than_the_reporter_did(report, staff, rina):
    accept(report(note="Atasan saya Wati"), rina, suggestion=Suggestion(superior=staff["wati"]))
    assert now(staff["sari"]).superior == staff["wati"]


@pytest.mark.parametrize(
    ("problem", "refusal"),
    [
        ({"superior": "sari"}, OwnSuperiorError),
        ({}, SuggestionMissingError),
    ],
)
def test_a_report_that_says_nothing_or_nonsense_is_refused(report, staff, problem, refusal):
    with pytest.raises(refusal):
        report(**{name: staff[value] for name, value in problem.items()})
    assert not CorrectionReport.objects.exists()


def test_the_same_is_reported_once_at_a_time(report, staff, sari):
    made = report(superior=staff["wati"])
    with pytest.raises(AlreadyReportedError):
        report(superior=staff["wati"])
    withdraw_report(report=made, by=sari, at=NOON)
    assert report(superior=staff["wati"]).is_open


def test_a_refused_change_leaves_the_report_open(report, staff, rina):
    made = report(superior=staff["wati"])
    for day in (date(2019, 1, 1), BEGAN - timedelta(days=1)):
        with pytest.raises(NoAssignmentError):
            accept(made, rina, from_day=day)
    made.refresh_from_db()
    assert made.is_open
    assert [event.operation for event in events_on(made)] == ["report_error"]


def test_without_a_suggestion_there_is_nothing_to_accept(report, rina):
    with pytest.raises(SuggestionMissingError):
        accept(report(note="Bukan dia"), rina)


@pytest.mark.parametrize("again", ["accept", "decline", "withdraw"])
def test_what_is_decided_stays_decided(report, staff, sari, rina, again):
    made = report(superior=staff["wati"])
    decline_report(report=made, reason="Sesuai SK.", by=rina, at=NOON)
    repeat = {
        "accept": lambda: accept(made, rina),
        "decline": lambda: decline_report(report=made, reason="Lagi.", by=rina, at=NOON),
        "withdraw": lambda: withdraw_report(report=made, by=sari, at=NOON),
    }
    with pytest.raises(AlreadyDecidedError):
        repeat[again]()


def test_a_report_is_not_declined_without_a_reason(report, staff, rina):
    with pytest.raises(ReasonMissingError):
        decline_report(report=report(superior=staff["wati"]), reason="  ", by=rina, at=NOON)


def test_nobody_decides_on_themselves(report, staff, civil_servant, put, office, rina):
    made = report_error(
        person=civil_servant(rina), about=ReportAbout.OTHER, suggestion=Suggestion(), note="x", by=rina, at=NOON
    )
    with pytest.raises(OwnReportError):
        accept(made, rina)
    assert not reports_to_decide(rina, on=TODAY).filter(pk=made.pk).exists()
    assert reports_seen_by(rina, on=TODAY).filter(pk=made.pk).exists()


def test_reports_may_be_made_by_oneself_and_by_whom_one_is_said_to_be_led(staff, sari, budi, dewi):
    assert set(reportable_by(sari, on=TODAY)) == {staff["sari"]}
    assert set(reportable_by(budi, on=TODAY)) == {staff["sari"], staff["budi"]}
    assert not reportable_by(dewi, on=TODAY).exists()


def test_others_neither_see_nor_decide_a_report(report, staff, sari, budi, dewi, rina):
    made = report(superior=staff["wati"])
    seeing = {user for user in (sari, budi, dewi, rina) if made in reports_seen_by(user, on=TODAY)}
    assert seeing == {sari, rina}
    assert [user for user in (sari, budi, dewi, rina) if made in reports_to_decide(user, on=TODAY)] == [rina]


@pytest.mark.parametrize(("code", "found"), [("1", 1), ("2", 0)])
def test_an_officer_of_one_office_decides_about_its_staff_only(report, staff, unit, office, dewi, code, found):
    report(superior=staff["wati"])
    place = office if code == "1" else unit(code)
    RoleGrant.objects.create(user=dewi, role_code="human_resources", starts_on=BEGAN, unit_id=place.pk)
    assert reports_to_decide(dewi, on=TODAY).count() == found
    assert staff_kept_by(dewi, on=TODAY).filter(pk=staff["sari"].pk).count() == found


def test_an_officer_does_not_put_people_into_an_office_of_others(report, staff, unit, office, dewi):
    made = report(ReportAbout.UNIT, unit=unit("2"))
    RoleGrant.objects.create(user=dewi, role_code="human_resources", starts_on=BEGAN, unit_id=office.pk)
    with pytest.raises(OutOfReachError):
        accept(made, dewi)


def test_a_closed_account_decides_nothing(report, staff, rina):
    report(superior=staff["wati"])
    User.objects.filter(pk=rina.pk).update(is_active=False)
    rina.refresh_from_db()
    assert not reports_to_decide(rina, on=TODAY).exists()
    assert not staff_kept_by(rina, on=TODAY).exists()


def test_only_leaders_are_found_when_a_superior_is_looked_for(staff, office):
    assert set(leaders(TODAY)) == {staff["budi"]}
    assign(
        person=staff["wati"], unit=office, position="Kepala", position_kind=PositionKind.STRUCTURAL, superior=None,
        starts_on=BEGAN, by=None, at=NOON,
    )  # fmt: skip
    assert set(leaders(TODAY)) == {staff["budi"], staff["wati"]}


@pytest.mark.parametrize(
    "change",
    [
        {"state": "accepted"},
        {"state": "withdrawn", "decided_at": NOON},
        {"state": "lost"},
        {"about": "weather"},
        {"decided_at": NOON},
    ],
    ids=str,
)
def test_the_database_refuses_what_skipped_the_operations(report, staff, change):
    made = report(superior=staff["wati"])
    with pytest.raises(IntegrityError), transaction.atomic():
        CorrectionReport.objects.filter(pk=made.pk).update(**change)


def test_every_refusal_says_what_to_do():
    for refusal in (NoAssignmentError("Tono", TODAY), OutOfReachError("Dinas"), AlreadyDecidedError()):
        assert isinstance(refusal, RefusedError)
        assert refusal.remedy.id.endswith(".")
        assert refusal.remedy.en.endswith(".")
