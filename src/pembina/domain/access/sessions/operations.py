"""Ending sessions: one, all others, or all of an account."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.authority import require_authority_over
from pembina.domain.access.models import User
from pembina.domain.access.sessions.models import SignedInSession

# Seen more often than this is not written down.
SEEN_EVERY = timedelta(minutes=5)


def sessions_of(user: User, *, at: datetime) -> QuerySet[SignedInSession]:
    """Return where a user is signed in, the latest seen first."""
    return SignedInSession.objects.filter(account=user, expire_date__gt=at).order_by("-last_seen_at")


def end_own_session(*, of: User, label: str, at: datetime) -> bool:
    """Sign one of somebody's own devices out; returns whether there was such a session."""
    with one_event():
        ending = [session.pk for session in sessions_of(of, at=at) if session.label == label]
        if ending:
            SignedInSession.objects.filter(pk__in=ending).delete()
            record("end_sessions", on=of, by=of, at=at, changes={"sessions": (str(len(ending)), "0")})
    return bool(ending)


def end_other_sessions(*, of: User, keeping: str, at: datetime) -> int:
    """Sign all of somebody's own devices out but the one whose session has the key ``keeping``."""
    with one_event():
        ended = sessions_of(of, at=at).exclude(pk=keeping).delete()[0]
        record("end_sessions", on=of, by=of, at=at, changes={"sessions": (str(ended + 1), "1")})
    return ended


def end_all_sessions(*, of: User, by: User, at: datetime) -> None:
    """Sign somebody else out everywhere."""
    require_authority_over(of, by=by)
    with one_event():
        ended = sessions_of(of, at=at).delete()[0]
        record("end_sessions", on=of, by=by, at=at, changes={"sessions": (str(ended), "0")})


def note_presence(*, session_key: str, at: datetime) -> None:
    """Keep when a session was last seen. No event: it says nothing about any record."""
    SignedInSession.objects.filter(pk=session_key, last_seen_at__lt=at - SEEN_EVERY).update(last_seen_at=at)
