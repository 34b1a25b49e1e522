"""How Dewi meets the pages of the pulse: her own invitations, and nothing of Sari's."""

from datetime import timedelta

from house.walk.world import MARK
from pembina.domain.performance.models import PulseInvitation, PulseRound
from pembina.domain.performance.operations.pulse import RoundWish, open_pulse


def pulse(world):
    """Return a round in Sari's unit, open today."""
    week = timedelta(days=7)
    wish = RoundWish(MARK, ["Mendengarkan"], world.today - week, world.today + week, [world.unit("sari")])
    made = PulseRound.objects.first() or open_pulse(wish=wish, by=world.account("rina"), at=world.at)
    return {"pk": made.pk}


def invitation(world):
    """Return the invitation of Sari."""
    pulse(world)
    return {"pk": PulseInvitation.objects.filter(rater=world.record("sari")).first().pk}


SAMPLES = {"pulse:answer": invitation, "pulse:*": pulse}
OWN = {"pulse:index": "lists her own invitations"}
