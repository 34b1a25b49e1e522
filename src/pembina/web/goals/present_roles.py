"""The matrix of roles and results as the page shows it: one card for each result of the leader, then who has none."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.domain.performance.models import Goal
from pembina.domain.performance.queries.roles import Contributor, RolesMatrix


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One person with what was taken on."""

    name: str
    post: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ServedGoal:
    """One result of the leader, how it is seen, and who serves it; nobody where `lines` is empty."""

    title: str
    indicators: tuple[str, ...]
    lines: tuple[RoleLine, ...]
    is_unserved: bool


@dataclass(frozen=True, slots=True)
class RolesPage:
    """All results, and those of the staff who have no part in any."""

    pk: int
    title: str
    lead: str
    goals: tuple[ServedGoal, ...]
    without: tuple[RoleLine, ...]
    hidden: str
    has_people: bool


def present_roles(matrix: RolesMatrix) -> RolesPage:
    """Return the page."""
    plan = matrix.plan
    hidden = ngettext(
        "%(count)s pegawai di luar jangkauan Anda tidak ditampilkan.",
        "%(count)s pegawai di luar jangkauan Anda tidak ditampilkan.",
        matrix.hidden,
    )  # fmt: skip
    return RolesPage(
        pk=plan.pk,
        title=str(plan),
        lead=f"{plan.person.titled_name} · {plan.assignment.position}",
        goals=tuple(_goal(goal, matrix) for goal in matrix.goals),
        without=tuple(_without(one) for one in matrix.people if not one.roles),
        hidden=hidden % {"count": matrix.hidden} if matrix.hidden else "",
        has_people=bool(matrix.people),
    )


def _goal(goal: Goal, matrix: RolesMatrix) -> ServedGoal:
    return ServedGoal(
        title=goal.words,
        indicators=tuple(one.words for one in goal.indicators.all()),
        lines=tuple(_line(one, goal) for one in matrix.people if goal.pk in one.roles),
        is_unserved=goal.pk in matrix.unserved,
    )


def _line(one: Contributor, goal: Goal) -> RoleLine:
    said = tuple(
        _("%(role)s (diajukan)") % {"role": role.words} if role.is_proposed else role.words
        for role in one.roles[goal.pk]
    )
    return RoleLine(one.name, _post(one), said)


def _without(one: Contributor) -> RoleLine:
    if not one.untied:
        return RoleLine(one.name, _post(one), (_("Belum ada hasil kerja yang diajukan atau ditetapkan."),))
    untied = ngettext(
        "%(count)s hasil kerja belum dikaitkan dengan RHK pimpinan.",
        "%(count)s hasil kerja belum dikaitkan dengan RHK pimpinan.",
        one.untied,
    )  # fmt: skip
    return RoleLine(one.name, _post(one), (untied % {"count": one.untied},))


def _post(one: Contributor) -> str:
    return f"{one.position} · {one.unit}"
