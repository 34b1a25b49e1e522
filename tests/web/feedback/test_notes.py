"""Pages of feedback: written in two taps, read by three, asked for, and counted without words."""

import pytest
from django.urls import reverse
from django.utils import timezone

from pembina.domain.access.events import AuditEvent
from pembina.domain.performance.models import Feedback, FeedbackRequest

pytestmark = pytest.mark.django_db
SHORT = {"tone": "appreciation", "situation": "Loket", "behaviour": "Menjelaskan syarat dengan sabar"}


def whole(**more):
    return SHORT | {"happened_on": timezone.localdate().isoformat(), "rhythm": "incidental"} | more


def test_two_taps_from_the_list_to_a_note(speaking, sari, visit):
    client = visit(sari)
    listed = client.get(reverse("feedback:people")).content.decode()
    assert speaking.tono.name in listed
    assert speaking.dewi.name not in listed
    address = reverse("feedback:write", args=[speaking.tono.pk])
    assert f'href="{address}"' in listed
    answer = client.post(address, whole())
    note = Feedback.objects.get()
    assert answer.status_code == 302
    assert answer.url == reverse("feedback:show", args=[note.pk])
    assert (note.capacity, note.person, note.author) == ("peer", speaking.tono, speaking.sari)


def test_what_is_missing_is_said_at_its_field(speaking, sari, visit):
    client = visit(sari)
    answer = client.post(reverse("feedback:write", args=[speaking.tono.pk]), whole(behaviour=""))
    assert answer.status_code == 422
    assert "behaviour" in answer.context["form"].errors
    assert not Feedback.objects.exists()


def test_a_stranger_is_not_found(speaking, dewi, visit):
    note = speaking.say(by=speaking.budi, about=speaking.sari)
    client = visit(dewi)
    for name, pk in (("write", speaking.sari.pk), ("show", note.pk), ("answer", note.pk), ("correct", note.pk)):
        assert client.get(reverse(f"feedback:{name}", args=[pk])).status_code == 404


def test_the_person_reads_and_answers_once(speaking, sari, visit):
    note = speaking.say(by=speaking.budi, about=speaking.sari, behaviour="Memeriksa berkas")
    client, show = visit(sari), reverse("feedback:show", args=[note.pk])
    page = client.get(show).content.decode()
    assert speaking.budi.name in page
    assert "Memeriksa berkas" in page
    client.post(reverse("feedback:answer", args=[note.pk]), {"answer": "Terima kasih"})
    assert "Terima kasih" in client.get(show).content.decode()
    assert client.post(reverse("feedback:answer", args=[note.pk]), {"answer": "Lagi"}).status_code == 422


def test_the_leader_reads_what_peers_wrote_and_leaves_a_trace(speaking, budi, visit):
    note = speaking.say(by=speaking.tono, about=speaking.sari, behaviour="Membantu rekan")
    client = visit(budi)
    assert "Membantu rekan" in client.get(reverse("feedback:index"), {"whose": "staff"}).content.decode()
    assert client.get(reverse("feedback:show", args=[note.pk])).status_code == 200
    assert AuditEvent.objects.get(operation="look_at_feedback").concerns == speaking.sari.nip


def test_the_author_corrects_and_goes_on(speaking, budi, visit):
    note = speaking.say(by=speaking.budi, about=speaking.sari, behaviour="Sebelum ini")
    client = visit(budi)
    client.post(reverse("feedback:correct", args=[note.pk]), SHORT)
    page = client.get(reverse("feedback:show", args=[note.pk])).content.decode()
    assert "Sebelum ini" in page
    assert "dengan sabar" in page
    client.post(reverse("feedback:follow", args=[note.pk]), whole(behaviour="Sejak itu lebih cepat"))
    assert Feedback.objects.get(follows=note).behaviour == "Sejak itu lebih cepat"


def test_asked_and_replied(speaking, sari, visit):
    client = visit(sari)
    assert client.post(reverse("feedback:ask"), {"search": "asked", "asked_q": "To"}).status_code == 200
    client.post(reverse("feedback:ask"), {"asked": speaking.tono.pk, "matter": "Rapat Kamis"})
    request = FeedbackRequest.objects.get()
    client = visit(speaking.account(speaking.tono))
    assert "Permintaan umpan balik untuk dijawab" in client.get("/").content.decode()
    assert "Rapat Kamis" in client.get(reverse("feedback:requests")).content.decode()
    client.post(reverse("feedback:reply", args=[request.pk]), whole())
    assert Feedback.objects.get().request == request
    assert client.get(reverse("feedback:decline", args=[request.pk])).status_code == 404


def test_declined_with_a_word(speaking, visit):
    request = speaking.ask(by=speaking.sari, of=speaking.tono)
    client = visit(speaking.account(speaking.tono))
    client.post(reverse("feedback:decline", args=[request.pk]), {"word": "Belum cukup mengenal"})
    assert "Belum cukup mengenal" in client.get(reverse("feedback:requests")).content.decode()


def test_human_resources_see_counts_and_no_words(speaking, rina, visit):
    note = speaking.say(by=speaking.budi, about=speaking.sari, behaviour="Kata-kata pribadi")
    client = visit(rina)
    page = client.get(reverse("feedback:leaders")).content.decode()
    assert speaking.budi.name in page
    assert "50%" in page
    assert "Kata-kata pribadi" not in page
    assert client.get(reverse("feedback:show", args=[note.pk])).status_code == 404
    assert client.get(reverse("feedback:cadence")).status_code == 404


def test_a_leader_sees_who_waited_and_the_rule(speaking, budi, sari, visit):
    page = visit(budi).get(reverse("feedback:cadence")).content.decode()
    assert page.index(speaking.sari.name) < page.index(speaking.tono.name)
    assert "pasal 19 ayat (2)" in page
    assert "Belum pernah" in page
    assert visit(sari).get(reverse("feedback:cadence")).status_code == 404
    assert visit(sari).get(reverse("feedback:leaders")).status_code == 404


def test_many_notes_cost_no_more_queries(speaking, sari, visit, django_assert_max_num_queries):
    for _ in range(30):
        speaking.say(by=speaking.budi, about=speaking.sari)
    client = visit(sari)
    client.get(reverse("feedback:index"))
    with django_assert_max_num_queries(40):
        page = client.get(reverse("feedback:index"), {"q": "Budi"}).content.decode()
    assert "1–20 dari 30" in page
    assert 'aria-current="page"' in page
