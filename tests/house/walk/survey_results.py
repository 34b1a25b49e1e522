"""How Dewi meets the results of surveys: those of officers do not exist for her, what is published is everybody's."""

from datetime import date

from domain.services.results.survey_answers import NOON, a_round, answers
from pembina.domain.services.models import SurveyPublication
from pembina.domain.services.operations.follow_ups import Plan, plan_follow_up
from pembina.domain.services.operations.survey_results import publish_result


def published(world):
    """Return a published round of the unit in which Sari works, the same one for every address."""
    known = SurveyPublication.objects.first()
    if known is None:
        period = a_round(world.unit("sari"))
        answers(period, (8, 3))
        known = publish_result(period=period, by=None, at=NOON)
    return {"pk": known.period_id, "number": known.version}


def planned(world):
    """Return a plan after that round."""
    period = SurveyPublication.objects.get(period=published(world)["pk"]).period
    known = period.follow_ups.first()
    plan = Plan("waktu", "Menambah loket", date(2026, 12, 31), "Kepala Seksi")
    return {"pk": (known or plan_follow_up(period=period, plan=plan, by=None, at=NOON)).pk}


SAMPLES = {
    "survey_results:follow_up": planned,
    "survey_results:edit_plan": planned,
    "survey_results:*": published,
    "survey_board:*": published,
}
