"""How Dewi meets the pages of evaluations: not at all, since no programme is hers and she signs nothing."""

from decimal import Decimal

from impact import Impact
from pembina.domain.development.models import Programme
from pembina.domain.impact.models import Evaluation, EvaluationDesign
from pembina.domain.impact.operations.evaluations import open_evaluation

DRAFTED, LOCKED = "P-RANCANG", "P-KUNCI"


def programme(world, code):
    return Programme.objects.filter(code=code).first() or world.training.planned(code)


def drafted(world):
    """Return the evaluation of Lia's that is being designed, the same for every address."""
    known = Evaluation.objects.filter(programme__code=DRAFTED).first()
    lia = world.account("lia")
    return known or open_evaluation(
        programme=programme(world, DRAFTED), title="Izin lebih cepat?", smallest_effect=Decimal(1), by=lia, at=world.at
    )


def evaluation(world):
    return {"pk": drafted(world).pk}


def outcome(world):
    return {"pk": drafted(world).designs.get().outcomes.get().pk}


def signer(world):
    return {"pk": drafted(world).designs.get().signers.first().pk}


def locked(world):
    """Return a locked version, which has a content to take along."""
    known = EvaluationDesign.objects.filter(evaluation__programme__code=LOCKED).first()
    if known is None:
        known = Impact(programme=programme(world, LOCKED), maker=world.account("lia"), at=world.at).locked()
    return {"pk": known.pk}


def locked_evaluation(world):
    return {"pk": EvaluationDesign.objects.get(pk=locked(world)["pk"]).evaluation_id}


def joint(world):
    """Return an evaluation that is being designed, and another programme to design it with."""
    return {"pk": drafted(world).pk, "programme": programme(world, LOCKED).pk}


SAMPLES = {
    "evaluations:joint": joint,
    "evaluations:outcome_edit": outcome,
    "evaluations:outcome_remove": outcome,
    "evaluations:signer_remove": signer,
    "evaluations:version": locked,
    "evaluations:content": locked,
    "evaluations:revise": locked_evaluation,
    "evaluations:*": evaluation,
}
