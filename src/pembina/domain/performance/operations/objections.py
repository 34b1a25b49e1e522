"""An objection is filed, both sides are heard, and the superior of the rater confirms or changes the result."""

from datetime import date, datetime

from pembina.core.rules.appraisal_rating import Organisation
from pembina.core.rules.objection_deadlines import RightState
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.performance.appraisal_clocks import right_of, working_days
from pembina.domain.performance.appraisal_content import content_of, seal_of, with_objection
from pembina.domain.performance.appraisal_enums import PaperForm, Ruling
from pembina.domain.performance.appraisal_permissions import appraisals_overseen_by, appraisals_rated_by
from pembina.domain.performance.appraisal_refusals import (
    BothSidesError,
    DecidedAlreadyError,
    FinalResultError,
    NoteMissingError,
    NothingChangedError,
    NotReceivedError,
    NotTheRaterError,
    ObjectionFiledAlreadyError,
)
from pembina.domain.performance.letters import Occasion, tell
from pembina.domain.performance.models import Appraisal, AppraisalPaper, Objection
from pembina.domain.performance.models.appraisals import DELIVERED
from pembina.domain.performance.operations.appraisals import RatingTold, locked, put_ratings, seal_paper
from pembina.domain.performance.organisations import Used


def file_objection(*, appraisal: Appraisal, reason: str, evidence: str, by: User, at: datetime) -> Objection:
    """Object as the person rated; one that comes after its limit is taken and marked late.

    Raises
    ------
    NotTheRaterError : not the own appraisal
    NotReceivedError, ObjectionFiledAlreadyError, NoteMissingError
    FinalResultError : with the article that makes the result final
    """
    if not reason.strip():
        raise NoteMissingError
    with one_event():
        kept = locked(appraisal, *DELIVERED)
        if kept.person.nip != by.username:
            raise NotTheRaterError
        if Objection.objects.filter(appraisal=kept).exists():
            raise ObjectionFiledAlreadyError
        right = right_of(kept, None, calendar=working_days(), on=local_date(at))
        if right.state is RightState.FINAL:
            raise FinalResultError(right.because, right.article)
        if right.deadline is None:
            raise NotReceivedError
        made = Objection.objects.create(
            appraisal=kept, reason=reason.strip(), evidence=evidence.strip(), filed_at=at,
            due_on=right.deadline.due_on, is_late=right.state.is_late,
        )  # fmt: skip
        changes = {"is_late": ("", str(made.is_late)), "due_on": ("", made.due_on.isoformat())}
        record("file_objection", on=made, by=by, at=at, changes=changes, created=True)
        tell(Occasion.OBJECTION_FILED, [kept.rater_id, kept.superior_id])
    return made


def record_statement(*, objection: Objection, words: str, by: User, at: datetime) -> None:
    """Put down what the rater says to the objection: the rater, or the superior who heard the rater."""
    with one_event():
        kept = _open(objection, words)
        on = local_date(at)
        mine = appraisals_rated_by(by, on=on).filter(pk=kept.appraisal_id).exists()
        if not mine:
            _require_superior(kept, by, on=local_date(at))
        kept.statement, kept.statement_at = words.strip(), at
        kept.save(update_fields=["statement", "statement_at"])
        record("record_statement", on=kept, by=by, at=at, changes={"statement_at": ("", at.isoformat())})


def record_hearing(*, objection: Objection, words: str, by: User, at: datetime) -> None:
    """Put down what the person says when heard: the person, or the superior who heard the person."""
    with one_event():
        kept = _open(objection, words)
        if kept.appraisal.person.nip != by.username:
            _require_superior(kept, by, on=local_date(at))
        kept.hearing, kept.hearing_at = words.strip(), at
        kept.save(update_fields=["hearing", "hearing_at"])
        record("record_hearing", on=kept, by=by, at=at, changes={"hearing_at": ("", at.isoformat())})


def decide_objection(
    *, objection: Objection, ruling: Ruling, reason: str, told: RatingTold | None, by: User, at: datetime
) -> AppraisalPaper | None:
    """Decide after both sides were heard. A change seals a new version of the document (D.1.3); the former stays.

    `told` are the new ratings where the result is changed; the predicate follows from them.

    Raises
    ------
    BothSidesError, DecidedAlreadyError, NoteMissingError, NotTheRaterError, NothingChangedError
    RatingOffScaleError, RatingReasonMissingError, RuleSaysNoError
    """
    with one_event():
        kept = _open(objection, reason)
        _require_superior(kept, by, on=local_date(at))
        if not (kept.statement and kept.hearing):
            raise BothSidesError
        kept.ruling, kept.ruling_reason = Ruling(ruling).value, reason.strip()
        kept.decided_by, kept.decided_at = by, at
        kept.save()
        before = kept.appraisal.predicate
        made = _changed(kept, told, by=by, at=at) if ruling == Ruling.CHANGED else None
        changes = {"ruling": ("", kept.ruling), "predicate": (before, kept.appraisal.predicate)}
        record("decide_objection", on=kept, by=by, at=at, changes=changes, why=kept.ruling_reason)
        last = kept.appraisal.papers.order_by("-number").first()
        sealed = {"ruling": kept.ruling} | (seal_of(last) if last else {})
        seal(kind=ChainKind.OBJECTION_DECIDED, subject=made or kept, content=sealed, by=by, at=at)
        tell(Occasion.OBJECTION_DECIDED, [kept.appraisal.person_id, kept.appraisal.rater_id])
    return made


def _changed(objection: Objection, told: RatingTold | None, *, by: User, at: datetime) -> AppraisalPaper:
    appraisal = locked(objection.appraisal, *DELIVERED)
    if told is None or (told.results, told.behaviour) == (appraisal.results, appraisal.behaviour):
        raise NothingChangedError
    put_ratings(appraisal, told, at=at)
    appraisal.version += 1
    # The changed document is reported anew.
    appraisal.reported_at = None
    appraisal.save()
    objection.appraisal = appraisal
    last = appraisal.papers.order_by("-number").first()
    found = last.content["organisation"] if last else {"unit": "", "basis": ""}
    used = Used(Organisation(appraisal.organisation), found["unit"], found["basis"])
    form = PaperForm.AFTER_OBJECTION
    said = last.content.get("feedback") if last else None
    content = with_objection(content_of(appraisal, used, form=form, by=by, at=at, feedback=said), objection)
    return seal_paper(appraisal, content, form=form, by=by, at=at)


def _open(objection: Objection, words: str) -> Objection:
    if not words.strip():
        raise NoteMissingError
    found = Objection.objects.select_for_update(of=("self",)).select_related("appraisal__person", "appraisal__period")
    kept = found.get(pk=objection.pk)
    if kept.ruling:
        raise DecidedAlreadyError
    return kept


def _require_superior(objection: Objection, actor: User, *, on: date) -> None:
    if not appraisals_overseen_by(actor, on=on).filter(pk=objection.appraisal_id).exists():
        raise NotTheRaterError
