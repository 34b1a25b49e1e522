"""Question banks, and what participants of the batches that are over answered before and after."""

from datetime import timedelta
from decimal import Decimal
from random import Random

from pembina.domain.development.demonstration.accounts import is_persona
from pembina.domain.development.demonstration.groups import Group
from pembina.domain.development.demonstration.planned import Ground, Planned
from pembina.domain.development.enums import TestMoment
from pembina.domain.development.models import (
    Choice,
    Enrolment,
    LearningTest,
    Question,
    TestAnswer,
    TestAttempt,
    TestQuestion,
)

# The chance of a right answer before and after; somebody stays away from a test now and then.
RIGHT = {TestMoment.BEFORE: 0.45, TestMoment.AFTER: 0.78}
AWAY = 0.07


def write_questions(planned: Planned) -> list[Question]:
    """Write the bank of a course; the right answer stands at another place each time."""
    written = []
    for number, (text, answers) in enumerate(planned.story.questions):
        question = Question.objects.create(curriculum=planned.version.curriculum, text=text)
        turned = answers[number % len(answers) :] + answers[: number % len(answers)]
        Choice.objects.bulk_create(
            Choice(question=question, position=place, text=answer, is_right=answer == answers[0])
            for place, answer in enumerate(turned, start=1)
        )
        written.append(question)
    return written


def write_tests(group: Group, questions: list[Question], ground: Ground, rng: Random) -> None:
    """Write the two tests of a batch, and the answers where they are closed already."""
    if not questions:
        return
    first, last = group.sessions[0], group.sessions[-1]
    spans = {
        TestMoment.BEFORE: (first.starts_at - timedelta(days=7), first.starts_at + timedelta(hours=1)),
        TestMoment.AFTER: (last.starts_at, last.ends_at + timedelta(days=7)),
    }
    for moment, (opens_at, closes_at) in spans.items():
        test = LearningTest.objects.create(batch=group.batch, moment=moment, opens_at=opens_at, closes_at=closes_at)
        TestQuestion.objects.bulk_create(
            TestQuestion(test=test, question=question, position=place)
            for place, question in enumerate(questions, start=1)
        )
        if closes_at < ground.noon(0):
            _answers(test, questions, group.seated, rng)


def _answers(test: LearningTest, questions: list[Question], seated: list[Enrolment], rng: Random) -> None:
    choices = {question.pk: list(question.choices.all()) for question in questions}
    answered: list[tuple[TestAttempt, list[Choice]]] = []
    for enrolment in seated:
        knows_all = is_persona(enrolment.person) and test.moment == TestMoment.AFTER
        if rng.random() < AWAY and not knows_all:
            continue
        chance = 1.0 if knows_all else RIGHT[TestMoment(test.moment)]
        chosen = [_chosen(choices[question.pk], chance, rng) for question in questions]
        right = sum(choice.is_right for choice in chosen)
        score = (Decimal(100 * right) / len(questions)).quantize(Decimal("0.01"))
        attempt = TestAttempt(
            test=test, enrolment=enrolment, score=score, handed_in_at=test.opens_at + timedelta(minutes=40)
        )
        answered.append((attempt, chosen))
    TestAttempt.objects.bulk_create([attempt for attempt, _chosen in answered])
    TestAnswer.objects.bulk_create(
        TestAnswer(attempt=attempt, question_id=choice.question_id, choice=choice)
        for attempt, chosen in answered
        for choice in chosen
    )


def _chosen(choices: list[Choice], chance: float, rng: Random) -> Choice:
    wrong = [choice for choice in choices if not choice.is_right]
    return next(choice for choice in choices if choice.is_right) if rng.random() < chance else rng.choice(wrong)
