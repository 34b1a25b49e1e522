"""Jurors are named, say with whom they have to do, and judge what they may judge, each by themselves."""

from dataclasses import dataclass
from datetime import datetime

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.career.award_refusals import (
    BarredError,
    GuardReasonMissingError,
    JurorNamedAlreadyError,
    NotOnJuryError,
    RelationMissingReasonError,
    ScoresIncompleteError,
    SheetsSeenError,
)
from pembina.domain.career.conflicts import Conflicts
from pembina.domain.career.enums import AwardState, GuardStanding
from pembina.domain.career.judging import is_complete
from pembina.domain.career.models import (
    Award,
    AwardCriterion,
    DeclaredRelation,
    JuryMember,
    JuryScore,
    JurySheet,
    Nomination,
)
from pembina.domain.career.models.awards import RUNNING
from pembina.domain.career.models.jury import HIGHEST_POINTS, LOWEST_POINTS
from pembina.domain.career.nomination_refusals import NominationEndedError
from pembina.domain.career.operations.awards import running_of
from pembina.domain.people.models import Person


@dataclass(frozen=True, slots=True)
class ScoreTold:
    """What a juror says of one criterion: points, or met or not, and always why."""

    points: int | None
    is_met: bool | None
    reason: str


def name_juror(*, award: Award, person: Person, by: User, at: datetime) -> JuryMember:
    """Name a juror before the judging begins.

    Raises
    ------
    AwardStepError, AwardOutOfReachError, JurorNamedAlreadyError
    """
    with one_event():
        kept = running_of(award, by, at=at, states=(AwardState.DRAFT, AwardState.OPEN))
        if kept.jury.filter(person=person).exists():
            raise JurorNamedAlreadyError(person.titled_name)
        made = JuryMember.objects.create(award=kept, person=person, named_at=at)
        record("name_juror", on=made, by=by, at=at, changes={"award": ("", kept.title)}, created=True)
    return made


def dismiss_juror(*, juror: JuryMember, by: User, at: datetime) -> None:
    """Take a juror out of the jury before the judging begins; raises ``AwardStepError``."""
    with one_event():
        kept = running_of(juror.award, by, at=at, states=(AwardState.DRAFT, AwardState.OPEN))
        record("dismiss_juror", on=kept, by=by, at=at, changes={"jury": (juror.person.titled_name, "")})
        for relation in juror.relations.all():
            relation.delete()
        juror.delete()


def declare_relation(*, nomination: Nomination, words: str, by: User, at: datetime) -> None:
    """Say as a juror that one has to do with somebody nominated; a sheet already given no longer counts.

    Raises
    ------
    NotOnJuryError, NominationEndedError, RelationMissingReasonError
    """
    if not words.strip():
        raise RelationMissingReasonError
    with one_event():
        juror = _juror(nomination.award, by)
        if nomination.award.state not in RUNNING or not nomination.stands:
            raise NominationEndedError
        made, _new = DeclaredRelation.objects.update_or_create(
            juror=juror, nomination=nomination, defaults={"words": words.strip(), "declared_at": at}
        )
        record("declare_relation", on=made, by=by, at=at, changes={"nomination": ("", str(nomination))}, created=True)


def give_scores(
    *, nomination: Nomination, scores: dict[int, ScoreTold], guard_reason: str, by: User, at: datetime
) -> JurySheet:
    """Judge one nomination, by the number of each criterion; a sheet may be given anew until all have judged.

    Raises
    ------
    NotOnJuryError, NominationEndedError, SheetsSeenError, ScoresIncompleteError, GuardReasonMissingError
    BarredError : with the conflict that bars the juror
    """
    with one_event():
        award = Award.objects.select_for_update(of=("self",)).get(pk=nomination.award_id)
        juror = _juror(award, by)
        kept = Nomination.objects.select_related("person", "unit").get(pk=nomination.pk)
        if award.state != AwardState.JUDGING or not kept.stands:
            raise NominationEndedError
        conflicts = Conflicts(award, on=local_date(at))
        barred = conflicts.of(juror, kept)
        if barred is not None:
            raise BarredError(barred.because)
        if is_complete(award, conflicts):
            raise SheetsSeenError
        if kept.guard_state == GuardStanding.UNKNOWN and not guard_reason.strip():
            raise GuardReasonMissingError
        sheet, is_new = JurySheet.objects.update_or_create(
            juror=juror, nomination=kept, defaults={"guard_reason": guard_reason.strip(), "given_at": at}
        )
        _put_scores(sheet, list(award.criteria.all()), scores)
        record("give_scores", on=sheet, by=by, at=at, changes={"given_at": ("", at.isoformat())}, created=is_new)
    return sheet


def _put_scores(sheet: JurySheet, criteria: list[AwardCriterion], scores: dict[int, ScoreTold]) -> None:
    for each in sheet.scores.all():
        each.delete()
    rows = []
    for criterion in criteria:
        told = scores.get(criterion.pk)
        if told is None or not told.reason.strip() or not _is_whole(criterion, told):
            raise ScoresIncompleteError(criterion.name)
        points = None if criterion.is_condition else told.points
        is_met = told.is_met if criterion.is_condition else None
        reason = told.reason.strip()
        rows.append(JuryScore(sheet=sheet, criterion=criterion, points=points, is_met=is_met, reason=reason))
    JuryScore.objects.bulk_create(rows)


def _is_whole(criterion: AwardCriterion, told: ScoreTold) -> bool:
    if criterion.is_condition:
        return told.is_met is not None
    return told.points is not None and LOWEST_POINTS <= told.points <= HIGHEST_POINTS


def _juror(award: Award, by: User) -> JuryMember:
    found = JuryMember.objects.select_related("person").filter(award=award, person__nip=by.username).first()
    if found is None or not by.is_active:
        raise NotOnJuryError
    return found
