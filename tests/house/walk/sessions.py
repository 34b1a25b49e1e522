"""How Dewi meets the pages of organisers: the list is there for everybody, every batch and session is hidden."""

from house.walk.world import MARK
from pembina.domain.development.models import BulkEnrolment, Session


def batch(world):
    """Return a batch of Rina's, the same for every address."""
    return {"pk": world.group("Sesi").pk, "name": "mulai"}


def programme(world):
    return {"pk": world.training.programme.pk}


def session(world):
    group = world.group("Sesi")
    known = group.sessions.first() or Session.objects.create(
        batch=group, title=f"Sesi {MARK}", starts_at=world.at, ends_at=world.at.replace(hour=8), mode="classroom",
        room="Aula", secret="secret",
    )  # fmt: skip
    return {"pk": known.pk}


def bulk(world):
    group = world.group("Sesi")
    known = group.bulk_enrolments.first() or BulkEnrolment.objects.create(
        batch=group, by=world.account("rina"), made_at=world.at, touched_at=world.at
    )
    return {"pk": known.pk}


SAMPLES = {
    "sessions:new_of_programme": programme,
    "sessions:session": session,
    "sessions:session_edit": session,
    "sessions:session_cancel": session,
    "sessions:bulk": bulk,
    "sessions:bulk_apply": bulk,
    "sessions:bulk_undo": bulk,
    "sessions:*": batch,
}
OWN = {"sessions:index": "lists the batches she organises or teaches herself"}
