"""An evaluation that is locked, and months later has data: two units get faster once their wave began."""

from datetime import UTC, date, datetime

from designing import Designing
from domain.impact.observed import count, serve, service
from pembina.domain.development.models import WaveUnit
from pembina.domain.impact.models import EvaluationRun
from pembina.domain.impact.operations.runs import ask_for_run
from pembina.exchange.impact.running import carry_out

# The waves were planned for December 2026 and January 2027.
LATER = datetime(2027, 7, 5, 3, 0, tzinfo=UTC)
MONTHS = [date(2026 + (6 + number) // 12, (6 + number) % 12 + 1, 1) for number in range(12)]
USUAL_DAYS, FASTER_DAYS = 9.0, 3.0


class Running:
    """The records by name: each unit has one service; `requests` a month are received from July 2026 to June 2027."""

    def __init__(self, designing: Designing, *, requests: int = 12) -> None:
        self.designing, self.requests = designing, requests
        self.evaluation, self.maker = designing.evaluation, designing.maker
        self.services = [service(unit, f"L{number}") for number, unit in enumerate(designing.units)]
        self.design = designing.lock()
        for wave in designing.programme.waves.all():
            wave.started_on = wave.planned_on
            wave.save()
            wave.units.update(started_on=wave.planned_on)
        for number in range(len(self.services)):
            self.receive(number)
        count(*self.services)

    def receive(self, number: int, *, months: list[date] = MONTHS, seed: int = 0) -> None:
        """Let requests come to one unit; they take less time once its wave has begun."""
        place = WaveUnit.objects.filter(unit=self.designing.units[number]).first()
        for index, month in enumerate(months):
            treated = place is not None and place.started_on.replace(day=1) <= month
            serve(
                self.services[number], month=month, requests=self.requests, seed=seed + 1000 * number + index,
                days=FASTER_DAYS if treated else USUAL_DAYS, now=LATER,
            )  # fmt: skip

    def ask(self, **told) -> EvaluationRun:
        return ask_for_run(evaluation=self.evaluation, by=self.maker, at=LATER, **told)

    def run(self) -> EvaluationRun:
        """Return a run that was carried out."""
        return carry_out(self.ask(), clock=lambda: LATER)
