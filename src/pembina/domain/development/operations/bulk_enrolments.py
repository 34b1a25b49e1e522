"""Many are enrolled at once by a filter: described, looked at, applied by a worker, and taken back.

What is applied is read anew under the lock on the batch: what the preview showed may have changed. All of it is
written in one transaction or nothing. Who cannot come is left out and counted by reason.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from pembina.core.text import Text
from pembina.domain.access.audit import Known, Touched, one_event, record, record_many
from pembina.domain.access.bulk_rows import add_rows
from pembina.domain.access.models import User
from pembina.domain.development.enrolment_refusals import BatchNotOpenError, NobodyLeftError, StillEnrollingError
from pembina.domain.development.enums import BatchState, BulkEnrolmentState, EnrolmentOrigin, EnrolmentState
from pembina.domain.development.models import Batch, BulkEnrolment, Enrolment
from pembina.domain.development.operations.enrolments import UNFINISHED
from pembina.domain.development.operations.seats import locked_batch, move_up, seats_taken
from pembina.domain.development.population import Population
from pembina.domain.development.queries.screening import Screening, ground_of
from pembina.domain.people.models import Person

B, E = BulkEnrolmentState, EnrolmentState
Row = TypeVar("Row")
AT_A_TIME = 1_000
# Longer than the largest takes; what has not moved since then runs no more.
PATIENCE = timedelta(minutes=5)
SEATING = (BatchState.OPEN, BatchState.RUNNING)
COLUMNS = (
    "batch_id", "person_id", "origin", "state", "made_at", "approved_by_id", "approved_at", "queued_at", "seated_at",
    "bulk_id", "reason", "wish", "cover_reason",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BulkPreview:
    """Who is meant, and what would become of each.

    Attributes
    ----------
    meant : numbers of the persons, in the order in which they get seats (by name)
    screening : who of them cannot come, and why
    seated, queued, offered : how many would get a seat, wait for one, or be asked
    """

    meant: Sequence[int]
    screening: Screening
    seated: int
    queued: int
    offered: int
    let_in: Sequence[int] = field(default=())

    @property
    def counts(self) -> dict[str, int]:
        """Return the figures as a record keeps them."""
        left_out = {f"left_{hindrance}": count for hindrance, count in self.screening.counts().items()}
        told = {"meant": len(self.meant), "seated": self.seated, "queued": self.queued, "offered": self.offered}
        return told | left_out


def preview_of(batch: Batch, population: Population, *, at: datetime) -> BulkPreview:
    """Return what enrolling everybody who is meant would do now."""
    waiting = Enrolment.objects.filter(batch=batch, state=E.WAITING).count()
    return _previewed(batch, population.people(on=timezone.localdate(at)), at, ahead=waiting)


def describe_bulk_enrolment(*, batch: Batch, population: Population, by: User, at: datetime) -> BulkEnrolment:
    """Keep a wish to be looked at; nobody is enrolled by it."""
    bulk = BulkEnrolment(batch=batch, population=population.told, by=by, made_at=at, touched_at=at)
    with one_event():
        locked_batch(batch)
        bulk.save()
        changes = {"population": ("", str(population.told))}
        record("describe_bulk_enrolment", on=bulk, by=by, at=at, changes=changes, created=True)
    return bulk


def ask_for_bulk_enrolment(
    *, bulk: BulkEnrolment, by: User, at: datetime, enqueue: Callable[[int, int], object]
) -> None:
    """Let a worker apply it; asked twice it is refused. One that stands still too long may be asked for again."""
    with one_event():
        kept = _locked(bulk, B.DRAFT, B.FAILED, B.WAITING, B.RUNNING)
        if kept.is_running and not is_stalled(kept, at=at):
            raise StillEnrollingError
        before = kept.state
        _note(kept, B.WAITING, at, progress_done=0, progress_total=0, problem_id="", problem_en="")
        record("ask_for_bulk_enrolment", on=kept, by=by, at=at, changes={"state": (before, str(B.WAITING))})
        transaction.on_commit(lambda: enqueue(kept.pk, by.pk))


def apply_bulk_enrolment(*, bulk: BulkEnrolment, by: User, at: datetime) -> BulkEnrolment:
    """Enrol everybody who is meant and can come, all or none.

    First all are looked at in portions, so that a page can show how far it has come; then once more under the lock.
    Raises ``StillEnrollingError``, ``BatchNotOpenError``, ``NobodyLeftError``.
    """
    with transaction.atomic():
        running = _locked(bulk, B.WAITING)
        _note(running, B.RUNNING, at)
    _look_at_all(running, at)
    with one_event():
        kept = _locked(running, B.RUNNING)
        batch = locked_batch(kept.batch)
        if batch.state not in SEATING:
            raise BatchNotOpenError(str(batch.get_state_display()))
        move_up(batch, by=by, at=at)
        found = _held_and_previewed(batch, Population.of(kept.population), at)
        if not found.let_in:
            raise NobodyLeftError
        _write(kept, batch, found, by, at)
        _note(kept, B.DONE, at, counts=found.counts, done_at=at, progress_done=len(found.meant))
        changes = {"persons": ("", str(len(found.let_in)))}
        record("bulk_enrol", on=kept, by=by, at=at, changes=changes)
    return kept


def fail_bulk_enrolment(*, bulk: BulkEnrolment, problem: Text, by: User, at: datetime) -> None:
    """Say that nothing was enrolled, and why."""
    with one_event():
        kept = _locked(bulk, B.WAITING, B.RUNNING)
        _note(kept, B.FAILED, at, problem_id=problem.id[:500], problem_en=problem.en[:500])
        record("fail_bulk_enrolment", on=kept, by=by, at=at, changes={"problem": ("", problem.id)})


def undo_bulk_enrolment(*, bulk: BulkEnrolment, by: User, at: datetime) -> int:
    """Take out everybody who came in by it and has done nothing since; return how many stay because they have.

    Who has answered, withdrawn, moved on or has attendance stays as it is. Freed seats go to the waiting list.
    Raises ``StillEnrollingError``, and ``WrongStepError`` once the batch is over or called off.
    """
    with one_event():
        kept = _locked(bulk, B.DONE)
        batch = locked_batch(kept.batch, *UNFINISHED)
        untouched = list(untouched_of(kept).values_list("pk", "state", "person__nip"))
        for some in _portions(untouched):
            Enrolment.objects.filter(pk__in=[pk for pk, _state, _nip in some]).delete()
        stay = kept.enrolments.count()
        record_many(
            "undo_bulk_enrolment",
            subjects=[_touched(batch, pk, nip, (state, "")) for pk, state, nip in untouched],
            by=by,
            at=at,
        )
        counts = kept.counts | {"taken_out": len(untouched), "stayed": stay}
        _note(kept, B.UNDONE, at, undone_at=at, counts=counts)
        changes = {"persons": (str(len(untouched)), str(stay))}
        record("undo_bulk_enrolment", on=kept, by=by, at=at, changes=changes)
        move_up(batch, by=by, at=at)
    return stay


def untouched_of(bulk: BulkEnrolment) -> QuerySet[Enrolment]:
    """Return who came in by it and of whom nothing else is on record."""
    same = bulk.enrolments.filter(state__in=(E.OFFERED, E.WAITING, E.ENROLLED), answered_at__isnull=True)
    related = Enrolment._meta.related_objects
    return same.filter(**{f"{one.name}__isnull": True for one in related})


def is_stalled(bulk: BulkEnrolment, *, at: datetime) -> bool:
    """Say whether nothing has moved for so long that nothing can be running."""
    return bulk.is_running and at - bulk.touched_at > PATIENCE


def _look_at_all(bulk: BulkEnrolment, at: datetime) -> None:
    """Look at everybody in portions without a lock, and note how far it has come; nothing else is kept of it."""
    people = Population.of(bulk.population).people(on=timezone.localdate(at))
    meant = list(people.order_by("pk").values_list("pk", flat=True))
    ground, done = ground_of(bulk.batch, people, at=at), 0
    for some in _portions(meant):
        ground.judge(some)
        done += len(some)
        with transaction.atomic():
            _note(bulk, B.RUNNING, timezone.now(), progress_done=done, progress_total=len(meant))


def _held_and_previewed(batch: Batch, population: Population, at: datetime) -> BulkPreview:
    people = population.people(on=timezone.localdate(at))
    held = Person.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=people.values("pk"))
    list(held.order_by("pk").values_list("pk"))
    # The line has moved up: who still waits could not come, or there is no seat left.
    return _previewed(batch, people, at, ahead=0)


def _previewed(batch: Batch, people: QuerySet[Person], at: datetime, *, ahead: int) -> BulkPreview:
    meant = [pk for _name, pk in sorted(people.order_by().values_list("name", "pk"))]
    screening = Screening(ground_of(batch, people, at=at).judge(meant))
    let_in = [person for person in meant if person not in screening.obstacles]
    if batch.needs_approval:
        return BulkPreview(meant, screening, 0, 0, len(let_in), let_in)
    free = max(batch.seats - seats_taken(batch) - ahead, 0)
    seated = min(free, len(let_in))
    return BulkPreview(meant, screening, seated, len(let_in) - seated, 0, let_in)


def _write(bulk: BulkEnrolment, batch: Batch, found: BulkPreview, by: User, at: datetime) -> None:
    first_waiting = found.seated

    def _row(place: int, person: int) -> tuple[object, ...]:
        state = E.OFFERED if found.offered else E.ENROLLED if place < first_waiting else E.WAITING
        queued, seated = (None, None) if found.offered else (at, at if state == E.ENROLLED else None)
        return (
            batch.pk, person, EnrolmentOrigin.APPOINTMENT.value, state.value, at, by.pk, at, queued, seated, bulk.pk,
            "", "", "",
        )  # fmt: skip

    add_rows(Enrolment, COLUMNS, (_row(place, person) for place, person in enumerate(found.let_in)))
    made = bulk.enrolments.order_by("pk").values_list("pk", "person__nip", "state")
    record_many("bulk_enrol", subjects=(_touched(batch, pk, nip, ("", state)) for pk, nip, state in made), by=by, at=at)


def _touched(batch: Batch, pk: int, nip: str, states: tuple[str, str]) -> Touched:
    return Touched(Known(Enrolment, pk, f"{batch.pk} {nip}", nip), {"state": states}, created=not states[0])


def _locked(bulk: BulkEnrolment, *states: BulkEnrolmentState) -> BulkEnrolment:
    kept = BulkEnrolment.objects.select_for_update(of=("self",)).select_related("batch").get(pk=bulk.pk)
    if kept.state not in states:
        raise StillEnrollingError
    return kept


def _note(bulk: BulkEnrolment, state: BulkEnrolmentState, at: datetime, **told: object) -> None:
    bulk.state, bulk.touched_at = state, at
    for name, value in told.items():
        setattr(bulk, name, value)
    bulk.save(update_fields=["state", "touched_at", *told])


def _portions(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rest = iter(rows)
    while some := list(islice(rest, AT_A_TIME)):
        yield some
