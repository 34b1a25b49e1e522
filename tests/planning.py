"""Offices whose past is known, and an evaluation of a programme that has yet to be given its waves."""

from datetime import date
from decimal import Decimal

import numpy as np
from django.utils import timezone

from pembina.domain.access.models import User
from pembina.domain.impact.models import Evaluation, EvaluationDesign
from pembina.domain.impact.operations.evaluations import open_evaluation
from pembina.domain.impact.whole_months import month_of, moved
from pembina.domain.people.models import Unit
from pembina.domain.services.models import PublicService, ServiceRequest, ServiceStandard
from pembina.domain.services.recounts import recount_now
from training import Training

REQUESTS = 4


class Planning:
    """The records by name: `units` with codes 4.01 and so on, an `evaluation` by `maker` whose design is a draft."""

    def __init__(self, training: Training, maker: User, *, units: int = 8) -> None:
        self.training, self.maker, self.at = training, maker, training.at
        self.programme = training.programme
        self.units = [training.unit(f"4.{number:02}") for number in range(1, units + 1)]
        self.evaluation: Evaluation = open_evaluation(
            programme=self.programme, title="Izin lebih cepat?", smallest_effect=Decimal("1.5"), by=maker, at=self.at
        )

    @property
    def design(self) -> EvaluationDesign:
        return self.evaluation.designs.order_by("-version")[0]

    @property
    def first_start(self) -> date:
        """The first day of the month after next."""
        return moved(month_of(self.training.today), 2)

    def give_past(self, *, months: int = 8, seed: int = 1) -> None:
        """Give every unit a service with some requests in each month before this one, slower from unit to unit."""
        random = np.random.default_rng(seed)
        this = month_of(self.training.today)
        for place, unit in enumerate(self.units):
            made = self._service(unit)
            rows = [
                row for back in range(1, months + 1)
                for row in self._requests(made, moved(this, -back), 3 + place / 2, random)
            ]  # fmt: skip
            ServiceRequest.objects.bulk_create(rows)
            recount_now(made.pk)

    def receive(self, month: date, *, days: dict[int, float], random) -> None:
        """Let requests come to every unit in a month; `days` says by unit how long they take."""
        services = PublicService.objects.filter(unit__in=self.units).order_by("unit__code")
        rows = [row for made in services for row in self._requests(made, month, days[made.unit_id], random)]
        ServiceRequest.objects.bulk_create(rows)

    def count(self) -> None:
        """Count the months of every unit anew."""
        for made in PublicService.objects.filter(unit__in=self.units):
            recount_now(made.pk)

    def _service(self, unit: Unit) -> PublicService:
        began = date(2020, 1, 1)
        made = PublicService.objects.create(unit=unit, code=f"S-{unit.code}", name="Izin", opened_on=began)
        ServiceStandard.objects.create(
            service=made, starts_on=began, promised_amount=3, promised_unit="working_days",
            start_event="berkas lengkap", stop_event="izin terbit",
        )  # fmt: skip
        return made

    def _requests(self, service: PublicService, month: date, days: float, random) -> list[ServiceRequest]:
        moment = self.at.replace(year=month.year, month=month.month, day=2, hour=3)
        lasting = np.maximum(1, np.round(random.normal(days, 2, REQUESTS))).astype(int)
        return [
            ServiceRequest(
                service=service, number=f"{month:%Y%m}-{number}", channel="counter", received_at=moment,
                ended_at=moment.replace(day=2 + int(min(took, 25))), withdrawn=False,
                recorded_at=timezone.now(), promised=3,
            )
            for number, took in enumerate(lasting)
        ]  # fmt: skip
