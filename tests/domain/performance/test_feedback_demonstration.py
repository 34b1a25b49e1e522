"""The feedback of the demonstration: a year of notes, guidance of Sari, one published pulse and one that is open."""

import pytest

from domain.performance.conftest import NOON
from pembina.core.rules.group_privacy import smallest_group
from pembina.domain.access.models import RoleGrant
from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.performance.demonstration.feedback import load_demo_feedback
from pembina.domain.performance.models import Feedback, GuidanceOpinion, PulseFigure, PulseRound, PulseTally
from pembina.domain.performance.queries.feedback import notes_about, requests_waiting

pytestmark = pytest.mark.django_db


def test_it_is_written_too_where_rina_has_her_role_since_today_only(person):
    load_demo_government(size=900, on=NOON.date(), at=NOON)
    RoleGrant.objects.filter(user=person("rina")).update(starts_on=NOON.date())
    assert load_demo_feedback(on=NOON.date(), at=NOON) > 0


def test_it_is_written_once_and_shows_sari_and_budi(person, django_assert_max_num_queries):
    on = NOON.date()
    assert load_demo_feedback(on=on, at=NOON) == 0
    load_demo_government(size=900, on=on, at=NOON)
    sari, budi = person("sari"), person("budi")
    with django_assert_max_num_queries(140):
        assert load_demo_feedback(on=on, at=NOON) == Feedback.objects.count() > 100
    assert load_demo_feedback(on=on, at=NOON) == 0
    assert notes_about(sari).filter(author__nip=PERSONAS["budi"].nip).exists()
    assert requests_waiting(sari).exists()
    assert requests_waiting(budi).exists()
    assert not Feedback.objects.filter(given_at__gt=NOON).exists()
    assert not Feedback.objects.filter(answered_at__gt=NOON).exists()
    assert GuidanceOpinion.objects.get().record.person.nip == sari.username
    newest, oldest = PulseRound.objects.all()
    assert oldest.released_at is not None
    assert newest.released_at is None
    assert set(PulseTally.objects.values_list("round", flat=True)) == {newest.pk}
    assert PulseFigure.objects.filter(round=oldest, leader__nip=budi.username, part="").exists()
    assert not PulseFigure.objects.filter(answers__lt=smallest_group(on=on)).exists()
