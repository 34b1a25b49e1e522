"""Budi sees who of his staff is where, approves in two taps, refuses with a reason, nominates with the cover shown."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.models import Enrolment, LearningRecord
from pembina.domain.development.operations.enrolments import request_seat

AT = "/belajar/tim/"
E = EnrolmentState


@pytest.fixture
def leader(training, budi):
    return training.person(budi)


@pytest.fixture
def employee(training, sari, leader):
    return training.person(sari, superior=leader)


@pytest.fixture
def request_of_sari(training, employee, sari):
    return request_seat(batch=training.batch, person=employee, by=sari, at=training.at, wish="Antrean pendek")


def test_a_request_is_approved_in_two_taps(as_user, budi, training, request_of_sari, words):
    client = as_user(budi)
    assert "1 permintaan kursi dari tim Anda" in words(client.get("/belajar/"))
    page = words(client.get(AT))
    assert "Antrean pendek" in page
    assert client.post(f"{AT}permintaan/{request_of_sari.pk}/setujui/", {"cover_reason": ""}).url == AT
    request_of_sari.refresh_from_db()
    assert request_of_sari.state == E.ENROLLED
    assert "Terdaftar" in words(client.get(AT))


def test_a_request_is_refused_with_a_reason(as_user, budi, training, request_of_sari):
    client, address = as_user(budi), f"{AT}permintaan/{request_of_sari.pk}/tolak/"
    assert client.post(address, {"reason": " "}).status_code == 422
    assert client.post(address, {"reason": "Loket kurang orang"}).url == AT
    request_of_sari.refresh_from_db()
    assert (request_of_sari.state, request_of_sari.reason) == (E.REFUSED, "Loket kurang orang")


def test_too_many_away_asks_for_a_reason_with_the_days_in_sight(
    as_user, budi, training, leader, employee, request_of_sari, words
):
    training.batch.most_away = 20
    training.batch.save()
    training.session(begins=training.day(3))
    training.enrol(training.person(superior=leader))
    client, address = as_user(budi), f"{AT}permintaan/{request_of_sari.pk}/setujui/"
    asked = client.post(address, {"cover_reason": ""})
    assert asked.status_code == 422
    assert "2 dari 3 pegawai tidak di tempat" in words(asked)
    assert "1 dari 3" in words(asked)
    client.post(address, {"cover_reason": "Loket tutup"})
    request_of_sari.refresh_from_db()
    assert request_of_sari.state == E.ENROLLED


def test_somebody_is_nominated_and_only_of_the_own_team(as_user, budi, training, employee, dewi, words):
    stranger = training.person(dewi, unit=training.other_office)
    client, address = as_user(budi), f"{AT}angkatan/{training.batch.pk}/usulkan/"
    assert training.batch.title in words(client.get(AT))
    assert employee.name in words(client.get(address))
    assert client.post(address, {"person": stranger.pk, "cover_reason": ""}).status_code == 422
    assert client.post(address, {"person": employee.pk, "cover_reason": ""}).url == AT
    assert Enrolment.objects.get().state == E.OFFERED


def test_others_find_no_request_and_an_empty_team(as_user, dewi, training, request_of_sari, words):
    training.person(dewi, unit=training.other_office)
    client = as_user(dewi)
    assert "Tidak ada pegawai yang Anda pimpin hari ini" in words(client.get(AT))
    for way in ("setujui", "tolak"):
        assert client.post(f"{AT}permintaan/{request_of_sari.pk}/{way}/", {"reason": "x"}).status_code == 404
    assert client.get(f"{AT}angkatan/{training.batch.pk}/usulkan/").status_code == 200


def test_the_page_costs_the_same_with_many(as_user, budi, training, leader, employee):
    client = as_user(budi)

    def cost(count):
        while leader.led_assignments.count() < count:
            one = training.person(superior=leader)
            training.enrol(one, state=E.REQUESTED)
        with CaptureQueriesContext(connection) as seen:
            client.get(AT)
        return len(seen)

    assert cost(3) == cost(20)


def test_hours_are_told_as_everywhere_and_nothing_stands_for_no_place(as_user, budi, training, employee, words):
    page = words(as_user(budi).get(AT))
    assert 'data-label="Belajar"' not in page
    record = {"title": "Seminar", "form": 8, "organiser": "Universitas Contoh", "number": "1"}
    days = {"first_day": training.today, "last_day": training.today, "year": training.today.year}
    LearningRecord.objects.create(
        person=employee, hours=15, state="counted", source="own_report", noted_by=training.rina, noted_at=training.at,
        **record, **days,
    )  # fmt: skip
    assert "15 JP" in words(as_user(budi).get(AT))
