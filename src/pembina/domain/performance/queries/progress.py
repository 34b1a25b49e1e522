"""How indicators stand to their targets: what was read or reported last, beside what was agreed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Q

from pembina.core.rules.goal_progress import Achievement, GoalState, achievement
from pembina.core.text import Text
from pembina.domain.access.audit import local_date
from pembina.domain.performance.enums import IndicatorSource
from pembina.domain.performance.models import Indicator, Realisation
from pembina.domain.performance.plan_content import measure_told
from pembina.domain.performance.queries.readings import Reading, readings_of


@dataclass(frozen=True, slots=True)
class IndicatorStanding:
    """One indicator and where it stands.

    Attributes
    ----------
    achieved : against the target in numbers; None where the target stands in words only
    reading : of one that is read; `reported` of one that a person reports: the latest day, and of it the latest note
    earlier : the notes beside it, the latest first
    """

    indicator: Indicator
    achieved: Achievement | None
    reading: Reading | None
    reported: Realisation | None
    earlier: tuple[Realisation, ...] = ()

    @property
    def realised(self) -> Decimal | None:
        """Return the amount; None while it is not known."""
        if self.reading is not None:
            return self.reading.value
        return self.reported.amount if self.reported else None

    @property
    def until(self) -> date | None:
        """Return up to which day it was read or reported."""
        if self.reading is not None:
            return self.reading.until
        return self.reported.until if self.reported else None

    @property
    def missing(self) -> Text | None:
        """Return why nothing is known, where nothing is."""
        if self.reading is not None:
            return self.reading.missing
        return None if self.reported else NOTHING_REPORTED

    @property
    def state(self) -> GoalState | None:
        """Return how it stands; None where a target in words is for people to judge."""
        return self.achieved.state if self.achieved else None


NOTHING_REPORTED = Text(id="Belum ada realisasi yang dicatat.", en="No realisation has been noted yet.")


def standings_of(indicators: Iterable[Indicator], *, at: datetime) -> dict[int, IndicatorStanding]:
    """Return how indicators stand, by number; `goal.plan` must have been fetched. The queries do not grow with them."""
    listed = list(indicators)
    readings = readings_of(listed, at=at)
    reported = _reported(listed)
    on = local_date(at)
    return {one.pk: _standing(one, readings.get(one.pk), reported.get(one.pk, ()), on) for one in listed}


def _standing(one: Indicator, reading: Reading | None, notes: Sequence[Realisation], on: date) -> IndicatorStanding:
    latest = notes[0] if notes and reading is None else None
    realised = reading.value if reading else latest.amount if latest else None
    achieved = achievement(measure=measure_told(one), realised=realised, on=on) if one.is_measured else None
    return IndicatorStanding(one, achieved, reading, latest, tuple(notes[1:]) if latest else ())


def _reported(indicators: Sequence[Indicator]) -> Mapping[int, Sequence[Realisation]]:
    """Return what was noted of each, the latest day first; what was noted of earlier versions counts on."""
    by_hand = [one for one in indicators if one.source == IndicatorSource.REPORTED]
    if not by_hand:
        return {}
    first = {one.pk: one.continues_id or one.pk for one in by_hand}
    wanted = Q(indicator__in=first) | Q(indicator__in=first.values()) | Q(indicator__continues__in=first.values())
    rows = Realisation.objects.filter(wanted).select_related("indicator", "noted_by").order_by("-until", "-pk")
    noted: dict[int, list[Realisation]] = {}
    for row in rows:
        noted.setdefault(row.indicator.continues_id or row.indicator_id, []).append(row)
    return {pk: noted.get(root, ()) for pk, root in first.items()}
