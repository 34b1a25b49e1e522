"""Two imports at the same moment, and an officer who writes meanwhile: one waits for the other."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from domain.people.conftest import BEGAN, NOON, TODAY
from domain.people.intake.conftest import nip, working
from pembina.domain.people.enums import ImportKind, ImportState, Sector, UnitKind
from pembina.domain.people.intake.applying import apply
from pembina.domain.people.intake.batches import receive
from pembina.domain.people.intake.checking import check
from pembina.domain.people.models import Assignment, ImportBatch, Person
from pembina.domain.people.operations import open_unit
from pembina.domain.people.refusals import RefusedError


def checked():
    batch = receive(kind=ImportKind.STAFF, file_name="a.csv", file_sha256="0" * 64, on=TODAY, by=None, at=NOON)
    check(batch, [working(row) for row in range(2, 52)], [], at=NOON)
    return batch


def apply_at_once(batch, barrier, outcomes):
    try:
        barrier.wait(timeout=10)
        apply(batch, by=None, at=NOON)
        outcomes.append("applied")
    except RefusedError as refused:
        outcomes.append(type(refused).__name__)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("same", [True, False], ids=["one batch twice", "two batches"])
def test_of_two_imports_of_the_same_people_one_is_refused(transactional_db, same):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer at a time, and tests share one connection; PostgreSQL is the proof")
    kind = {"kind": UnitKind.OFFICE, "sector": Sector.GENERAL, "parent": None, "by": None, "at": NOON}
    open_unit(code="1", name="Dinas", on=BEGAN, **kind)
    first = checked()
    second = ImportBatch.objects.get(pk=first.pk) if same else checked()
    barrier, outcomes = Barrier(2), []
    writers = [Thread(target=apply_at_once, args=(batch, barrier, outcomes)) for batch in (first, second)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(outcomes) == sorted(["applied", "WrongStateError" if same else "ChangedSinceError"])
    assert (Person.objects.count(), Assignment.objects.count()) == (50, 50)
    assert Person.objects.filter(nip=nip(1)).exists()
    states = sorted(ImportBatch.objects.values_list("state", flat=True))
    assert states == ([ImportState.APPLIED] if same else [ImportState.APPLIED, ImportState.CHECKED])
