"""What the visitor may open, and the pages beside and above each other."""

from datetime import date
from typing import cast

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.usernames import AccountKind
from pembina.domain.career.enums import AwardState
from pembina.domain.career.models import Award, Nomination
from pembina.domain.career.permissions import awards_read_by, awards_run_by

Trail = list[tuple[str, str]]


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def today() -> date:
    return timezone.localdate()


def keeper_of(request: HttpRequest) -> User:
    """Return the visitor, where they make awards or keep medals; for anybody else there is no such page."""
    if not actor_of(request).may(Permission.MANAGE_STAFF):
        raise Http404
    return actor_of(request)


def own_round(request: HttpRequest, pk: int) -> Award:
    """Return a round that the visitor runs."""
    found = awards_run_by(keeper_of(request), on=today()).select_related("unit")
    return get_object_or_404(found, pk=pk)


def tabs(request: HttpRequest, here: str) -> list[dict[str, object]]:
    """Return the pages that the visitor may open, beside each other."""
    pages = [("index", _("Semua penghargaan")), ("own", _("Penghargaan saya"))]
    if actor_of(request).may(Permission.MANAGE_STAFF):
        pages.append(("medals", _("Satyalancana")))
    return [
        {"address": reverse(f"recognition:{name}"), "label": label, "here": name == here} for name, label in pages
    ]  # fmt: skip


def trail(award: Award | None = None, nomination: Nomination | None = None) -> Trail:
    """Return the pages above."""
    above = [(_("Penghargaan"), reverse("recognition:index"))]
    if award is not None:
        above.append((award.title, reverse("recognition:show", args=[award.pk])))
    if nomination is not None:
        above.append((str(nomination), reverse("recognition:nomination", args=[nomination.pk])))
    return above


def open_round(request: HttpRequest, pk: int) -> Award:
    """Return a round that takes nominations, or did; visitors who are no civil servants find none."""
    actor = actor_of(request)
    if actor.kind is not AccountKind.CIVIL_SERVANT:
        raise Http404
    return get_object_or_404(awards_read_by(actor, on=today()).filter(state=AwardState.OPEN), pk=pk)
