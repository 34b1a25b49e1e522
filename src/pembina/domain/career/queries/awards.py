"""Rounds as lists show them, and what waits for whom."""

from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.career.enums import AwardState, NominationState
from pembina.domain.career.models import Award, AwardWinner, JurySheet, Nomination
from pembina.domain.career.models.awards import RUNNING
from pembina.domain.career.permissions import awards_run_by, juries_of, nominations_of


def with_counts(awards: QuerySet[Award]) -> QuerySet[Award]:
    """Return rounds with unit, winners, and the number of ``standing`` nominations."""
    standing = Count("nominations", filter=Q(nominations__state=NominationState.STANDING), distinct=True)
    winners = AwardWinner.objects.select_related("nomination__person", "nomination__unit").order_by("position")
    return awards.select_related("unit").annotate(standing=standing).prefetch_related(Prefetch("winners", winners))


def in_full(nominations: QuerySet[Nomination]) -> QuerySet[Nomination]:
    """Return nominations with what a page shows of them."""
    return nominations.select_related("award__unit", "person", "unit", "nominator", "service__unit", "win")


def told_of(actor: User, *, on: date) -> QuerySet[Nomination]:
    """Return the running nominations of `actor`, or of a unit that `actor` leads: they may be declined."""
    return nominations_of(actor, on=on).filter(state=NominationState.STANDING, award__state__in=RUNNING)


def to_judge(actor: User) -> QuerySet[Award]:
    """Return the rounds in which `actor` as a juror has something left; conflicts are told on the page."""
    juries = juries_of(actor).filter(award__state=AwardState.JUDGING)
    return Award.objects.filter(pk__in=juries.values("award")).filter(
        Exists(
            Nomination.objects.filter(award=OuterRef("pk"), state=NominationState.STANDING)
            .exclude(pk__in=JurySheet.objects.filter(juror__person__nip=actor.username).values("nomination"))
            .exclude(person__nip=actor.username)
            .exclude(nominator__nip=actor.username)
            .exclude(supports__supporter__nip=actor.username)
            .exclude(relations__juror__person__nip=actor.username)
        )
    )


def to_move_on(actor: User, *, on: date) -> QuerySet[Award]:
    """Return the rounds that wait for `actor` of human resources: to be judged, or to be decided."""
    closed = Q(state=AwardState.OPEN, closes_on__lt=on) | Q(state=AwardState.JUDGING, decides_on__lte=on)
    return awards_run_by(actor, on=on).filter(closed)


def wins_decided(awards: QuerySet[Award]) -> QuerySet[AwardWinner]:
    """Return who won in some rounds, the latest decision first."""
    found = AwardWinner.objects.filter(award__in=awards.values("pk"), award__state=AwardState.DECIDED)
    return found.select_related("award", "nomination__person", "nomination__unit").order_by(
        "-award__decided_at", "award", "position"
    )
