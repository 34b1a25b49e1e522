"""Who of a batch gets a certificate, who not and why; and issuing it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from domain.development.certifying import attended
from pembina.domain.development.enums import AttendanceStatus, EnrolmentState
from pembina.domain.development.models import Certificate
from pembina.web.certificates import batch_views

pytestmark = pytest.mark.django_db


def page_of(client, training):
    return client.get(reverse("certificates:batch", args=[training.batch.pk])).content.decode()


def sent(client, training, *seats, **told):
    data = told | {"enrolment": [seat.pk for seat in seats]}
    return client.post(reverse("certificates:batch", args=[training.batch.pk]), data)


def test_the_page_names_who_gets_one_and_why_others_do_not(as_user, rina, training, seat, absent):
    page = page_of(as_user(rina), training)
    assert page.count("checked") == 1
    assert "Hadir 1 dari 2 sesi; paling sedikit 80 %." in page
    assert not Certificate.objects.exists()


def test_those_ticked_get_theirs(as_user, rina, training, seat, absent, signing):
    client = as_user(rina)
    answer = sent(client, training, seat, **signing)
    assert answer.status_code == 302
    made = Certificate.objects.get()
    assert (made.enrolment, made.content["signer"]["name"]) == (seat, signing["signer"])
    assert made.number in page_of(client, training)


def test_a_certificate_whose_attendance_was_corrected_is_named_with_what_lacks(
    as_user, rina, auditor, training, seat, certificate
):
    assert "Syarat tidak lagi terpenuhi" not in page_of(as_user(rina), training)
    seat.attendances.filter(session=training.batch.sessions.first()).update(status=AttendanceStatus.ABSENT)
    revoke = reverse("certificates:revoke", args=[certificate.pk])
    page = page_of(as_user(rina), training)
    assert "Syarat tidak lagi terpenuhi" in page
    assert "Hadir 1 dari 2 sesi; paling sedikit 80 %." in page
    assert revoke in page
    # Auditors read what lacks; revoking is for others.
    read = page_of(as_user(auditor), training)
    assert "Hadir 1 dari 2 sesi" in read
    assert revoke not in read


def test_a_missing_signer_stands_at_its_field_and_the_ticks_stay(as_user, rina, training, seat, signing):
    answer = sent(as_user(rina), training, seat, **(signing | {"signer": ""}))
    assert answer.status_code == 422
    assert f'value="{seat.pk}" checked' in answer.content.decode()
    assert not Certificate.objects.exists()


def test_somebody_who_withdrew_meanwhile_is_refused(as_user, rina, training, seat, absent, signing):
    seat.state, seat.ended_at, seat.reason = EnrolmentState.WITHDRAWN, training.at, "Pindah tugas"
    seat.save()
    answer = sent(as_user(rina), training, seat, **signing)
    assert answer.status_code == 422
    assert "mengundurkan diri: Pindah tugas" in answer.content.decode()


@pytest.mark.parametrize("name", ["sari", "budi", "dewi"])
def test_for_others_there_is_no_such_page(as_user, person, training, name):
    assert as_user(person(name)).get(reverse("certificates:batch", args=[training.batch.pk])).status_code == 404


def test_the_organiser_issues_without_planning_programmes(as_user, budi, training, seat, signing):
    training.batch.organiser = training.person(budi)
    training.batch.save()
    assert sent(as_user(budi), training, seat, **signing).status_code == 302


def test_auditors_read_and_change_nothing(as_user, auditor, training, seat, signing):
    client = as_user(auditor)
    assert page_of(client, training).count("checkbox") == 0
    sent(client, training, seat, **signing)
    assert not Certificate.objects.exists()


def test_the_list_narrows_and_leaves_as_a_workbook(as_user, rina, certificate):
    client = as_user(rina)
    assert certificate.number in client.get(reverse("certificates:index"), {"q": "Sari"}).content.decode()
    assert "Tidak ada yang cocok" in client.get(reverse("certificates:index"), {"state": "revoked"}).content.decode()
    assert client.post(reverse("certificates:export")).content.startswith(b"PK")


@pytest.fixture
def three_ready(training, sessions, monkeypatch):
    """Return three seats that are ready, of which a page shows two."""
    monkeypatch.setattr(batch_views, "ON_A_PAGE", 2)
    return [attended(training, sessions=sessions) for _ in range(3)]


def mark_on(page):
    return re.search(r'name="everybody" value="([0-9a-f]+)"', page)[1]


def test_all_who_are_ready_get_theirs_with_one_box(as_user, rina, training, three_ready, absent, signing):
    client = as_user(rina)
    page = page_of(client, training)
    assert page.count('name="enrolment"') == 2
    assert "Semua yang siap (3)" in page
    assert sent(client, training, everybody=mark_on(page), **signing).status_code == 302
    assert {one.enrolment for one in Certificate.objects.all()} == set(three_ready)
    assert 'name="everybody"' not in page_of(client, training)


def test_nobody_is_added_whom_the_page_did_not_count(as_user, rina, training, sessions, three_ready, signing):
    client = as_user(rina)
    page = page_of(client, training)
    attended(training, sessions=sessions)
    answer = sent(client, training, everybody=mark_on(page), **signing)
    assert answer.status_code == 422
    assert "sudah berubah sejak halaman ini dibuka" in answer.content.decode()
    assert not Certificate.objects.exists()


def test_the_page_asks_the_same_at_many_participants(as_user, rina, training, sessions):
    client, counts = as_user(rina), []
    for more in (9, 20):
        for _ in range(more):
            attended(training, sessions=sessions)
        page_of(client, training)
        with CaptureQueriesContext(connection) as asked:
            page_of(client, training)
        counts.append(len(asked))
    assert counts[0] == counts[1]
