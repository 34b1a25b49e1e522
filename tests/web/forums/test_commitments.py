"""Promises made and followed by officers and by whoever answers for them."""

from datetime import timedelta

import pytest

from pembina.domain.access.events import AuditEvent
from pembina.domain.services.enums import CommitmentState
from pembina.domain.services.models import Commitment
from web.forums.conftest import text_of

LIST = "/forum-warga/janji/"


def test_a_promise_is_made_from_a_question(as_user, maya, forum, asked, owner, today):
    question = asked(forum)
    client, at = as_user(maya), f"/forum-warga/{forum.pk}/janji/?pertanyaan={question.pk}"
    searched = client.post(at, {"search": "owner", "owner_q": "sari", "promise": "Antrean daring"})
    assert "Kepala Loket" in text_of(searched)
    due = (today + timedelta(days=7)).isoformat()
    client.post(at, {"promise": "Antrean daring", "owner": owner.pk, "due_on": due, "complaint": ""})
    made = Commitment.objects.get()
    assert (made.forum, made.question, made.owner, made.unit) == (forum, question, owner, forum.unit)
    assert "Antrean daring" in text_of(client.get(f"/forum/{forum.pk}/"))


def test_a_promise_without_a_forum_belongs_to_a_unit(as_user, maya, unit, owner, today, complaint):
    client = as_user(maya)
    assert client.get(f"{LIST}baru/").url == f"{LIST}baru/{unit.pk}/"
    sent = {"promise": "Atap diperbaiki", "owner": owner.pk, "complaint": complaint.number.lower()}
    early = client.post(f"{LIST}baru/{unit.pk}/", {**sent, "due_on": (today - timedelta(days=1)).isoformat()})
    assert early.status_code == 422
    unknown = client.post(f"{LIST}baru/{unit.pk}/", {**sent, "due_on": today.isoformat(), "complaint": "X-1"})
    assert "Tidak ada pengaduan bernomor ini" in text_of(unknown)
    client.post(f"{LIST}baru/{unit.pk}/", {**sent, "due_on": today.isoformat()})
    made = Commitment.objects.get()
    assert made.complaint == complaint
    assert complaint.number in text_of(client.get(f"{LIST}{made.pk}/"))
    assert complaint.number not in text_of(client.get(f"/janji/{made.pk}/"))


def test_it_is_told_about_put_off_and_kept(as_user, maya, promise, today):
    made, client = promise(days=1), as_user(maya)
    at = f"{LIST}{made.pk}/"
    client.post(f"{at}catat/", {"text": "Meja dipesan"})
    assert client.post(f"{at}tunda/", {"to": today.isoformat(), "reason": "x"}).status_code == 422
    client.post(f"{at}tunda/", {"to": (today + timedelta(days=5)).isoformat(), "reason": "Menunggu lelang"})
    assert "Tenggat mundur" in text_of(client.get(at))
    assert client.post(f"{at}selesai/", {"done_on": today.isoformat(), "evidence": ""}).status_code == 422
    client.post(f"{at}selesai/", {"done_on": today.isoformat(), "evidence": "Foto", "link": ""})
    html = text_of(client.get(at))
    for words in ("Ditepati", "Foto", "Meja dipesan", "Menunggu lelang"):
        assert words in html
    assert "Mundurkan tenggat" not in html


def test_it_is_dropped_with_a_reason(as_user, maya, promise):
    made, client = promise(), as_user(maya)
    client.post(f"{LIST}{made.pk}/hentikan/", {"reason": "Anggaran dicoret"})
    made.refresh_from_db()
    assert made.state == CommitmentState.DROPPED
    again = client.post(f"{LIST}{made.pk}/catat/", {"text": "lagi"})
    assert "sudah ditutup" in text_of(again)


def test_the_owner_sees_tells_and_closes_the_own_and_puts_nothing_off(as_user, sari, promise, today):
    made, client = promise(), as_user(sari)
    assert "Loket kedua dibuka" in text_of(client.get(f"{LIST}?mine=on"))
    html = text_of(client.get(f"{LIST}{made.pk}/"))
    assert "Catat perkembangan" in html
    assert "Mundurkan tenggat" not in html
    assert client.get(f"{LIST}{made.pk}/tunda/").status_code == 404
    client.post(f"{LIST}{made.pk}/selesai/", {"done_on": today.isoformat(), "evidence": "Sudah", "link": ""})
    made.refresh_from_db()
    assert made.state == CommitmentState.DONE


@pytest.mark.parametrize("page", ["", "catat/", "selesai/"])
def test_who_neither_holds_nor_answers_finds_no_promise(as_user, person, promise, page):
    made = promise()
    assert as_user(person("dewi")).get(f"{LIST}{made.pk}/{page}").status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"Lewat", "Dekat", "Jauh"}),
        ("?show=late", {"Lewat"}),
        ("?show=soon", {"Dekat"}),
        ("?show=open&q=jauh", {"Jauh"}),
        ("?unit=1.1&sort=-due", {"Lewat", "Dekat", "Jauh"}),
        ("?mine=on", set()),
        ("?show=dropped", set()),
    ],
)
def test_the_list_narrows(as_user, maya, promise, query, found):
    for name, days in (("Lewat", -4), ("Dekat", 4), ("Jauh", 40)):
        promise(f"{name} janji", days=days)
    html = text_of(as_user(maya).get(f"{LIST}{query}"))
    assert {name for name in ("Lewat", "Dekat", "Jauh") if f"{name} janji" in html} == found


def test_the_workbook_holds_no_formula_and_is_on_record(as_user, maya, promise):
    promise("=1+1")
    answer = as_user(maya).post(f"{LIST}unduh/?show=open")
    assert answer.content.startswith(b"PK")
    event = AuditEvent.objects.filter(operation="export_commitments").get()
    assert event.changes["records"] == ["", "1"]
