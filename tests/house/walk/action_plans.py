"""How Dewi meets the pages of action plans: her own list, which is empty, and nothing of Sari's."""

from house.walk.world import MARK
from pembina.domain.development.models import ActionPlan
from pembina.domain.development.operations.action_plans import Intention, add_item, agree_plan, send_plan, start_plan


def taught(world):
    """Return the seat of Sari in a training that is long over, the same for every address."""
    seat = world.seat("Lalu")
    if not seat.batch.sessions.exists():
        world.training.session(begins=world.training.day(-95), batch=seat.batch)
    return seat


def plan(world):
    """Return a plan that runs, and its item."""
    seat = taught(world)
    known = seat.action_plans.first() or running(world, seat)
    return {"pk": known.pk, "item": known.items.get().pk, "day": 30, "name": "kirim"}


def running(world, seat) -> ActionPlan:
    sari, budi = world.account("sari"), world.account("budi")
    made = start_plan(seat=seat, by=sari, at=world.at)
    add_item(plan=made, told=Intention(f"Berkas {MARK}", "Selesai", world.at.date()), by=sari, at=world.at)
    send_plan(plan=made, by=sari, at=world.at)
    agree_plan(plan=made, by=budi, at=world.at)
    return made


SAMPLES = {
    "action_plans:start": lambda world: {"pk": taught(world).pk},
    "action_plans:behaviour": lambda world: {"pk": taught(world).pk},
    "action_plans:competence": lambda world: {"pk": taught(world).pk, "moment": "after"},
    "action_plans:statements": lambda world: {"pk": taught(world).batch.version_id},
    "action_plans:programme": lambda world: {"pk": taught(world).batch.programme_id},
    "action_plans:programme_file": lambda world: {"pk": taught(world).batch.programme_id},
    "action_plans:*": plan,
}
OWN = {"action_plans:index": "lists her own plans and what waits for her after her own trainings"}
