"""Rina works through the queue: filters, the oldest first, one at a time or several together after a preview."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pembina.domain.people.enums import AssignmentKind, ReportAbout
from pembina.domain.people.models import Assignment, CorrectionReport, Person
from pembina.domain.people.queries import main_assignments
from web.corrections.conftest import NOON

QUEUE = "/laporan-data/"
TOGETHER = "/laporan-data/terima-bersama/"


def held_by(person):
    return main_assignments(timezone.localdate()).get(person=person)


@pytest.fixture
def many(report, record_of, sari):
    """Reports about others, made by Sari's account."""
    people = Person.objects.exclude(nip__endswith="999").order_by("pk")

    def make(count, start=0):
        for number, person in enumerate(people[start : start + count]):
            report(ReportAbout.OTHER, note="x", person=person, at=NOON - timedelta(days=number))

    return make


def test_those_that_wait_longest_come_first_with_their_age(as_user, rina, report, record_of):
    report(at=timezone.now() - timedelta(days=3))
    report(ReportAbout.OTHER, note="Gelar", at=timezone.now() - timedelta(days=20))
    html = as_user(rina).get(QUEUE).content.decode()
    assert html.index("20 hari") < html.index("3 hari")
    assert "Data lain" in html


def test_the_list_of_people_tells_human_resources_how_many_wait(as_user, rina, sari, report):
    report()
    assert "Laporan kekeliruan (1)" in as_user(rina).get("/pegawai/").content.decode()
    assert "Laporan kekeliruan" not in as_user(sari).get("/pegawai/").content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 1),
        ("?state=declined", 0),
        ("?state=all&about=superior", 1),
        ("?about=unit", 0),
        ("?q=sari+wulan", 1),
        ("?q=199203152019", 1),
        ("?q=budi", 0),
        ("?state=x&about=y", 1),
    ],
)
def test_filters(as_user, rina, report, record_of, query, found):
    made = report()
    html = as_user(rina).get(QUEUE + query).content.decode()
    assert html.count(f'href="/laporan-data/{made.pk}/"') == found
    assert found or "Tidak ada yang cocok" in html


def test_an_empty_queue_says_so(as_user, rina):
    assert "Tidak ada yang menunggu" in as_user(rina).get(QUEUE).content.decode()


def test_the_queue_costs_the_same_for_few_and_for_many(as_user, rina, many):
    client = as_user(rina)
    many(3)
    few = queries_of(client)
    many(60, start=3)
    assert queries_of(client) == few <= 12
    assert "1–25 dari 63" in client.get(QUEUE).content.decode()


def queries_of(client):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(QUEUE).status_code == 200
    return len(captured)


def test_accepting_shows_the_suggestion_and_puts_the_record_right(as_user, rina, report, record_of):
    made, client = report(), as_user(rina)
    html = client.get(f"{QUEUE}{made.pk}/terima/").content.decode()
    assert "checked" in html
    assert record_of("rina").titled_name in html
    sent = {"superior": record_of("rina").pk, "from_day": "2026-11-01", "note": "Sudah benar."}
    answer = client.post(f"{QUEUE}{made.pk}/terima/", sent, follow=True).content.decode()
    assert "datanya diperbaiki" in answer
    assert "Sudah benar." in answer
    assert held_by(record_of("sari")).superior == record_of("rina")


def test_a_day_that_cannot_be_is_said_at_the_day(as_user, rina, report, record_of):
    made = report()
    sent = {"superior": record_of("rina").pk, "from_day": "1990-01-01"}
    answer = as_user(rina).post(f"{QUEUE}{made.pk}/terima/", sent)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "tidak memegang jabatan pada 1 Januari 1990" in html
    assert 'id="id_from_day_error"' in html


def test_declining_asks_for_a_reason(as_user, rina, report):
    made, client = report(), as_user(rina)
    assert client.post(f"{QUEUE}{made.pk}/tolak/", {"reason": " "}).status_code == 422
    client.post(f"{QUEUE}{made.pk}/tolak/", {"reason": "Sesuai SK."})
    made.refresh_from_db()
    assert (made.state, made.reason) == ("declined", "Sesuai SK.")


def test_a_report_answered_meanwhile_is_said_and_stays(as_user, rina, report):
    made, client = report(), as_user(rina)
    client.post(f"{QUEUE}{made.pk}/tolak/", {"reason": "Sesuai SK."})
    answer = client.post(f"{QUEUE}{made.pk}/tolak/", {"reason": "Lagi."})
    assert answer.status_code == 422
    assert "sudah selesai" in answer.content.decode()


def test_several_are_previewed_without_a_trace_and_then_accepted(as_user, rina, report, record_of):
    good = report()
    person = Person.objects.exclude(nip__endswith="999").filter(assignments__kind=AssignmentKind.MAIN).first()
    Assignment.objects.filter(person=person).delete()
    bad = report(person=person)
    client = as_user(rina)
    preview = client.post(TOGETHER, {"report": [good.pk, bad.pk]}).content.decode()
    assert "Belum ada yang berubah" in preview
    assert "tidak memegang jabatan" in preview
    assert CorrectionReport.objects.filter(state="open").count() == 2
    assert held_by(record_of("sari")).superior == record_of("budi")
    sent = {"report": [good.pk, bad.pk], "confirm": "1", "from_day": timezone.localdate().isoformat()}
    answer = client.post(TOGETHER, sent, follow=True).content.decode()
    assert "1 laporan diterima" in answer
    assert held_by(record_of("sari")).superior == record_of("rina")
    bad.refresh_from_db()
    assert bad.is_open


@pytest.mark.parametrize("sent", [{}, {"report": ["x", "999999", "1" * 40]}])
def test_choosing_nothing_is_said(as_user, rina, sent):
    assert "Pilih dahulu" in as_user(rina).post(TOGETHER, sent, follow=True).content.decode()


def test_what_is_incomplete_is_not_taken_together(as_user, rina, report):
    made = report(ReportAbout.UNIT, note="Bukan di sini")
    client = as_user(rina)
    assert 'name="report"' not in client.get(QUEUE).content.decode()
    client.post(TOGETHER, {"report": [made.pk], "confirm": "1", "from_day": "2026-11-01"})
    made.refresh_from_db()
    assert made.is_open
