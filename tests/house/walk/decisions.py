"""How Dewi meets decisions on programmes: the lists are empty for her, and a decision does not exist."""

from impact import Impact
from pembina.domain.impact.models import Decision, FollowUpTask


def decision(world):
    """Return a decision on a programme of Rina's, the same for every address."""
    known = Decision.objects.first()
    if known is None:
        made = Impact(programme=world.training.planned("P-PUTUS"), maker=world.account("lia"), at=world.at)
        known = made.decision(made.run(made.locked()), by=world.account("bupati"))
    return {"pk": known.pk}


def evaluation(world):
    return {"pk": Decision.objects.get(pk=decision(world)["pk"]).evaluation_id}


def task(world):
    """Return a task of Sari's."""
    known = FollowUpTask.objects.first() or FollowUpTask.objects.create(
        decision_id=decision(world)["pk"], kind="other", title="Umumkan", owner=world.record("sari"),
        due_on=world.today, made_by=world.account("bupati"), made_at=world.at,
    )  # fmt: skip
    return {"pk": known.pk}


SAMPLES = {
    "decisions:decide": evaluation,
    "decisions:task_edit": task,
    "decisions:task_end": task,
    "decisions:task_reopen": task,
    "decisions:*": decision,
}
OWN = {
    "decisions:index": "lists decisions of her own programmes and those she is to sign: none",
    "decisions:export": "the same list as a file",
    "decisions:waiting": "lists evaluations of her own programmes: none",
    "decisions:signatures": "lists what she is to sign herself",
    "decisions:tasks": "lists what she is to do herself",
    "decisions:tasks_export": "the same list as a file",
    "decisions:end_together": "closes only tasks that are her own",
}
