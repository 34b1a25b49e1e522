"""How Dewi meets objections: her own list, which is empty; one of Sari's does not exist for her."""

from house.walk import appraisals
from house.walk.world import MARK
from pembina.domain.performance.models import Appraisal, Objection
from pembina.domain.performance.operations.delivery import receive_appraisal
from pembina.domain.performance.operations.objections import file_objection


def objection(world):
    """Return the objection of Sari, the same for every address."""
    known = Objection.objects.first()
    if known is None:
        found, sari = Appraisal.objects.get(pk=appraisals.appraisal(world)["pk"]), world.account("sari")
        receive_appraisal(appraisal=found, by=sari, at=world.at)
        known = file_objection(appraisal=found, reason=MARK, evidence="", by=sari, at=world.at)
    return {"pk": known.pk}


SAMPLES = {"objections:file": appraisals.appraisal, "objections:*": objection}
OWN = {
    "objections:index": "lists her own objections: none",
    "objections:published": "counts by unit without names, small cells left out, for everybody who is rated",
}
PUBLIC = {"objections:published": "counts by unit without names are published"}
