"""Human resources decide a round: who wins and why, that nobody does, and why it departs from the order of the jury."""

from dataclasses import dataclass
from datetime import date, datetime

from pembina.core.personal_traces import personal_traces
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.career.award_refusals import (
    CannotWinError,
    DecidesOnOwnError,
    DecreeError,
    DepartureReasonError,
    OutcomeReasonError,
    PersonalTraceError,
    TooManyWinnersError,
    WinnerReasonError,
)
from pembina.domain.career.conflicts import Conflicts
from pembina.domain.career.enums import AwardState
from pembina.domain.career.judging import Outcome, Standing, standings
from pembina.domain.career.letters import Occasion, tell
from pembina.domain.career.models import Award, AwardWinner
from pembina.domain.career.nomination_refusals import NominationEndedError
from pembina.domain.career.operations.awards import running_of
from pembina.domain.career.permissions import leaders_of
from pembina.domain.people.queries import person_of


@dataclass(frozen=True, slots=True)
class DecisionTold:
    """Who wins, in order: the number of the nomination and the reason that is published; nobody, with a reason."""

    winners: tuple[tuple[int, str], ...]
    outcome_reason: str = ""
    departure_reason: str = ""
    decree_number: str = ""
    decree_date: date | None = None


def decide_award(*, award: Award, told: DecisionTold, by: User, at: datetime) -> None:
    """Decide a round that the jury has judged; what is decided is sealed.

    Raises
    ------
    AwardStepError, AwardOutOfReachError, DecidesOnOwnError, DecreeError, TooManyWinnersError
    CannotWinError : too few jurors, quality that fell, or a condition that is not met
    WinnerReasonError, OutcomeReasonError, DepartureReasonError, PersonalTraceError
    """
    with one_event():
        kept = running_of(award, by, at=at, states=(AwardState.JUDGING,))
        conflicts = Conflicts(kept, on=local_date(at))
        _require_disinterested(conflicts, by)
        found = {each.nomination.pk: each for each in standings(kept, conflicts)}
        chosen = _chosen(kept, told, found)
        _require_reasons(kept, told, list(found.values()), chosen)
        _require_fit_to_publish(told)
        for position, (standing, reason) in enumerate(chosen, start=1):
            AwardWinner.objects.create(award=kept, nomination=standing.nomination, position=position, reason=reason)
        _put(kept, told, by=by, at=at)
        names = ", ".join(str(standing.nomination) for standing, _reason in chosen)
        tell(Occasion.DECIDED, _concerned(conflicts, chosen, on=local_date(at)))
        changes = {"state": (str(AwardState.JUDGING.label), str(AwardState.DECIDED.label)), "winners": ("", names)}
        record("decide_award", on=kept, by=by, at=at, changes=changes, why=kept.outcome_reason or kept.departure_reason)
        seal(kind=ChainKind.AWARD_DECIDED, subject=kept, content=_sealed(kept, chosen, found), by=by, at=at)


def departs(award: Award, found: list[Standing], chosen: set[int]) -> bool:
    """Say whether a choice leaves somebody out who stands better than somebody chosen."""
    ranks = {each.nomination.pk: each.rank for each in found if each.rank is not None}
    worst = max((ranks[pk] for pk in chosen if pk in ranks), default=0)
    better = any(rank < worst for pk, rank in ranks.items() if pk not in chosen)
    return better or (not chosen and bool(ranks))


def _chosen(award: Award, told: DecisionTold, found: dict[int, Standing]) -> list[tuple[Standing, str]]:
    if len(told.winners) > award.places:
        raise TooManyWinnersError(award.places)
    chosen = []
    for number, reason in told.winners:
        standing = found.get(number)
        if standing is None:
            raise NominationEndedError
        if standing.outcome is not Outcome.RANKED:
            raise CannotWinError(str(standing.nomination), standing.outcome.because)
        if not reason.strip():
            raise WinnerReasonError(str(standing.nomination))
        chosen.append((standing, reason.strip()))
    return chosen


def _require_reasons(
    award: Award, told: DecisionTold, found: list[Standing], chosen: list[tuple[Standing, str]]
) -> None:
    if not chosen and not told.outcome_reason.strip():
        raise OutcomeReasonError
    numbers = {standing.nomination.pk for standing, _reason in chosen}
    if chosen and departs(award, found, numbers) and not told.departure_reason.strip():
        raise DepartureReasonError


def _require_fit_to_publish(told: DecisionTold) -> None:
    if bool(told.decree_number.strip()) != bool(told.decree_date):
        raise DecreeError
    for text in (told.outcome_reason, told.departure_reason, *(reason for _number, reason in told.winners)):
        traces = personal_traces(text)
        if traces:
            raise PersonalTraceError(", ".join(traces))


def _require_disinterested(conflicts: Conflicts, by: User) -> None:
    me = person_of(by)
    for one in conflicts.nominations:
        nips = {one.nominator.nip, one.person.nip if one.person else ""}
        supports = me is not None and (one.pk, me.pk) in conflicts.supporters
        if one.stands and (by.username in nips or supports):
            raise DecidesOnOwnError


def _concerned(conflicts: Conflicts, chosen: list[tuple[Standing, str]], *, on: date) -> set[int | None]:
    """Return who wins, or leads a unit that does, and who nominated or supported anybody."""
    standing = [one for one in conflicts.nominations if one.stands]
    numbers = {one.pk for one in standing}
    found: set[int | None] = {one.nominator_id for one in standing}
    found |= {supporter for nomination, supporter in conflicts.supporters if nomination in numbers}
    for won, _reason in chosen:
        unit = won.nomination.unit
        found |= set(leaders_of(unit, on=on)) if unit is not None else {won.nomination.person_id}
    return found


def _put(award: Award, told: DecisionTold, *, by: User, at: datetime) -> None:
    award.state, award.decided_by, award.decided_at = AwardState.DECIDED, by, at
    award.outcome_reason = "" if told.winners else told.outcome_reason.strip()
    award.departure_reason = told.departure_reason.strip()
    award.decree_number, award.decree_date = told.decree_number.strip(), told.decree_date
    award.save()


def _sealed(award: Award, chosen: list[tuple[Standing, str]], found: dict[int, Standing]) -> dict[str, object]:
    """Return what the seal holds: who won why, and how all stood, by number and without names."""
    return {
        "winners": [[standing.nomination.pk, reason] for standing, reason in chosen],
        "standings": [
            [pk, each.outcome.value, str(each.score) if each.score is not None else "", each.rank, each.sheets]
            for pk, each in sorted(found.items())
        ],
        "outcome_reason": award.outcome_reason,
        "departure_reason": award.departure_reason,
    }
