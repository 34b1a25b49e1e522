"""How Dewi meets the pages of learning: her own, and open batches; places of others and their calendars not."""

from pembina.domain.development.enums import BatchState, EnrolmentOrigin, EnrolmentState
from pembina.domain.development.models import Enrolment


def place(world):
    """Return a request of Sari's, the same for every address."""
    group = world.group("Tawaran")
    known, _ = Enrolment.objects.get_or_create(
        batch=group, person=world.record("sari"),
        defaults={"origin": EnrolmentOrigin.REQUEST, "state": EnrolmentState.REQUESTED, "made_at": world.at},
    )  # fmt: skip
    return {"pk": known.pk}


def hidden(world):
    """Return a batch that is only planned: nobody but its organiser knows of it."""
    return {"pk": world.group("Rencana", state=BatchState.PLANNED).pk}


SAMPLES = {
    "learning:offer": hidden,
    "learning:request": hidden,
    "learning:nominate": hidden,
    "learning:feed": lambda world: {"secret": "unknown"},
    "learning:*": place,
}
OWN = {
    "learning:index": "shows what she learns herself",
    "learning:team": "shows the staff she leads herself",
    "learning:calendar": "makes an address for her own calendar",
    "learning:calendar_revoke": "revokes the address of her own calendar",
}
