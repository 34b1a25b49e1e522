"""Guidance on record, each with the scope of whoever reads it.

A record is read by the two and by who decides for the guided person. What the person thinks of the guidance (B.1.8) is
read by the person and by who decides for the guide, never by the guide.
"""

from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.people.decisions import deciders_of, people_decided_by
from pembina.domain.people.models import Mentorship, Person
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.performance.models import GuidanceOpinion, GuidanceRecord


def guided_by(actor: User, *, on: date) -> QuerySet[Person]:
    """Return those whom `actor` may guide: who is led, and the own mentees."""
    mentees = Mentorship.objects.filter(in_force_on(on), mentor__nip=actor.username).values("mentee")
    led = people_decided_by(actor, on=on).values("pk")
    found = Person.objects.filter(Q(pk__in=led) | Q(pk__in=mentees))
    return found if actor.is_active else Person.objects.none()


def guides_of(actor: User, *, on: date) -> QuerySet[Person]:
    """Return those who may guide `actor`: who decides, and the own mentors."""
    me = Person.objects.filter(nip=actor.username).values_list("pk", flat=True).first()
    if me is None or not actor.is_active:
        return Person.objects.none()
    mentors = Mentorship.objects.filter(in_force_on(on), mentee=me).values("mentor")
    return Person.objects.filter(Q(pk__in=deciders_of([me], on=on).get(me, set())) | Q(pk__in=mentors))


def own_guidance(actor: User) -> QuerySet[GuidanceRecord]:
    """Return the records in which `actor` is one of the two."""
    if not actor.is_active:
        return GuidanceRecord.objects.none()
    return GuidanceRecord.objects.filter(Q(person__nip=actor.username) | Q(guide__nip=actor.username))


def guidance_read_by(actor: User, *, on: date) -> QuerySet[GuidanceRecord]:
    """Return every record that `actor` may read, with the two."""
    if not actor.is_active:
        return GuidanceRecord.objects.none()
    led = people_decided_by(actor, on=on).values("pk")
    mine = Q(person__nip=actor.username) | Q(guide__nip=actor.username) | Q(person__in=led)
    return GuidanceRecord.objects.filter(mine).select_related("person", "guide")


def guidance_waiting(actor: User) -> QuerySet[GuidanceRecord]:
    """Return the records that `actor` has not confirmed while the other has."""
    as_person = Q(person__nip=actor.username, person_confirmed_at__isnull=True, guide_confirmed_at__isnull=False)
    as_guide = Q(guide__nip=actor.username, guide_confirmed_at__isnull=True, person_confirmed_at__isnull=False)
    return own_guidance(actor).filter(as_person | as_guide)


def opinions_wanted_of(actor: User) -> QuerySet[GuidanceRecord]:
    """Return the closed records about which the guided `actor` may still say what it was like."""
    closed = Q(person_confirmed_at__isnull=False, guide_confirmed_at__isnull=False)
    return own_guidance(actor).filter(closed, person__nip=actor.username, opinion__isnull=True)


def opinions_read_by(actor: User, *, on: date) -> QuerySet[GuidanceOpinion]:
    """Return the own opinions, and those about guides for whom `actor` decides; never about `actor`."""
    if not actor.is_active:
        return GuidanceOpinion.objects.none()
    led = people_decided_by(actor, on=on).values("pk")
    found = GuidanceOpinion.objects.filter(Q(record__person__nip=actor.username) | Q(record__guide__in=led))
    return found.exclude(record__guide__nip=actor.username).select_related("record__person", "record__guide")
