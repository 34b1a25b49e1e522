"""Questions about partners and their agreements."""

from datetime import date, timedelta

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from pembina.domain.development.models import Partner, PartnerAgreement

SOON = timedelta(days=60)


def partners_with_agreements() -> QuerySet[Partner]:
    """Return all partners with `last_day`, that of the agreement that ends last, and `courses`, versions made with."""
    return Partner.objects.annotate(last_day=Max("agreements__ends_on"), courses=Count("curricula", distinct=True))


def partners_in_use() -> QuerySet[Partner]:
    """Return those that may be chosen."""
    return Partner.objects.filter(retired_on__isnull=True).order_by("name", "pk")


def agreements_ending(*, on: date) -> QuerySet[PartnerAgreement]:
    """Return agreements that end within 60 days and that no other of the partner goes on after."""
    longer = PartnerAgreement.objects.filter(partner=OuterRef("partner"), ends_on__gt=on + SOON)
    ending = Q(ends_on__gte=on, ends_on__lte=on + SOON, partner__retired_on__isnull=True)
    found = PartnerAgreement.objects.filter(ending, ~Exists(longer))
    return found.select_related("partner").order_by("ends_on", "pk")


def lapsed_partners(*, on: date) -> QuerySet[Partner]:
    """Return the partners that had an agreement and have none any more."""
    live = PartnerAgreement.objects.filter(partner=OuterRef("pk"), ends_on__gte=on)
    return Partner.objects.filter(~Exists(live), agreements__isnull=False).distinct()
