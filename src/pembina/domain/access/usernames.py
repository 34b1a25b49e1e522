"""The names of accounts: the NIP of a civil servant, or a word for those who have none."""

import re
from enum import StrEnum

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

NIP_LENGTH = 18
LONGEST = 32
NIP = rf"[0-9]{{{NIP_LENGTH}}}"
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
PARTNER_PREFIX, OFFICIAL_PREFIX = "mitra-", "pejabat-"

username_validator = RegexValidator(
    rf"^(?:{NIP}|(?:{PARTNER_PREFIX}|{OFFICIAL_PREFIX}){SLUG})\Z",
    _("NIP terdiri atas 18 angka. Akun tanpa NIP bernama mitra-… atau pejabat-…, dengan huruf kecil dan angka."),
)


class AccountKind(StrEnum):
    """Whose account it is. Elected heads of a region are no civil servants and have no NIP."""

    CIVIL_SERVANT = "civil_servant"
    PARTNER = "partner"
    OFFICIAL = "official"


# How the names begin of those who have no NIP.
PREFIXES = {AccountKind.PARTNER: PARTNER_PREFIX, AccountKind.OFFICIAL: OFFICIAL_PREFIX}


def kind_of(username: str) -> AccountKind:
    """Return the kind of account that a valid name belongs to."""
    if username.startswith(PARTNER_PREFIX):
        return AccountKind.PARTNER
    return AccountKind.CIVIL_SERVANT if re.fullmatch(NIP, username) else AccountKind.OFFICIAL
