"""Where django-allauth keeps and names second factors: encrypted, and by the name of the government."""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """A copy of the database alone gives nobody a second factor: the key is made from the secret of the installation.

    Where that is changed, put the old one into SECRET_KEY_FALLBACKS, or every second factor has to be set up anew.
    """

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        return f"Pembina {settings.PEMBINA_GOVERNMENT_NAME}"

    def _get_site_name(self) -> str:
        return self.get_totp_issuer()


def _box() -> MultiFernet:
    return MultiFernet([_key(str(secret)) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> Fernet:
    derived = hashlib.sha256(b"pembina.domain.access.second_factor\0" + secret.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(derived))
