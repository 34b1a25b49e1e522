"""The session engine (``SESSION_ENGINE``): Django's in the database, which keeps also whose session it is."""

from datetime import datetime
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

# Under this name the sign-in notes in the session what is then kept in columns.
FACTS = "facts"


class SessionStore(DatabaseStore):
    """Fills the columns of `SignedInSession`, and knows when the session was last seen without asking again."""

    last_seen_at: datetime | None = None

    @classmethod
    def get_model_class(cls) -> Any:
        from pembina.domain.access.sessions.models import SignedInSession

        return SignedInSession

    def _validate_session_key(self, key: str | None) -> bool:
        """Take only what could be a key: PostgreSQL fails on a cookie that holds a NUL."""
        return bool(key) and key.isascii() and key.isalnum() and super()._validate_session_key(key)  # type: ignore[misc,union-attr]

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        session: Any = super().create_model_instance(data)
        facts = data.get(FACTS, {})
        session.account_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        session.address = facts.get("address")
        session.agent = facts.get("agent", "")
        session.started_at = datetime.fromisoformat(facts["started_at"]) if facts else None
        session.last_seen_at = timezone.now()
        return session

    def _get_session_from_db(self) -> Any:
        found = super()._get_session_from_db()  # type: ignore[misc]
        if found is not None and found.account_id is not None:
            self.last_seen_at = found.last_seen_at
        return found


def facts_of(*, address: str | None, agent: str, at: datetime) -> dict[str, Any]:
    """Return what a sign-in puts into its session under `FACTS`."""
    return {"address": address, "agent": agent[:300], "started_at": at.isoformat()}
