"""Forms in which people and units are looked for, as far as the officer reaches."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.people.models import Person, Unit
from pembina.domain.people.permissions import visible_to
from pembina.domain.people.searches import leaders, numbered, people_named, units_named, with_posts
from pembina.domain.people.stewardship import units_kept_by, units_staffed_by
from pembina.web.choosing import ChoosingForm

PEOPLE = ("superior", "person", "on_behalf_of")


class StaffingForm(ChoosingForm):
    """A form of human resources. `without` is the person who cannot be chosen, being the one it is about."""

    def __init__(
        self, data: Any = None, *, actor: User, on: date, without: Person | Unit | None = None, **options: Any
    ) -> None:
        self.actor, self.today, self.without = actor, on, without
        super().__init__(data, **options)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        if name in PEOPLE:
            found = with_posts(self._people().order_by("name", "pk"), on=self.today)
            return found, people_named(wanted) | numbered(wanted, actor=self.actor, on=self.today)
        units = self._units(name).select_related("parent").order_by("name", "pk")
        return units, units_named(wanted)

    def _people(self) -> QuerySet[Person]:
        """Return whom the officer sees, and whoever leads: a superior may sit in another office."""
        seen = Q(pk__in=visible_to(self.actor, on=self.today).values("pk"))
        people = Person.objects.filter(seen | Q(pk__in=leaders(self.today).values("pk")))
        return people.exclude(pk=self.without.pk) if isinstance(self.without, Person) else people

    def _units(self, name: str) -> QuerySet[Unit]:
        if name == "unit":
            return units_staffed_by(self.actor, on=self.today)
        open_ones = units_kept_by(self.actor, on=self.today).filter(closed_on__isnull=True)
        return open_ones.exclude(pk=self.without.pk) if isinstance(self.without, Unit) else open_ones
