"""Pages of the pulse: opened after a look, answered in two minutes, published once, read by the leader alone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pembina.domain.access.events import AuditEvent
from pembina.domain.performance.models import PulseInvitation, PulseRound, PulseTally
from pembina.domain.performance.operations.pulse import RoundWish, answer_pulse, open_pulse

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def pulse(speaking, rina):
    for number in range(2):
        speaking.person(f"P{number}", speaking.division, superior=speaking.budi)
    ends = speaking.today + DAY
    wish = RoundWish("Triwulan IV", ["Mendengarkan", "Memberi contoh"], speaking.today, ends, [speaking.office])
    return open_pulse(wish=wish, by=rina, at=speaking.at)


def test_a_round_is_opened_after_a_look_at_how_many_it_asks(speaking, rina, visit):
    client, on = visit(rina), timezone.localdate()
    told = {
        "title": "Triwulan IV", "statements": "Mendengarkan\nMemberi contoh", "opens_on": on.isoformat(),
        "closes_on": (on + DAY).isoformat(), "units": [speaking.office.pk],
    }  # fmt: skip
    assert "2 pimpinan dinilai; 3 undangan dibuat" in client.post(reverse("pulse:new"), told).content.decode()
    assert not PulseRound.objects.exists()
    answer = client.post(reverse("pulse:new"), told | {"confirmed": "1"})
    assert answer.url == reverse("pulse:board", args=[PulseRound.objects.get().pk])
    assert client.post(reverse("pulse:new"), told | {"statements": ""}).status_code == 422


def test_an_answer_by_the_page_leads_to_nobody_in_the_trail(speaking, pulse, sari, visit):
    client = visit(sari)
    assert "Denyut pimpinan untuk dijawab" in client.get("/").content.decode()
    own = PulseInvitation.objects.get(rater=speaking.sari, leader=speaking.budi)
    address = reverse("pulse:answer", args=[own.pk])
    assert address in client.get(reverse("pulse:index")).content.decode()
    assert client.post(address, {"s0": "4"}).status_code == 422
    assert client.post(address, {"s0": "4", "s1": "unknown"}).status_code == 302
    assert PulseTally.objects.get(leader=speaking.budi, part="subordinate").counts[0] == [0, 0, 0, 1]
    event = AuditEvent.objects.get(operation="answer_pulse")
    assert (event.actor_id, event.remote_addr, event.concerns) == (None, None, "")
    assert not AuditEvent.objects.filter(content_type__model__in=("pulseinvitation", "pulsetally")).exists()
    assert client.get(address).status_code == 404


def test_published_once_and_read_by_the_leader_alone(speaking, pulse, rina, budi, sari, visit):
    for each in PulseInvitation.objects.filter(leader=speaking.budi).select_related("rater"):
        answer_pulse(invitation=each, answers=[3, 2], by=speaking.account(each.rater), at=speaking.at)
    client, board = visit(rina), reverse("pulse:board", args=[pulse.pk])
    assert "Tidak ditampilkan" in client.get(board).content.decode()
    client.post(reverse("pulse:release", args=[pulse.pk]))
    pulse.refresh_from_db()
    assert pulse.released_at is None
    PulseRound.objects.update(opens_on=speaking.today - 9 * DAY, closes_on=speaking.today - DAY)
    client.post(reverse("pulse:release", args=[pulse.pk]))
    page = client.get(board).content.decode()
    assert "Seluruh putaran" in page
    assert speaking.budi.name not in page
    own = reverse("pulse:result", args=[pulse.pk])
    assert "3,0" in visit(budi).get(own).content.decode()
    assert visit(sari).get(own).status_code == 404
    assert visit(sari).get(board).status_code == 404


def test_fewer_than_four_are_told_nothing(speaking, pulse, rina, budi, visit):
    PulseRound.objects.update(opens_on=speaking.today - 9 * DAY, closes_on=speaking.today - DAY)
    visit(rina).post(reverse("pulse:release", args=[pulse.pk]))
    assert "Tidak ada yang terbit" in visit(budi).get(reverse("pulse:result", args=[pulse.pk])).content.decode()
