"""How Dewi meets the pages of counselling: what is about her, and nothing of Sari's."""

from house.walk.world import MARK
from pembina.domain.performance.models import CounsellingReport
from pembina.domain.performance.operations.counselling import report_for_counselling


def report(world):
    """Return what Budi reports of Sari."""
    known = CounsellingReport.objects.first()
    made = known or report_for_counselling(
        person=world.record("sari"), problem=MARK, tried="Coaching", by=world.account("budi"), at=world.at
    )
    return {"pk": made.pk}


SAMPLES = {
    "counselling:report": lambda world: {"pk": world.record("sari").pk},
    "counselling:*": report,
}
OWN = {"counselling:index": "lists reports about her"}
