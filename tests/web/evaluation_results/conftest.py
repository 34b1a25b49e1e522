"""An evaluation of Rina's programme by Lia, by the clock of the day the test runs on."""

import pytest
from django.utils import timezone

from impact import Impact
from pembina.domain.impact.models import FrozenPanel
from training import Training

AT = "/hasil-evaluasi/"


@pytest.fixture
def lia(person):
    return person("lia")


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=timezone.now())


@pytest.fixture
def impact(training, lia):
    return Impact(programme=training.programme, maker=lia, at=training.at)


@pytest.fixture
def design(impact):
    return impact.locked()


@pytest.fixture
def run(impact, design):
    """A run that is done, with the frozen data of its outcome."""
    made = impact.run(design)
    frozen(made)
    return made


def frozen(run, **told):
    """Return the frozen data of the only outcome of a run, the content invented."""
    plan = {"sha256": "a" * 64, "rows": 2_160, "units": 60, "months": 36} | told
    return FrozenPanel.objects.create(
        run=run, outcome=run.design.outcomes.get(), content=b"PAR1 content PAR1", frozen_at=run.asked_at, **plan
    )


@pytest.fixture
def as_user(strict_client):
    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter


@pytest.fixture
def evaluator(as_user, lia, training):
    """The client of Lia."""
    return as_user(lia)


def text_of(response):
    return response.content.decode()
