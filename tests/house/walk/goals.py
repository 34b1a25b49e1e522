"""How Dewi meets plans of performance: her own page, which has none yet, and nothing of Sari's."""

from datetime import date
from decimal import Decimal

from house.walk.world import MARK
from pembina.domain.people.models import Assignment
from pembina.domain.performance.enums import PlanForm, PlanState
from pembina.domain.performance.models import Goal, GoalTemplate, Indicator, PerformancePlan, TemplateUse


def plan(world):
    """Return a proposed plan of Sari's, its result and its indicator, the same for every address."""
    known = PerformancePlan.objects.first() or proposed(world)
    goal = known.goals.get()
    steps = {"name": "ajukan", "way": "naik"}
    return {"pk": known.pk, "goal": goal.pk, "indicator": goal.indicators.get().pk, **steps}


def proposed(world):
    sari, budi = world.record("sari"), world.record("budi")
    held = Assignment.objects.get(person=sari, ends_on__isnull=True)
    made = PerformancePlan.objects.create(
        person=sari, assignment=held, year=world.at.year, starts_on=date(world.at.year, 1, 1),
        ends_on=date(world.at.year, 12, 31), form=PlanForm.QUANTITATIVE, state=PlanState.PROPOSED, rater=budi,
        made_by=world.account("sari"), made_at=world.at, proposed_at=world.at,
    )  # fmt: skip
    goal = Goal.objects.create(plan=made, position=1, words=f"Izin lebih cepat {MARK}")
    Indicator.objects.create(
        goal=goal, position=1, words=f"Waktu {MARK}", aspects=["time"], target=Decimal(3), unit="hari",
        direction="lower",
    )  # fmt: skip
    return made


def template(world):
    """Return a template of Rina's, and one time it was given."""
    known = GoalTemplate.objects.first() or GoalTemplate.objects.create(
        title="Penata", form=PlanForm.QUANTITATIVE, made_by=world.account("rina"), made_at=world.at
    )
    return {"pk": known.pk}


def use(world):
    told = {"year": world.at.year, "made_by": world.account("rina"), "made_at": world.at}
    known = TemplateUse.objects.first()
    return {"pk": (known or TemplateUse.objects.create(template_id=template(world)["pk"], **told)).pk}


SAMPLES = {"goals:template_undo": use, "goals:template_*": template, "goals:*": plan, "team:agree": plan}
CONFINED = {"goals:template_give": "a template names nobody; who would get it are those in the officer's reach"}
OWN = {
    "goals:index": "shows her own performance, of which there is none yet",
    "goals:start": "begins her own plan",
    "goals:roles_now": "shows the matrix of her own plan, of which there is none yet",
    "team:index": "lists whom she leads: nobody",
}
