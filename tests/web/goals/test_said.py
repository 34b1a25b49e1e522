"""On the own page stands what was said: notes at once, an appraisal once it was handed over, and where the rest is."""

import pytest
from django.urls import reverse

from appraising import AS_EXPECTED, Appraising
from pembina.domain.performance.models import Feedback
from pembina.domain.performance.operations.delivery import deliver_appraisal

pytestmark = pytest.mark.django_db
OWN = "/kinerja/"


@pytest.fixture
def appraising(db, person, monkeypatch):
    made = Appraising(person)
    monkeypatch.setattr("django.utils.timezone.now", lambda: made.at)
    return made


def test_the_latest_notes_are_there_with_who_gave_them(appraising, strict_client):
    Feedback.objects.create(
        person=appraising.sari, author=appraising.budi, capacity="leader", tone="appreciation", given_at=appraising.at,
        happened_on=appraising.at.date(), situation="Loket", behaviour="Menyapa setiap warga",
    )  # fmt: skip
    strict_client.force_login(appraising.sari_user)
    shown = strict_client.get(OWN).text
    assert "Menyapa setiap warga" in shown
    assert appraising.budi.name in shown


def test_an_appraisal_is_said_once_it_was_handed_over(appraising, strict_client):
    appraising.made()
    appraising.signed(appraising.sari, AS_EXPECTED)
    one = appraising.of(appraising.sari)
    address = reverse("appraisals:show", args=[one.pk])
    strict_client.force_login(appraising.sari_user)
    assert address not in strict_client.get(OWN).text
    deliver_appraisal(appraisal=one, by=appraising.user_of(appraising.budi), at=appraising.at)
    shown = strict_client.get(OWN).text
    assert address in shown
    assert "menunggu Anda terima" in shown


def test_who_heard_nothing_may_ask_and_finds_the_other_parts(appraising, strict_client):
    strict_client.force_login(appraising.sari_user)
    shown = strict_client.get(OWN).text
    for view in ("feedback:ask", "feedback:index", "guidance:index", "pulse:index", "performance_results:own"):
        assert reverse(view) in shown
