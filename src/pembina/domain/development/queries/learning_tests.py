"""Questions about tests: who may take which, what each question turned out to be, and what people gained."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from pembina.core.learning import BatchGain, PersonGain, Scores, batch_gain, person_gain
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.development.enums import BatchState, EnrolmentState, TestMoment
from pembina.domain.development.models import (
    Batch,
    Curriculum,
    Enrolment,
    LearningTest,
    Question,
    TestAnswer,
    TestAttempt,
    TestQuestion,
)
from pembina.domain.development.models.learning_tests import BEST, GRACE
from pembina.domain.development.permissions import batches_run_by, batches_taught_by
from pembina.domain.people.permissions import reaches_everything

UNFINISHED = (BatchState.PLANNED, BatchState.OPEN, BatchState.RUNNING)


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """How one question was answered: right among those who handed in, before and after."""

    question: Question
    right_before: int
    right_after: int


@dataclass(frozen=True, slots=True)
class ItemAnalysis:
    """The questions of a batch, with how many handed in each test."""

    handed_in_before: int
    handed_in_after: int
    items: tuple[ItemFigures, ...]


@dataclass(frozen=True, slots=True)
class SeatGain:
    """The scores of one participant and the gain."""

    seat: Enrolment
    scores: Scores
    gain: PersonGain


def batches_graded_by(actor: User, *, on: date) -> QuerySet[Batch]:
    """Return the batches in which `actor` gives grades: those organised, or taught as a whole by the own partner."""
    run, taught = batches_run_by(actor, on=on), batches_taught_by(actor, on=on)
    return Batch.objects.filter(Q(pk__in=run.values("pk")) | Q(pk__in=taught.values("pk")))


def banks_kept_by(actor: User, *, on: date) -> QuerySet[Curriculum]:
    """Return the curricula whose questions `actor` keeps: all for planners, else those of the batches organised.

    A partner keeps none: the questions tell the right answers of the whole course. Nor does anybody keep those of a
    course in which the own test is still to come: `banks_closed_to`.
    """
    return _banks(actor, on).exclude(pk__in=_attended(actor))


def banks_closed_to(actor: User, *, on: date) -> QuerySet[Curriculum]:
    """Return the curricula that `actor` would keep, had they no seat in a batch of them that is not over."""
    return _banks(actor, on).filter(pk__in=_attended(actor))


def bank_of(curriculum: Curriculum) -> QuerySet[Question]:
    """Return all questions of a curriculum with their choices, each with how many tests asked it in ``uses``."""
    counted = Question.objects.filter(curriculum=curriculum).annotate(uses=Count("asked"))
    return counted.prefetch_related("choices").order_by("topic", "pk")


def usable(curriculum: Curriculum) -> QuerySet[Question]:
    """Return the questions that a new test may ask."""
    return Question.objects.filter(curriculum=curriculum, retired_at__isnull=True).order_by("topic", "pk")


def tests_of(actor: User) -> QuerySet[LearningTest]:
    """Return the tests of the batches in which `actor` has a seat, each with ``is_handed_in``."""
    if not actor.is_active:
        return LearningTest.objects.none()
    seats = Enrolment.objects.filter(person__nip=actor.username, state=EnrolmentState.ENROLLED)
    own = TestAttempt.objects.filter(test=OuterRef("pk"), enrolment__person__nip=actor.username)
    found = LearningTest.objects.filter(batch__in=seats.values("batch")).annotate(is_handed_in=Exists(own))
    return found.select_related("batch")


def tests_waiting(actor: User, *, at: datetime) -> QuerySet[LearningTest]:
    """Return the own tests that can be taken now and are not handed in, what closes first first."""
    handed_in = TestAttempt.objects.filter(test=OuterRef("pk"), enrolment__person__nip=actor.username)
    open_now = tests_of(actor).filter(~Exists(handed_in), opens_at__lte=at, closes_at__gte=at)
    return open_now.order_by("closes_at", "pk")


def questions_asked(test: LearningTest) -> list[Question]:
    """Return the questions of a test in order, with their choices."""
    asked = test.asked.select_related("question").prefetch_related("question__choices")
    return [each.question for each in asked]


def own_attempt(test: LearningTest, actor: User) -> TestAttempt | None:
    """Return what `actor` handed in, with the answers at hand."""
    found = TestAttempt.objects.filter(test=test, enrolment__person__nip=actor.username)
    return found.prefetch_related(Prefetch("answers", TestAnswer.objects.select_related("choice"))).first()


def explained_from(batch: Batch) -> datetime | None:
    """Return when the right answers may be told: when nobody can hand in the test after; None where there is none."""
    last = LearningTest.objects.filter(batch=batch, moment=TestMoment.AFTER).first()
    return last.closes_at + GRACE if last else None


def scores_in(batch: Batch) -> dict[int, Scores]:
    """Return the scores of everybody with a seat, by the number of the enrolment, in two queries."""
    found: dict[int, dict[str, object]] = defaultdict(dict)
    attempts = TestAttempt.objects.filter(test__batch=batch).values_list("enrolment", "test__moment", "score")
    for seat, moment, score in attempts:
        found[seat][moment] = score
    seats = Enrolment.objects.filter(batch=batch, state=EnrolmentState.ENROLLED).values_list("pk", flat=True)
    return {seat: _scores(found[seat]) for seat in seats}


def gain_of(batch: Batch) -> BatchGain:
    """Return what the participants of a batch gained between its two tests."""
    return batch_gain({str(seat): scores for seat, scores in scores_in(batch).items()}, highest=BEST)


def gains_in(batch: Batch, seats: list[Enrolment]) -> list[SeatGain]:
    """Return scores and gain of these participants."""
    scores = scores_in(batch)
    nothing = Scores(None, None)
    told = [(seat, scores.get(seat.pk, nothing)) for seat in seats]
    return [SeatGain(seat, each, person_gain(each, highest=BEST)) for seat, each in told]


def item_analysis(batch: Batch) -> ItemAnalysis:
    """Return how each question of the tests of a batch was answered, in four queries."""
    handed_in = dict(LearningTest.objects.filter(batch=batch).values_list("moment").annotate(number=Count("attempts")))
    right = _right_answers(batch)
    asked = TestQuestion.objects.filter(test__batch=batch).values("question")
    questions = Question.objects.filter(pk__in=asked).order_by("topic", "pk")
    return ItemAnalysis(
        handed_in.get(TestMoment.BEFORE.value, 0),
        handed_in.get(TestMoment.AFTER.value, 0),
        tuple(
            ItemFigures(each, right[each.pk, TestMoment.BEFORE.value], right[each.pk, TestMoment.AFTER.value])
            for each in questions
        ),
    )


def _banks(actor: User, on: date) -> QuerySet[Curriculum]:
    if reaches_everything(actor, Permission.PLAN_PROGRAMME, on=on):
        return Curriculum.objects.all()
    return Curriculum.objects.filter(versions__batches__in=batches_run_by(actor, on=on).values("pk")).distinct()


def _attended(actor: User) -> QuerySet[Batch, int]:
    """Return the numbers of the curricula that `actor` is being taught."""
    seats = Enrolment.objects.filter(person__nip=actor.username, state=EnrolmentState.ENROLLED)
    going_on = Batch.objects.filter(state__in=UNFINISHED, pk__in=seats.values("batch"))
    return going_on.values_list("version__curriculum", flat=True)


def _right_answers(batch: Batch) -> Mapping[tuple[int, str], int]:
    answers = TestAnswer.objects.filter(attempt__test__batch=batch, choice__is_right=True)
    rows = answers.values_list("question", "attempt__test__moment").annotate(number=Count("pk"))
    return defaultdict(int, {(question, moment): number for question, moment, number in rows})


def _scores(found: Mapping[str, object]) -> Scores:
    return Scores(found.get(TestMoment.BEFORE.value), found.get(TestMoment.AFTER.value))  # type: ignore[arg-type]
