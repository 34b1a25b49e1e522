"""A calendar as a clock that runs only while the office is open, there and back."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pembina.core.rules.service_time import Timeline
from pembina.core.rules.service_time.timeline import Integers


@dataclass(frozen=True)
class OfficeClock:
    """Working time since the first opening of a timeline, and the instants at which it is reached."""

    line: Timeline

    def worked(self, instants: Integers) -> Integers:
        """Return the working time up to instants, microseconds."""
        return self.line.working_time(np.full(instants.shape, self.line.start, dtype=np.int64), instants)

    def instants(self, worked: Integers) -> Integers:
        """Return when so much working time has gone by; a moment of closing is the moment of the next opening."""
        span = np.searchsorted(self._before, worked, side="right") - 1
        span = np.minimum(span, self.line.opens.size - 1)
        found: Integers = self.line.opens[span] + (worked - self._before[span])
        return found

    @cached_property
    def _before(self) -> Integers:
        lengths = self.line.closes - self.line.opens
        return np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.int64)
