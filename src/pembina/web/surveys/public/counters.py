"""Counters that were asked for a moment ago: a queue of citizens asks for the same one again and again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import Http404

from pembina.domain.access.audit import local_date
from pembina.domain.services.models import SurveyPlace
from pembina.domain.services.survey_coverage import Round, open_rounds

# So long a round that was closed by hand may still take answers; its last day is never overrun.
REMEMBERED = timedelta(seconds=5)
MOST = 1_000


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter with the rounds open there on the day, as they were at `asked_at`."""

    place: SurveyPlace
    today: list[Round]
    asked_at: datetime

    def holds(self, at: datetime) -> bool:
        """Say whether it is fresh enough, and still the same day."""
        return timedelta(0) <= at - self.asked_at < REMEMBERED and local_date(at) == local_date(self.asked_at)


_known: dict[str, Counter] = {}


def counter_at(token: str, *, at: datetime) -> Counter:
    """Return the counter behind an address; raises ``Http404``."""
    known = _known.get(token)
    if known is not None and known.holds(at):
        return known
    place = SurveyPlace.objects.select_related("unit", "service").filter(token=token).first()
    if place is None:
        raise Http404
    if len(_known) >= MOST:
        _known.clear()
    found = _known[token] = Counter(place, open_rounds(place, on=local_date(at)), at)
    return found
