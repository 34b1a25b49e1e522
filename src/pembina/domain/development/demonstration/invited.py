"""What waits for the people of the demonstration: an offer for Sari, and a colleague's wish for Budi to decide."""

from pembina.domain.access.personas import PERSONAS
from pembina.domain.development.demonstration.planned import Ground
from pembina.domain.development.enums import BatchState, EnrolmentOrigin, EnrolmentState
from pembina.domain.development.models import Batch, Enrolment
from pembina.domain.people.models import Person

OPEN_TO_THEM = "ADMINDUK"


def write_invitations(ground: Ground) -> None:
    """Write both, where the people are on record."""
    batch = Batch.objects.filter(programme__code=OPEN_TO_THEM, state=BatchState.OPEN).first()
    sari = Person.objects.filter(nip=PERSONAS["sari"].nip).first()
    if batch is None or sari is None:
        return
    led = Person.objects.filter(assignments__superior__nip=PERSONAS["budi"].nip, assignments__ends_on__isnull=True)
    colleague = led.exclude(pk=sari.pk).exclude(enrolments__batch=batch).order_by("pk").first()
    made_at = ground.noon(-2)
    Enrolment.objects.create(
        batch=batch, person=sari, origin=EnrolmentOrigin.NOMINATION, state=EnrolmentState.OFFERED, made_at=made_at,
        approved_at=made_at,
    )  # fmt: skip
    if colleague is not None:
        Enrolment.objects.create(
            batch=batch, person=colleague, origin=EnrolmentOrigin.REQUEST, state=EnrolmentState.REQUESTED,
            made_at=made_at, wish="Ingin memahami berkas digital yang kami terima dari kelurahan.",
        )  # fmt: skip
