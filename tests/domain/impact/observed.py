"""Units whose services have requests and answers over some months, for tests of what is drawn from them."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import numpy as np

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.people.enums import Sector, UnitKind
from pembina.domain.people.models import Unit
from pembina.domain.people.operations import open_unit
from pembina.domain.services.models import PublicService, ServiceRequest, ServiceStandard, SurveyPeriod, SurveyResponse
from pembina.domain.services.recounts import recount_now

BEGAN = date(2020, 1, 1)
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
DAYS, HOURS = "working_days", "hours"
PROMISED = {DAYS: 3, HOURS: 2 * 3600 * 10**6}


def office(code: str, below: Unit | None = None) -> Unit:
    return open_unit(
        code=code, name=f"Unit {code}", kind=UnitKind.OFFICE, sector=Sector.GENERAL, parent=below,
        on=BEGAN, by=None, at=NOON,
    )  # fmt: skip


def service(unit: Unit, code: str, measure: str = DAYS) -> PublicService:
    """Return a service that promises three working days, or two hours."""
    made = PublicService.objects.create(unit=unit, code=code, name=f"Layanan {code}", opened_on=BEGAN)
    ServiceStandard.objects.create(
        service=made, starts_on=BEGAN, promised_amount=3 if measure == DAYS else 2, promised_unit=measure,
        start_event="berkas lengkap", stop_event="izin terbit",
    )  # fmt: skip
    return made


def serve(
    made: PublicService, *, month: date, requests: int, seed: int, days: float = 4.0, measure: str = DAYS,
    now: datetime = NOON,
) -> None:  # fmt: skip
    """Record requests received in a month: most completed, some withdrawn, the late ones of a young month open."""
    random = np.random.default_rng(seed)
    rows = []
    for number in range(requests):
        at = datetime(month.year, month.month, 1, 1, tzinfo=UTC) + timedelta(hours=float(random.uniform(0, 27 * 24)))
        ended = at + timedelta(days=float(random.exponential(days)))
        rows.append(
            ServiceRequest(
                service=made, number=f"{month:%Y%m}-{seed}-{number}", channel="counter", received_at=at,
                ended_at=ended if ended < now and random.uniform() > 0.05 else None,
                withdrawn=bool(random.uniform() < 0.1 and ended < now), recorded_at=now, promised=PROMISED[measure],
            )
        )  # fmt: skip
    for row in rows:
        row.withdrawn = row.withdrawn and row.ended_at is not None
    ServiceRequest.objects.bulk_create(rows)


def count(*services: PublicService) -> None:
    """Bring the tallies of services up to date."""
    for one in services:
        recount_now(one.pk)


def answer(made: PublicService, *, on: date, scores: str = "333333333", excluded: bool = False) -> SurveyResponse:
    """Record one answer on paper about a service; a 0 among the scores is a question left open."""
    period, _ = SurveyPeriod.objects.get_or_create(
        unit=made.unit, opens_on=date(2025, 1, 1), closes_on=date(2026, 12, 31), defaults={"title": "Dua tahun"}
    )
    given = {element: int(score) or None for element, score in zip(ELEMENTS, scores, strict=True)}
    key = UUID(int=SurveyResponse.objects.count() + 1)
    return SurveyResponse.objects.create(
        client_key=key, period=period, service=made, means="paper", answered_on=on, received_at=NOON,
        is_excluded=excluded, **given,
    )  # fmt: skip
