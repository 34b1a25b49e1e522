"""Waves and programmes follow what is done to units: a unit that is merged takes its place in a wave along."""

from collections.abc import Collection
from datetime import date, datetime

from pembina.domain.access.models import User
from pembina.domain.development.operations.merged_units import carry_waves, waves_hanging_on
from pembina.domain.people.models import Unit
from pembina.domain.people.operations.unit_changes import Hanging


class WavesOfUnits:
    """What `people.operations.unit_changes` tells about units."""

    def hanging_on(self, unit: Unit, *, after: date) -> list[Hanging]:
        return waves_hanging_on(unit)

    def merge(self, unit: Unit, *, into: Unit, after: date, by: User | None, at: datetime) -> None:
        carry_waves(unit, into=into, after=after, by=by, at=at)

    def follow_hours(self, units: Collection[int], *, rezoned: Collection[int]) -> None:
        """Do nothing: waves begin on days, whatever the clock of a unit."""
