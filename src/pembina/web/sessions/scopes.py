"""Whose batch and session it is: what the visitor sees, and what the visitor runs."""

from typing import cast

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.access.usernames import AccountKind
from pembina.domain.development.models import Batch, Session
from pembina.domain.development.permissions import batches_run_by, batches_seen_by, sessions_run_by
from pembina.domain.development.queries.batches import with_figures

Trail = list[tuple[str, str]]


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def seen_batch(request: HttpRequest, pk: int) -> Batch:
    """Return a batch that the visitor may look at, with its figures."""
    return get_object_or_404(with_figures(batches_seen_by(actor_of(request), on=timezone.localdate())), pk=pk)


def run_batch(request: HttpRequest, pk: int) -> Batch:
    """Return a batch that the visitor organises."""
    batches = batches_run_by(actor_of(request), on=timezone.localdate()).select_related("programme", "version")
    return get_object_or_404(batches, pk=pk)


def run_session(request: HttpRequest, pk: int) -> Session:
    """Return a session of a batch that the visitor organises."""
    batches = batches_run_by(actor_of(request), on=timezone.localdate()).values("pk")
    sessions = Session.objects.filter(batch__in=batches).select_related("batch__programme", "partner")
    return get_object_or_404(sessions.prefetch_related("trainers__person"), pk=pk)


def seen_session(request: HttpRequest, pk: int) -> Session:
    """Return a session of a batch that the visitor sees; a partner opens only its own."""
    actor, on = actor_of(request), timezone.localdate()
    seen = Session.objects.filter(batch__in=batches_seen_by(actor, on=on).values("pk"))
    if actor.kind is AccountKind.PARTNER:
        seen = sessions_run_by(actor, on=on)
    return get_object_or_404(
        seen.select_related("batch__programme", "partner").prefetch_related("trainers__person"), pk=pk
    )


def runs(request: HttpRequest, batch: Batch) -> bool:
    """Say whether the visitor organises the batch."""
    return batches_run_by(actor_of(request), on=timezone.localdate()).filter(pk=batch.pk).exists()


def trail(batch: Batch | None = None) -> Trail:
    """Return the pages above."""
    above = [(_("Angkatan dan sesi"), reverse("sessions:index"))]
    return above if batch is None else [*above, (batch.title, reverse("sessions:batch", args=[batch.pk]))]
