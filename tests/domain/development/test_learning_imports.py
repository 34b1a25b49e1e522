"""A file of earlier learning adds what is new, adds nothing the second time, and is taken back whole."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from pembina.domain.access.chain.verifying import verify
from pembina.domain.access.events import AuditEvent
from pembina.domain.development.hours_refusals import ImportTouchedError, ImportUndoneError, OwnReportError
from pembina.domain.development.learning_plan import Earlier, plan_learning
from pembina.domain.development.models import LearningImport, LearningRecord
from pembina.domain.development.operations.learning_imports import import_learning, undo_import_learning
from pembina.domain.development.operations.learning_records import take_out_learning

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(training):
    """Return two things that two people have learned."""
    day = date(2024, 5, 6)
    return [
        Earlier(2 + number, training.person().pk, 3, "Diklat Teknis", "BPSDM", f"800/{number}", Decimal(20), day, day)
        for number in range(2)
    ]


def applied(training, rows, refused=0):
    plan = plan_learning(rows, refused=refused)
    return import_learning(plan=plan, file_name="a.xlsx", sha256="0" * 64, by=training.rina, at=training.at)


def undone(training, batch):
    return undo_import_learning(batch=batch, by=training.rina, at=training.at)


def test_a_file_adds_and_the_same_again_changes_nothing(training, rows):
    first = applied(training, rows, refused=1)
    assert (first.added, first.same, first.refused) == (2, 0, 1)
    again = applied(training, rows)
    assert (again.added, again.same) == (0, 2)
    assert LearningRecord.objects.count() == 2
    assert AuditEvent.objects.filter(operation="import_learning_rows").count() == 2
    assert list(verify({})) == []


def test_the_same_paper_under_another_title_is_the_same(training, rows):
    applied(training, rows)
    assert plan_learning([replace(rows[0], title="DIKLAT  teknis", form=8)], refused=0).new == ()


def test_a_plan_that_grew_old_writes_nothing_twice(training, rows):
    plan = plan_learning(rows, refused=0)
    applied(training, rows)
    late = import_learning(plan=plan, file_name="a.xlsx", sha256="0" * 64, by=training.rina, at=training.at)
    assert (late.added, late.same) == (0, 2)


def test_it_is_taken_back_whole_and_once(training, rows):
    batch = applied(training, rows)
    undone(training, batch)
    assert not LearningRecord.objects.exists()
    assert LearningImport.objects.get().undone_by == training.rina
    with pytest.raises(ImportUndoneError):
        undone(training, batch)
    assert applied(training, rows).added == 2


def test_what_was_corrected_since_is_not_lost(training, rows):
    batch = applied(training, rows)
    take_out_learning(row=LearningRecord.objects.first(), reason="Keliru", by=training.rina, at=training.at)
    with pytest.raises(ImportTouchedError):
        undone(training, batch)
    assert LearningRecord.objects.count() == 2
    assert plan_learning(rows, refused=0).new == ()


def test_nobody_brings_in_hours_of_oneself_nor_takes_them_back(training, rows, budi):
    mine = replace(rows[0], person=training.organiser().pk)
    batch = applied(training, [mine, rows[1]])
    assert (batch.added, batch.same, batch.refused) == (1, 0, 1)
    assert LearningRecord.objects.get().person_id == rows[1].person
    plan = plan_learning([mine], refused=0)
    others = import_learning(plan=plan, file_name="b.xlsx", sha256="1" * 64, by=budi, at=training.at)
    with pytest.raises(OwnReportError):
        undone(training, others)
    assert LearningRecord.objects.count() == 2
