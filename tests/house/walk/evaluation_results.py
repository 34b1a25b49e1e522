"""How Dewi meets the results of evaluations: not at all, unless she owns the programme or is to sign the decision."""

from house.walk.world import MARK
from impact import Impact
from pembina.domain.impact.models import Evaluation, FrozenPanel


def evaluation(world):
    """Return an evaluation of Rina's programme with one run that is done, the same for every address."""
    title = f"Izin lebih cepat? {MARK}"
    known = Evaluation.objects.filter(title=title, runs__isnull=False).first()
    if known is None:
        impact = Impact(programme=world.training.programme, maker=world.account("lia"), at=world.at)
        # A programme has one open evaluation at a time, and other journeys need that one.
        known = impact.evaluation(state="decided", title=title)
        design = impact.design(known, state="locked")
        run = impact.run(design)
        FrozenPanel.objects.create(
            run=run, outcome=design.outcomes.get(), content=b"PAR1", sha256="a" * 64, rows=1, units=1, months=1,
            frozen_at=world.at,
        )  # fmt: skip
    return known


def of_evaluation(world):
    return {"pk": evaluation(world).pk}


def of_run(world):
    return {"pk": evaluation(world).runs.get().pk}


def of_panel(world):
    return {"pk": evaluation(world).runs.get().panels.get().pk}


SAMPLES = {
    "evaluation_results:latest": of_evaluation,
    "evaluation_results:compare": of_evaluation,
    "evaluation_results:ask": of_evaluation,
    "evaluation_results:panel": of_panel,
    "evaluation_results:*": of_run,
}
