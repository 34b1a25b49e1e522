"""An office with a round that has ended, one before it, and a coordinator."""

from datetime import date

import pytest

from domain.services.results.survey_answers import NOON, a_round, answers, office, service
from pembina.domain.services.operations.survey_results import publish_result

MIXED = (40, [3, 3, 2, 4, 3, 3, 4, 3, 3])


@pytest.fixture
def period(db):
    made = a_round(office(), population=110)
    first, second = service(made.unit, "a", "Izin usaha"), service(made.unit, "b", "Rekomendasi")
    answers(made, (40, 3), MIXED, service=first, sex="male", education="bachelor")
    answers(made, (8, 4), service=second, sex="female", answered_on=date(2026, 8, 3))
    answers(made, (3, 1), is_excluded=True)
    return made


@pytest.fixture
def earlier(period):
    made = a_round(period.unit, title="Triwulan II 2026", opens_on=date(2026, 4, 1), closes_on=date(2026, 6, 30))
    answers(made, (60, 2), (10, 4))
    return made


@pytest.fixture
def published(period):
    return publish_result(period=period, by=None, at=NOON)


@pytest.fixture
def maya(person):
    """A coordinator of services, over the whole government."""
    return person("maya")


@pytest.fixture
def officer(strict_client, maya):
    """The strict client, signed in as the coordinator."""
    strict_client.force_login(maya)
    return strict_client
