"""A unit with two services, a round of the survey that is open, and a counter."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.people.enums import Sector, UnitKind
from pembina.domain.people.operations import open_unit
from pembina.domain.services.answered import Answered
from pembina.domain.services.bursts import Traces
from pembina.domain.services.models import PublicService
from pembina.domain.services.operations.responses import Sending, submit_response
from pembina.domain.services.operations.survey_setup import PeriodPlan, open_place, plan_survey

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
MONTH = PeriodPlan(title="November", opens_on=date(2026, 11, 1), closes_on=date(2026, 11, 30))


def make_unit(code, parent=None):
    return open_unit(
        code=code, name=f"Unit {code}", kind=UnitKind.OFFICE, sector=Sector.GENERAL, parent=parent,
        on=date(2020, 1, 1), by=None, at=NOON,
    )  # fmt: skip


def make_service(unit, code):
    return PublicService.objects.create(unit=unit, code=code, name=f"Layanan {code}", opened_on=date(2020, 1, 1))


class SurveyWorld:
    def __init__(self, plan=MONTH):
        self.office = make_unit("9")
        self.unit = make_unit("9.1", self.office)
        self.health, self.births = make_service(self.unit, "A"), make_service(self.unit, "B")
        self.period = plan_survey(unit=self.unit, plan=plan, by=None, at=NOON)
        self.place = self.counter()

    def counter(self, name="Loket 1", **said):
        said = {"service": None, "needs_code": False, **said}
        return open_place(unit=self.unit, name=name, by=None, at=NOON, **said)

    def answer(self, *, scores="333343233", at=NOON, place=None, key=None, traces=None, **said):
        """Answer at the counter; `scores` are the nine in the order of the elements."""
        sent = {name: said.pop(name) for name in ("device_at", "code") if name in said}
        sending = Sending(
            client_key=key or uuid4(), page_given_at=at - timedelta(hours=1), traces=traces or Traces(), **sent
        )
        given = Answered(dict(zip(ELEMENTS, map(int, scores), strict=True)), **said)
        return submit_response(place=place or self.place, given=given, sending=sending, at=at)


def open_now(today):
    """Return a plan that is open on a day, for pages, which look at the clock."""
    return PeriodPlan(title="Sekarang", opens_on=today - timedelta(days=30), closes_on=today + timedelta(days=30))


KEY = UUID("00000000-0000-4000-8000-000000000001")
