"""How Dewi meets appraisals: her own list, which is empty, and nothing of Sari's."""

from datetime import timedelta

from house.walk.world import MARK
from pembina.domain.performance.enums import PeriodCycle
from pembina.domain.performance.models import Appraisal, EvaluationPeriod
from pembina.domain.performance.operations.appraisals import RatingTold, rate_appraisal, sign_appraisal
from pembina.domain.performance.operations.delivery import deliver_appraisal
from pembina.domain.performance.operations.making import make_appraisals
from pembina.domain.performance.operations.organisation_ratings import OrganisationTold, rate_organisations
from pembina.domain.performance.operations.periods import PeriodTold, open_period


def period(world) -> EvaluationPeriod:
    """Return the quarter before, still evaluated today; of its appraisals only those of Sari's unit are kept."""
    known = EvaluationPeriod.objects.filter(cycle=PeriodCycle.QUARTERLY).first()
    if known is not None:
        return known
    year, number = (world.today.year, 3) if world.today.month > 9 else (world.today.year - 1, 4)
    day, rina = timedelta(days=1), world.account("rina")
    told = PeriodTold(PeriodCycle.QUARTERLY, year, number, world.today - 20 * day, world.today + 9 * day)
    made = open_period(told=told, by=rina, at=world.at)
    organisation = OrganisationTold(world.unit("sari"), "good", MARK, world.today)
    rate_organisations(period=made, told=[organisation], by=rina, at=world.at)
    make_appraisals(period=made, by=rina, at=world.at)
    Appraisal.objects.filter(period=made).exclude(unit=world.unit("sari")).delete()
    return made


def appraisal(world):
    """Return the appraisal of Sari, signed by Budi and delivered, the same for every address."""
    found = Appraisal.objects.get(period=period(world), person=world.record("sari"))
    if found.state == "new":
        budi = world.account("budi")
        told = RatingTold("below", "as_expected", f"Terlambat {MARK}", advice=MARK)
        rated = rate_appraisal(appraisal=found, told=told, version=found.version, by=budi, at=world.at)
        sign_appraisal(appraisal=rated, version=rated.version, by=budi, at=world.at)
        deliver_appraisal(appraisal=rated, by=budi, at=world.at)
    return {"pk": found.pk, "number": 1, "name": "terima"}


def without_rater(world):
    """Return the appraisal of Sari; nobody can be named to rate it, since it was signed."""
    return {"pk": appraisal(world)["pk"]}


SAMPLES = {
    "appraisals:assign": without_rater,
    "appraisals:pattern_reason": lambda world: {"pk": period(world).pk},
    "appraisals:period": lambda world: {"pk": period(world).pk},
    "appraisals:latest": lambda world: {"pk": period(world).pk},
    "appraisals:organisations": lambda world: {"pk": period(world).pk},
    "appraisals:work": lambda world: {"pk": period(world).pk, "kind": "make"},
    "appraisals:renew": lambda world: {"pk": period(world).pk},
    "appraisals:*": appraisal,
}
OWN = {"appraisals:index": "lists her own appraisals: none"}
