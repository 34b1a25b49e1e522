"""Questions about waves: which units are in which, as planned and as it happened."""

from django.db.models import Count, Q, QuerySet

from pembina.domain.development.models import Programme, Wave, WaveUnit


def waves_of(programme: Programme) -> QuerySet[Wave]:
    """Return the waves with `present` and `left`, the numbers of units, and their slips, the latest first."""
    return (
        programme.waves.annotate(
            present=Count("units", filter=Q(units__left_on__isnull=True)),
            left=Count("units", filter=Q(units__left_on__isnull=False)),
        )
        .prefetch_related("slips__noted_by")
        .order_by("number")
    )


def members_of(programme: Programme) -> QuerySet[WaveUnit]:
    """Return the units in waves, wave by wave, by name."""
    members = WaveUnit.objects.filter(programme=programme).select_related("wave", "unit")
    return members.order_by("wave__number", "unit__name", "pk")
