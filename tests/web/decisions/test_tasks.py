"""Tasks that follow from a decision: proposed, noted, late, closed one by one or together, taken along."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from pembina.domain.impact.enums import TaskKind, TaskState
from pembina.domain.impact.models import FollowUpTask
from pembina.domain.impact.operations.tasks import TaskTold, put_task
from web.decisions.conftest import text_of

pytestmark = pytest.mark.django_db
LIST = "/keputusan/tindak-lanjut/"


@pytest.fixture
def decision(deciding):
    return deciding.decide()


@pytest.fixture
def put(deciding, decision):
    """Return a maker of tasks due some days from now, of the owner of the programme."""

    def make(title, *, days=30, owner=None, kind=TaskKind.OTHER):
        due = deciding.today + timedelta(days=max(days, 0))
        told = TaskTold(kind, title, owner or deciding.programme.owner, due)
        made = put_task(decision=decision, told=told, by=deciding.bupati, at=deciding.at)
        FollowUpTask.objects.filter(pk=made.pk).update(due_on=deciding.today + timedelta(days=days))
        return made

    return make


def test_what_usually_follows_is_noted_after_a_preview(head, deciding, decision):
    address = f"/keputusan/{decision.pk}/tindak-lanjut/usulan/"
    owner = deciding.programme.owner
    assert "Rencanakan gelombang berikutnya" in text_of(head.get(address))
    assert f"{owner.titled_name}, paling lambat" in text_of(head.post(address, {"owner": owner.pk}))
    head.post(address, {"owner": owner.pk, "confirmed": "1"})
    assert FollowUpTask.objects.count() == 3
    assert head.get(address).url == f"/keputusan/{decision.pk}/"


def test_a_task_is_noted_and_told_differently(head, deciding, decision):
    told = {
        "kind": "curriculum", "title": "Perbaiki modul 2", "owner": deciding.programme.owner.pk,
        "partner": deciding.training.partner().pk, "due_on": deciding.today + timedelta(days=10),
    }  # fmt: skip
    head.post(f"/keputusan/{decision.pk}/tindak-lanjut/baru/", told)
    made = FollowUpTask.objects.get()
    assert made.partner.name in text_of(head.get(f"/keputusan/{decision.pk}/"))
    early = head.post(f"{LIST}{made.pk}/ubah/", told | {"due_on": deciding.today - timedelta(days=9)})
    assert "Tenggatnya sebelum hari keputusan" in text_of(early)
    head.post(f"{LIST}{made.pk}/ubah/", told | {"title": "Perbaiki modul 3"})
    made.refresh_from_db()
    assert made.title == "Perbaiki modul 3"


def test_the_page_of_a_form_shows_what_stands(head, put):
    made = put("Umumkan")
    assert "Umumkan" in text_of(head.get(f"{LIST}{made.pk}/ubah/"))
    found = head.post(f"{LIST}{made.pk}/ubah/", {"search": "owner", "owner_q": "Rina", "title": "Umumkan"})
    assert found.status_code == 200


def test_a_task_is_closed_by_whoever_does_it_and_reopened_by_whoever_keeps_it(as_user, deciding, put, sari):
    made = put("Umumkan", owner=deciding.training.person(sari))
    client = as_user(sari)
    assert "Umumkan" in text_of(client.get(LIST))
    assert client.post(f"{LIST}{made.pk}/tutup/", {"state": "done", "note": ""}).status_code == 422
    client.post(f"{LIST}{made.pk}/tutup/", {"state": "done", "note": "Sudah diumumkan"})
    made.refresh_from_db()
    assert (made.state, made.note) == (TaskState.DONE, "Sudah diumumkan")
    assert client.post(f"{LIST}{made.pk}/buka/").status_code == 404
    assert client.get(f"{LIST}{made.pk}/ubah/").status_code == 404
    as_user(deciding.rina).post(f"{LIST}{made.pk}/buka/")
    made.refresh_from_db()
    assert made.state == TaskState.OPEN


def test_a_stranger_finds_no_task(as_user, put, decision, dewi):
    made, client = put("Umumkan"), as_user(dewi)
    for address in (
        f"{LIST}{made.pk}/tutup/",
        f"{LIST}{made.pk}/ubah/",
        f"/keputusan/{decision.pk}/tindak-lanjut/baru/",
    ):
        assert client.get(address).status_code == 404
    assert "Umumkan" not in text_of(client.get(f"{LIST}?whose=all"))


def test_an_evaluator_reads_tasks_and_keeps_none(as_user, deciding, put, decision):
    put("Umumkan")
    client = as_user(deciding.lia)
    assert "Umumkan" in text_of(client.get(f"{LIST}?whose=all"))
    assert client.get(f"/keputusan/{decision.pk}/tindak-lanjut/usulan/").status_code == 404


def test_late_ones_are_marked_found_and_counted(as_user, deciding, put):
    put("Terlambat sekali", days=-3)
    put("Masih lama", days=90)
    client = as_user(deciding.rina)
    page = text_of(client.get(LIST))
    assert "terlambat 3 hari" in page
    assert "1 tugas Anda terlambat." in page
    late = text_of(client.get(f"{LIST}?show=late&sort=owner"))
    assert "Terlambat sekali" in late
    assert "Masih lama" not in late
    assert "Masih lama" not in text_of(client.get(f"{LIST}?show=soon"))
    assert "Tidak ada yang cocok" in text_of(client.get(f"{LIST}?kind=curriculum"))
    assert "Masih lama" in text_of(client.get(f"{LIST}?q=lama&state=open&whose=all&sort=programme"))


def test_several_are_closed_together_after_a_preview(as_user, deciding, put):
    first, second = put("Satu"), put("Dua")
    client, chosen = as_user(deciding.rina), {"task": [first.pk, second.pk]}
    assert "Satu" in text_of(client.post(f"{LIST}tutup-bersama/", chosen))
    said = chosen | {"state": "dropped", "note": "Dana tidak ada"}
    page = text_of(client.post(f"{LIST}tutup-bersama/", said | {"preview": "1"}))
    assert "Tidak dikerjakan" in page
    assert "Tutup semua" in page
    assert FollowUpTask.objects.filter(state=TaskState.OPEN).count() == 2
    client.post(f"{LIST}tutup-bersama/", said | {"confirm": "1"})
    assert FollowUpTask.objects.filter(state=TaskState.DROPPED, note="Dana tidak ada").count() == 2
    assert client.post(f"{LIST}tutup-bersama/", {"task": ["x", str(first.pk)]}).url == LIST


def test_nobody_closes_together_what_is_not_theirs(as_user, put, dewi):
    made, client = put("Umumkan"), as_user(dewi)
    client.post(f"{LIST}tutup-bersama/", {"task": made.pk, "state": "done", "note": "x", "confirm": "1"})
    made.refresh_from_db()
    assert made.state == TaskState.OPEN


def test_the_list_goes_along_as_a_workbook(as_user, deciding, put):
    put("Umumkan", days=-3)
    answer = as_user(deciding.rina).post(f"{LIST}unduh/?show=late")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert [row[3] for row in rows] == ["Yang dikerjakan", "Umumkan"]
    assert rows[1][8] == "ya"


def test_many_tasks_cost_as_much_as_one(as_user, deciding, decision, put):
    put("Satu")
    client = as_user(deciding.rina)

    def count(address):
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    addresses = (LIST, f"{LIST}?whose=all", f"/keputusan/{decision.pk}/")
    few = [count(address) for address in addresses]
    for number in range(8):
        put(f"Tugas {number}", owner=deciding.training.person())
    assert [count(address) for address in addresses] == few
