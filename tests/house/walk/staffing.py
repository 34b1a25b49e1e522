"""How Dewi meets the pages on which human resources changes records and units."""

from house.walk.world import MARK
from pembina.domain.people.bulk import choose_people
from pembina.domain.people.enums import DelegationKind
from pembina.domain.people.models import Assignment, Delegation
from pembina.domain.people.operations import delegate


def person(world):
    return {"pk": world.record("sari").pk}


def post(world):
    return {"pk": Assignment.objects.filter(person=world.record("sari"), ends_on__isnull=True).get().pk}


def unit(world):
    return {"pk": world.unit("sari").pk}


def lent(world):
    """Return acting authority that Sari holds, the same for every address."""
    known = Delegation.objects.filter(letter=f"800/{MARK}").first()
    if known is None:
        days = {"starts_on": world.today, "ends_on": world.today}
        said = {"person": world.record("sari"), "kind": DelegationKind.TASK, "unit": world.unit("sari"), **days}
        known = delegate(**said, letter=f"800/{MARK}", by=None, at=world.at)
    return {"pk": known.pk}


def bulk(world):
    return {"pk": choose_people(people=[world.record("sari").pk], by=world.account("rina"), at=world.at).pk}


SAMPLES = {
    "staffing:edit": person,
    "staffing:assign": person,
    "staffing:delegate": person,
    "staffing:move": post,
    "staffing:superior": post,
    "staffing:end": post,
    "staffing:correct": post,
    "staffing:end_early": lent,
    "staffing:*_unit": unit,
    "staffing:bulk*": bulk,
    "people:unit": unit,
}
