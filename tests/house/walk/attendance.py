"""How Dewi meets the pages of a session's day: they are not hers, and checking in tells her that she has no seat."""

from house.walk.world import MARK
from pembina.domain.development.models import Enrolment, Session


def seat(world) -> Enrolment:
    """Return the seat of Sari in a batch of Rina's, the same for every address."""
    return world.seat("Hadir")


def session(world):
    """Return a session of that batch and the number of the seat."""
    taken = seat(world)
    known = Session.objects.filter(batch=taken.batch).first()
    if known is None:
        told = {"title": f"Sesi {MARK}", "mode": taken.batch.mode, "secret": "secret-of-the-walk-1"}
        known = Session.objects.create(batch=taken.batch, starts_at=world.at, ends_at=world.at.replace(hour=9), **told)
    return {"pk": known.pk, "seat": taken.pk}


SAMPLES = {"attendance:*": session}
OWN = {
    "attendance:index": "lists the sessions she runs herself, which are none",
    "attendance:offline": "a form without a session, the same for everybody",
}
