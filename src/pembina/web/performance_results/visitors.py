"""Who reads the results of others, who imports them, and the pages beside each other."""

from typing import cast

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Person
from pembina.domain.performance.queries.results import READING, others_open_to
from pembina.web.access.looking import note_looking


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def reads_others(request: HttpRequest) -> bool:
    actor = actor_of(request)
    return any(map(actor.may, READING)) or others_open_to(actor, on=timezone.localdate()).exists()


def reader_of(request: HttpRequest) -> User:
    """Return the visitor, where they may read results of others; for anybody else there is no such page."""
    if not reads_others(request):
        raise Http404
    return actor_of(request)


def other_or_404(request: HttpRequest, pk: int) -> Person:
    """Return another person whose results the visitor may read, and have the look written down."""
    found = get_object_or_404(others_open_to(actor_of(request), on=timezone.localdate()), pk=pk)
    note_looking(request, "look_at_results", on=found)
    return found


def people_trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the pages above the page of one person or file."""
    return [(_("Hasil kinerja pegawai"), reverse("performance_results:people")), *more]


def tabs(request: HttpRequest, here: str) -> list[dict[str, object]]:
    """Return the pages that the visitor may open, beside each other; `here` is the name of the one that is open."""
    pages = [("own", _("Milik saya")), ("own_index", _("IP ASN saya"))]
    if reads_others(request):
        pages.append(("people", _("Pegawai")))
    if actor_of(request).may(Permission.MANAGE_STAFF):
        pages += [("siasn", _("SIASN")), ("import", _("Impor"))]
    return [
        {"address": reverse(f"performance_results:{name}"), "label": label, "here": name == here}
        for name, label in pages
    ]
