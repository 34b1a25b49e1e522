"""How Dewi meets the pages on which wrong data are reported."""

from house.walk.world import MARK
from pembina.domain.people.enums import ReportAbout
from pembina.domain.people.models import CorrectionReport
from pembina.domain.people.operations import Suggestion, report_error


def report_of_sari(world):
    """Return a report that Sari made, the same one for every address."""
    known = CorrectionReport.objects.first()
    if known is not None:
        return {"pk": known.pk}
    said = {"person": world.record("sari"), "about": ReportAbout.OTHER, "suggestion": Suggestion(), "note": MARK}
    return {"pk": report_error(**said, by=world.account("sari"), at=world.at).pk}


SAMPLES = {
    "corrections:begin": lambda world: {"pk": world.record("sari").pk},
    "corrections:report": lambda world: {"pk": world.record("sari").pk, "about": "superior"},
    "corrections:*": report_of_sari,
}
OWN = {"corrections:mine": "lists what she reported herself"}
