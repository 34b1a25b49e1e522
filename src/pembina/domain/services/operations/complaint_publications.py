"""An answer to a complaint becomes public in words of the office, and is withdrawn again."""

import re
from dataclasses import dataclass
from datetime import datetime

from pembina.core.personal_traces import personal_traces
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.services.complaint_refusals import (
    NotEndedToPublishError,
    NotPublishedError,
    NotPublisherError,
    PersonalTracesError,
    PublishedAlreadyError,
)
from pembina.domain.services.models import Complaint, ComplaintContact, ComplaintPublication
from pembina.domain.services.operations.complaints import locked, said


@dataclass(frozen=True, slots=True)
class Wording:
    """What everybody is to read."""

    question: str
    answer: str


def require_publishable(complaint: Complaint, wording: Wording, *, by: User) -> None:
    """Say whether `by` could publish `wording` now.

    Raises
    ------
    NothingSaidError, NotEndedToPublishError, NotPublisherError, PublishedAlreadyError, PersonalTracesError
    """
    said(wording.question), said(wording.answer)
    if complaint.is_open:
        raise NotEndedToPublishError
    # One that ended in SP4N-LAPOR! never had an officer here.
    if complaint.handler_id not in (None, by.pk):
        raise NotPublisherError
    if complaint.publications.filter(withdrawn_at__isnull=True).exists():
        raise PublishedAlreadyError
    traces = traces_in(complaint, wording)
    if traces:
        raise PersonalTracesError(traces)


def publish_answer(*, complaint: Complaint, wording: Wording, by: User, at: datetime) -> ComplaintPublication:
    """Make a question and its answer public as `wording` has them; raises what `require_publishable` raises."""
    with one_event():
        kept = locked(complaint)
        require_publishable(kept, wording, by=by)
        publication = ComplaintPublication.objects.create(
            complaint=kept, question=said(wording.question), answer=said(wording.answer), published_by=by,
            published_at=at,
        )  # fmt: skip
        record("publish_answer", on=kept, by=by, at=at, changes={"published_at": ("", at.isoformat())})
    return publication


def withdraw_answer(*, complaint: Complaint, reason: str, by: User, at: datetime) -> ComplaintPublication:
    """Take the public answer back, whoever published it; raises ``NothingSaidError`` and ``NotPublishedError``."""
    why = said(reason)
    with one_event():
        kept = locked(complaint)
        publication = kept.publications.filter(withdrawn_at__isnull=True).first()
        if publication is None:
            raise NotPublishedError
        publication.withdrawn_by, publication.withdrawn_at, publication.withdrawn_reason = by, at, why
        publication.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawn_reason"])
        record("withdraw_answer", on=kept, by=by, at=at, changes={"withdrawn_at": ("", at.isoformat())}, why=why)
    return publication


def traces_in(complaint: Complaint, wording: Wording) -> list[str]:
    """Return what in `wording` leads to whoever wrote or to the complaint: by its shape, or because it is on record."""
    text = f"{wording.question}\n{wording.answer}"
    known = [complaint.number, complaint.tracking_id, *_of_contact(complaint)]
    found = [written for each in known if each and (written := _as_written(each, text))]
    return list(dict.fromkeys([*personal_traces(text), *found]))


def _of_contact(complaint: Complaint) -> list[str]:
    contact = ComplaintContact.objects.filter(complaint=complaint).first()
    return [contact.name, contact.phone, contact.email] if contact else []


def _as_written(known: str, text: str) -> str:
    """Return these words as a text has them, whatever stands between them and however they are written."""
    words = r"\s+".join(re.escape(word) for word in known.split())
    found = re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)
    return found.group() if found else ""
