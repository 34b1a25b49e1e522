"""Roles and permissions in words, made from the code that judges them and never written a second time."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pembina.core.text import Text
from pembina.domain.access.models import User
from pembina.domain.access.permissions import LOCAL, Permission, Scope
from pembina.domain.access.roles import ROLES, Role

# What opens a record without any role; the definition is `domain.people.permissions`.
RELATIONS = (
    (_("Diri sendiri"), _("Semua yang disimpan tentang diri sendiri.")),
    (_("Atasan langsung"), _("Data kepegawaian bawahan yang mencantumkannya sebagai atasan.")),
    (_("Plt dan Plh"), _("Data pegawai unit yang dititipkan dan unit di bawahnya, hanya selama tanggal suratnya.")),
    (_("Penugasan"), _("Data pegawai unit yang ditugaskan, tanpa unit di bawahnya, hanya selama tanggal suratnya.")),
    (_("Bawahan"), _("Nama, jabatan, dan unit kerja atasannya.")),
    (_("Mentor dan binaan"), _("Nama, jabatan, dan unit kerja satu sama lain selama mentoring berlangsung.")),
)


EVERY_ROLE = Text(id="Semua peran", en="Every role")


@dataclass(frozen=True, slots=True)
class RoleCard:
    """One role in words; `holders` is None for those who may not know."""

    code: str
    name: Text
    description: Text
    limits: Text
    reach: Text
    confinable: bool
    needs_second_factor: bool
    is_mine: bool
    holders: int | None


@dataclass(frozen=True, slots=True)
class Holder:
    """A role that allows something, and how far."""

    name: Text
    reach: Text
    confinable: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table of who can do what."""

    sentence: Text
    holders: list[Holder]


def role_cards(user: User, *, holders: dict[str, int] | None) -> list[RoleCard]:
    held = user.roles
    return [
        RoleCard(
            code=role.code,
            name=role.name,
            description=role.description,
            limits=role.limits,
            reach=role.scope.sentence,
            confinable=role.confinable,
            needs_second_factor=role.needs_second_factor,
            is_mine=role in held,
            holders=None if holders is None else holders.get(role.code, 0),
        )
        for role in ROLES.values()
    ]


def who_can_do_what() -> list[Line]:
    """Return one line for each permission, with the roles that allow it."""
    allowed = {asked: [role for role in ROLES.values() if asked in role.permissions] for asked in Permission}
    return [Line(asked.sentence, _holders(asked, roles)) for asked, roles in allowed.items()]


def _holders(asked: Permission, roles: list[Role]) -> list[Holder]:
    if len(roles) == len(ROLES):
        return [Holder(EVERY_ROLE, Scope.SELF.sentence, confinable=False)]
    return [_holder(role, asked) for role in roles]


def _holder(role: Role, permission: Permission) -> Holder:
    return Holder(role.name, role.scope.sentence, role.confinable and permission in LOCAL)


def relations() -> list[tuple[str | Promise, str | Promise]]:
    return list(RELATIONS)
