"""A participant checks in: by the address in the picture, by typing, from the queue of a dead line; others do not."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from pembina.domain.development.attendance_codes import shown_code
from pembina.domain.development.enums import SessionState
from pembina.domain.development.models import Attendance
from web.attendance.conftest import text_of

JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def page(session):
    return f"/hadir/{session.pk}/masuk/"


def test_the_address_in_the_picture_brings_the_code_along(as_user, sari, seat, page, code):
    client = as_user(sari)
    assert f'value="{code}"' in text_of(client.get(f"{page}?kode={code}"))
    # Looking writes nothing; the participant confirms.
    assert not Attendance.objects.exists()
    assert client.post(page, {"kode": code}).url == page
    shown = text_of(client.get(page))
    assert "Hadir" in shown
    assert "Saya hadir" not in shown


def test_whoever_is_not_signed_in_is_sent_there_and_back(strict_client, page, code):
    answer = strict_client.get(f"{page}?kode={code}")
    assert answer.status_code == 302
    assert f"kode%3D{code}" in answer.url


@pytest.mark.parametrize(("typed", "words"), [("AAAAAAAA", "bukan kode sesi ini"), ("", "Kode di layar ruangan:")])
def test_a_forged_code_is_refused_at_its_field(as_user, sari, seat, page, typed, words):
    answer = as_user(sari).post(page, {"kode": typed})
    assert answer.status_code == 422
    assert words in text_of(answer)


def test_a_stale_code_says_how_old_it_is(as_user, sari, session, seat, page):
    old = shown_code(session, at=timezone.now() - timedelta(minutes=10)).text
    answer = as_user(sari).post(page, {"kode": old})
    assert answer.status_code == 422
    assert "sudah berganti" in text_of(answer)


def test_a_stranger_is_told_and_learns_nothing(as_user, dewi, session, seat, page, code):
    client = as_user(dewi)
    for answer in (client.get(page), client.post(page, {"kode": code})):
        assert answer.status_code == 404
        assert "Anda tidak terdaftar" in text_of(answer)
        assert session.title not in text_of(answer)
    assert client.get("/hadir/999999/masuk/").status_code == 404


def test_a_session_called_off_says_so(as_user, sari, session, seat, page, code):
    session.state, session.cancel_reason = SessionState.CANCELLED, "Listrik padam"
    session.save()
    answer = as_user(sari).post(page, {"kode": code})
    assert answer.status_code == 422
    assert "Listrik padam" in text_of(answer)


def test_the_queue_sends_what_waited_on_a_dead_line(as_user, sari, session, seat, page):
    client, shown = as_user(sari), timezone.now() - timedelta(minutes=40)
    waited = str(40 * 60 * 1000)
    told = {"kode": shown_code(session, at=shown).text, "key": str(uuid4()), "waited": waited, "device_at": "999"}
    first, again = (client.post(page, told, **JSON) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    kept = Attendance.objects.get()
    assert abs(kept.shown_at - shown) < timedelta(seconds=30)
    assert "baru terkirim kemudian" in text_of(client.get(page))


@pytest.mark.parametrize("broken", [{"key": "x"}, {"waited": "-5"}, {"waited": "9" * 40}, {"device_at": "NaN"}])
def test_what_a_device_tells_wrong_is_left_out(as_user, sari, seat, page, code, broken):
    assert as_user(sari).post(page, {"kode": code, **broken}, **JSON).status_code == 201


def test_a_refusal_tells_the_queue_why(as_user, sari, dewi, seat, page):
    answer = as_user(sari).post(page, {"kode": "AAAAAAAA"}, **JSON)
    assert answer.status_code == 422
    assert answer.json()["message"] == "Kode ini bukan kode sesi ini."
    assert as_user(dewi).post(page, {"kode": "AAAAAAAA"}, **JSON).status_code == 404


def test_guesses_are_stopped(as_user, sari, seat, page):
    client = as_user(sari)
    for _ in range(30):
        client.post(page, {"kode": "AAAAAAAA"}, **JSON)
    assert client.post(page, {"kode": "AAAAAAAA"}, **JSON).status_code == 429


def test_the_page_without_a_line_knows_no_session(as_user, sari, session, seat):
    client = as_user(sari)
    assert session.title not in text_of(client.get("/hadir/tanpa-jaringan/"))
    script = client.get("/hadir/pekerja.js")
    assert script.headers["Content-Type"].startswith("text/javascript")
    assert "/hadir/tanpa-jaringan/" in text_of(script)
