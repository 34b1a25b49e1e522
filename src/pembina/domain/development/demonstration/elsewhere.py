"""What people learn outside programmes: degrees, certifications, and something Sari reports of herself."""

from datetime import timedelta
from decimal import Decimal

from pembina.domain.access.personas import PERSONAS
from pembina.domain.development.demonstration.accounts import SINCE, persona_account
from pembina.domain.development.demonstration.planned import Ground
from pembina.domain.development.enums import StudyState
from pembina.domain.development.learning_counts import Learning
from pembina.domain.development.operations.degree_studies import (
    Certification,
    Study,
    begin_study,
    end_study,
    note_certification,
)
from pembina.domain.development.operations.learning_records import report_learning
from pembina.domain.people.enums import Education
from pembina.domain.people.models import Person

# Whose certification it is, its title and issuer, and the days from today of its issue and of its end.
CERTIFICATIONS = (
    ("agus", "Auditor Ahli Muda", "Lembaga Sertifikasi Auditor Contoh", -1_400, 55),
    ("wayan", "Pengelola Keamanan Informasi", "Lembaga Sertifikasi Teknologi Contoh", -1_150, -55),
    ("dewi", "Sertifikat Pendidik", "Universitas Contoh", -2_300, None),
)


def write_elsewhere(ground: Ground) -> None:
    """Write all of it, for those who are on record."""
    personas = {name: persona.nip for name, persona in PERSONAS.items()}
    people = {person.nip: person for person in Person.objects.filter(nip__in=personas.values())}
    found = {name: people[nip] for name, nip in personas.items() if nip in people}
    _write_studies(found, ground)
    for number, (name, title, issuer, issued, until) in enumerate(CERTIFICATIONS, start=1):
        if name in found:
            told = Certification(
                title, issuer, f"SP-{number:03}/{ground.on.year - 3}", ground.on + timedelta(days=issued),
                None if until is None else ground.on + timedelta(days=until),
            )  # fmt: skip
            note_certification(person=found[name], certification=told, by=ground.rina, at=ground.noon(-300 + number))
    if "sari" in found:
        _report_of_sari(ground)


def _write_studies(found: dict[str, Person], ground: Ground) -> None:
    """Lia studies in her second year; Joko has a degree since two months."""
    begun, days, at = ground.on, timedelta, ground.noon(-320)
    if "lia" in found:
        told = Study(
            Education.MASTER, "Kebijakan Publik", begun - days(430), begun + days(300),
            partner=ground.partners["univ"], decree="893.3/014/TB",
        )  # fmt: skip
        begin_study(person=found["lia"], study=told, by=ground.rina, at=at)
    if "joko" in found:
        told = Study(
            Education.BACHELOR, "Administrasi Negara", begun - days(1_500), begun - days(50),
            institution="Universitas Terbuka Contoh", decree="893.3/009/TB",
        )  # fmt: skip
        study = begin_study(person=found["joko"], study=told, by=ground.rina, at=at)
        end_study(
            study=study, state=StudyState.GRADUATED, ended_on=begun - days(62), grade=Decimal("3.41"), result="",
            by=ground.rina, at=ground.noon(-55),
        )  # fmt: skip


def _report_of_sari(ground: Ground) -> None:
    day = ground.on - timedelta(days=12)
    learning = Learning(
        form=9, title="Webinar pelayanan perizinan berbasis risiko", first_day=day, last_day=day, minutes=180,
        organiser="Universitas Contoh", number="WBR/118",
    )  # fmt: skip
    report_learning(learning=learning, by=persona_account("sari", at=ground.noon(SINCE)), at=ground.noon(-4))
