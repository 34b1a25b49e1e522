"""Whoever would nominate somebody who is nominated already adds a reason and evidence of their own.

Who made the nomination is not told to them. A supporter has to do with the nomination as the nominator has.
"""

from dataclasses import dataclass
from datetime import date, datetime

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.career.models import Award, Nomination, NominationSupport
from pembina.domain.career.nomination_refusals import (
    EvidenceMissingError,
    NominatedAlreadyError,
    NominationEndedError,
    NoPersonError,
    SupportedAlreadyError,
    SupportReasonError,
    WindowShutError,
)
from pembina.domain.career.operations.nominations import relation_of
from pembina.domain.people.queries import person_of


@dataclass(frozen=True, slots=True)
class SupportTold:
    """What a supporter says."""

    words: str
    evidence: str
    link: str = ""


def support_nomination(*, nomination: Nomination, told: SupportTold, by: User, at: datetime) -> NominationSupport:
    """Add support to a nomination while the window is open.

    Raises
    ------
    NoPersonError, WindowShutError, NominationEndedError, SupportedAlreadyError, SupportReasonError
    EvidenceMissingError
    NominatedAlreadyError : by whoever made the nomination
    """
    supporter = person_of(by)
    if supporter is None:
        raise NoPersonError
    with one_event():
        kept = _open(nomination, on=local_date(at))
        if kept.nominator_id == supporter.pk:
            raise NominatedAlreadyError(kept.called)
        if kept.supports.filter(supporter=supporter).exists():
            raise SupportedAlreadyError(kept.called)
        if not told.words.strip():
            raise SupportReasonError
        if not told.evidence.strip():
            raise EvidenceMissingError
        made = NominationSupport.objects.create(
            nomination=kept, supporter=supporter, given_at=at, words=told.words.strip(),
            relation=relation_of(supporter, kept.person, on=local_date(at)), evidence=told.evidence.strip(),
            link=told.link,
        )  # fmt: skip
        record("support_nomination", on=made, by=by, at=at, changes={"award": ("", kept.award.title)}, created=True)
    return made


def withdraw_support(*, support: NominationSupport, by: User, at: datetime) -> None:
    """Take the own support back while the window is open; raises as `support_nomination`."""
    with one_event():
        kept = _open(support.nomination, on=local_date(at))
        own = kept.supports.filter(pk=support.pk, supporter__nip=by.username).first()
        if own is None:
            raise NominationEndedError
        record("withdraw_support", on=own, by=by, at=at, changes={"award": (kept.award.title, "")})
        own.delete()


def _open(nomination: Nomination, *, on: date) -> Nomination:
    """Return a nomination as it stands, with its round locked."""
    award = Award.objects.select_for_update(of=("self",)).get(pk=nomination.award_id)
    if not award.takes_nominations(on):
        raise WindowShutError(award.opens_on, award.closes_on)
    kept = Nomination.objects.select_related("award", "person", "unit").get(pk=nomination.pk)
    if not kept.stands:
        raise NominationEndedError
    return kept
