"""Tokens as their page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.web.components.formatting import MISSING, number
from pembina.web.uploads.file_words import moment


@dataclass(frozen=True, slots=True)
class Row:
    """One token; its secret is known to the program only."""

    pk: int
    name: str
    ending: str
    unit: str
    issued: str
    used: str
    events: str
    state: str | Promise
    tone: str
    is_in_use: bool


def rows(tokens: Iterable[Any]) -> list[Row]:
    return [
        Row(
            pk=token.pk,
            name=token.name,
            ending=token.ending,
            unit=token.unit.name,
            issued=_("%(at)s oleh %(by)s") % {"at": moment(token.created_at), "by": token.by.display_name},
            used=moment(token.used_at) if token.used_at else MISSING,
            events=number(token.events_taken),
            state=_("Dicabut") if token.revoked_at else _("Berlaku"),
            tone="" if token.revoked_at else "success",
            is_in_use=token.revoked_at is None,
        )
        for token in tokens
    ]
