"""Who visits, which records are in reach, and the pages above."""

from datetime import date
from typing import cast

from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.performance.models import GuidanceRecord
from pembina.domain.performance.queries.guidance import own_guidance


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def today() -> date:
    return timezone.localdate()


def sent(request: HttpRequest) -> QueryDict | None:
    """Return what a form is bound to: what was sent, be it empty; None where it was only asked for."""
    return request.POST if request.method == "POST" else None


def own_record(request: HttpRequest, pk: int) -> GuidanceRecord:
    """Return a record in which the visitor is one of the two."""
    return get_object_or_404(own_guidance(actor_of(request)).select_related("person", "guide"), pk=pk)


def trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the pages above."""
    return [(_("Bimbingan"), reverse("guidance:index")), *more]
