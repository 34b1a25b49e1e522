"""What the account page says about an account."""

from collections.abc import Iterable
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.access.personas import PERSONAS
from pembina.web.account.account_present import account_word
from pembina.web.components.formatting import MISSING, day, in_language


def account_facts(user: User) -> list[tuple[str, str]]:
    """Terms and values of a description list."""
    return [
        (_("Nama"), user.display_name),
        (account_word(user), user.username),
        (_("Peran"), ", ".join(in_language(role.name) for role in user.roles) or MISSING),
    ]


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One thing that can be shown in the second step."""

    pk: int
    name: str
    since: str


def factor_rows(factors: Iterable[Authenticator]) -> list[FactorRow]:
    return [FactorRow(factor.pk, _name_of(factor), day(timezone.localdate(factor.created_at))) for factor in factors]


def _name_of(factor: Authenticator) -> str:
    if factor.type == Authenticator.Type.TOTP:
        return _("Aplikasi kode di ponsel")
    return str(_("Kunci sandi: %s") % factor.wrap().name)


@dataclass(frozen=True, slots=True)
class PersonaButton:
    """A person of the demonstration, to become by one click."""

    code: str
    name: str
    role: str


def personas_to_be() -> list[PersonaButton]:
    """Whom the visitor of a demonstration may sign in as."""
    return [
        PersonaButton(code, persona.display_name, in_language(persona.role.name)) for code, persona in PERSONAS.items()
    ]
