"""Eight offices with a past, and an evaluation of Lia's; Rina plans the programme."""

from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from django.utils import timezone

from planning import Planning
from training import Training


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=timezone.now())


@pytest.fixture
def planning(training, person):
    return Planning(training, person("lia"))


@pytest.fixture
def as_user(strict_client):
    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter


@pytest.fixture
def planner(as_user, rina, planning):
    """The client of Rina."""
    return as_user(rina)


@pytest.fixture
def at(planning):
    return f"/rencana-gelombang/{planning.evaluation.pk}/"


@pytest.fixture
def sent(planning):
    return {
        "units": [unit.pk for unit in planning.units], "waves": 2, "first_start": planning.first_start, "every": 3,
        "stay_out": "on", "division": "baseline", "seed": "Lotre 5 Januari",
    }  # fmt: skip


@pytest.fixture
def laid(planning):
    codes = [unit.code for unit in planning.units]
    first: date = planning.first_start
    return {
        "start_1": first, "codes_1": ", ".join(codes[:3]), "start_2": first + relativedelta(months=3),
        "codes_2": ", ".join(codes[3:6]), "codes_outside": ", ".join(codes[6:]), "reason": "Puskesmas siap dahulu",
    }  # fmt: skip


def text_of(response):
    return response.content.decode()


def seen_in(response):
    """Return the digest that the preview carries on."""
    return response.context["consequences"][0].seen


def keep(client, address, told):
    """Try a plan, then keep what was shown."""
    shown = client.post(address, told)
    return client.post(address, told | {"confirmed": "1", "seen": seen_in(shown)})
