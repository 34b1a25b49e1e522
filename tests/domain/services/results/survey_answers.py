"""A surveyed office: one unit with two services, two counters, and answers that a test deals out."""

from datetime import UTC, date, datetime
from uuid import uuid4

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.people.enums import Sector, UnitKind
from pembina.domain.people.models import Unit
from pembina.domain.people.operations import open_unit
from pembina.domain.services.enums import SurveyMeans
from pembina.domain.services.models import PublicService, SurveyPeriod, SurveyPlace, SurveyResponse

BEGAN = date(2020, 1, 1)
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def office(code="9.9", name="Dinas Perizinan"):
    """Return a unit, the same one when asked twice."""
    known = Unit.objects.filter(code=code).first()
    kinds = {"kind": UnitKind.OFFICE, "sector": Sector.GENERAL}
    return known or open_unit(code=code, name=name, **kinds, parent=None, on=BEGAN, by=None, at=NOON)


def service(unit, code, name):
    return PublicService.objects.create(unit=unit, code=code, name=name, opened_on=BEGAN)


def place(unit, name):
    return SurveyPlace.objects.create(unit=unit, name=name, token=uuid4().hex[:16], made_at=NOON)


def a_round(unit, title="Triwulan III 2026", opens_on=date(2026, 7, 1), closes_on=date(2026, 9, 30), **more):
    return SurveyPeriod.objects.create(unit=unit, title=title, opens_on=opens_on, closes_on=closes_on, **more)


def answer(period, scores, **more):
    """Store one answer: `scores` are nine scores, or one for all."""
    given = [scores] * 9 if isinstance(scores, int) else scores
    said = {"answered_on": period.closes_on, "received_at": NOON, "means": SurveyMeans.PAPER} | more
    return SurveyResponse(client_key=uuid4(), period=period, **dict(zip(ELEMENTS, given, strict=True)), **said)


def answers(period, *counted, **more):
    """Store many: pairs of how many and which scores."""
    rows = [answer(period, scores, **more) for many, scores in counted for _ in range(many)]
    return SurveyResponse.objects.bulk_create(rows)
