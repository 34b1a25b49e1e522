"""Rina lets people in, moves and withdraws several after a look, enrols by a filter, and takes lists along."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from pembina.domain.access.events import AuditEvent
from pembina.domain.development.enums import BulkEnrolmentState, EnrolmentOrigin, EnrolmentState
from pembina.domain.development.models import BulkEnrolment, Enrolment
from pembina.domain.people.enums import PositionKind, Sex, Status
from pembina.domain.people.models import Assignment, Person

AT = "/angkatan/"
E = EnrolmentState


@pytest.fixture
def at(training):
    return f"{AT}{training.batch.pk}/"


def test_somebody_is_appointed(as_user, rina, training, at, words):
    client, person = as_user(rina), training.person()
    found = client.post(f"{at}peserta/", {"search": "person", "person_q": "tono"})
    assert person.name in words(found)
    assert client.post(f"{at}peserta/", {"person": person.pk}).url == at
    assert Enrolment.objects.get().state == E.OFFERED
    again = client.post(f"{at}peserta/", {"person": person.pk})
    assert "sudah tercatat di angkatan ini" in words(again)


def test_the_list_is_searched_and_narrowed(as_user, rina, training, at):
    client = as_user(rina)
    seated, waiting = training.person(), training.person()
    training.enrol(seated)
    training.enrol(waiting, state=E.WAITING)
    shown = [row.name for row in client.get(at).context["people"]]
    assert shown == [seated.name, waiting.name]
    assert [row.name for row in client.get(f"{at}?state=waiting").context["people"]] == [waiting.name]
    assert [row.name for row in client.get(f"{at}?q={seated.name[-2:]}").context["people"]] == [seated.name]
    assert client.get(f"{at}?q=zzz&state=x&sort=x").status_code == 200


def test_several_are_taken_out_after_a_look(as_user, rina, training, at, words):
    client = as_user(rina)
    rows = [training.enrol(training.person()) for _ in range(3)]
    address = f"{at}peserta/keluarkan/?peserta={rows[0].pk}&peserta={rows[1].pk}&peserta=x"
    assert "2 peserta dipilih" in words(client.get(address))
    assert client.post(address, {"reason": ""}).status_code == 422
    client.post(address, {"reason": "Angkatan dipecah"})
    assert sorted(Enrolment.objects.values_list("state", flat=True)) == [E.ENROLLED, E.WITHDRAWN, E.WITHDRAWN]


def test_all_that_match_are_moved_and_who_cannot_stays(as_user, rina, training, at, words):
    client, other = as_user(rina), training.group("Angkatan 2", seats=1)
    rows = [training.enrol(training.person()) for _ in range(3)]
    training.enrol(rows[2].person, batch=other)
    address = f"{at}peserta/pindahkan/?semua=1&state=enrolled"
    client.post(address, {"to": other.pk, "reason": "Angkatan dipecah"})
    assert "sudah tercatat di angkatan ini" in words(client.get(at))
    assert Enrolment.objects.get(pk=rows[2].pk).state == E.ENROLLED
    assert sorted(other.enrolments.values_list("state", flat=True)) == [E.ENROLLED, E.WAITING, E.WAITING]


def test_the_list_is_taken_along_with_its_filters_and_leaves_an_event(as_user, rina, training, at):
    training.enrol(training.person())
    training.enrol(training.person(), state=E.WAITING)
    answer = as_user(rina).post(f"{at}peserta/unduh/?state=waiting")
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert rows[0][:3] == ["NIP", "Nama", "Jabatan"]
    assert [row[4] for row in rows[1:]] == ["Daftar tunggu"]
    event = AuditEvent.objects.get(operation="export_participants")
    assert event.changes["people"] == ["", "1"]


def test_a_filter_is_looked_at_applied_and_taken_back(
    as_user, rina, training, at, words, django_capture_on_commit_callbacks
):
    for _ in range(3):
        training.person()
    client = as_user(rina)
    sent = client.post(f"{at}massal/", {"whom": "other", "unit": training.office.pk})
    bulk = BulkEnrolment.objects.get()
    page = words(client.get(sent.url))
    assert "Daftarkan 3 orang" in page
    assert training.office.name in page
    assert not Enrolment.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{AT}massal/{bulk.pk}/terapkan/")
    assert Enrolment.objects.filter(state=E.OFFERED).count() == 3
    assert "Urungkan pendaftaran ini" in words(client.get(sent.url))
    client.post(f"{AT}massal/{bulk.pk}/terapkan/")
    assert "sudah berjalan atau sudah selesai" in words(client.get(sent.url))
    client.post(f"{AT}massal/{bulk.pk}/urungkan/")
    assert not Enrolment.objects.exists()
    assert "Diurungkan" in words(client.get(sent.url))


def test_a_running_one_shows_how_far_it_has_come(as_user, rina, training, now, words):
    bulk = BulkEnrolment.objects.create(
        batch=training.batch, by=rina, made_at=now, touched_at=now, state=BulkEnrolmentState.RUNNING,
        progress_done=1_000, progress_total=5_000,
    )  # fmt: skip
    client, address = as_user(rina), f"{AT}massal/{bulk.pk}/"
    assert "1.000 dari 5.000 orang" in words(client.get(address))
    assert "1.000 dari 5.000 orang" in words(client.get(address, headers={"HX-Request": "true"}))
    bulk.state = BulkEnrolmentState.FAILED
    bulk.save()
    assert client.get(address, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_a_bulk_enrolment_of_another_organiser_is_not_found(as_user, rina, sari, training, now):
    bulk = BulkEnrolment.objects.create(batch=training.batch, by=rina, made_at=now, touched_at=now)
    client = as_user(sari)
    assert client.get(f"{AT}massal/{bulk.pk}/").status_code == 404
    assert client.post(f"{AT}massal/{bulk.pk}/terapkan/").status_code == 404


def people_in(training, count):
    """Fill the batch up to `count`, straight into the tables: a thousand one by one would take a minute."""
    first = Person.objects.count()
    made = Person.objects.bulk_create(
        Person(
            nip=f"19800101200501{1000 + number}", name=f"Peserta {number}", status=Status.PNS, sex=Sex.MALE,
            birth_date=training.today.replace(year=1980),
        )
        for number in range(first, first + count - training.batch.enrolments.count())
    )  # fmt: skip
    Assignment.objects.bulk_create(
        Assignment(
            person=one, unit=training.office, position="Pranata", position_kind=PositionKind.FUNCTIONAL,
            starts_on=training.today.replace(year=2020),
        )
        for one in made
    )  # fmt: skip
    Enrolment.objects.bulk_create(
        Enrolment(
            batch=training.batch, person=one, origin=EnrolmentOrigin.APPOINTMENT, state=E.ENROLLED,
            made_at=training.at, seated_at=training.at,
        )
        for one in made
    )  # fmt: skip


def test_the_page_costs_the_same_at_ten_and_at_a_thousand(as_user, rina, training, at):
    client = as_user(rina)
    for days in (3, 4, 5):
        training.session(begins=training.day(days))

    def cost(count):
        people_in(training, count)
        with CaptureQueriesContext(connection) as seen:
            client.get(at)
        return len(seen)

    assert cost(10) == cost(1_000)


def test_whoever_is_asked_may_be_taken_out_but_not_moved(as_user, rina, training, at, words):
    client = as_user(rina)
    rows = [training.enrol(training.person(), state=state) for state in (E.REQUESTED, E.OFFERED, E.WAITING)]
    chosen = "&".join(f"peserta={row.pk}" for row in rows)
    assert "1 peserta dipilih" in words(client.get(f"{at}peserta/pindahkan/?{chosen}"))
    assert "3 peserta dipilih" in words(client.get(f"{at}peserta/keluarkan/?{chosen}"))
