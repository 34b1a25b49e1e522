"""A file of results adds and changes, changes nothing the second time, and is taken back whole."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pembina.domain.access.chain.verifying import verify
from pembina.domain.access.events import AuditEvent
from pembina.domain.access.models import RoleGrant
from pembina.domain.people.enums import Sex, Status
from pembina.domain.people.models import Person
from pembina.domain.performance.models import PerformanceResult, ResultImport
from pembina.domain.performance.operations.result_imports import import_results, undo_import_results
from pembina.domain.performance.result_plan import plan_results
from pembina.domain.performance.result_refusals import (
    OwnResultError,
    ResultImportUndoneError,
    ResultOutOfReachError,
    ResultTouchedError,
)
from results import result_of

pytestmark = pytest.mark.django_db


def undone(training, batch, by=None):
    return undo_import_results(batch=batch, by=by or training.rina, at=training.at)


def test_a_file_adds_and_the_same_again_changes_nothing(training, pupil, applied):
    rows = [result_of(pupil), result_of(training.person(), rater_name="Penilai luar")]
    first = applied(*rows, refused=3)
    assert (first.added, first.changed, first.same, first.refused) == (2, 0, 0, 3)
    events = AuditEvent.objects.count()
    assert not plan_results(rows, refused=0).does_anything
    again = applied(*rows)
    assert (again.added, again.changed, again.same) == (0, 0, 2)
    assert PerformanceResult.objects.count() == 2
    assert AuditEvent.objects.count() == events + 1
    assert AuditEvent.objects.filter(operation="import_result_rows").count() == 2
    assert list(verify({})) == []


def test_a_later_file_changes_what_it_says_otherwise_and_undoing_restores_it(training, pupil, leader, applied):
    applied(result_of(pupil))
    later = applied(result_of(pupil, ratings=("above", "as_expected"), rater=leader.pk, rater_nip=leader.nip))
    result = PerformanceResult.objects.get()
    assert (later.added, later.changed) == (0, 1)
    assert (result.predicate, result.rater) == ("good", leader)
    undone(training, later)
    result.refresh_from_db()
    assert (result.predicate, result.behaviour, result.rater, result.rater_nip) == ("very_good", "above", None, "")


def test_it_is_taken_back_whole_and_once(training, pupil, applied):
    batch = applied(result_of(pupil))
    undone(training, batch)
    assert not PerformanceResult.objects.exists()
    assert ResultImport.objects.get().undone_by == training.rina
    with pytest.raises(ResultImportUndoneError):
        undone(training, batch)
    assert applied(result_of(pupil)).added == 1


def test_what_a_later_file_changed_is_not_lost(training, pupil, applied):
    first = applied(result_of(pupil), result_of(training.person()))
    second = applied(result_of(pupil, ratings=("above", "as_expected")))
    with pytest.raises(ResultTouchedError):
        undone(training, first)
    assert PerformanceResult.objects.count() == 2
    undone(training, second)
    undone(training, first)
    assert not PerformanceResult.objects.exists()


def test_nobody_brings_in_a_result_of_oneself_nor_takes_it_back(training, pupil, applied, person):
    mine = result_of(training.organiser())
    batch = applied(mine, result_of(pupil))
    assert (batch.added, batch.refused) == (1, 1)
    other = person("dewi")
    RoleGrant.objects.create(user=other, role_code="human_resources", starts_on=date(2020, 1, 1))
    others = applied(mine, by=other)
    with pytest.raises(OwnResultError):
        undone(training, others)


def test_a_row_beyond_the_reach_of_its_officer_writes_nothing(training, pupil, applied, person):
    confined = person("dewi")
    RoleGrant.objects.create(
        user=confined, role_code="human_resources", unit=training.other_office, starts_on=date(2020, 1, 1)
    )
    outside, inside = result_of(pupil), result_of(training.person(unit=training.other_office))
    with pytest.raises(ResultOutOfReachError):
        applied(inside, outside, by=confined)
    assert not PerformanceResult.objects.exists()
    assert applied(inside, by=confined).added == 1


def test_a_plan_that_grew_old_writes_nothing_twice(training, pupil, applied):
    plan = plan_results([result_of(pupil)], refused=0)
    applied(result_of(pupil))
    late = import_results(plan=plan, file_name="b.xlsx", sha256="1" * 64, by=training.rina, at=training.at)
    assert (late.added, late.same) == (0, 1)


@pytest.fixture
def many(db):
    """Return 2,500 people."""
    told = {"name": "Pegawai", "status": Status.PNS, "birth_date": date(1980, 1, 1), "sex": Sex.MALE}
    return Person.objects.bulk_create(Person(nip=f"19800101200501{number:04}", **told) for number in range(2_500))


def test_ten_thousand_rows_need_few_queries(training, applied, many):
    rows = [
        result_of(person, cycle="quarterly", months=(first, first + 2)) for person in many for first in (1, 4, 7, 10)
    ]
    with CaptureQueriesContext(connection) as queries:
        assert applied(*rows).added == 10_000
    assert len(queries) < 400
    assert not plan_results(rows, refused=0).does_anything
