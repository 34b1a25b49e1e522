"""The four people of the demonstration and of the tests."""

from dataclasses import dataclass
from datetime import datetime

from pembina.domain.access.accounts import OpenedAccount, open_account, renew_password
from pembina.domain.access.models import User
from pembina.domain.access.roles import EMPLOYEE, HUMAN_RESOURCES, SUPERIOR, Role


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody who does not exist: the serial number 999 of the NIP is not given out."""

    nip: str
    display_name: str
    role: Role


PERSONAS = {
    "sari": Persona("199203152019032999", "Sari Wulandari", EMPLOYEE),
    "budi": Persona("197808172003121999", "Budi Santoso", SUPERIOR),
    "rina": Persona("198511022010012999", "Rina Lestari", HUMAN_RESOURCES),
    "dewi": Persona("199007212015032999", "Dewi Anggraini", EMPLOYEE),
}


def open_personas(*, at: datetime) -> list[OpenedAccount]:
    """Make sure that the four have accounts, and give each a fresh random password."""
    return [_open(persona, at=at) for persona in PERSONAS.values()]


def _open(persona: Persona, *, at: datetime) -> OpenedAccount:
    known = User.objects.filter(username=persona.nip).first()
    if known is None:
        return open_account(nip=persona.nip, display_name=persona.display_name, role=persona.role, by=None, at=at)
    return OpenedAccount(known, renew_password(of=known, by=None, at=at))
