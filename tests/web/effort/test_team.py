"""Budi sees the effort of everybody he leads, part beside part; it costs the same for three as for thirty."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pembina.domain.access.events import AuditEvent
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import DifficultyAgreement, Realisation

pytestmark = pytest.mark.django_db
TEAM = "/proses-upaya/tim/"


def improved(performing, person):
    """Return an indicator of a person that doubled, with nothing to guard it."""
    one = performing.indicator(performing.goal(performing.plan(person, state=PlanState.AGREED)), baseline=50)
    Realisation.objects.create(
        indicator=one, until=performing.today, amount=100, words="Register", noted_by=performing.sari,
        noted_at=performing.at,
    )  # fmt: skip
    return one


def test_the_list_is_searched_filtered_and_sorted(performing, visit):
    one = improved(performing, performing.of_sari)
    DifficultyAgreement.objects.create(
        goal=one.goal, wording=one.goal.words, degree="demanding", side="person", proposed_by=performing.sari,
        proposed_at=performing.at,
    )  # fmt: skip
    budi, sari, tono = visit(performing.budi), performing.of_sari.name, performing.tono.name
    shown = budi.get(TEAM).text
    assert sari in shown
    assert tono in shown
    for state in ("waiting", "open"):
        narrowed = budi.get(TEAM, {"state": state}).text
        assert sari in narrowed
        assert tono not in narrowed
    assert sari not in budi.get(TEAM, {"q": "tono", "sort": "-name"}).text
    assert "Tidak ada yang cocok" in budi.get(TEAM, {"q": "zzz"}).text
    names = budi.get(TEAM, {"sort": "-name"}).text
    assert names.index(tono) < names.index(sari)
    assert budi.get(TEAM, {"state": "x", "sort": "late", "page": "99"}).status_code == 200


def test_the_file_holds_the_list_and_who_took_it_is_on_record(performing, visit):
    improved(performing, performing.of_sari)
    answer = visit(performing.budi).post(f"{TEAM}unduh/?q=sari")
    text = answer.content.decode("utf-8-sig")
    assert performing.sari.username in text
    assert performing.tono.nip not in text
    assert answer["Content-Type"].startswith("text/csv")
    assert AuditEvent.objects.filter(operation="export_effort", actor=performing.budi).count() == 1


def test_who_leads_nobody_is_told_and_gets_an_empty_file(performing, visit, dewi):
    stranger = visit(dewi)
    assert "belum memimpin siapa pun" in stranger.get(TEAM).text
    assert performing.sari.username not in stranger.post(f"{TEAM}unduh/").content.decode()


def test_the_list_costs_the_same_for_three_as_for_thirty(performing, visit):
    costs = []
    for number in (3, 27):
        for person in performing.crowd(number):
            improved(performing, person)
        budi = visit(performing.budi)
        with CaptureQueriesContext(connection) as counted:
            assert budi.get(TEAM).status_code == 200
        costs.append(len(counted))
    assert costs[0] == costs[1]
    assert costs[0] <= 40
