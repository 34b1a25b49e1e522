"""Somebody is nominated with reasons and evidence, told of it, and may decline; the nominator corrects or withdraws."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.career.award_refusals import RelationMissingReasonError
from pembina.domain.career.enums import AwardKind, NominationState, Relation
from pembina.domain.career.letters import Occasion, tell
from pembina.domain.career.models import Award, Nomination, NominationReason
from pembina.domain.career.models.awards import RUNNING
from pembina.domain.career.nomination_refusals import (
    DeclinedBeforeError,
    EvidenceMissingError,
    FigureIncompleteError,
    ForeignServiceError,
    NominatedAlreadyError,
    NominationEndedError,
    NominationReasonError,
    NoPersonError,
    NotNominatorError,
    NotNomineeError,
    OutOfScopeError,
    StretchError,
    WindowShutError,
    WrongKindError,
)
from pembina.domain.career.permissions import leaders_of, nominations_of
from pembina.domain.career.queries.nominees import is_in_scope, services_of_nominee
from pembina.domain.career.readings import Cited, read, whole_months
from pembina.domain.people.approvals import approvers_for
from pembina.domain.people.models import Person, Unit
from pembina.domain.people.queries import person_of
from pembina.domain.services.models import PublicService


@dataclass(frozen=True, slots=True)
class NominationTold:
    """What a nominator says; `reasons` by the number of the criterion. A figure is cited whole or not at all."""

    reasons: dict[int, str]
    evidence: str
    link: str = ""
    service: PublicService | None = None
    figure: str = ""
    before: tuple[date | None, date | None] = field(default=(None, None))
    after: tuple[date | None, date | None] = field(default=(None, None))


def nominate(
    *, award: Award, person: Person | None, unit: Unit | None, told: NominationTold, by: User, at: datetime
) -> Nomination:
    """Nominate a person or a unit; the cited figure is read now and stays as it was read.

    Raises
    ------
    NoPersonError, WindowShutError, WrongKindError, OutOfScopeError, NominatedAlreadyError, DeclinedBeforeError
    NominationReasonError, EvidenceMissingError, FigureIncompleteError, StretchError, ForeignServiceError
    """
    on = local_date(at)
    nominator = person_of(by)
    if nominator is None:
        raise NoPersonError
    with one_event():
        kept = Award.objects.select_for_update(of=("self",)).get(pk=award.pk)
        _require_window(kept, on)
        _require_nominee(kept, person, unit, on)
        made = Nomination(
            award=kept, person=person, unit=unit, nominator=nominator, made_at=at,
            relation=relation_of(nominator, person, on=on),
        )  # fmt: skip
        _put(made, told, at=at)
        made.save()
        _put_reasons(made, told)
        record("nominate", on=made, by=by, at=at, changes={"award": ("", kept.title)}, created=True)
        if person is not None and person.pk != nominator.pk:
            tell(Occasion.NOMINATED, [person.pk])
        elif unit is not None:
            tell(Occasion.UNIT_NOMINATED, leaders_of(unit, on=on))
    return made


def correct_nomination(*, nomination: Nomination, told: NominationTold, by: User, at: datetime) -> None:
    """Say something else while the window is open; the figure is read anew. Raises as `nominate`."""
    with one_event():
        kept = _own(nomination, by)
        _require_window(kept.award, local_date(at))
        _put(kept, told, at=at)
        kept.corrected_at, kept.correction_asked = at, ""
        kept.save()
        for each in kept.reasons.all():
            each.delete()
        _put_reasons(kept, told)
        record("correct_nomination", on=kept, by=by, at=at, changes={"corrected_at": ("", at.isoformat())})


def withdraw_nomination(*, nomination: Nomination, by: User, at: datetime) -> None:
    """Take the own nomination back before it is decided; raises ``NotNominatorError, NominationEndedError``."""
    with one_event():
        kept = _own(nomination, by)
        _end(kept, NominationState.WITHDRAWN, at)
        record("withdraw_nomination", on=kept, by=by, at=at, changes=_state_of(kept))


def decline_nomination(*, nomination: Nomination, reason: str, by: User, at: datetime) -> None:
    """Decline as who is nominated, or as who leads the unit nominated; no reason has to be given.

    Raises
    ------
    NotNomineeError, NominationEndedError
    """
    with one_event():
        kept = _about(nomination, by, at=at)
        kept.decline_reason = reason.strip()
        _end(kept, NominationState.DECLINED, at)
        record("decline_nomination", on=kept, by=by, at=at, changes=_state_of(kept))


def ask_for_correction(*, nomination: Nomination, words: str, by: User, at: datetime) -> None:
    """Tell nominator and human resources what is wrong in a nomination about oneself.

    Raises
    ------
    NotNomineeError, NominationEndedError, RelationMissingReasonError
    """
    if not words.strip():
        raise RelationMissingReasonError
    with one_event():
        kept = _about(nomination, by, at=at)
        kept.correction_asked = words.strip()
        kept.save(update_fields=["correction_asked"])
        record("ask_for_correction", on=kept, by=by, at=at, changes={"correction_asked": ("", "…")})


def relation_of(nominator: Person, person: Person | None, *, on: date) -> Relation:
    """Return as what `nominator` speaks of somebody on a day; of a unit as a colleague."""
    if person is None:
        return Relation.COLLEAGUE
    if nominator.pk == person.pk:
        return Relation.ONESELF
    leads = any(each.person.pk == nominator.pk for each in approvers_for(person, on=on))
    return Relation.LEADER if leads else Relation.COLLEAGUE


def _put(nomination: Nomination, told: NominationTold, *, at: datetime) -> None:
    for criterion in nomination.award.criteria.all():
        if not told.reasons.get(criterion.pk, "").strip():
            raise NominationReasonError(criterion.name)
    if not told.evidence.strip():
        raise EvidenceMissingError
    cited = _cited(nomination, told, on=local_date(at))
    nomination.evidence, nomination.link = told.evidence.strip(), told.link
    nomination.service, nomination.figure = told.service, told.figure
    spans: tuple[Any, ...] = (*cited.before, *cited.after) if cited else (None,) * 4
    nomination.before_first, nomination.before_last, nomination.after_first, nomination.after_last = spans
    nomination.reading, guard = read(nomination.award, cited, at=at)
    nomination.guard_state, nomination.read_on = guard, local_date(at) if cited else None


def _cited(nomination: Nomination, told: NominationTold, *, on: date) -> Cited | None:
    parts = (told.service, told.figure, *told.before, *told.after)
    if not any(parts):
        return None
    (begins, ends), (later, last) = told.before, told.after
    if not (told.service and told.figure and begins and ends and later and last):
        raise FigureIncompleteError
    before, after = whole_months(begins, ends), whole_months(later, last)
    if not (before[0] <= before[1] < after[0] <= after[1] < on):
        raise StretchError
    if not services_of_nominee(nomination.person, nomination.unit, on=on).filter(pk=told.service.pk).exists():
        raise ForeignServiceError
    return Cited(told.service, told.figure, before, after)


def _put_reasons(nomination: Nomination, told: NominationTold) -> None:
    NominationReason.objects.bulk_create(
        NominationReason(nomination=nomination, criterion_id=criterion, words=words.strip())
        for criterion, words in told.reasons.items()
    )


def _require_window(award: Award, on: date) -> None:
    if not award.takes_nominations(on):
        raise WindowShutError(award.opens_on, award.closes_on)


def _require_nominee(award: Award, person: Person | None, unit: Unit | None, on: date) -> None:
    chosen = unit if award.kind == AwardKind.UNIT else person
    if chosen is None or (person is not None and unit is not None):
        raise WrongKindError
    name = person.titled_name if person is not None else str(unit)
    if not is_in_scope(award, person, unit, on=on):
        raise OutOfScopeError(name)
    earlier = Nomination.objects.filter(award=award, person=person, unit=unit)
    if earlier.filter(state=NominationState.STANDING).exists():
        raise NominatedAlreadyError(name)
    if earlier.filter(state=NominationState.DECLINED).exists():
        raise DeclinedBeforeError(name)


def _own(nomination: Nomination, by: User) -> Nomination:
    kept = _locked(nomination)
    if kept.nominator.nip != by.username:
        raise NotNominatorError
    return kept


def _about(nomination: Nomination, by: User, *, at: datetime) -> Nomination:
    kept = _locked(nomination)
    if not nominations_of(by, on=local_date(at)).filter(pk=kept.pk).exists():
        raise NotNomineeError
    return kept


def _locked(nomination: Nomination) -> Nomination:
    found = Nomination.objects.select_for_update(of=("self",)).select_related("award", "person", "unit", "nominator")
    kept = found.get(pk=nomination.pk)
    if not kept.stands or kept.award.state not in RUNNING:
        raise NominationEndedError
    return kept


def _end(nomination: Nomination, state: NominationState, at: datetime) -> None:
    nomination.state, nomination.ended_at = state, at
    nomination.save(update_fields=["state", "ended_at", "decline_reason"])


def _state_of(nomination: Nomination) -> dict[str, tuple[str, str]]:
    before = NominationState.STANDING
    return {"state": (str(before.label), str(NominationState(nomination.state).label))}
