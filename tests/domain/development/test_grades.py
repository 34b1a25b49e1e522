"""Grades on a page and from a file, and the file taken back."""

from datetime import timedelta
from decimal import Decimal

import pytest

from pembina.domain.access.audit import events_on
from pembina.domain.development import learning_refusals as refusals
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.models import Grade
from pembina.domain.development.operations.grades import (
    GradeGiven,
    apply_grade_import,
    give_grades,
    undo_grade_import,
)
from pembina.domain.development.refusals import OwnSeatError

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(training):
    return {"batch": training.batch, "by": training.rina, "at": training.at}


@pytest.fixture
def seats(training):
    return [training.enrol(training.person()) for _ in range(3)]


def scores():
    return dict(Grade.objects.values_list("enrolment", "score"))


def bring(said, grades, sha256="a"):
    return apply_grade_import(grades=grades, file_name="nilai.xlsx", sha256=sha256, **said)


def test_only_what_changed_is_kept_with_an_event(said, seats):
    grades = {seat.pk: GradeGiven(Decimal(80), "Baik") for seat in seats}
    assert give_grades(grades=grades, **said) == 3
    assert give_grades(grades=grades | {seats[0].pk: GradeGiven(Decimal("90.5"))}, **said) == 1
    assert give_grades(grades={seats[1].pk: GradeGiven(None)}, **said) == 1
    assert scores() == {seats[0].pk: Decimal("90.50"), seats[2].pk: Decimal(80)}
    events = events_on(Grade.objects.get(enrolment=seats[0]))
    assert [event.changes["score"] for event in events] == [["80.00", "90.5"], ["", "80"]]


def test_what_is_no_score_or_of_nobody_here_is_refused_whole(training, said, seats):
    outside = training.enrol(training.person(), state=EnrolmentState.WAITING)
    for wrong, refusal in (
        ({seats[1].pk: GradeGiven(Decimal("100.01"))}, refusals.ScoreOutsideError),
        ({seats[1].pk: GradeGiven(Decimal(-1))}, refusals.ScoreOutsideError),
        ({outside.pk: GradeGiven(Decimal(50))}, refusals.NotOfBatchError),
    ):
        with pytest.raises(refusal):
            give_grades(grades={seats[0].pk: GradeGiven(Decimal(70)), **wrong}, **said)
    assert scores() == {}


def test_a_file_is_applied_once_and_taken_back_whole(said, seats):
    give_grades(grades={seats[0].pk: GradeGiven(Decimal(60), "Susulan")}, **said)
    made = bring(said, {seats[0].pk: Decimal(75), seats[1].pk: Decimal(85)})
    assert scores() == {seats[0].pk: Decimal(75), seats[1].pk: Decimal(85)}
    with pytest.raises(refusals.GradesAppliedError):
        bring(said, {seats[0].pk: Decimal(75)})
    undone = {"source": made, "by": said["by"], "at": said["at"]}
    assert undo_grade_import(**undone) == 2
    assert scores() == {seats[0].pk: Decimal(60)}
    assert Grade.objects.get().note == "Susulan"
    with pytest.raises(refusals.GradesUndoneError):
        undo_grade_import(**undone)


def test_a_file_whose_grades_changed_since_stays(said, seats):
    made = bring(said, {seat.pk: Decimal(75) for seat in seats})
    give_grades(grades={seats[0].pk: GradeGiven(Decimal(99))}, **said)
    with pytest.raises(refusals.GradesChangedSinceError, match="1 nilai"):
        undo_grade_import(source=made, by=said["by"], at=said["at"])
    assert len(scores()) == 3


def test_a_grade_confirmed_since_is_not_taken_away_with_the_file(said, seats):
    first = bring(said, {seat.pk: Decimal(75) for seat in seats})
    later = said | {"at": said["at"] + timedelta(days=1)}
    second = bring(later, {seats[0].pk: Decimal(75)}, sha256="b")
    undone = {"by": said["by"], "at": said["at"] + timedelta(days=2)}
    with pytest.raises(refusals.GradesChangedSinceError, match="1 nilai"):
        undo_grade_import(source=first, **undone)
    assert len(scores()) == 3
    # Once the later file is taken back, the grade is that of the first one again.
    undo_grade_import(source=second, **undone)
    assert Grade.objects.get(enrolment=seats[0]).given_at == said["at"]
    assert undo_grade_import(source=first, **undone) == 3
    assert scores() == {}


def test_nobody_grades_oneself_nor_takes_the_own_grade_back(said, training, seats, budi):
    own = training.enrol(training.organiser())
    with pytest.raises(OwnSeatError):
        give_grades(grades={own.pk: GradeGiven(Decimal(99)), seats[0].pk: GradeGiven(Decimal(70))}, **said)
    with pytest.raises(OwnSeatError):
        bring(said, {own.pk: Decimal(99)})
    assert scores() == {}
    source = bring(said | {"by": budi}, {own.pk: Decimal(60)})
    with pytest.raises(OwnSeatError):
        undo_grade_import(source=source, by=training.rina, at=training.at)
    assert scores() == {own.pk: Decimal(60)}
