"""Rina plans a batch and its sessions; a partner sees its own, and whoever has no business there nothing."""

from datetime import date, timedelta

import pytest

from pembina.domain.access.audit import events_on
from pembina.domain.access.models import RoleGrant, User
from pembina.domain.development.enums import BatchState, EnrolmentState, Mode, SessionState
from pembina.domain.development.models import Batch, Session
from pembina.domain.people.enums import LegalPosition
from pembina.domain.people.models import Person
from pembina.domain.services.enums import ClosedDayKind
from pembina.domain.services.models import ClosedDay

AT = "/angkatan/"


def said(training, **more):
    return {
        "title": "Angkatan 9", "version": training.version.pk, "organiser": training.organiser().pk,
        "mode": Mode.CLASSROOM.value, "time_zone": "Asia/Makassar", "seats": 20, "most_away": 40,
        "opens_on": training.today.isoformat(), "closes_on": (training.today + timedelta(days=9)).isoformat(),
        "needs_approval": "on", **more,
    }  # fmt: skip


def session_said(training, days=3, **more):
    day = training.day(days).date().isoformat()
    return {"title": "Pengantar", "day": day, "starts": "09:00", "ends": "11.30", "mode": "classroom", "room": "Aula",
            **more}  # fmt: skip


def test_a_batch_is_planned_opened_and_begun(as_user, rina, training, words):
    client = as_user(rina)
    assert training.programme.title in words(client.get(f"{AT}baru/"))
    sent = client.post(f"{AT}baru/{training.programme.pk}/", said(training, answer_days=5))
    made = Batch.objects.get(title="Angkatan 9")
    assert made.answer_days == 5
    assert sent.url == f"{AT}{made.pk}/"
    assert (made.state, made.needs_approval, made.most_away) == (BatchState.PLANNED, True, 40)
    client.post(f"{AT}{made.pk}/langkah/buka/")
    client.post(f"{AT}{made.pk}/langkah/mulai/")
    assert "belum mempunyai sesi" in words(client.get(f"{AT}{made.pk}/"))
    client.post(f"{AT}{made.pk}/sesi/", session_said(training))
    # Nine in the morning on the clock of the batch, WITA, is one o'clock UTC.
    assert made.sessions.get().starts_at.strftime("%H:%M") == "01:00"
    client.post(f"{AT}{made.pk}/langkah/mulai/")
    made.refresh_from_db()
    assert made.state == BatchState.RUNNING
    assert client.post(f"{AT}{made.pk}/langkah/x/").status_code == 404
    assert "Angkatan 9" in words(client.get(f"{AT}?q=angkatan+9&state=running"))
    assert "Tidak ada yang cocok" in words(client.get(f"{AT}?q=zzz"))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"closes_on": "2020-01-01"}, "Pendaftaran ditutup sebelum dibuka."),
        ({"seats": 0}, "Kursi"),
        ({"title": ""}, "Nama angkatan"),
        ({"most_away": 101}, "Paling banyak dari satu unit"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(as_user, rina, training, words, wrong, told):
    answer = as_user(rina).post(f"{AT}baru/{training.programme.pk}/", said(training, **wrong))
    assert answer.status_code == 422
    assert told in words(answer)
    assert Batch.objects.count() == 1


def test_a_change_keeps_what_the_form_showed(as_user, rina, training):
    client, batch = as_user(rina), training.batch
    shown = client.get(f"{AT}{batch.pk}/ubah/").context["form"].initial
    sent = {name: value for name, value in shown.items() if value not in (None, False)} | {"seats": 31}
    sent |= {name: shown[name].isoformat() for name in ("opens_on", "closes_on")}
    assert client.post(f"{AT}{batch.pk}/ubah/", sent).status_code == 302
    before = {name: getattr(batch, name) for name in ("title", "version_id", "organiser_id", "mode", "time_zone")}
    batch.refresh_from_db()
    assert batch.seats == 31
    assert before == {name: getattr(batch, name) for name in before}


def test_a_room_in_use_is_told_and_may_be_confirmed(as_user, rina, training, words):
    client = as_user(rina)
    other = training.group("Angkatan lain")
    training.session(begins=training.day(3), batch=other)
    address = f"{AT}{training.batch.pk}/sesi/"
    asked = client.post(address, session_said(training))
    assert asked.status_code == 200
    assert "Ruang Aula sudah dipakai: Angkatan lain, Sesi 1" in words(asked)
    assert not training.batch.sessions.exists()
    client.post(address, session_said(training, confirmed="1"))
    assert training.batch.sessions.count() == 1


def test_two_sessions_of_a_batch_at_once_and_a_trainer_in_two_places_are_refused(as_user, rina, training, words):
    client, teacher = as_user(rina), training.person()
    other = training.group("Angkatan lain")
    training.session(begins=training.day(4), batch=other).trainers.create(person=teacher)
    training.session(begins=training.day(3))
    at_once = client.post(f"{AT}{training.batch.pk}/sesi/", session_said(training, room="Lain"))
    assert "Bentrok dengan sesi lain angkatan ini" in words(at_once)
    taught = client.post(
        f"{AT}{training.batch.pk}/sesi/", session_said(training, days=4, room="Lain", trainers=[teacher.pk])
    )
    assert "mengajar pada jam yang sama: Angkatan lain" in words(taught)
    assert training.batch.sessions.count() == 1


def test_every_trainer_stays_when_a_session_is_told_differently(as_user, rina, training):
    client, session = as_user(rina), training.session(begins=training.day(3))
    teachers = [training.person() for _ in range(3)]
    for one in teachers:
        session.trainers.create(person=one)
    Person.objects.filter(pk=teachers[0].pk).update(legal_position=LegalPosition.SUSPENDED)
    address = f"{AT}sesi/{session.pk}/ubah/"
    page = client.get(address).content.decode()
    assert [f'value="{one.pk}"' in page for one in teachers] == [True] * 3
    said = session_said(training, title="Lanjutan", trainers=[one.pk for one in teachers], confirmed="1")
    assert client.post(address, said).status_code == 302
    assert set(session.trainers.values_list("person", flat=True)) == {one.pk for one in teachers}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"ends": "08:00"}, "berakhir sebelum mulai"),
        ({"room": ""}, "Tempat bertemunya belum diisi"),
        ({"day": "2019-05-05"}, "Program berjalan"),
        ({"link": "javascript:alert(1)"}, "Tautan daring"),
        ({"outside": "x" * 201}, "Paling banyak 20 nama"),
    ],
)
def test_an_impossible_session_is_refused_at_its_field(as_user, rina, training, words, wrong, told):
    answer = as_user(rina).post(f"{AT}{training.batch.pk}/sesi/", session_said(training, **wrong))
    assert answer.status_code == 422
    assert told in words(answer)


def test_a_session_is_moved_and_called_off_and_calendars_hear_of_it(as_user, rina, training, words):
    client, session = as_user(rina), training.session(begins=training.day(3))
    address = f"{AT}sesi/{session.pk}/"
    assert client.post(f"{address}ubah/", session_said(training, days=5, outside="Prof. Ani")).url == address
    session.refresh_from_db()
    assert (session.revision, session.starts_at) == (1, training.day(5))
    assert "Prof. Ani" in words(client.get(address))
    client.post(f"{address}batalkan/", {"reason": "Listrik padam"})
    session.refresh_from_db()
    assert (session.state, session.revision) == (SessionState.CANCELLED, 2)
    assert "Listrik padam" in words(client.get(address))


def series_said(first, last, **more):
    return {
        "title": "Seminar", "routine": "1", "weekday": "4", "every": "1", "first_on": first, "last_on": last,
        "begins": "13:00", "ends": "15:00", "on_holidays": "drop", "mode": "classroom", "room": "Aula", **more,
    }  # fmt: skip


def test_a_series_shows_its_days_and_holidays_before_it_is_made(as_user, rina, training, words):
    year = training.today.year + 1
    holiday = next(day for day in range(1, 8) if training.today.replace(year=year, month=5, day=day).weekday() == 4)
    closed = training.today.replace(year=year, month=5, day=holiday)
    ClosedDay.objects.create(day=closed, name="Hari Buruh", kind=ClosedDayKind.NATIONAL)
    client, address = as_user(rina), f"{AT}{training.batch.pk}/rangkaian/"
    sent = series_said(f"{year}-04-01", f"{year}-06-30")
    shown = words(client.post(address, sent))
    assert "Jumat pertama setiap bulan" in shown
    assert "Dilewati" in shown
    assert "Hari Buruh" in shown
    assert not Session.objects.exists()
    client.post(address, sent | {"confirmed": "1"})
    assert [one.title for one in training.batch.sessions.all()] == ["Seminar 1", "Seminar 2"]
    moved = words(client.post(address, sent | {"on_holidays": "move", "begins": "16:00", "ends": "17:00"}))
    assert "pindah dari" in moved
    assert training.batch.series.get().rule["kind"] == "monthly"


def test_a_series_without_a_day_is_refused(as_user, rina, training, words):
    year = training.today.year + 1
    answer = as_user(rina).post(
        f"{AT}{training.batch.pk}/rangkaian/", series_said(f"{year}-04-28", f"{year}-04-29", routine="1")
    )
    assert answer.status_code == 422
    assert "tidak menghasilkan satu hari pun" in words(answer)


def test_a_cancelled_batch_calls_its_sessions_off(as_user, rina, training):
    session = training.session(begins=training.day(3))
    held = training.session(begins=training.day(-3))
    as_user(rina).post(f"{AT}{training.batch.pk}/batalkan/", {"reason": "Anggaran ditunda"})
    session.refresh_from_db()
    held.refresh_from_db()
    assert (session.state, session.cancel_reason, held.state) == (
        SessionState.CANCELLED, "Anggaran ditunda", SessionState.PLANNED,
    )  # fmt: skip


def test_a_partner_sees_its_own_sessions_and_changes_nothing(as_user, training, words):
    account = User.objects.create(username="mitra-uni", display_name="Universitas")
    partner = training.partner(account=account)
    own = training.session(begins=training.day(3), partner=partner)
    foreign = training.session(begins=training.day(4))
    training.enrol(training.person())
    training.enrol(training.person(), state=EnrolmentState.WAITING)
    client = as_user(account)
    whole = training.group("Seluruhnya", partner=partner, cost=7_654_321)
    assert "7.654.321" in words(client.get(f"{AT}{whole.pk}/"))
    training.batch.cost = 1_234_567
    training.batch.save()
    page = client.get(f"{AT}{training.batch.pk}/")
    assert "1.234.567" not in words(page)
    assert own.title in words(page)
    assert foreign.title not in words(page)
    assert len(page.context["people"]) == 1
    assert client.get(f"{AT}sesi/{foreign.pk}/").status_code == 404
    assert client.get(f"{AT}{training.group('Lain').pk}/").status_code == 404
    for way in ("ubah", "batalkan", "sesi", "rangkaian", "peserta", "massal", "peserta/pindahkan"):
        assert client.get(f"{AT}{training.batch.pk}/{way}/").status_code == 404
    assert client.post(f"{AT}{training.batch.pk}/peserta/unduh/").status_code == 404
    assert client.post(f"{AT}{training.batch.pk}/langkah/mulai/").status_code == 404


def noted(training, user):
    seat = training.enrol(training.person(user))
    seat.cover_reason = "Cuti sakit"
    seat.save()


def let_be(user, role):
    RoleGrant.objects.create(user=user, role_code=role, starts_on=date(2020, 1, 1))
    return user


def test_who_oversees_a_batch_reads_numbers_and_no_names(as_user, dewi, budi, sari, rina, training, words):
    noted(training, sari)
    training.programme.owner = training.person(budi)
    training.programme.save()
    for user in (let_be(dewi, "evaluator"), budi):
        page = as_user(user).get(f"{AT}{training.batch.pk}/")
        assert "Nama peserta hanya untuk penyelenggara" in words(page)
        assert "Terdaftar" in words(page)
        assert "Sari" not in words(page)
    assert "Cuti sakit" in words(as_user(rina).get(f"{AT}{training.batch.pk}/"))
    assert not events_on(training.batch).filter(operation="look_at_participants").exists()


def test_an_auditor_reads_the_names_and_the_look_is_on_record(as_user, dewi, sari, training, words):
    noted(training, sari)
    page = words(as_user(let_be(dewi, "auditor")).get(f"{AT}{training.batch.pk}/"))
    assert "Sari" in page
    assert "Cuti sakit" not in page
    assert events_on(training.batch).get(operation="look_at_participants").actor == dewi


def test_an_employee_sees_no_batch_and_may_not_plan(as_user, sari, training, words):
    client = as_user(sari)
    assert "buka Belajar" in words(client.get(AT))
    assert client.get(f"{AT}{training.batch.pk}/").status_code == 404
    assert client.get(f"{AT}baru/").status_code == 404


def test_an_organiser_without_a_role_runs_the_own_batch_only(as_user, dewi, training):
    own = training.group("Milik Dewi")
    own.organiser = training.person(dewi)
    own.save()
    client = as_user(dewi)
    assert client.get(f"{AT}{own.pk}/ubah/").status_code == 200
    assert client.get(f"{AT}{training.batch.pk}/").status_code == 404


def test_a_named_organiser_finds_the_sessions_of_today_and_the_own_ones(as_user, dewi, sari, training, words):
    training.batch.organiser = training.person(dewi, unit=training.other_office)
    training.batch.save()
    later = training.session(begins=training.day(2))
    client = as_user(dewi)
    page = words(client.get(AT))
    assert "Sesi saya" in page
    assert "Sesi hari ini" not in page
    now = training.session()
    page = words(client.get(AT))
    assert "Sesi hari ini" in page
    assert f'href="/hadir/{now.pk}/"' in page
    assert f"/hadir/{later.pk}/" not in page
    assert f"/hadir/{now.pk}/" not in words(as_user(sari).get(AT))
