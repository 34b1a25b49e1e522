"""Questions about curricula: what is in force, who teaches how much, and how two versions differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum

from pembina.domain.development.enums import VersionState
from pembina.domain.development.models import CompetenceUnit, Curriculum, CurriculumVersion


def curricula_with_figures() -> QuerySet[Curriculum]:
    """Return all curricula with `in_force` (number of the version), `hours` of it, `drafts` and `programme_count`."""
    standing = CurriculumVersion.objects.filter(curriculum=OuterRef("pk"), state=VersionState.IN_FORCE)
    hours = standing.annotate(total=Sum("units__hours"))
    return Curriculum.objects.annotate(
        in_force=Subquery(standing.values("version")[:1]),
        hours=Subquery(hours.values("total")[:1]),
        drafts=Count("versions", filter=Q(versions__state=VersionState.DRAFT), distinct=True),
        programme_count=Count("programmes", distinct=True),
    )


def versions_of(curriculum: Curriculum) -> QuerySet[CurriculumVersion]:
    """Return the versions, the latest first, with their units."""
    versions = curriculum.versions.select_related("partner", "made_by").prefetch_related("units__taught_by")
    return versions.order_by("-version")


@dataclass(frozen=True, slots=True)
class Share:
    """What one teaches of a version; `name` is empty for the government itself, `share` is 0 to 1."""

    name: str
    hours: Decimal
    share: float


def shares_of(units: Sequence[CompetenceUnit]) -> list[Share]:
    """Return who teaches how much of the units, most first."""
    hours: dict[str, Decimal] = {}
    for unit in units:
        name = unit.taught_by.name if unit.taught_by else ""
        hours[name] = hours.get(name, Decimal(0)) + unit.hours
    whole = sum(hours.values(), Decimal(0))
    shares = [Share(name, amount, float(amount / whole)) for name, amount in hours.items()]
    return sorted(shares, key=lambda one: (-one.hours, one.name))


@dataclass(frozen=True, slots=True)
class UnitPair:
    """One competence unit in two versions; None where a version has none of that name."""

    before: CompetenceUnit | None
    after: CompetenceUnit | None

    @property
    def is_same(self) -> bool:
        """Say whether it is taught as long and by the same."""
        if self.before is None or self.after is None:
            return False
        return (self.before.hours, self.before.taught_by_id) == (self.after.hours, self.after.taught_by_id)


def paired_units(before: CurriculumVersion, after: CurriculumVersion) -> list[UnitPair]:
    """Return the units of two versions side by side, by their names: first those of `after`, then what fell away."""
    old: dict[str, list[CompetenceUnit]] = {}
    for unit in before.units.all():
        old.setdefault(_key(unit), []).append(unit)
    pairs = []
    for unit in after.units.all():
        known = old.get(_key(unit))
        pairs.append(UnitPair(known.pop(0) if known else None, unit))
    return [*pairs, *(UnitPair(unit, None) for units in old.values() for unit in units)]


def _key(unit: CompetenceUnit) -> str:
    return " ".join(unit.title.casefold().split())
