"""Human resources put down what the personal file says: discipline, unpaid leave, and the medals somebody holds."""

from dataclasses import dataclass
from datetime import date, datetime

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.career.enums import MedalKey
from pembina.domain.career.medal_refusals import (
    CheckEmptyError,
    FutureDayError,
    MedalHeldAlreadyError,
    MedalReasonError,
    MedalTakenBackError,
    NotKeptError,
    OwnRecordError,
)
from pembina.domain.career.medal_soundness import require_served, require_sound
from pembina.domain.career.models import HeldMedal, ServiceCheck
from pembina.domain.career.permissions import medals_kept_by
from pembina.domain.people.models import Person


@dataclass(frozen=True, slots=True)
class CheckTold:
    """What was looked up; empty and None are what was not."""

    checked_on: date
    discipline: str
    had_unpaid_leave: bool | None
    source: str
    note: str = ""


def record_check(*, person: Person, told: CheckTold, by: User, at: datetime) -> ServiceCheck:
    """Put down what the personal file says of discipline and unpaid leave; the earlier entries stay.

    Raises
    ------
    NotKeptError, OwnRecordError, CheckEmptyError, FutureDayError, EarlierCheckError
    LighterCheckError : less than an earlier one says, without a note that explains it
    """
    with one_event():
        require_kept(person, by, at=at)
        if not told.discipline and told.had_unpaid_leave is None:
            raise CheckEmptyError
        if told.checked_on > local_date(at):
            raise FutureDayError
        last = ServiceCheck.objects.filter(person=person).order_by("-checked_on", "-pk").first()
        if last is not None:
            require_sound(
                last, checked_on=told.checked_on, discipline=told.discipline, leave=told.had_unpaid_leave,
                note=told.note,
            )  # fmt: skip
        made = ServiceCheck.objects.create(
            person=person, checked_on=told.checked_on, discipline=told.discipline,
            had_unpaid_leave=told.had_unpaid_leave, source=told.source.strip(), note=told.note.strip(),
            recorded_by=by, recorded_at=at,
        )  # fmt: skip
        changes = {"checked_on": ("", made.checked_on.isoformat())}
        record("record_service_check", on=made, by=by, at=at, changes=changes, created=True)
    return made


def record_medal(
    *, person: Person, medal: MedalKey, awarded_on: date, decree: str, by: User, at: datetime
) -> HeldMedal:
    """Put down that somebody was given a medal.

    Raises
    ------
    NotKeptError, OwnRecordError, FutureDayError, MedalHeldAlreadyError
    MedalTooEarlyError : on a day before so many years of service by the NIP
    """
    with one_event():
        require_kept(person, by, at=at)
        if awarded_on > local_date(at):
            raise FutureDayError
        require_served(person, medal, awarded_on, on=local_date(at))
        if HeldMedal.objects.filter(person=person, medal=medal, taken_back_at__isnull=True).exists():
            raise MedalHeldAlreadyError
        made = HeldMedal.objects.create(
            person=person, medal=medal, awarded_on=awarded_on, decree=decree.strip(), recorded_by=by, recorded_at=at
        )
        record("record_medal", on=made, by=by, at=at, changes={"medal": ("", str(made.medal))}, created=True)
    return made


def take_medal_back(*, held: HeldMedal, reason: str, by: User, at: datetime) -> None:
    """Take a mistaken entry back; it stays on record with the reason.

    Raises
    ------
    NotKeptError, OwnRecordError, MedalTakenBackError, MedalReasonError
    """
    if not reason.strip():
        raise MedalReasonError
    with one_event():
        kept = HeldMedal.objects.select_for_update(of=("self",)).select_related("person").get(pk=held.pk)
        require_kept(kept.person, by, at=at)
        if kept.taken_back_at is not None:
            raise MedalTakenBackError
        kept.taken_back_at, kept.taken_back_reason = at, reason.strip()
        kept.save(update_fields=["taken_back_at", "taken_back_reason"])
        record("take_medal_back", on=kept, by=by, at=at, changes={"medal": (str(kept.medal), "")}, why=reason.strip())


def require_kept(person: Person, by: User, *, at: datetime) -> None:
    """Raise unless `by` keeps the history of somebody else who is `person`."""
    if person.nip == by.username:
        raise OwnRecordError
    if not medals_kept_by(by, on=local_date(at)).filter(pk=person.pk).exists():
        raise NotKeptError
