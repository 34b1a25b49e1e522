"""Where the people of the demonstration work: Sari under Budi, Rina in human resources, Dewi in a school."""

from dataclasses import dataclass
from datetime import date

from pembina.core.rules.civil_servant_number import read_number
from pembina.domain.access.personas import Persona
from pembina.domain.people.enums import Education, PositionKind, Status
from pembina.domain.people.models import Person

# Title, kind, first day, last day.
Held = tuple[str, PositionKind, date, date | None]
F, S, X = PositionKind.FUNCTIONAL, PositionKind.STRUCTURAL, PositionKind.EXECUTIVE
# A day on which the numbers of all of them can be read.
READ_ON = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Place:
    """Unit and history of a persona; `leads` where the persona is head of the unit."""

    unit: str
    title_after: str
    rank: str
    education: Education
    history: tuple[Held, ...]
    leads: bool = False

    def person(self, persona: Persona) -> Person:
        """Return the person, unsaved; birth date and sex are what the number says."""
        number = read_number(persona.nip, on=READ_ON, status="pns")
        return Person(
            nip=number.text,
            name=persona.display_name,
            title_after=self.title_after,
            status=Status.PNS,
            rank=self.rank,
            education=self.education,
            birth_date=number.birth_date,
            sex=number.sex,
        )


PLACES = {
    "sari": Place(
        "01.06.01",
        "S.A.P.",
        "III/b",
        Education.BACHELOR,
        (
            ("Pengelola Layanan Operasional", X, date(2019, 3, 1), date(2022, 6, 30)),
            ("Penata Perizinan Ahli Pertama", F, date(2022, 7, 1), None),
        ),
    ),
    "budi": Place(
        "01.06.01",
        "S.STP., M.Si.",
        "IV/a",
        Education.MASTER,
        (
            ("Analis Kebijakan Ahli Muda", F, date(2012, 1, 1), date(2021, 12, 31)),
            ("Kepala Bidang Pelayanan Perizinan", S, date(2022, 1, 1), None),
        ),
        leads=True,
    ),
    "rina": Place(
        "01.11.01",
        "S.Psi., M.M.",
        "III/d",
        Education.MASTER,
        (("Analis SDM Aparatur Ahli Muda", F, date(2018, 4, 1), None),),
    ),
    "dewi": Place(
        "01.04.02", "S.Pd.", "III/c", Education.BACHELOR, (("Guru Ahli Pertama", F, date(2015, 3, 1), None),)
    ),
    "ratna": Place(
        "01.04.01", "M.Pd.", "IV/b", Education.MASTER, (("Widyaprada Ahli Madya", F, date(2016, 1, 1), None),)
    ),
    "joko": Place(
        "01.05.01",
        "A.Md.",
        "II/d",
        Education.DIPLOMA_3,
        (("Pengelola Layanan Operasional", X, date(2020, 12, 1), None),),
    ),
    "maya": Place(
        "01.01", "S.Sos.", "III/d", Education.BACHELOR, (("Analis Kebijakan Ahli Muda", F, date(2019, 1, 1), None),)
    ),
    "nita": Place(
        "01.11.01", "M.Psi.", "III/c", Education.MASTER, (("Asesor SDM Aparatur Ahli Muda", F, date(2018, 2, 1), None),)
    ),
    "lia": Place(
        "01.12", "S.E., M.Si.", "III/d", Education.MASTER, (("Perencana Ahli Muda", F, date(2019, 7, 1), None),)
    ),
    "agus": Place(
        "01.02", "S.E., Ak.", "III/d", Education.BACHELOR, (("Auditor Ahli Muda", F, date(2017, 4, 1), None),)
    ),
    "wayan": Place(
        "01.10", "S.Kom.", "III/c", Education.BACHELOR, (("Pranata Komputer Ahli Muda", F, date(2018, 10, 1), None),)
    ),
}
