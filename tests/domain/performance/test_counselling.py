"""Counselling: a closed class of records, of which the trail knows that something happened and never what."""

from datetime import date

import pytest

from pembina.domain.access.events import AuditEvent
from pembina.domain.access.models import RoleGrant
from pembina.domain.access.permissions import Permission
from pembina.domain.access.roles import ADMINISTRATOR, COUNSELLOR, HUMAN_RESOURCES, ROLES
from pembina.domain.performance import counselling_refusals as refusals
from pembina.domain.performance.operations.counselling import (
    close_counselling,
    note_counselling,
    report_for_counselling,
    take_counselling,
)
from pembina.domain.performance.queries.counselling import counselling_known_to, counselling_waiting, words_open_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def counsellor(speaking):
    """Return a maker of counsellors."""

    def make(person):
        user = speaking.account(person)
        RoleGrant.objects.create(user=user, role_code=COUNSELLOR.code, starts_on=date(2020, 1, 1))
        return user

    return make


@pytest.fixture
def report(speaking, budi):
    return report_for_counselling(
        person=speaking.sari, problem="Rahasia-masalah", tried="Rahasia-upaya", by=budi, at=speaking.at
    )


def test_only_the_counsellor_holds_the_permission_and_only_the_administrator_grants_it():
    assert [code for code, role in ROLES.items() if Permission.COUNSEL in role.permissions] == ["counsellor"]
    assert COUNSELLOR.code in ADMINISTRATOR.grants
    assert COUNSELLOR.code not in HUMAN_RESOURCES.grants


def test_a_leader_reports_once_and_nobody_else_does(speaking, report, budi, dewi):
    with pytest.raises(refusals.CounsellingOpenError):
        report_for_counselling(person=speaking.sari, problem="a", tried="b", by=budi, at=speaking.at)
    with pytest.raises(refusals.NotLedError):
        report_for_counselling(person=speaking.sari, problem="a", tried="b", by=dewi, at=speaking.at)
    with pytest.raises(refusals.CounsellingWordsError):
        report_for_counselling(person=speaking.tono, problem="a", tried=" ", by=budi, at=speaking.at)


def test_the_reporter_reads_it_until_it_is_taken_over(speaking, report, sari, budi, dewi, rina, person, counsellor):
    expert = counsellor(speaking.dewi)
    assert [words_open_to(user, report) for user in (sari, budi, expert)] == [True] * 3
    take_counselling(report=report, by=expert, at=speaking.at)
    assert [words_open_to(user, report) for user in (sari, budi, expert)] == [True, False, True]
    assert counselling_known_to(budi).exists()
    strangers = (rina, person("agus"), person("wayan"), speaking.account(speaking.head))
    assert not any(counselling_known_to(user).exists() or words_open_to(user, report) for user in strangers)


def test_what_one_counsellor_took_no_other_knows(speaking, report, counsellor):
    first, second = counsellor(speaking.dewi), counsellor(speaking.tono)
    assert counselling_waiting(second).exists()
    take_counselling(report=report, by=first, at=speaking.at)
    assert not counselling_known_to(second).exists()
    with pytest.raises(refusals.CounsellingStepError):
        take_counselling(report=report, by=second, at=speaking.at)
    with pytest.raises(refusals.NotCounsellorError):
        note_counselling(report=report, words="Talk", by=second, at=speaking.at)


def test_nobody_counsels_oneself_or_what_one_reported(speaking, report, counsellor):
    for person in (speaking.sari, speaking.budi):
        user = counsellor(person)
        assert not counselling_waiting(user).exists()
        with pytest.raises(refusals.NotCounsellorError):
            take_counselling(report=report, by=user, at=speaking.at)


def test_a_counsellor_notes_and_closes_and_nothing_follows(speaking, report, budi, counsellor):
    expert = counsellor(speaking.dewi)
    take_counselling(report=report, by=expert, at=speaking.at)
    note_counselling(report=report, words="Rahasia-catatan", by=expert, at=speaking.at)
    close_counselling(report=report, by=expert, at=speaking.at)
    with pytest.raises(refusals.CounsellingStepError):
        note_counselling(report=report, words="Lagi", by=expert, at=speaking.at)
    assert report_for_counselling(person=speaking.sari, problem="a", tried="b", by=budi, at=speaking.at)


def test_the_trail_holds_no_word(speaking, report, sari, counsellor):
    expert = counsellor(speaking.dewi)
    take_counselling(report=report, by=expert, at=speaking.at)
    note = note_counselling(report=report, words="Rahasia-catatan", by=expert, at=speaking.at)
    note.words = "Rahasia-lain"
    note.save()
    report.tried = "Rahasia-lain"
    report.save()
    told = [f"{each.changes}{each.why}{each.object_repr}" for each in AuditEvent.objects.filter(concerns=sari.username)]
    assert len(told) >= 3
    assert not any("Rahasia" in each for each in told)
