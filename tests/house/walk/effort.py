"""How Dewi meets process and effort: her own record, and nothing of Sari's."""

from datetime import date
from decimal import Decimal

from house.walk.world import MARK
from pembina.domain.people.models import Assignment
from pembina.domain.performance.effort_enums import DegreeOfDifficulty
from pembina.domain.performance.enums import PlanForm, PlanState, ReadFigure
from pembina.domain.performance.models import DifficultyAgreement, Goal, Indicator, NamedGuard, PerformancePlan
from pembina.domain.services.models import PublicService


def work(world):
    """Return an agreed plan of Sari's with a result, its indicator, a proposal and a guard; the same every time."""
    known = DifficultyAgreement.objects.first()
    guard = NamedGuard.objects.first()
    if known is None or guard is None:
        known, guard = made(world)
    return {"proposal": known, "guard": guard}


def made(world):
    sari, at = world.record("sari"), world.at
    plan = PerformancePlan.objects.create(
        person=sari, assignment=Assignment.objects.get(person=sari, ends_on__isnull=True), year=at.year - 1,
        starts_on=date(at.year - 1, 1, 1), ends_on=date(at.year - 1, 12, 31), form=PlanForm.QUANTITATIVE,
        state=PlanState.AGREED, rater=world.record("budi"), made_by=world.account("sari"), made_at=at,
        proposed_at=at, agreed_by=world.account("budi"), agreed_at=at,
    )  # fmt: skip
    goal = Goal.objects.create(plan=plan, position=1, words=f"Izin lebih cepat {MARK}")
    one = Indicator.objects.create(
        goal=goal, position=1, words=f"Waktu {MARK}", aspects=["time"], target=Decimal(3), unit="hari",
        direction="lower",
    )  # fmt: skip
    proposal = DifficultyAgreement.objects.create(
        goal=goal, wording=goal.words, degree=DegreeOfDifficulty.DEMANDING, side="person",
        proposed_by=world.account("sari"), proposed_at=at,
    )  # fmt: skip
    guard = NamedGuard.objects.create(
        indicator=one, service=PublicService.objects.first(), figure=ReadFigure.SATISFACTION, tolerated=1,
        named_by=world.account("sari"), named_at=at,
    )  # fmt: skip
    return proposal, guard


SAMPLES = {
    "effort:person": lambda world: {"pk": world.record("sari").pk},
    "effort:remark": lambda world: {"key": f"skp-{work(world)['proposal'].goal.plan_id}"},
    "effort:propose": lambda world: {"pk": work(world)["proposal"].goal_id},
    "effort:answer": lambda world: {"pk": work(world)["proposal"].pk, "name": "setujui"},
    "effort:guard": lambda world: {"pk": work(world)["guard"].indicator_id},
    "effort:guard_back": lambda world: {"pk": work(world)["guard"].pk},
}
OWN = {
    "effort:index": "shows her own record, in which there is nothing yet",
    "effort:team": "lists whom she leads: nobody",
    "effort:team_file": "holds whom she leads: nobody",
}
