"""What a visitor meets of programmes that were decided on."""

from house.walk.decisions import decision
from pembina.domain.impact.models import Decision, DecisionPublication
from pembina.domain.impact.operations.publications import publish_decision


def publication(world):
    """Return what was published of one decision, the same for every address."""
    known = DecisionPublication.objects.first()
    if known is None:
        decided = Decision.objects.get(pk=decision(world)["pk"])
        known = publish_decision(decision=decided, by=world.account("bupati"), at=world.at)
    return {"pk": known.pk}


SAMPLES = {"programme_results:*": publication}
