"""Maya plans an event, reads and answers questions, writes minutes; whoever has no business there finds nothing."""

from datetime import timedelta

import pytest

from pembina.domain.services.enums import ForumState, QuestionState
from pembina.domain.services.models import Forum, ForumMinutes, ForumQuestion
from web.forums.conftest import text_of

STAFF = "/forum-warga/"


def said(today, **more):
    return {
        "title": "Open house KTP", "kind": "open_house", "day": (today + timedelta(days=5)).isoformat(),
        "starts": "09:00", "ends": "11.30", "place": "Aula", "link": "", "description": "Untuk semua",
        "agenda": "09.00 Pembukaan\nTanya jawab\n\n", **more,
    }  # fmt: skip


def test_a_forum_is_planned_announced_and_seen(as_user, maya, unit, service, today):
    client = as_user(maya)
    assert client.get(f"{STAFF}baru/").url == f"{STAFF}baru/{unit.pk}/"
    sent = client.post(f"{STAFF}baru/{unit.pk}/", said(today, services=[service.pk]))
    forum = Forum.objects.get()
    assert sent.url == f"{STAFF}{forum.pk}/"
    # Nine in the morning on the clock of the unit, WITA, is one o'clock UTC.
    assert forum.starts_at.strftime("%H:%M") == "01:00"
    assert [(item.begins and item.begins.hour, item.title) for item in forum.agenda.all()] == [
        (9, "Pembukaan"), (None, "Tanya jawab"),
    ]  # fmt: skip
    assert "Umumkan" in text_of(client.get(f"{STAFF}{forum.pk}/"))
    client.post(f"{STAFF}{forum.pk}/langkah/umumkan/")
    forum.refresh_from_db()
    assert forum.state == ForumState.ANNOUNCED
    assert "Forum diumumkan" in text_of(client.get(f"{STAFF}{forum.pk}/"))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"ends": "08:00"}, "berakhir sebelum mulai"),
        ({"title": ""}, "Judul"),
        ({"day": "besok"}, "Tanggal"),
        ({"link": "javascript:alert(1)"}, "Tautan daring"),
        ({"agenda": "x" * 201}, "Paling banyak 40 baris"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(as_user, maya, unit, today, wrong, words):
    answer = as_user(maya).post(f"{STAFF}baru/{unit.pk}/", said(today, **wrong))
    assert answer.status_code == 422
    assert words in text_of(answer)
    assert not Forum.objects.exists()


def test_a_change_keeps_what_the_form_showed(as_user, maya, forum, service):
    client = as_user(maya)
    shown = client.get(f"{STAFF}{forum.pk}/ubah/").context["form"].initial
    sent = {**shown, "day": shown["day"].isoformat(), "services": [service.pk], "title": "Judul baru"}
    sent |= {name: shown[name].strftime("%H:%M") for name in ("starts", "ends")}
    sent["last_day"] = shown["last_day"].isoformat() if shown["last_day"] else ""
    client.post(f"{STAFF}{forum.pk}/ubah/", sent)
    before = forum.starts_at
    forum.refresh_from_db()
    assert forum.title == "Judul baru"
    assert abs(forum.starts_at - before) < timedelta(minutes=1)
    assert list(forum.services.all()) == [service]


def test_a_step_too_early_is_refused_with_words(as_user, maya, forum):
    client = as_user(maya)
    client.post(f"{STAFF}{forum.pk}/langkah/mulai/")
    assert "Acara belum mulai." in text_of(client.get(f"{STAFF}{forum.pk}/"))
    assert client.post(f"{STAFF}{forum.pk}/langkah/x/").status_code == 404
    assert client.get(f"{STAFF}{forum.pk}/langkah/umumkan/").status_code == 405


def test_a_forum_is_called_off_with_a_reason(as_user, maya, forum):
    client = as_user(maya)
    assert client.post(f"{STAFF}{forum.pk}/batalkan/", {"reason": ""}).status_code == 422
    client.post(f"{STAFF}{forum.pk}/batalkan/", {"reason": "Banjir"})
    assert "Banjir" in text_of(client.get(f"{STAFF}{forum.pk}/"))


def test_questions_are_read_refused_answered_and_ordered(as_user, maya, forum, asked):
    client, at = as_user(maya), f"{STAFF}{forum.pk}/pertanyaan/"
    first, second = asked(forum, "Pertama?"), asked(forum, "Kedua?")
    rude = asked(forum, "Kasar?", is_shown=False)
    assert "Menunggu diperiksa" in text_of(client.get(at))
    client.post(f"{at}{rude.pk}/tolak/", {"reason": "Menyebut nama orang"})
    client.post(f"{at}{second.pk}/naik/")
    client.post(f"{at}{first.pk}/jawab/", {"answer": "Ya."})
    html = text_of(client.get(at))
    assert html.index("Kedua?") < html.index("Pertama?")
    assert "Menyebut nama orang" in html
    assert "Menyebut nama orang" not in text_of(client.get(f"/forum/{forum.pk}/"))
    client.post(f"{at}{rude.pk}/tayangkan/")
    assert ForumQuestion.objects.get(pk=rude.pk).state == QuestionState.SHOWN


def test_typing_along_keeps_a_question_with_its_answer(as_user, maya, held):
    client, at = as_user(maya), f"{STAFF}{held.pk}/langsung/"
    assert "autofocus" in text_of(client.get(at))
    sent = client.post(at, {"text": "Parkir?", "answer": "Ada.", "means": "spoken"})
    assert sent.url == at
    client.post(at, {"text": "Toilet?", "answer": "", "means": "paper"})
    html = text_of(client.get(at))
    assert "Belum dijawab" in html
    waiting = ForumQuestion.objects.get(text="Toilet?")
    answered = client.post(f"{STAFF}{held.pk}/pertanyaan/{waiting.pk}/jawab/?langsung", {"answer": "Di belakang."})
    assert answered.url == at
    assert client.post(at, {"text": "", "answer": "", "means": "spoken"}).status_code == 422


def test_minutes_are_kept_and_published(as_user, maya, held):
    client, at = as_user(maya), f"{STAFF}{held.pk}/notulen/"
    client.post(at, {"text": "Rancangan", "women": "", "men": ""})
    assert "Rancangan" not in text_of(client.get(f"/forum/{held.pk}/"))
    client.post(at, {"text": "Final", "women": "3", "men": "4", "publish": "1"})
    assert "Final" in text_of(client.get(f"/forum/{held.pk}/"))
    assert [one.version for one in ForumMinutes.objects.order_by("version")] == [1, 2]
    half = client.post(at, {"text": "Final", "women": "3", "men": ""})
    assert "hanya diisi satu dari dua" in text_of(half)


def test_the_invitation_is_a_pdf_of_what_is_public(as_user, maya, forum, planned):
    Forum.objects.filter(pk=forum.pk).update(title="\U0001f600 Dengar warga", description="\U0001f600")
    answer = as_user(maya).get(f"{STAFF}{forum.pk}/undangan.pdf")
    assert answer.content.startswith(b"%PDF")
    assert as_user(maya).get(f"{STAFF}{planned().pk}/undangan.pdf").status_code == 404


def test_the_list_narrows_and_reminds(as_user, maya, forum, planned, promise):
    planned(title="Rapat kecil")
    promise("Atap diperbaiki", days=3)
    client = as_user(maya)
    html = text_of(client.get(STAFF))
    assert "Jatuh tempo pekan ini" in html
    assert "Atap diperbaiki" in html
    drafts = text_of(client.get(f"{STAFF}?state=draft&unit=1.1"))
    assert "Rapat kecil" in drafts
    assert "Dengar warga" not in drafts
    assert "Tidak ada yang cocok" in text_of(client.get(f"{STAFF}?q=kosong"))


@pytest.mark.parametrize("name", ["joko", "sari", "dewi"])
def test_who_holds_no_forums_finds_nothing(as_user, person, forum, name):
    client = as_user(person(name))
    pages = ("", "baru/", f"{forum.pk}/", f"{forum.pk}/ubah/", f"{forum.pk}/pertanyaan/", f"{forum.pk}/langsung/")
    assert {client.get(f"{STAFF}{page}").status_code for page in pages} == {404}


def test_the_number_of_queries_does_not_grow(
    as_user, maya, planned, promise, held, asked, django_assert_max_num_queries
):
    for number in range(8):
        planned(title=f"Acara {number}")
        asked(held, f"Pertanyaan {number}?")
        promise(f"Janji {number}", forum=held, days=2)
    client = as_user(maya)
    for path in ("", f"{held.pk}/", f"{held.pk}/pertanyaan/", f"{held.pk}/langsung/", "janji/"):
        client.get(f"{STAFF}{path}")
        with django_assert_max_num_queries(24):
            client.get(f"{STAFF}{path}")
