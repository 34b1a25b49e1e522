"""People who work together, at noon of the day of every test: what is expected of them, what is said, how they rate."""

from datetime import UTC, datetime

import pytest

from appraising import Appraising
from pembina.domain.performance.operations.result_imports import import_results
from pembina.domain.performance.result_plan import plan_results
from performance import Performing
from speaking import Speaking
from training import Training

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def appraising(person):
    return Appraising(person)


@pytest.fixture
def performing(sari, budi, rina):
    return Performing(sari=sari, budi=budi, rina=rina, at=NOON)


@pytest.fixture
def speaking(sari, budi, dewi):
    return Speaking(at=NOON, sari=sari, budi=budi, dewi=dewi)


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=NOON)


@pytest.fixture
def leader(training, budi):
    return training.person(budi)


@pytest.fixture
def pupil(training, sari, leader):
    return training.person(sari, superior=leader)


@pytest.fixture
def applied(training):
    """Return a function that brings rows in, as Rina or as told."""

    def bring(*rows, by=None, refused=0):
        plan = plan_results(rows, refused=refused)
        return import_results(plan=plan, file_name="skp.xlsx", sha256="0" * 64, by=by or training.rina, at=training.at)

    return bring
