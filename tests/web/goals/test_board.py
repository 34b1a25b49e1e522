"""Human resources see who is how far, by unit and person by person, and take the list along on record."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pembina.domain.access.audit import events_on
from pembina.domain.people.enums import LegalPosition
from pembina.domain.people.models import Person
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.queries.board import states_by_unit

pytestmark = pytest.mark.django_db


def at(name):
    return reverse(f"goals:{name}")


def test_units_count_their_people_by_state(performing):
    performing.full_plan(state=PlanState.AGREED)
    performing.full_plan(performing.tono, state=PlanState.PROPOSED)
    performing.of_budi.legal_position = LegalPosition.SUSPENDED
    performing.of_budi.save()
    counted = {
        unit.code: unit
        for unit in states_by_unit(Person.objects.all(), year=performing.today.year, on=performing.today)
    }
    assert dict(counted["1.1"].by_state) == {"agreed": 1, "proposed": 1}
    assert dict(counted["1"].by_state) == {"none": 1}


def test_rina_searches_filters_and_exports(performing, visit):
    performing.full_plan(state=PlanState.AGREED)
    rina = visit(performing.rina)
    assert "Dinas 1.1" in rina.get(at("board")).text
    listed = rina.get(at("board_people"), {"unit": "1.1", "state": "agreed"}).text
    assert "Sari" in listed
    assert "Tono" not in listed
    assert "Tidak ada yang cocok" in rina.get(at("board_people"), {"q": "Zzz"}).text
    answer = rina.post(f"{at('board_file')}?state=agreed")
    assert answer.content.startswith(b"PK")
    assert events_on(performing.rina).filter(operation="export_expectations").count() == 1


@pytest.mark.parametrize("name", ["board", "board_people"])
def test_to_others_there_is_no_board(performing, visit, dewi, name):
    for other in (performing.sari, performing.budi, dewi):
        assert visit(other).get(at(name)).status_code == 404


def test_the_lists_cost_the_same_whatever_their_length(performing, visit):
    rina, costs = visit(performing.rina), []
    for more in (0, 60):
        performing.crowd(more)
        with CaptureQueriesContext(connection) as counted:
            rina.get(at("board"))
            rina.get(at("board_people"))
        costs.append(len(counted))
    assert costs[0] == costs[1]
