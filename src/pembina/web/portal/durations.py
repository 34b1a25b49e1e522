"""Service times as people read them: in the unit in which the service promises."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.service_time import Measure, PromisedTime, TimeUnit
from pembina.web.components.formatting import number

MINUTE = 60 * 1_000_000
HOUR = 60 * MINUTE
SHORT = 2 * HOUR


@dataclass(frozen=True, slots=True)
class Scale:
    """How measured times are written: divided by `size`, with `digits` decimals, in `word`."""

    size: int
    word: str | Promise
    digits: int

    def value(self, measured: int | Fraction) -> float:
        """Return a measured time in the unit of the scale."""
        return float(Fraction(measured) / self.size)

    def written(self, measured: int | Fraction | None) -> str:
        """Return a measured time as a number without its unit; a dash where there is none."""
        return number(None if measured is None else self.value(measured), self.digits)

    def parts(self, measured: int | Fraction) -> tuple[str | Promise, str | Promise]:
        """Return a measured time and its unit; no working day later is the same day."""
        if self.size == 1 and measured == 0:
            return _("Hari yang sama"), ""
        return self.written(measured), self.word

    def with_word(self, measured: int | Fraction | None) -> str:
        """Return a measured time with its unit."""
        if measured is None:
            return self.written(None)
        return " ".join(str(part) for part in self.parts(measured) if part)


DAYS = Scale(1, _("hari kerja"), 0)
HOURS = Scale(HOUR, _("jam kerja"), 1)
MINUTES = Scale(MINUTE, _("menit kerja"), 0)


def scale_of(measure: Measure, promise: PromisedTime | None, typical: int | None) -> Scale:
    """Return the unit of the promise; without one, what suits the usual time."""
    if measure is Measure.WORKING_DAYS:
        return DAYS
    if promise is not None and not promise.in_days:
        return MINUTES if promise.unit is TimeUnit.MINUTES else HOURS
    return MINUTES if typical is not None and typical < SHORT else HOURS


def promised(promise: PromisedTime) -> str:
    """Return a promise in words: "3 hari kerja"."""
    words = {TimeUnit.MINUTES: _("menit kerja"), TimeUnit.HOURS: _("jam kerja"), TimeUnit.WORKING_DAYS: _("hari kerja")}
    return f"{number(promise.amount)} {words[promise.unit]}"


def size_in(promise: PromisedTime | None, measure: Measure) -> int | None:
    """Return a promise in what the service is measured in; None where it is counted in something else."""
    if promise is None or promise.in_days is not (measure is Measure.WORKING_DAYS):
        return None
    return promise.size
