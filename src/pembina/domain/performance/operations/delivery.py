"""A signed document goes to the person, comes back, and is reported upward; each step has its own clock."""

from datetime import date, datetime

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.performance.appraisal_enums import AppraisalState, Ruling
from pembina.domain.performance.appraisal_permissions import appraisals_overseen_by, appraisals_rated_by
from pembina.domain.performance.appraisal_refusals import NoteMissingError, NothingToRateError, NotTheRaterError
from pembina.domain.performance.letters import Occasion, days_of_document, tell
from pembina.domain.performance.models import Appraisal, Objection
from pembina.domain.performance.models.appraisals import DELIVERED
from pembina.domain.performance.operations.appraisals import locked


def deliver_appraisal(*, appraisal: Appraisal, by: User, at: datetime) -> None:
    """Give the signed document to the person; raises ``NothingToRateError``, ``NotTheRaterError``."""
    with one_event():
        kept = locked(appraisal, AppraisalState.SIGNED)
        _require_signer(kept, by, on=local_date(at))
        _moved(kept, AppraisalState.DELIVERED, "delivered_at", at)
        record("deliver_appraisal", on=kept, by=by, at=at, changes={"state": ("signed", "delivered")})
        more = days_of_document(silent=kept.rater_was_silent, on=local_date(at))
        tell(Occasion.DELIVERED, [kept.person_id], more=more)


def receive_appraisal(*, appraisal: Appraisal, by: User, at: datetime) -> None:
    """Confirm as the person rated that the document was received."""
    with one_event():
        kept = _own(appraisal, by, AppraisalState.DELIVERED)
        _moved(kept, AppraisalState.RECEIVED, "received_at", at)
        record("receive_appraisal", on=kept, by=by, at=at, changes={"state": ("delivered", "received")})


def return_appraisal(*, appraisal: Appraisal, by: User, at: datetime, signs: bool, note: str = "") -> None:
    """Give the document back as the person rated: signed, or not signed with a note why.

    The regulation is silent on who does not sign; the result stands either way, and so does the right to object.
    """
    said = note.strip()
    if not signs and not said:
        raise NoteMissingError
    with one_event():
        kept = _own(appraisal, by, AppraisalState.RECEIVED)
        kept.refused_note = "" if signs else said
        _moved(kept, AppraisalState.RETURNED, "returned_at", at)
        changes = {"signs": ("", str(signs)), "state": ("received", "returned")}
        record("return_appraisal", on=kept, by=by, at=at, changes=changes, why=kept.refused_note)


def report_appraisal(*, appraisal: Appraisal, by: User, at: datetime) -> None:
    """Note that the document was reported to the authorised official (PyB), whether or not it has come back.

    That is for who signed it; what an objection changed is for the superior who decided (Lampiran Bab V B.8, p. 119).
    """
    with one_event():
        kept = locked(appraisal, *DELIVERED)
        if Objection.objects.filter(appraisal=kept, ruling=Ruling.CHANGED).exists():
            _require_superior(kept, by, on=local_date(at))
        else:
            _require_signer(kept, by, on=local_date(at))
        if kept.reported_at is not None:
            raise NothingToRateError(str(kept.get_state_display()))
        kept.reported_at = at
        kept.save(update_fields=["reported_at"])
        record("report_appraisal", on=kept, by=by, at=at, changes={"reported_at": ("", at.isoformat())})


def _moved(appraisal: Appraisal, state: AppraisalState, stamp: str, at: datetime) -> None:
    appraisal.state = state
    setattr(appraisal, stamp, at)
    appraisal.version += 1
    appraisal.save()


def _own(appraisal: Appraisal, by: User, state: AppraisalState) -> Appraisal:
    kept = locked(appraisal, state)
    if kept.person.nip != by.username:
        raise NotTheRaterError
    return kept


def _require_superior(appraisal: Appraisal, actor: User, *, on: date) -> None:
    if not appraisals_overseen_by(actor, on=on).filter(pk=appraisal.pk).exists():
        raise NotTheRaterError


def _require_signer(appraisal: Appraisal, actor: User, *, on: date) -> None:
    """The one who signed hands the document on, or whoever is in the same place today."""
    side = appraisals_overseen_by if appraisal.rater_was_silent else appraisals_rated_by
    if actor.pk != appraisal.signed_by_id and not side(actor, on=on).filter(pk=appraisal.pk).exists():
        raise NotTheRaterError
