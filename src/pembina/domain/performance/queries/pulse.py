"""The pulse, each page with its scope: what one is asked, the own result, and the board without a single person."""

from datetime import date
from enum import StrEnum

from django.db.models import Count, Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.permissions import reaches_everything
from pembina.domain.performance.models import PulseFigure, PulseInvitation, PulseRound

# Of fewer than these even a share tells too much about single ones.
LEAST_INVITED = 10


class Band(StrEnum):
    """How many of those invited have answered; never the number."""

    FEW = "few"
    SOME = "some"
    MANY = "many"
    MOST = "most"
    HIDDEN = "hidden"


BANDS = ((0.75, Band.MOST), (0.5, Band.MANY), (0.25, Band.SOME))


def pulses_to_answer(actor: User, *, on: date) -> QuerySet[PulseInvitation]:
    """Return the invitations of open rounds that `actor` has not answered."""
    if not actor.is_active:
        return PulseInvitation.objects.none()
    is_open = Q(round__opens_on__lte=on, round__closes_on__gte=on, round__released_at__isnull=True)
    found = PulseInvitation.objects.filter(is_open, rater__nip=actor.username, is_answered=False)
    return found.select_related("round", "leader").order_by("round__closes_on", "round", "part", "leader__name", "pk")


def own_rounds(actor: User) -> QuerySet[PulseRound]:
    """Return the published rounds in which others were asked about `actor`."""
    if not actor.is_active:
        return PulseRound.objects.none()
    about = PulseInvitation.objects.filter(leader__nip=actor.username).values("round")
    return PulseRound.objects.filter(pk__in=about, released_at__isnull=False)


def own_figures(round_: PulseRound, actor: User) -> QuerySet[PulseFigure]:
    """Return what was published about `actor`, and nothing about any other leader."""
    return PulseFigure.objects.filter(round=round_, leader__nip=actor.username)


def rounds_kept_by(actor: User, *, on: date) -> QuerySet[PulseRound]:
    """Return all rounds for who looks after all staff; for others the rounds they opened."""
    if not actor.may(Permission.MANAGE_STAFF):
        return PulseRound.objects.none()
    found = PulseRound.objects.all()
    return found if reaches_everything(actor, Permission.MANAGE_STAFF, on=on) else found.filter(made_by=actor)


def board_figures(round_: PulseRound) -> QuerySet[PulseFigure]:
    """Return what was published of offices and of the whole round; no leader is among them."""
    return PulseFigure.objects.filter(round=round_, leader__isnull=True).select_related("office")


def turnout_of(round_: PulseRound) -> Band:
    """Return how much of the whole round was answered, as a band."""
    counts = PulseInvitation.objects.filter(round=round_).aggregate(
        asked=Count("pk"), done=Count("pk", filter=Q(is_answered=True))
    )
    return band_of(counts["asked"], counts["done"])


def band_of(asked: int, done: int) -> Band:
    """Return the band of a share."""
    if asked < LEAST_INVITED:
        return Band.HIDDEN
    share = done / asked
    return next((band for least, band in BANDS if share >= least), Band.FEW)
