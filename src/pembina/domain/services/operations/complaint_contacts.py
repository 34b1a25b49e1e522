"""The contact of whoever complained: opened by the officer of the complaint, each time with an event, and not for ever.

The events keep nothing of it: neither a name nor a number stands in the audit trail.
"""

from datetime import datetime, timedelta

from django.db.models import Q

from pembina.core.rules.complaint_deadlines import contact_retention
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.services.complaint_enums import ENDED_STATES
from pembina.domain.services.complaint_refusals import ContactGoneError, NotHandlerError
from pembina.domain.services.models import Complaint, ComplaintContact


def open_contact(*, complaint: Complaint, by: User, at: datetime, address: str | None = None) -> ComplaintContact:
    """Return who wrote, and write down who looked; raises ``NotHandlerError`` and ``ContactGoneError``."""
    if complaint.handler_id != by.pk:
        raise NotHandlerError
    contact = ComplaintContact.objects.filter(complaint=complaint).first()
    if contact is None:
        raise ContactGoneError
    with one_event():
        record("look_at_complaint_contact", on=complaint, by=by, at=at, address=address)
    return contact


def erase_complaint_contacts(*, by: User | None, at: datetime) -> int:
    """Delete the contacts of complaints whose time is over, and say how many; complaints that go on keep theirs."""
    last = at - timedelta(days=contact_retention(on=local_date(at)).days)
    due = Q(complaint__state__in=ENDED_STATES, complaint__ended_at__lt=last)
    erased = 0
    for contact in ComplaintContact.objects.filter(due).select_related("complaint").order_by("pk"):
        with one_event():
            # Another worker may have been first: what is gone is neither counted nor written down twice.
            gone, _ = ComplaintContact.objects.filter(pk=contact.pk).delete()
            if gone:
                record("erase_complaint_contact", on=contact.complaint, by=by, at=at, changes={"contact": ("***", "")})
                erased += 1
    return erased
