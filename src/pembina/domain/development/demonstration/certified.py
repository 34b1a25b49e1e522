"""Certificates of the batches that are over, in the order in which those ended: numbers and chain tell the same."""

from datetime import timedelta

from pembina.domain.development.certificate_content import Signing
from pembina.domain.development.demonstration.accounts import is_persona
from pembina.domain.development.demonstration.groups import Group
from pembina.domain.development.demonstration.planned import Ground
from pembina.domain.development.models import Certificate
from pembina.domain.development.operations.certificates import (
    issue_certificates,
    reissue_certificate,
    revoke_certificate,
)
from pembina.domain.development.queries.certificates import candidates_of

DAYS_AFTER = 9
SIGNING = Signing("Drs. Hendra Kurniawan, M.Si.", "Kepala BKPSDM Kabupaten Contoh", place="Kota Contoh")


def write_certificates(groups: list[Group], ground: Ground) -> None:
    """Issue for whoever has completed; revoke one and issue another anew."""
    issued: list[Certificate] = []
    for group in sorted(groups, key=lambda group: (group.last_day, group.batch.pk)):
        at = min(group.sessions[-1].ends_at + timedelta(days=DAYS_AFTER), ground.noon(-1))
        ready = [one.enrolment.pk for one in candidates_of(group.batch, at=at) if one.is_ready]
        if ready:
            issued += issue_certificates(
                batch=group.batch, enrolments=ready, signing=SIGNING, by=ground.rina, at=at
            )  # fmt: skip
    others = [one for one in issued if not is_persona(one.enrolment.person)]
    if len(others) > 1:
        _end_two(others[0], others[-1], ground)


def _end_two(first: Certificate, last: Certificate, ground: Ground) -> None:
    reissue_certificate(
        certificate=last, name=f"{last.name}, M.A.P.", reason="Gelar magister ditambahkan menurut ijazah.",
        signing=SIGNING, by=ground.rina, at=ground.noon(-40),
    )  # fmt: skip
    revoke_certificate(
        certificate=first, reason="Daftar hadir sesi kedua ternyata ditandatangani orang lain.", by=ground.rina,
        at=ground.noon(-30),
    )  # fmt: skip
