"""Grants of roles as the list shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.domain.access.models import RoleGrant
from pembina.web.components.formatting import day, in_language

ONE_DAY = timedelta(days=1)


class GrantState(TextChoices):
    """Where a grant stands on a day."""

    HOLDS = "holds", gettext_lazy("Berlaku")
    COMES = "comes", gettext_lazy("Akan datang")
    ENDED = "ended", gettext_lazy("Berakhir")


TONES = {GrantState.HOLDS: "success", GrantState.COMES: "info", GrantState.ENDED: ""}


@dataclass(frozen=True, slots=True)
class GrantRow:
    """One grant; `end` is the address on which it is ended, empty where the visitor may not or it is over."""

    name: str
    username: str
    role: str
    reach: str
    days: str
    state: str | Promise
    tone: str
    giver: str
    letter: str
    end: str


def rows(grants: Iterable[RoleGrant], *, endable: set[int], on: date) -> list[GrantRow]:
    return [_row(grant, may_end=grant.pk in endable, on=on) for grant in grants]


def state_of(grant: RoleGrant, on: date) -> GrantState:
    if grant.holds_on(on):
        return GrantState.HOLDS
    return GrantState.COMES if grant.starts_on > on and grant.holds_on(grant.starts_on) else GrantState.ENDED


def _row(grant: RoleGrant, *, may_end: bool, on: date) -> GrantRow:
    state = state_of(grant, on)
    return GrantRow(
        name=grant.user.display_name,
        username=grant.user.username,
        role=in_language(grant.role.name),
        reach=reach_of(grant),
        days=days_of(grant),
        state=state.label,
        tone=TONES[state],
        giver=grant.granted_by.display_name if grant.granted_by else _("sistem"),
        letter=grant.letter,
        end=reverse("roles:end", args=[grant.pk]) if may_end and state is not GrantState.ENDED else "",
    )


def reach_of(grant: RoleGrant) -> str:
    if grant.unit is None:
        return in_language(grant.role.scope.sentence)
    return _("%(unit)s dan unit di bawahnya") % {"unit": grant.unit.name}


def days_of(grant: RoleGrant) -> str:
    """Return the days as they hold: what was taken back ends the day before."""
    last = last_day(grant)
    if last is not None and last < grant.starts_on:
        return _("dicabut sebelum berlaku")
    end = day(last) if last else _("seterusnya")
    return f"{day(grant.starts_on)} – {end}"


def last_day(grant: RoleGrant) -> date | None:
    ends = [end for end in (grant.ends_on, grant.revoked_on and grant.revoked_on - ONE_DAY) if end is not None]
    return min(ends, default=None)
