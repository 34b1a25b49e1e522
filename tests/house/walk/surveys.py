"""How Dewi and a visitor meet the survey: the counter is public, all behind it is not hers."""

from datetime import timedelta
from uuid import uuid4

from house.walk.world import MARK
from pembina.domain.services.answered import Answered
from pembina.domain.services.models import SurveyImport, SurveyPeriod, SurveyPlace, SurveyResponse
from pembina.domain.services.operations.responses import type_response
from pembina.domain.services.operations.survey_imports import PaperForm, apply_survey_import
from pembina.domain.services.operations.survey_setup import PeriodPlan, open_place, plan_survey


def period(world):
    unit = world.unit("sari")
    known = SurveyPeriod.objects.filter(unit=unit, closes_on__gte=world.today).first()
    if known is None:
        days = {"opens_on": world.today, "closes_on": world.today + timedelta(days=30)}
        known = plan_survey(unit=unit, plan=PeriodPlan(title=f"SKM {MARK}", **days), by=None, at=world.at)
    return {"pk": known.pk}


def place(world):
    unit = world.unit("sari")
    said = {"unit": unit, "name": f"Loket {MARK}", "service": None, "needs_code": False, "by": None, "at": world.at}
    return SurveyPlace.objects.filter(unit=unit).first() or open_place(**said)


def typed(world):
    period_of_sari = SurveyPeriod.objects.get(pk=period(world)["pk"])
    known = SurveyResponse.objects.filter(period=period_of_sari).first()
    if known is None:
        said = {"given": Answered({"waktu": 3}), "answered_on": world.today, "client_key": uuid4()}
        known = type_response(period=period_of_sari, **said, by=world.account("maya"), at=world.at).response
    return {"pk": period_of_sari.pk, "response": known.pk}


def batch(world):
    own = SurveyPeriod.objects.get(pk=period(world)["pk"])
    known = SurveyImport.objects.filter(period=own).first()
    if known is None:
        forms = [PaperForm(2, world.today, Answered({"waktu": 3}))]
        said = {
            "forms": forms,
            "file_name": f"{MARK}.csv",
            "sha256": "0" * 64,
            "by": world.account("maya"),
            "at": world.at,
        }
        known = apply_survey_import(period=own, **said)
    return {"pk": known.pk}


SAMPLES = {
    "surveys:plan": lambda world: {"unit": world.unit("sari").pk},
    "surveys:open_place": lambda world: {"unit": world.unit("sari").pk},
    "surveys:undo_typed": typed,
    "surveys:undo_import": batch,
    "surveys:poster": lambda world: {"pk": place(world).pk, "paper": "a4"},
    "surveys:place": lambda world: {"pk": place(world).pk},
    "surveys:edit_place": lambda world: {"pk": place(world).pk},
    "surveys:*codes": lambda world: {"pk": place(world).pk},
    "surveys:*": period,
    "survey:*": lambda world: {"token": place(world).token},
}
