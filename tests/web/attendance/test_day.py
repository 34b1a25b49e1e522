"""The page of a session's day: the code, the list, corrections; as small at a thousand participants as at ten."""

import gzip
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pembina.domain.access.audit import events_on
from pembina.domain.development.attendance_codes import shown_code
from pembina.domain.development.models import Attendance
from web.attendance.conftest import text_of

HX = {"HTTP_HX_REQUEST": "true"}
JSON = {"HTTP_ACCEPT": "application/json"}


def test_rina_sees_the_code_and_the_list(as_user, rina, session, seat):
    page = text_of(as_user(rina).get(f"/hadir/{session.pk}/"))
    codes = {shown_code(session, at=timezone.now() - timedelta(seconds=ago)).text for ago in (0, 30)}
    shown = re.search(r'class="code-text">([^<]+)<', page)[1].replace("-", "")
    assert shown in codes
    assert "Sari" in page
    assert seat.person.nip not in page


def test_a_tap_puts_somebody_on_the_list(as_user, rina, session, seat):
    client = as_user(rina)
    sent = client.post(f"/hadir/{session.pk}/catat/", {"mark": f"{seat.pk}:excused"})
    assert sent.status_code == 302
    page = text_of(client.get(f"/hadir/{session.pk}/"))
    assert "Izin" in page
    assert Attendance.objects.get().status == "excused"
    again = client.post(f"/hadir/{session.pk}/catat/", {"mark": f"{seat.pk}:present"})
    assert again.url == f"/hadir/{session.pk}/peserta/{seat.pk}/"
    assert "Sudah tercatat: Izin" in text_of(client.get(again.url))


def test_the_queue_gets_the_row_and_the_numbers(as_user, rina, session, seat):
    client, key = as_user(rina), str(uuid4())
    told = {"mark": f"{seat.pk}:present", "key": key, "device_at": "1760000000000", "waited": "5000"}
    answer = client.post(f"/hadir/{session.pk}/catat/", told, **JSON)
    assert answer.status_code == 201
    assert set(answer.json()["swap"]) == {f"row-{seat.pk}", "headcount"}
    assert "<strong>1</strong> / 1" in answer.json()["swap"]["headcount"]
    kept = Attendance.objects.get()
    assert (str(kept.key), kept.device_at.timestamp()) == (key, 1760000000)
    assert client.post(f"/hadir/{session.pk}/catat/", told, **JSON).status_code == 200
    refused = client.post(f"/hadir/{session.pk}/catat/", told | {"mark": f"{seat.pk}:absent"}, **JSON)
    assert refused.status_code == 422
    assert refused.json()["mend"] == f"/hadir/{session.pk}/peserta/{seat.pk}/"


@pytest.mark.parametrize("wrong", ["", "x", "1:maybe", "9999999:present", "१:present"])
def test_what_is_no_mark_is_not_found(as_user, rina, session, seat, wrong):
    assert as_user(rina).post(f"/hadir/{session.pk}/catat/", {"mark": wrong}).status_code == 404


def test_a_correction_needs_a_reason_and_stays_in_sight(as_user, rina, session, seat):
    client, at = as_user(rina), f"/hadir/{session.pk}/peserta/{seat.pk}/"
    assert client.post(at, {"status": "absent"}).status_code == 302
    told = {"status": "present", "means": "paper", "reason": ""}
    refused = client.post(at, told)
    assert refused.status_code == 422
    assert "Alasannya belum ditulis" in text_of(refused)
    assert client.post(at, told | {"reason": "Datang pukul sepuluh"}).status_code == 302
    assert "Tidak hadir → Hadir" in text_of(client.get(at))
    assert "Datang pukul sepuluh" in text_of(client.get(f"/hadir/{session.pk}/"))


def test_the_code_alone_is_given_for_the_page_to_renew_itself(as_user, rina, session):
    answer = as_user(rina).get(f"/hadir/{session.pk}/kode/", **HX)
    assert answer.headers["Cache-Control"] == "no-store"
    assert 0 < int(re.search(r'data-seconds="(\d+)"', text_of(answer))[1]) <= 30
    screen = as_user(rina).get(f"/hadir/{session.pk}/layar/")
    assert "Refresh" not in screen.headers
    assert as_user(rina).get(f"/hadir/{session.pk}/layar/?muat").headers["Refresh"] == "20"


def test_a_session_to_come_shows_no_code_and_takes_nobody(as_user, rina, training, seat):
    later = training.session(begins=training.at + timedelta(days=2))
    page = text_of(as_user(rina).get(f"/hadir/{later.pk}/"))
    assert "Kode tampil mulai" in page
    assert "Daftar ini dibuka" in page
    assert "Sari" in page
    assert 'name="mark"' not in page
    assert page.count("Belum tercatat") == 1, "Only as a choice of the filter."


def test_the_rest_is_put_down_as_absent_after_a_look(as_user, rina, training, seat):
    over = training.session(begins=training.at - timedelta(hours=5), hours=2)
    client = as_user(rina)
    assert "1 peserta belum tercatat" in text_of(client.get(f"/hadir/{over.pk}/sisanya/"))
    client.post(f"/hadir/{over.pk}/sisanya/")
    assert Attendance.objects.get(session=over).status == "absent"


def test_the_list_is_searched_and_narrowed(as_user, rina, training, session, seat):
    training.enrol(training.person())
    client = as_user(rina)
    found = text_of(client.get(f"/hadir/{session.pk}/?q=sari"))
    assert "Sari Wulandari" in found
    assert "Tono" not in found
    client.post(f"/hadir/{session.pk}/catat/", {"mark": f"{seat.pk}:present"})
    assert "Tono" in text_of(client.get(f"/hadir/{session.pk}/?status=unknown"))
    assert "Tidak ada yang cocok" in text_of(client.get(f"/hadir/{session.pk}/?status=excused"))


def test_the_paper_list_names_nobodys_number(as_user, rina, session, seat):
    assert as_user(rina).get(f"/hadir/{session.pk}/daftar.pdf").status_code == 405
    answer = as_user(rina).post(f"/hadir/{session.pk}/daftar.pdf")
    assert answer.content.startswith(b"%PDF")
    assert seat.person.nip.encode() not in answer.content
    told = events_on(session).get(operation="export_attendance")
    assert (told.actor, told.changes) == (rina, {"people": ["", "1"]})


def test_a_partner_runs_the_own_sessions_and_no_others(as_user, mitra, training, session, seat):
    client, foreign = as_user(mitra), training.session()
    assert session.title in text_of(client.get("/hadir/"))
    page = text_of(client.get(f"/hadir/{session.pk}/"))
    assert "Sari" in page
    assert "Beri nilai" not in page
    assert seat.person.nip not in page
    assert client.post(f"/hadir/{session.pk}/catat/", {"mark": f"{seat.pk}:present"}).status_code == 302
    assert client.post(f"/hadir/{foreign.pk}/daftar.pdf").status_code == 404
    for part in ("", "kode/", "layar/", "sisanya/", f"peserta/{seat.pk}/"):
        assert client.get(f"/hadir/{foreign.pk}/{part}").status_code == 404
    assert client.post(f"/hadir/{foreign.pk}/catat/", {"mark": f"{seat.pk}:present"}).status_code == 404


def test_who_has_no_business_there_finds_nothing(as_user, dewi, sari, session, seat):
    for user in (dewi, sari):
        client = as_user(user)
        assert client.get(f"/hadir/{session.pk}/").status_code == 404
        assert client.post(f"/hadir/{session.pk}/catat/", {"mark": f"{seat.pk}:present"}).status_code == 404
        assert session.title not in text_of(client.get("/hadir/"))


def test_a_thousand_participants_cost_no_more_than_ten(client, rina, training, session, seat):
    client.force_login(rina)
    counted = []
    for more in (10, 1000):
        training.crowd(more)
        client.get(f"/hadir/{session.pk}/")
        with CaptureQueriesContext(connection) as captured:
            page = client.get(f"/hadir/{session.pk}/").content
        counted.append(len(captured))
    assert counted[0] == counted[1] <= 16
    assert b"1.011" in page
    assert len(gzip.compress(page, 6)) <= 12 * 1024


def test_the_own_row_offers_no_mark(as_user, rina, training, session, seat):
    client, own = as_user(rina), training.enrol(training.organiser())
    page = text_of(client.get(f"/hadir/{session.pk}/"))
    assert f'value="{seat.pk}:present"' in page
    assert f'value="{own.pk}:present"' not in page
    entry = text_of(client.get(f"/hadir/{session.pk}/peserta/{own.pk}/"))
    assert "rekan penyelenggara lain yang mengisinya" in entry
    client.post(f"/hadir/{session.pk}/catat/", {"mark": f"{own.pk}:present"})
    assert not Attendance.objects.exists()
