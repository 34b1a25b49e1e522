"""A list of people made shorter: by name, place, position and rank, and by what is missing in a record."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Case, F, IntegerField, OrderBy, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment, Person, Unit
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.permissions import record_open_to
from pembina.domain.people.queries import main_assignments, working_at_or_below
from pembina.domain.people.ranks import RANKS
from pembina.domain.people.searches import number_begins, people_named, words_in


class Lacking(models.TextChoices):
    """What human resources looks for first: without it nobody is asked to appraise the person."""

    SUPERIOR = "superior", _("Tanpa atasan")
    POSITION = "position", _("Tanpa jabatan")


class Sort(models.TextChoices):
    """The order of the list; a minus turns it round."""

    NAME = "name", _("Nama A–Z")
    NAME_DOWN = "-name", _("Nama Z–A")
    POSITION = "position", _("Jabatan A–Z")
    POSITION_DOWN = "-position", _("Jabatan Z–A")
    UNIT = "unit", _("Unit kerja A–Z")
    UNIT_DOWN = "-unit", _("Unit kerja Z–A")
    STATUS = "status", _("Status A–Z")
    STATUS_DOWN = "-status", _("Status Z–A")
    RANK = "rank", _("Golongan terendah dahulu")
    RANK_DOWN = "-rank", _("Golongan tertinggi dahulu")


# Columns of the main assignment of the day by which a list may be ordered.
HELD = {"unit": "unit__name", "position": "position"}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a list is narrowed by; an empty value narrows nothing."""

    q: str = ""
    unit: Unit | None = None
    position: str = ""
    position_kind: str = ""
    status: str = ""
    rank: str = ""
    legal_position: str = ""
    lacking: str = ""
    sort: str = Sort.NAME

    def narrow(self, people: QuerySet[Person], *, actor: User, on: date) -> QuerySet[Person]:
        """Return those of `people` that are left, in order. What is not open to `actor` cannot be found out by it."""
        for condition in self._conditions(actor, on):
            people = people.filter(condition)
        return self._ordered(people, actor, on)

    def _conditions(self, actor: User, on: date) -> list[Q]:
        found = [self._searched(actor, on)] if self.q else []
        if self.unit is not None:
            found.append(working_at_or_below(self.unit, on=on))
        closed = {"status": self.status, "rank": self.rank, "legal_position": self.legal_position}
        if any(closed.values()) or self.lacking == Lacking.SUPERIOR:
            told = Q(**{name: value for name, value in closed.items() if value})
            found.append(told & Q(pk__in=record_open_to(actor, on=on).values("pk")))
        return [*found, *self._held(on)]

    def _held(self, on: date) -> list[Q]:
        """Return the conditions on the main assignment of the day."""
        held = Assignment.objects.filter(in_force_on(on)).filter(kind=AssignmentKind.MAIN)
        if self.lacking == Lacking.POSITION:
            return [~Q(pk__in=held.values("person"))]
        wanted = words_in("position", self.position)
        if self.position_kind:
            wanted &= Q(position_kind=self.position_kind)
        if self.lacking == Lacking.SUPERIOR:
            wanted &= Q(superior__isnull=True)
        return [Q(pk__in=held.filter(wanted).values("person"))] if wanted else []

    def _searched(self, actor: User, on: date) -> Q:
        """Look for the number where digits were typed, else for the words of the name."""
        digits = "".join(self.q.split())
        if digits.isascii() and digits.isdigit():
            return number_begins(digits) & Q(pk__in=record_open_to(actor, on=on).values("pk"))
        return people_named(self.q)

    def _ordered(self, people: QuerySet[Person], actor: User, on: date) -> QuerySet[Person]:
        column, down = self.sort.removeprefix("-"), self.sort.startswith("-")
        if column == "name":
            return people.order_by(self.sort, "pk")
        if column in HELD:
            held = main_assignments(on).filter(person=OuterRef("pk")).order_by("pk").values(HELD[column])[:1]
            people = people.annotate(sorted_by=Subquery(held))
        elif column == "rank":
            people = people.annotate(sorted_by=_height_of_rank(actor, on))
        else:
            is_open = Q(pk__in=record_open_to(actor, on=on).values("pk"))
            people = people.annotate(sorted_by=Case(When(is_open, then=F(column)), default=Value(None)))
        # Whoever has nothing to be sorted by comes last, whichever way round.
        return people.order_by(OrderBy(F("sorted_by"), descending=down, nulls_last=True), "name", "pk")


def _height_of_rank(actor: User, on: date) -> Case:
    """Return how high a rank is; one that is not open to `actor` counts as none."""
    is_open = Q(pk__in=record_open_to(actor, on=on).values("pk"))
    ranked = [When(rank=rank, then=Value(height)) for height, rank in enumerate(RANKS)]
    return Case(When(~is_open, then=Value(None)), *ranked, default=Value(None), output_field=IntegerField())
