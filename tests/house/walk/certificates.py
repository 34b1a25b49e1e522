"""How Dewi meets the pages of certificates: her own list, the public pages as everybody, and nothing of others."""

from domain.development.certifying import attended, held, issued
from pembina.domain.development.models import Certificate
from pembina.domain.people.models import Person


def certificate(world):
    """Return a certificate of Sari, the code of one of somebody else, and the batch of both."""
    if not Certificate.objects.exists():
        _issue(world)
    sari = Certificate.objects.get(enrolment__person=world.record("sari"))
    other = Certificate.objects.exclude(pk=sari.pk).get()
    return {"pk": sari.pk, "code": other.code, "number": 0}


def batch(world):
    certificate(world)
    return {"pk": Certificate.objects.first().enrolment.batch_id}


def _issue(world):
    training = world.training
    sessions = held(training)
    known = {world.record("sari").pk, world.record("dewi").pk}
    other = Person.objects.exclude(pk__in=known).exclude(name__icontains="Sari").order_by("pk").first()
    people = (world.record("sari"), other)
    issued(training, *(attended(training, person, sessions=sessions) for person in people))


SAMPLES = {
    "certificates:batch": batch,
    "certificates:*": certificate,
}
OWN = {
    "certificates:own": "lists her own certificates",
}
