"""All that the demonstration shows of impact, in the order in which one thing needs the other."""

from collections.abc import Callable
from datetime import date, datetime

import numpy as np

from pembina.domain.access.audit import one_event, record
from pembina.domain.development.demonstration.accounts import SINCE, persona_account
from pembina.domain.development.models import Programme
from pembina.domain.impact.demonstration.answers import write_survey
from pembina.domain.impact.demonstration.courses import COURSES, Course
from pembina.domain.impact.demonstration.decided import write_decision
from pembina.domain.impact.demonstration.designs import Days, People, write_design
from pembina.domain.impact.demonstration.places import write_places
from pembina.domain.impact.demonstration.requests import write_ledger
from pembina.domain.impact.demonstration.truths import TRUTHS
from pembina.domain.impact.models import Evaluation, EvaluationRun
from pembina.domain.impact.operations.runs import ask_for_run
from pembina.domain.impact.panels import OF_THE_SURVEY
from pembina.domain.people.demonstration.sites import SITES
from pembina.domain.people.models import Unit

SEED, DRAWS = 20_260_601, 999
RUN = -8
# Carries out a run that waits, as if it were that moment.
Compute = Callable[[EvaluationRun, datetime], EvaluationRun]


def load_demo_impact(*, on: date, at: datetime, compute: Compute, seed: int = SEED, draws: int = DRAWS) -> int:
    """Write what citizens met, the locked designs, what the runs found and what was decided; return how many.

    Nothing where any evaluation is on record already, or where programmes or places are not those of the demonstration.
    """
    programmes = set(Programme.objects.values_list("code", flat=True))
    wanted = {code for sites in SITES.values() for code in sites.codes}
    here = set(Unit.objects.filter(code__in=wanted).values_list("code", flat=True))
    if Evaluation.objects.exists() or {truth.code for truth in TRUTHS} - programmes or wanted - here:
        return 0
    days, people = Days(on), _people(on)
    courses = {course.code: course for course in COURSES}
    with one_event():
        for places in write_places(on=on):
            course = courses[places.truth.code]
            rng = np.random.default_rng([seed, *places.truth.code.encode()])
            write = write_survey if places.programme.outcome_figure in OF_THE_SURVEY else write_ledger
            write(places, rng, at=at)
            evaluation = write_design(course, places, people, days, draws=draws)
            _evaluated(course, evaluation, people, days, compute)
            record("load_demo_impact", on=places.programme, by=None, at=at)
    return Evaluation.objects.count()


def _evaluated(course: Course, evaluation: Evaluation, people: People, days: Days, compute: Compute) -> None:
    asked = days.noon(RUN)
    run = compute(ask_for_run(evaluation=evaluation, by=people.evaluator, at=asked), asked)
    if course.action:
        write_decision(course, run, people, days)


def _people(on: date) -> People:
    since = Days(on).noon(SINCE)
    return People(*(persona_account(name, at=since) for name in ("lia", "rina", "bupati")))
