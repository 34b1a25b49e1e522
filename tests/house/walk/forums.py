"""How Dewi meets the pages of forums: the public ones as everybody, those of officers not at all."""

from datetime import timedelta

from house.walk.world import MARK
from pembina.domain.services.enums import ForumKind
from pembina.domain.services.models import Commitment, Forum
from pembina.domain.services.operations.commitments import Promise, make_commitment
from pembina.domain.services.operations.forum_questions import ask_question, show_question
from pembina.domain.services.operations.forums import AgendaLine, ForumPlan, announce_forum, plan_forum


def forum(world):
    """Return an announced event of Sari's unit and a question that is shown, the same for every address."""
    known = Forum.objects.first() or announced(world)
    question = known.questions.get()
    return {"pk": known.pk, "question": question.pk, "name": "naik"}


def announced(world):
    starts, by = world.at + timedelta(days=3650), world.account("maya")
    told = {"title": f"Dengar {MARK}", "kind": ForumKind.OPEN_HOUSE, "place": "Aula", "agenda": [AgendaLine("Buka")]}
    plan = ForumPlan(**told, starts_at=starts, ends_at=starts + timedelta(hours=2))
    made = plan_forum(unit=world.unit("sari"), plan=plan, by=by, at=world.at)
    announce_forum(forum=made, by=by, at=world.at)
    question = ask_question(forum=made, text=f"Kapan {MARK}?", at=world.at, origin="")
    show_question(question=question, by=by, at=world.at)
    return made


def promise(world):
    known = Commitment.objects.first()
    if known is None:
        said = Promise(f"Loket kedua {MARK}", world.record("sari"), world.today, world.today)
        known = make_commitment(unit=world.unit("sari"), promise=said, by=world.account("maya"), at=world.at)
    return {"pk": known.pk}


def unit(world):
    return {"pk": world.unit("sari").pk}


SAMPLES = {
    "forums:new_of_unit": unit,
    "forums:promise_of_unit": unit,
    "forums:promise": promise,
    "forums:commitment": promise,
    "forums:progress": promise,
    "forums:keep": promise,
    "forums:postpone": promise,
    "forums:drop": promise,
    "forums:step": lambda world: forum(world) | {"name": "mulai"},
    "forums:*": forum,
}
OWN = {
    "forums:commitments": "lists the promises she answers for herself",
    "forums:export": "downloads the same list",
}
