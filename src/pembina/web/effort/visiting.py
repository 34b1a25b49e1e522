"""Who visits, which days are looked at, and the pages above."""

from datetime import date
from typing import cast

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Person

LONGEST_NUMBER = 9


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def today() -> date:
    return timezone.localdate()


def sent(request: HttpRequest) -> QueryDict | None:
    """Return what a form is bound to: what was sent, be it empty; None where it was only asked for."""
    return request.POST if request.method == "POST" else None


def home_of(person: Person, actor: User) -> str:
    """Return the page of a person's record as the visitor opens it."""
    mine = person.nip == actor.username
    return reverse("effort:index") if mine else reverse("effort:person", args=[person.pk])


def trail(person: Person | None = None, actor: User | None = None) -> list[tuple[str, str]]:
    """Return the pages above."""
    if person is None or actor is None or person.nip == actor.username:
        above = [(_("Kinerja saya"), reverse("goals:index"))]
        return above if person is None else [*above, (_("Proses dan upaya"), reverse("effort:index"))]
    above = [(_("Proses dan upaya tim"), reverse("effort:team"))]
    return [*above, (person.titled_name, reverse("effort:person", args=[person.pk]))]
