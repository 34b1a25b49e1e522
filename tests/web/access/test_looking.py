"""A look at somebody's record is written down, once an hour, or the record is not shown."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError
from django.http import HttpResponse
from django.test import RequestFactory

from pembina.domain.access.events import AuditEvent
from pembina.domain.access.looks import note_look
from pembina.web.access import looking
from pembina.web.access.looking import LooksOnRecord, note_looking
from web.people.conftest import government, record_of, visit  # noqa: F401

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def looks():
    return AuditEvent.objects.filter(operation="look_at_person").order_by("id")


def open_record(visit, user, record):  # noqa: F811
    return visit(user, f"/pegawai/{record.pk}/")


def test_opening_somebodys_record_is_written_down(visit, rina, record_of):  # noqa: F811
    sari = record_of("sari")
    open_record(visit, rina, sari)
    (look,) = looks()
    assert (look.actor, look.concerns, look.acting_as) == (rina, sari.nip, "human_resources")
    assert (look.object_id, look.remote_addr) == (sari.pk, "127.0.0.1")


def test_a_superior_looks_as_superior(visit, budi, record_of):  # noqa: F811
    open_record(visit, budi, record_of("sari"))
    assert looks().get().acting_as == "direct_superior"


def test_ones_own_record_and_what_is_closed_are_no_looks(visit, sari, record_of):  # noqa: F811
    open_record(visit, sari, record_of("sari"))
    open_record(visit, sari, record_of("budi"))
    assert not looks().exists()


def test_a_record_out_of_reach_is_no_look(visit, dewi, record_of):  # noqa: F811
    assert open_record(visit, dewi, record_of("sari")).status_code == 404
    assert not looks().exists()


def test_looking_again_within_the_hour_is_one_look(sari, rina, budi):
    for minutes in (0, 1, 59):
        note_look("look_at_person", on=sari, by=rina, at=NOON + timedelta(minutes=minutes), address=None)
    note_look("look_at_person", on=sari, by=budi, at=NOON, address=None)
    note_look("look_at_person", on=sari, by=rina, at=NOON + timedelta(minutes=60), address=None)
    assert [look.actor for look in looks()] == [rina, budi, rina]


@pytest.fixture
def request_of_rina(rina):
    request = RequestFactory().get("/pegawai/1/")
    request.user = rina
    return request


def test_a_page_that_was_not_shown_is_no_look(request_of_rina, sari):
    def missing(request):
        note_looking(request, "look_at_person", on=sari)
        return HttpResponse(status=404)

    LooksOnRecord(missing)(request_of_rina)
    assert not looks().exists()


@pytest.mark.parametrize("language", ["id", "en"])
def test_where_the_look_cannot_be_written_nothing_is_shown(
    visit, rina, record_of, monkeypatch, caplog, strict_client, language  # noqa: F811
):  # fmt: skip
    def fails(*args, **kwargs):
        raise DatabaseError("database is locked")

    monkeypatch.setattr(looking, "note_look", fails)
    strict_client.cookies["django_language"] = language
    answer = open_record(visit, rina, record_of("sari"))
    assert answer.status_code == 503
    assert record_of("sari").name not in answer.content.decode()
    assert "could not be written down" in caplog.text


def test_whoever_stands_in_a_downloaded_list_can_see_it(strict_client, rina, record_of):  # noqa: F811
    strict_client.force_login(rina)
    strict_client.post("/pegawai/unduh/?unit=01.06.01")
    taken = AuditEvent.objects.filter(operation="export_person")
    listed = AuditEvent.objects.get(operation="export_staff")
    assert str(taken.count()) == listed.changes["people"][1]
    assert taken.get(concerns=record_of("sari").nip).actor == rina
