"""Sari sees what is offered and why, asks, answers, withdraws, and takes her sessions into a calendar."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from pembina.domain.development.enums import AttendanceMeans, AttendanceStatus, EnrolmentState, TestMoment
from pembina.domain.development.models import Attendance, CalendarAddress, Enrolment, LearningTest
from pembina.domain.development.operations.enrolments import appoint
from pembina.domain.people.enums import LegalPosition, Sector

AT = "/belajar/"
E = EnrolmentState


@pytest.fixture
def employee(training, sari):
    return training.person(sari)


def test_what_is_offered_says_why(as_user, sari, training, employee, words):
    client = as_user(sari)
    assert "Program ini untuk semua pegawai." in words(client.get(AT))
    training.programme.population = {"units": [training.office.pk]}
    training.programme.save()
    assert "termasuk sasaran program ini" in words(client.get(AT))
    training.programme.population = {"units": [training.other_office.pk]}
    training.programme.save()
    assert "Belum ada yang dibuka untuk Anda" in words(client.get(AT))


def test_a_batch_of_a_wave_is_offered_to_its_units(as_user, sari, training, employee, words):
    client = as_user(sari)
    training.batch.wave = training.wave(1, training.other_office)
    training.batch.save()
    assert "Belum ada yang dibuka untuk Anda" in words(client.get(AT))
    assert client.get(f"{AT}angkatan/{training.batch.pk}/").status_code == 200
    refused = client.post(f"{AT}angkatan/{training.batch.pk}/minta/", {"wish": "", "asked": "1"})
    assert "untuk sasaran program atau gelombang lain" in words(refused)
    training.batch.wave = training.wave(2, training.office)
    training.batch.save()
    assert "Unit kerja Anda masuk gelombang 2" in words(client.get(AT))


def test_a_seat_is_requested_and_given_up(as_user, sari, training, employee, words):
    client, offer = as_user(sari), f"{AT}angkatan/{training.batch.pk}/"
    training.session(begins=training.day(2))
    assert "Minta kursi" in words(client.get(offer))
    assert client.post(f"{offer}minta/", {"wish": "Antrean", "asked": "1"}).url == offer
    shown = words(client.get(offer))
    assert "Menunggu persetujuan atasan" in shown
    assert "Minta kursi" not in shown
    place = Enrolment.objects.get()
    client.post(f"{AT}tempat/{place.pk}/mundur/", {"reason": "Cuti"})
    place.refresh_from_db()
    assert place.state == E.WITHDRAWN
    assert "Cuti" in words(client.get(AT))


def test_an_offer_is_accepted_in_one_tap(as_user, sari, rina, training, employee, words):
    place = appoint(batch=training.batch, person=employee, by=rina, at=training.at)
    training.session(begins=training.day(2))
    client = as_user(sari)
    assert "Menunggu jawaban Anda" in words(client.get(AT))
    client.post(f"{AT}tempat/{place.pk}/terima/")
    place.refresh_from_db()
    assert place.state == E.ENROLLED
    page = words(client.get(AT))
    assert "Sesi dalam tiga hari" in page
    assert "Menunggu jawaban Anda" not in page


def test_an_offer_says_until_when_and_asks_no_longer_afterwards(as_user, sari, rina, training, employee, words):
    place = appoint(batch=training.batch, person=employee, by=rina, at=training.at)
    client, page = as_user(sari), f"{AT}angkatan/{training.batch.pk}/"
    for address in (AT, page):
        assert f"Jawab paling lambat {training.batch.closes_on.day} " in words(client.get(address))
    training.batch.opens_on = training.batch.closes_on = training.today - timedelta(days=10)
    training.batch.save()
    Enrolment.objects.filter(pk=place.pk).update(made_at=training.at - timedelta(days=20))
    assert "Anda diminta menjawab" not in words(client.get(page))
    assert "tidak dapat diterima lagi" in words(client.post(f"{AT}tempat/{place.pk}/terima/", follow=True))


def test_an_offer_is_declined_with_a_reason(as_user, sari, rina, training, employee):
    place = appoint(batch=training.batch, person=employee, by=rina, at=training.at)
    client = as_user(sari)
    assert client.post(f"{AT}tempat/{place.pk}/tolak/", {"reason": ""}).status_code == 422
    client.post(f"{AT}tempat/{place.pk}/tolak/", {"reason": "Sedang cuti"})
    place.refresh_from_db()
    assert (place.state, place.reason) == (E.DECLINED, "Sedang cuti")


def test_the_place_of_another_is_not_found(as_user, sari, dewi, rina, training, employee):
    place = appoint(batch=training.batch, person=employee, by=rina, at=training.at)
    training.person(dewi)
    client = as_user(dewi)
    for way in ("terima", "tolak", "mundur"):
        assert client.post(f"{AT}tempat/{place.pk}/{way}/", {"reason": "x"}).status_code == 404


def test_whoever_is_no_person_or_left_is_told(as_user, rina, sari, training, employee, words):
    employee.legal_position = LegalPosition.SUSPENDED
    employee.save()
    assert "Belum ada yang dibuka untuk Anda" in words(as_user(sari).get(AT))
    training.office.sector = Sector.HEALTH
    from pembina.domain.access.models import User

    partner = User.objects.create(username="mitra-uni", display_name="Universitas")
    assert "bukan akun pegawai" in words(as_user(partner).get(AT))
    assert as_user(partner).get(f"{AT}angkatan/{training.batch.pk}/").status_code == 404


def address_in(answer):
    return re.search(r'value="http://testserver(/belajar/kalender/[^"]+\.ics)"', answer.content.decode())[1]


def test_a_calendar_reads_the_own_sessions_until_the_address_is_revoked(
    as_user, client, sari, training, employee, words
):
    training.enrol(employee)
    training.session(begins=training.day(2))
    training.session(begins=training.day(3), batch=training.group("Lain"))
    mine = as_user(sari)
    assert "Belum ada alamat." in words(mine.get(f"{AT}kalender/"))
    made = mine.post(f"{AT}kalender/")
    assert made.headers["Cache-Control"] == "no-store"
    address = address_in(made)
    assert CalendarAddress.objects.get().digest not in address
    assert address not in words(mine.get(f"{AT}kalender/"))
    feed = client.get(address)
    assert feed.headers["Content-Type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(feed.content).walk("VEVENT")
    assert [event["dtstart"].dt for event in events] == [training.day(2)]
    assert client.get(address, headers={"If-None-Match": feed.headers["ETag"]}).status_code == 304
    renewed = address_in(mine.post(f"{AT}kalender/"))
    assert client.get(address).status_code == 404
    assert client.get(renewed).status_code == 200
    mine.post(f"{AT}kalender/cabut/")
    assert client.get(renewed).status_code == 404
    assert client.get(f"{AT}kalender/x.ics").status_code == 404


def test_a_cancelled_session_stays_in_the_calendar_as_called_off(as_user, client, sari, training, employee):
    training.enrol(employee)
    session = training.session(begins=training.day(2), state="cancelled", cancel_reason="Listrik padam", revision=2)
    event = Calendar.from_ical(client.get(address_in(as_user(sari).post(f"{AT}kalender/"))).content).walk("VEVENT")[0]
    assert (event["status"], event["sequence"], str(event["summary"])[: len(session.title)]) == (
        "CANCELLED", 2, session.title,
    )  # fmt: skip


def with_a_test_and_a_form(training, employee, batch):
    """Seat somebody in a batch whose test is open and whose only session was attended."""
    hours = {"opens_at": training.at - timedelta(hours=1), "closes_at": training.at + timedelta(hours=1)}
    seat, met = training.enrol(employee, batch=batch), training.session(batch=batch, begins=training.day(-2))
    made = LearningTest.objects.create(batch=batch, moment=TestMoment.AFTER, **hours)
    told = {"status": AttendanceStatus.PRESENT, "means": AttendanceMeans.LIST, "received_at": training.at}
    Attendance.objects.create(session=met, enrolment=seat, **told)
    return made


def test_open_tests_and_forms_wait_for_an_answer(as_user, sari, training, employee, words):
    client = as_user(sari)
    before = words(client.get(AT))
    assert "Tes dan evaluasi saya" in before
    assert "Menunggu jawaban Anda" not in before
    made = with_a_test_and_a_form(training, employee, training.batch)
    page = words(client.get(AT))
    assert "Menunggu jawaban Anda" in page
    assert f'href="/tes/{made.pk}/kerjakan/"' in page
    assert f'href="/tes/{training.batch.pk}/evaluasi/"' in page
    LearningTest.objects.update(closes_at=training.at - timedelta(minutes=1))
    assert f'href="/tes/{made.pk}/kerjakan/"' not in words(client.get(AT))


def test_many_tests_take_no_more_queries_than_one(as_user, sari, training, employee):
    client = as_user(sari)
    numbers = []
    for name in ("Angkatan 8", "Angkatan 9"):
        with_a_test_and_a_form(training, employee, training.group(name))
        with CaptureQueriesContext(connection) as taken:
            client.get(AT)
        numbers.append(len(taken))
    assert numbers[0] == numbers[1]


def test_a_calendar_ends_with_the_account(as_user, client, sari, employee):
    address = address_in(as_user(sari).post(f"{AT}kalender/"))
    assert client.get(address).status_code == 200
    sari.is_active = False
    sari.save()
    assert client.get(address).status_code == 404
