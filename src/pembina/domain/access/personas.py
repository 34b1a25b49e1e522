"""The people of the demonstration, one for each role; four of them are those of every test."""

from dataclasses import dataclass
from datetime import datetime

from pembina.domain.access.accounts import OpenedAccount, open_account, renew_password
from pembina.domain.access.models import User
from pembina.domain.access.roles import (
    ADMINISTRATOR,
    AUDITOR,
    COUNSELLOR,
    EMPLOYEE,
    EVALUATOR,
    HEAD_OF_REGION,
    HUMAN_RESOURCES,
    MENTOR,
    PARTNER,
    SERVICE_COORDINATOR,
    SERVICE_OFFICER,
    SUPERIOR,
    Role,
)


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
    "ratna": Persona("197512091999032999", "Ratna Kusuma", MENTOR),
    "joko": Persona("199511012020121999", "Joko Susilo", SERVICE_OFFICER),
    "maya": Persona("198304252008012999", "Maya Siregar", SERVICE_COORDINATOR),
    "lia": Persona("198707182011012999", "Lia Hartono", EVALUATOR),
    "nita": Persona("198804122014022999", "Nita Permata", COUNSELLOR),
    "agus": Persona("198002142005011999", "Agus Wijaya", AUDITOR),
    "wayan": Persona("198806302014021999", "Wayan Pratama", ADMINISTRATOR),
    # Elected, and from outside: neither has a NIP.
    "bupati": Persona("pejabat-bupati", "Hasan Basri", HEAD_OF_REGION),
    "mitra": Persona("mitra-universitas-contoh", "Universitas Contoh", PARTNER),
}


def open_personas(*, at: datetime) -> list[OpenedAccount]:
    """Make sure that all have accounts, and give each a fresh random password."""
    return [_open(persona, at=at) for persona in PERSONAS.values()]


def _open(persona: Persona, *, at: datetime) -> OpenedAccount:
    known = User.objects.filter(username=persona.nip).first()
    if known is None:
        return open_account(nip=persona.nip, display_name=persona.display_name, role=persona.role, by=None, at=at)
    return OpenedAccount(known, renew_password(of=known, by=None, at=at))
