"""Telling people by mail what concerns them, each thing once: the one place where it is decided.

A notice is put on record before its mail goes out. A mail that the server refuses is taken off the record again and
tried the next time; one that was interrupted in between is not repeated: rather none than two. No page waits for any of
it: what is due is found by queries of the records, and sent by whoever tidies up.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from smtplib import SMTPRecipientsRefused

from django.db import IntegrityError

from pembina.domain.access.audit import Touched, one_event, record_many
from pembina.domain.access.models import User
from pembina.domain.development.models import Notice
from pembina.domain.development.queries.notices import Letter
from pembina.domain.development.queries.notices_of_follow_up import follow_up_to_tell
from pembina.domain.development.queries.notices_of_seats import offers_to_tell, requests_to_tell, seats_to_tell
from pembina.domain.development.queries.notices_of_sessions import (
    batches_off_to_tell,
    cancellations_to_tell,
    changes_to_tell,
    reminders_to_send,
)

# A mail server that does not answer would otherwise hold everything else up.
MOST_FAILURES = 5
# What cannot wait comes first; a change before the reminders, since one near to the session reminds of it as well.
SOURCES: tuple[Callable[..., list[Letter]], ...] = (
    cancellations_to_tell, batches_off_to_tell, changes_to_tell, reminders_to_send, seats_to_tell, offers_to_tell,
    requests_to_tell, follow_up_to_tell,
)  # fmt: skip
logger = logging.getLogger(__name__)
Send = Callable[[Letter], None]


def send_notices(*, send: Send, by: User | None, at: datetime) -> int:
    """Call `send` with every letter that is due; return how many went out.

    What `send` raises is logged and does not keep the others from being told, up to `MOST_FAILURES`: then the server
    itself seems to be the trouble. An address that the server refuses is no reason to stop.
    """
    sent = failures = 0
    for source in SOURCES:
        for letter in source(at=at):
            told = _claim(letter, at)
            failure = _failure(letter, send) if told else None
            if told and failure is None:
                with one_event():
                    record_many("send_notice", subjects=[Touched(one, created=True) for one in told], by=by, at=at)
                sent += 1
            elif told:
                _release(told)
                failures += not isinstance(failure, SMTPRecipientsRefused)
            if failures >= MOST_FAILURES:
                return sent
    return sent


def _claim(letter: Letter, at: datetime) -> list[Notice]:
    """Put on record what a letter tells; nothing where another worker was faster with any of it."""
    try:
        with one_event():
            return [
                Notice.objects.create(kind=letter.kind, person=letter.person, about=about, sent_at=at)
                for about in dict.fromkeys(due.about for due in letter.dues)
            ]
    except IntegrityError:
        return []


def _release(told: list[Notice]) -> None:
    """Take off the record what did not go out, so that it is tried again."""
    with one_event():
        Notice.objects.filter(pk__in=[one.pk for one in told]).delete()


def _failure(letter: Letter, send: Send) -> Exception | None:
    """Send a letter and return what went wrong; the log names no address."""
    try:
        send(letter)
    except Exception as failure:
        logger.warning("A notice to person %s could not be mailed: %s", letter.person.pk, type(failure).__name__)
        return failure
    return None
