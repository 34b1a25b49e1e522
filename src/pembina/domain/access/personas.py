"""The four people of the demonstration and of the tests."""

from dataclasses import dataclass

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
