"""What a citizen sees and sends, without account and without JavaScript."""

import gzip
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find
from django.test import Client

from pembina.domain.services.models import ForumQuestion, QuestionSupport
from pembina.domain.services.operations.commitments import keep_commitment, postpone_commitment
from pembina.domain.services.operations.forum_minutes import write_minutes
from pembina.domain.services.operations.forum_questions import MOST_QUESTIONS, answer_question
from pembina.domain.services.operations.forums import cancel_forum
from web.forums.conftest import text_of
from web.test_weight import FIRST, HTMX, LATER, assets, compressed


def event_of(forum):
    return f"/forum/{forum.pk}/"


def test_upcoming_and_past_events_are_listed_and_drafts_are_not(strict_client, announced, planned):
    announced(title="Yang datang")
    announced(title="Yang lalu", hours=-48)
    planned(title="Rahasia")
    html = text_of(strict_client.get("/forum/"))
    assert html.index("Yang datang") < html.index("Yang sudah lewat") < html.index("Yang lalu")
    assert "Rahasia" not in html
    assert "WITA" in html


def test_without_any_event_the_pages_say_so(strict_client, db):
    assert "Belum ada forum yang diumumkan" in text_of(strict_client.get("/forum/"))
    assert "Belum ada janji" in text_of(strict_client.get("/janji/"))


def test_a_draft_does_not_exist(strict_client, planned):
    forum = planned()
    for address in (event_of(forum), f"/forum/{forum.pk}/acara.ics"):
        assert strict_client.get(address).status_code == 404
    assert strict_client.post(f"/forum/{forum.pk}/tanya/", {"text": "Ada?"}).status_code == 404


def test_an_event_shows_agenda_questions_minutes_and_promises(strict_client, held, asked, maya, now, promise):
    answer_question(question=asked(held), answer="Bulan depan.\nPasti.", by=maya, at=now)
    write_minutes(
        forum=held, text="# Hasil\n- butir <b>satu</b>\n\nPenutup", women=12, men=9, by=maya, at=now, publish=True
    )
    promise(forum=held, days=-3)
    html = text_of(strict_client.get(event_of(held)))
    for words in (
        "Pembukaan", "Kapan antrean daring dibuka?", "Bulan depan.<br>Pasti.", "<h3>Hasil</h3>",
        "<li>butir &lt;b&gt;satu&lt;/b&gt;</li>", "Hadir 21 orang: 12 perempuan, 9 laki-laki.", "Terlambat 3 hari",
        "Kepala Loket",
    ):  # fmt: skip
        assert words in html
    assert "Sari Wulandari" not in html
    assert "Maya" not in html


def test_a_question_is_sent_by_a_plain_form_and_waits(strict_client, forum):
    sent = strict_client.post(
        f"/forum/{forum.pk}/tanya/", {"text": "<script>alert(1)</script> \U0001f44d", "service": ""}
    )
    assert (sent.status_code, sent.url) == (302, event_of(forum))
    html = text_of(strict_client.get(event_of(forum)))
    assert "Pertanyaan terkirim" in html
    assert "alert(1)" not in html
    assert ForumQuestion.objects.get().text == "<script>alert(1)</script> \U0001f44d"


def test_a_shown_tag_is_only_text(strict_client, forum, asked):
    asked(forum, "<script>alert(1)</script>")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text_of(strict_client.get(event_of(forum)))


@pytest.mark.parametrize("text", ["", "   ", "x" * 1001])
def test_a_bad_question_stays_in_the_form_with_the_reason(strict_client, forum, text):
    answer = strict_client.post(f"/forum/{forum.pk}/tanya/", {"text": text})
    assert answer.status_code == 422
    assert "Ada isian yang perlu diperbaiki" in text_of(answer)
    assert not ForumQuestion.objects.exists()


def test_a_service_of_another_event_is_refused(strict_client, forum, announced, service):
    other = announced(title="Lain")
    assert strict_client.post(f"/forum/{forum.pk}/tanya/", {"text": "Ada?", "service": "999"}).status_code == 422
    assert strict_client.post(f"/forum/{other.pk}/tanya/", {"text": "Ada?", "service": service.pk}).status_code == 302
    assert ForumQuestion.objects.get().service is None


def test_a_flood_is_held_back_with_words(strict_client, forum):
    for number in range(MOST_QUESTIONS):
        strict_client.post(f"/forum/{forum.pk}/tanya/", {"text": f"Pertanyaan {number}?"})
    answer = strict_client.post(f"/forum/{forum.pk}/tanya/", {"text": "Satu lagi?"})
    assert "Tunggu 15 menit" in text_of(answer)
    assert ForumQuestion.objects.count() == MOST_QUESTIONS
    assert "127.0.0.1" not in ForumQuestion.objects.first().origin


def test_a_browser_supports_once_and_another_one_too(strict_client, forum, asked):
    question = asked(forum)
    address = f"/forum/{forum.pk}/dukung/{question.pk}/"
    strict_client.get(event_of(forum))
    strict_client.post(address)
    strict_client.post(address)
    assert QuestionSupport.objects.count() == 1
    other = Client()
    other.get(event_of(forum))
    other.post(address)
    assert "2 dukungan" in text_of(strict_client.get(event_of(forum)))


def test_without_a_cookie_nothing_is_counted(strict_client, forum, asked):
    question = asked(forum)
    strict_client.post(f"/forum/{forum.pk}/dukung/{question.pk}/")
    assert not QuestionSupport.objects.exists()


def test_what_waits_cannot_be_supported(strict_client, forum, asked):
    question = asked(forum, is_shown=False)
    strict_client.get(event_of(forum))
    assert strict_client.post(f"/forum/{forum.pk}/dukung/{question.pk}/").status_code == 404


def test_a_cancelled_event_tells_why_and_takes_nothing(strict_client, forum, maya, now):
    cancel_forum(forum=forum, reason="Jalan putus", by=maya, at=now)
    html = text_of(strict_client.get(event_of(forum)))
    assert "Jalan putus" in html
    assert "Kirim pertanyaan" not in html
    assert strict_client.post(f"/forum/{forum.pk}/tanya/", {"text": "Ada?"}).status_code == 422


def test_the_board_shows_late_ones_in_words_and_narrows(strict_client, promise, maya, now, today):
    promise("Atap diperbaiki", days=-1)
    promise("Kursi ditambah")
    done = promise("Antrean daring", days=0)
    keep_commitment(commitment=done, done_on=today, evidence="Sudah jalan", by=maya, at=now)
    html = text_of(strict_client.get("/janji/"))
    for words in ("Terlambat 1 hari", "Ditepati", "Berjalan", "50% dari yang sudah jatuh tempo"):
        assert words in html
    late = text_of(strict_client.get("/janji/?show=late&unit=1.1&sort=unit"))
    assert "Atap diperbaiki" in late
    assert "Kursi ditambah" not in late
    assert "Tidak ada yang cocok" in text_of(strict_client.get("/janji/?q=tidakada"))
    assert "Kursi ditambah" in text_of(strict_client.get("/janji/?show=x&unit=y&sort=z&page=999"))


def test_a_promise_tells_its_slips_and_its_evidence(strict_client, promise, maya, now, today):
    made = promise(days=2)
    postpone_commitment(commitment=made, to=today + timedelta(days=9), reason="Menunggu lelang", by=maya, at=now)
    html = text_of(strict_client.get(f"/janji/{made.pk}/"))
    assert "Menunggu lelang" in html
    assert "Tenggat mundur dari" in html
    assert "Tenggat semula" in html
    assert "Sari Wulandari" not in html


def test_a_closing_recorded_long_after_shows_both_days_and_counts_as_late(strict_client, promise, maya, now, today):
    made, due = promise(days=0), today
    keep_commitment(commitment=made, done_on=due, evidence="Sudah", by=maya, at=now + timedelta(days=30))
    html = text_of(strict_client.get(f"/janji/{made.pk}/"))
    assert "Selesai, terlambat 23 hari" in html
    assert "Selesai pada" in html
    assert "Dicatat pada" in html
    assert "baru dicatat lebih dari 7 hari sesudah tenggat semula" in html
    for page in (html, text_of(strict_client.get("/janji/"))):
        assert "7 hari sebelum hari dicatat" in page


def test_english_is_spoken(strict_client, forum):
    strict_client.cookies["django_language"] = "en"
    answer = strict_client.get(event_of(forum))
    assert answer.headers["Content-Language"] == "en"


def test_the_calendar_file_is_one_event(strict_client, forum):
    answer = strict_client.get(f"/forum/{forum.pk}/acara.ics")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert b"SUMMARY:Dengar warga\r\n" in answer.content
    assert f"http://testserver/forum/{forum.pk}/".encode() in answer.content.replace(b"\r\n ", b"")


def test_public_pages_are_light(strict_client, forum, asked, promise):
    for number in range(20):
        asked(forum, f"Pertanyaan nomor {number} tentang antrean?")
    made = promise(forum=forum)
    for address in ("/forum/", event_of(forum), "/janji/", f"/janji/{made.pk}/"):
        page = strict_client.get(address).content
        linked = assets(page.decode())
        first = compressed(page) + sum(compressed(Path(find(asset)).read_bytes()) for asset in linked | {HTMX})
        assert (first <= FIRST, len(gzip.compress(page)) <= LATER) == (True, True), address


@pytest.mark.parametrize("address", ["/forum/", "/janji/", "event"])
def test_the_number_of_queries_does_not_grow(
    strict_client, announced, asked, promise, forum, django_assert_max_num_queries, address
):
    path = event_of(forum) if address == "event" else address
    for number in range(8):
        announced(title=f"Acara {number}")
        asked(forum, f"Pertanyaan {number}?")
        promise(f"Janji {number}", forum=forum)
    strict_client.get(path)
    with django_assert_max_num_queries(12):
        strict_client.get(path)
