"""How Dewi meets the complaints of citizens: those of Sari's unit do not exist for her."""

from house.walk.world import MARK
from pembina.domain.services.complaint_enums import ComplaintKind
from pembina.domain.services.operations.complaints import Submission, submit_complaint


def complaint_of_saris_unit(world):
    """Return a complaint about Sari's unit, the same for every address."""
    said = Submission(kind=ComplaintKind.COMPLAINT, unit=world.unit("sari"), text=f"Antre {MARK}")
    sent = submit_complaint(submission=said, token="walk", device="walk", address=None, at=world.at)
    return {"pk": sent.complaint.pk}


SAMPLES = {"complaints:*": complaint_of_saris_unit}
