"""A session as it is kept: Django's, with what its owner wants to know about it."""

from typing import Any

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _


class SignedInSession(AbstractBaseSession):
    """One browser's visit. Its key is as good as a password: pages name the session by its `label`."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="sessions", verbose_name=_("Akun")
    )
    address = models.GenericIPAddressField(_("Alamat"), null=True)
    agent = models.CharField(_("Perangkat"), max_length=300, blank=True)
    started_at = models.DateTimeField(_("Masuk"), null=True)
    last_seen_at = models.DateTimeField(_("Terakhir terlihat"))

    class Meta:
        verbose_name = verbose_name_plural = _("Sesi")
        indexes = [models.Index(fields=["account", "last_seen_at"], name="session_of_account")]

    @classmethod
    def get_session_store_class(cls) -> Any:
        from pembina.domain.access.sessions.store import SessionStore

        return SessionStore

    @property
    def label(self) -> str:
        """Return a name that opens nothing."""
        return label_of(self.session_key)


def label_of(session_key: str) -> str:
    return salted_hmac("pembina.domain.access.sessions", session_key).hexdigest()[:16]
