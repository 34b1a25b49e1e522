"""Whose learning it is: the visitor's own, or that of the staff led."""

from typing import cast

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.development.models import Batch, Enrolment
from pembina.domain.development.permissions import enrolments_of
from pembina.domain.development.queries.batches import with_figures
from pembina.domain.development.queries.deciding import requests_to_decide
from pembina.domain.development.queries.offers import batches_open_to
from pembina.domain.people.models import Person

Trail = list[tuple[str, str]]


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def own_person(request: HttpRequest) -> Person:
    """Return the person of the visitor; an account without one finds nothing here."""
    return get_object_or_404(Person, nip=actor_of(request).username)


def open_batch(request: HttpRequest, pk: int) -> Batch:
    """Return a batch that the visitor may look at as a learner or leader."""
    return get_object_or_404(with_figures(batches_open_to(actor_of(request), at=timezone.now())), pk=pk)


def own_place(request: HttpRequest, pk: int) -> Enrolment:
    """Return an own place."""
    return get_object_or_404(enrolments_of(actor_of(request)).select_related("batch", "person"), pk=pk)


def request_to_decide(request: HttpRequest, pk: int) -> Enrolment:
    """Return a request of somebody the visitor leads."""
    return get_object_or_404(requests_to_decide(actor_of(request), on=timezone.localdate()), pk=pk)


def trail(*, of_team: bool = False) -> Trail:
    """Return the pages above."""
    above = [(_("Belajar"), reverse("learning:index"))]
    return [*above, (_("Tim saya"), reverse("learning:team"))] if of_team else above
