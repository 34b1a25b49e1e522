"""Who visits, which notes are in reach, and the pages above."""

from datetime import date
from typing import cast

from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.performance.models import Feedback
from pembina.domain.performance.queries.feedback import notes_about, notes_by, notes_read_by, with_people

Trail = list[tuple[str, str]]


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def today() -> date:
    return timezone.localdate()


def sent(request: HttpRequest) -> QueryDict | None:
    """Return what a form is bound to: what was sent, be it empty; None where it was only asked for."""
    return request.POST if request.method == "POST" else None


def read_note(request: HttpRequest, pk: int) -> Feedback:
    """Return a note that the visitor may read."""
    return get_object_or_404(with_people(notes_read_by(actor_of(request), on=today())), pk=pk)


def received_note(request: HttpRequest, pk: int) -> Feedback:
    """Return a note about the visitor."""
    return get_object_or_404(with_people(notes_about(actor_of(request))), pk=pk)


def written_note(request: HttpRequest, pk: int) -> Feedback:
    """Return a note by the visitor."""
    return get_object_or_404(with_people(notes_by(actor_of(request))), pk=pk)


def trail(*more: tuple[str, str]) -> Trail:
    """Return the pages above."""
    return [(_("Umpan balik"), reverse("feedback:index")), *more]
