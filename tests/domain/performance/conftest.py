"""Sari under Budi, and a file of results about Sari and Tono."""

from datetime import UTC, datetime

import pytest

from pembina.domain.performance.operations.result_imports import import_results
from pembina.domain.performance.result_plan import ReadResult, plan_results
from training import Training

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def result_of(person, *, row=2, year=2025, cycle="annual", months=(1, 12), ratings=("above", "above"), **told):
    words = dict.fromkeys(
        ("rater_nip", "rater_name", "rater_position", "rater_unit", "rater_rank", "rater_status", "external_id"), ""
    )
    known = {"rater": None, "predicate": "very_good" if ratings == ("above", "above") else "good"}
    return ReadResult(
        row=row, person=person.pk, year=year, cycle=cycle, first_month=months[0], last_month=months[1],
        results=ratings[0], behaviour=ratings[1], **(words | known | told),
    )  # fmt: skip


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
