"""Who visits, and the pages above."""

from datetime import date
from typing import cast

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def today() -> date:
    return timezone.localdate()


def sent(request: HttpRequest) -> QueryDict | None:
    """Return what a form is bound to: what was sent, be it empty; None where it was only asked for."""
    return request.POST if request.method == "POST" else None


def trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the pages above."""
    return [(_("Denyut pimpinan"), reverse("pulse:index")), *more]
