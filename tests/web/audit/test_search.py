"""Auditors search the trail, take it along, and are seen to do both."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from python_calamine import CalamineWorkbook

from pembina.domain.access.audit import Touched, record, record_many
from pembina.domain.access.events import AuditEvent
from pembina.domain.people.models import Unit
from pembina.domain.people.operations import move_unit
from pembina.domain.people.trails import done_by, trail_of, whole_trail
from pembina.web.audit import slices, views
from pembina.web.audit.filters import of_kind
from web.people.conftest import NOON
from web.test_weight import LATER, compressed

AUDIT = "/audit/"
EARLIER = datetime(2026, 11, 17, 2, 5, tzinfo=UTC)


@pytest.fixture
def trail(government, sari, rina, budi, record_of):
    """Rina looks at Sari and Dewi, Budi at Sari, and a unit moves."""
    for by, of, hours in ((rina, "sari", 0), (rina, "dewi", 24), (budi, "sari", 48)):
        record("look_at_person", on=record_of(of), by=by, at=EARLIER + timedelta(hours=hours), address="203.0.113.9")
    unit, to = Unit.objects.get(code="01.06.01"), Unit.objects.get(code="01.02")
    move_unit(unit=unit, to=to, on=EARLIER.date(), by=rina, at=EARLIER)


def search(visit, auditor, **query):
    answer = visit(auditor, AUDIT, **query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split("<main")[1].split())


def told(html):
    return html.count("<time ")


def test_the_trail_is_told_with_whom_and_from_where(visit, auditor, trail, record_of):
    html = search(visit, auditor)
    assert f'<a href="/pegawai/{record_of("sari").pk}/jejak/">{record_of("sari").titled_name}</a>' in html
    assert "dari 203.0.113.9" in html
    assert "memindahkan unit kerja" in html
    assert "Unit induk: <del>" in html


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"by": "rina"}, 3),
        ({"by": "19851102 201001 2 999"}, 3),
        ({"about": "sari wul"}, 2),
        ({"about": "199203152019032999"}, 2),
        ({"about": "19920315"}, 2),
        ({"about": "Bidang Pelayanan Perizinan"}, 1),
        ({"about": "01.06.01"}, 1),
        ({"unit": "01.06.01"}, 3),
        ({"what": "look_at_person"}, 3),
        ({"what": "looked", "by": "budi"}, 1),
        ({"since": "2026-11-18", "until": "2026-11-18"}, 1),
        ({"until": "2026-11-17", "by": "rina"}, 2),
        ({"by": "nobody at all"}, 0),
        ({"about": "%"}, 0),
    ],
    ids=str,
)
def test_filters_narrow(visit, auditor, trail, query, count):
    html = search(visit, auditor, **{"until": "2026-11-20", "since": "2026-11-17"} | query)
    assert told(html) == count
    assert ("Tidak ada yang cocok" in html) is (count == 0)


@pytest.mark.parametrize(
    "query",
    [
        {"since": "yesterday"},
        {"what": "fly"},
        {"unit": "no such"},
        {"about": "x" * 500},
        {"older": "-"},
    ],
)
def test_any_search_is_answered(visit, auditor, trail, query):
    assert visit(auditor, AUDIT, **query).status_code == 200


def test_searching_is_itself_on_record_once_an_hour(visit, auditor, trail):
    search(visit, auditor)
    search(visit, auditor, by="rina")
    assert AuditEvent.objects.get(operation="search_trail").actor == auditor


@pytest.mark.parametrize("name", ["sari", "budi", "rina", "dewi"])
def test_to_others_there_is_no_trail(strict_client, person, government, name):
    strict_client.force_login(person(name))
    for address in (AUDIT, "/audit/rantai/"):
        assert strict_client.get(address).status_code == 404
    for address in ("/audit/unduh/csv/", "/audit/unduh/xlsx/", "/audit/rantai/periksa/"):
        assert strict_client.post(address).status_code == 404


def test_navigation_leads_auditors_there(visit, auditor, rina):
    assert f'href="{AUDIT}"' in visit(auditor, "/").content.decode()
    assert f'href="{AUDIT}"' not in visit(rina, "/").content.decode()


def many(record_of, by, count):
    record_many("look_at_person", subjects=[Touched(record_of("sari"))] * count, by=by, at=EARLIER)


def test_a_long_trail_is_not_counted_to_its_end(visit, auditor, rina, record_of, monkeypatch):
    monkeypatch.setattr(slices, "COUNTED", 60)
    monkeypatch.setattr(views, "COUNTED", 60)
    many(record_of, rina, 100)
    html = search(visit, auditor, what="look_at_person")
    assert told(html) == 50
    assert "Lebih dari 60 peristiwa" in html


def test_a_page_costs_the_same_for_many_events(
    strict_client, visit, auditor, rina, trail, record_of, django_assert_max_num_queries
):
    search(visit, auditor)
    many(record_of, rina, 3_000)
    with django_assert_max_num_queries(14):
        answer = strict_client.get(AUDIT)
    assert compressed(answer.content) <= LATER


def plan_of(events):
    found = slices.latest_first(events)[:51]
    if connection.vendor == "sqlite":
        return found.explain()
    with connection.cursor() as cursor:
        # With so few rows it would rather read them all.
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
    return found.explain()


@pytest.mark.parametrize("index", ["event_by_time", "event_by_operation", "event_by_actor", "event_by_person"])
def test_what_is_asked_most_is_read_from_an_index_in_its_order(auditor, sari, rina, trail, index):
    events = whole_trail(auditor)
    asked = {
        "event_by_time": events,
        "event_by_operation": events.filter(operation="look_at_person"),
        "event_by_actor": events.filter(actor=rina),
        "event_by_person": trail_of(sari.username),
    }
    plan = plan_of(asked[index])
    assert index in plan
    assert "TEMP B-TREE FOR ORDER BY" not in plan
    assert "Sort" not in plan


def test_a_search_by_name_does_not_read_the_whole_trail(auditor, rina, trail):
    plan = plan_of(whole_trail(auditor).filter(done_by("rina")))
    assert "event_by_" in plan


def taken(client, kind, **query):
    address = f"/audit/unduh/{kind}/?" + "&".join(f"{name}={value}" for name, value in query.items())
    return client.post(address)


def test_the_csv_holds_what_was_searched_and_is_on_record(strict_client, auditor, trail, record_of):
    strict_client.force_login(auditor)
    answer = taken(strict_client, "csv", what="look_at_person")
    assert answer.streaming
    head, *rows = csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig")), delimiter=";")
    assert head[1:4] == ["Waktu", "Pelaku", "NIP pelaku"]
    assert [row[8] for row in rows] == [record_of(name).titled_name for name in ("sari", "dewi", "sari")]
    assert {row[6] for row in rows} == {"membuka data pegawai"}
    event = AuditEvent.objects.get(operation="export_trail")
    assert event.changes == {"events": ["", "3"], "filters": ["", "what=look_at_person&"]}
    assert {each.concerns for each in AuditEvent.objects.filter(operation="export_trail_of")} == {
        record_of("sari").nip,
        record_of("dewi").nip,
    }


def test_the_workbook_holds_the_same(strict_client, auditor, trail):
    strict_client.force_login(auditor)
    answer = taken(strict_client, "xlsx", by="budi")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(answer.getvalue())).get_sheet_by_index(0).to_python()
    assert len(sheet) == 2
    assert len(sheet[1][3]) == 18
    assert sheet[1][1] == "2026-11-19T09:05:00+07:00"


def test_a_streamed_file_is_in_the_language_of_the_page(strict_client, auditor, trail):
    strict_client.force_login(auditor)
    strict_client.cookies["django_language"] = "en"
    assert "opened the record" in taken(strict_client, "csv", by="budi").getvalue().decode()


@pytest.mark.parametrize("name", ["=1+1", "+62", "-2", "@SUM(A1)"])
def test_nothing_in_a_file_is_a_formula(strict_client, auditor, trail, sari, rina, name):
    record("close_account", on=sari, by=rina, at=NOON, why=name)
    strict_client.force_login(auditor)
    rows = csv.reader(io.StringIO(taken(strict_client, "csv", what="close_account").getvalue().decode()), delimiter=";")
    assert f"'{name}" in list(rows)[1]


def test_more_than_a_sheet_holds_is_refused_with_a_way_out(strict_client, auditor, trail, monkeypatch):
    monkeypatch.setattr(views, "MOST_ROWS", 2)
    strict_client.force_login(auditor)
    answer = taken(strict_client, "xlsx")
    assert "unduh CSV" in strict_client.get(answer.url).content.decode()
    assert not AuditEvent.objects.filter(operation="export_trail").exists()


def test_a_file_costs_few_queries_for_many_events(
    strict_client, auditor, rina, trail, record_of, django_assert_max_num_queries
):
    many(record_of, rina, 2_500)
    strict_client.force_login(auditor)
    with django_assert_max_num_queries(40):
        assert taken(strict_client, "csv").getvalue().count(b"\n") > 2_500


def test_what_the_net_caught_has_a_kind(sari, rina):
    sari.display_name = "Sari W."
    sari.save()
    events = AuditEvent.objects.filter(operation="", object_id=sari.pk)
    changed, looked = (events.filter(of_kind(kind)).count() for kind in ("changed", "looked"))
    assert changed == events.count() > 0
    assert looked == 0


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_beyond_all_calendars_narrows_nothing(visit, auditor, trail, day):
    assert "Sari Wulandari" in search(visit, auditor, since=day, until=day)
