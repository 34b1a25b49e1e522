"""How Dewi meets the pages of feedback: her own notes and colleagues, and nothing of Sari's."""

from datetime import timedelta

from house.walk.world import MARK
from pembina.domain.performance.models import Feedback, FeedbackRequest
from pembina.domain.performance.operations.feedback import About, Said, ask_for_feedback, give_feedback


def note(world):
    """Return a note of Budi's about Sari."""
    known = Feedback.objects.first()
    said, about = Said(f"Loket {MARK}", "Menjelaskan syarat"), About(world.today - timedelta(days=1))
    made = known or give_feedback(
        person=world.record("sari"), said=said, about=about, by=world.account("budi"), at=world.at
    )
    return {"pk": made.pk}


def request(world):
    """Return what Sari asked of Budi."""
    known = FeedbackRequest.objects.first()
    made = known or ask_for_feedback(
        asked=world.record("budi"), matter=f"Rapat {MARK}", by=world.account("sari"), at=world.at
    )
    return {"pk": made.pk}


SAMPLES = {
    "feedback:write": lambda world: {"pk": world.record("sari").pk},
    "feedback:reply": request,
    "feedback:decline": request,
    "feedback:*": note,
}
OWN = {
    "feedback:index": "lists notes about her and by her",
    "feedback:people": "lists her own colleagues",
    "feedback:requests": "lists what she asked and was asked",
    "feedback:ask": "finds people on her own line of units",
}
