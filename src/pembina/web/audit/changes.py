"""What changed, from before to after, as people call and write it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from pembina.domain.access.audit_words import FIELDS, VALUES
from pembina.domain.access.events import AuditEvent
from pembina.domain.access.roles import ROLES
from pembina.web.audit.names import Names, is_nip
from pembina.web.components.formatting import MISSING, day, in_language

UNIT_FIELDS = {"unit", "parent", "merged_into", "into"}
ROLE_FIELDS = {"role_code", "role"}
NUMBERS = {"nip", "username"}
NOTHING = {"", "None", None}


@dataclass(frozen=True, slots=True)
class Change:
    """One field; `before` is empty where there was nothing before."""

    name: str
    before: str
    after: str


def changes_of(event: AuditEvent, names: Names) -> list[Change]:
    told = (event.changes or {}).items()
    return [_change(event, name, pair, names) for name, pair in told if not _is_noise(event, name)]


def _is_noise(event: AuditEvent, name: str) -> bool:
    """The net under the operations tells of numbers of rows and of what points to a record, too."""
    field = _field_of(event, name)
    return not event.operation and event.content_type.model_class() is not None and (field is None or field.primary_key)


def _change(event: AuditEvent, name: str, told: Any, names: Names) -> Change:
    field = _field_of(event, name)
    if not (isinstance(told, list) and len(told) == 2):
        return Change(_label(name, field), "", str(told))
    before, after = told
    return Change(
        name=_label(name, field),
        before="" if before in NOTHING else _shown(name, str(before), field, names),
        after=MISSING if after in NOTHING else _shown(name, str(after), field, names),
    )


def _field_of(event: AuditEvent, name: str) -> "models.Field[Any, Any] | None":
    model = event.content_type.model_class()
    try:
        field = model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, models.Field) else None


def _label(name: str, field: "models.Field[Any, Any] | None") -> str:
    if name in FIELDS:
        return in_language(FIELDS[name])
    return capfirst(str(field.verbose_name)) if field is not None else name


def _shown(name: str, value: str, field: "models.Field[Any, Any] | None", names: Names) -> str:
    choices = dict(getattr(field, "flatchoices", None) or [])
    if value in choices:
        return str(choices[value])
    if name in VALUES:
        words = VALUES[name]
        return ", ".join(in_language(words[word]) if word in words else word for word in value.split(", "))
    if name in ROLE_FIELDS and value in ROLES:
        return in_language(ROLES[value].name)
    if name in UNIT_FIELDS:
        return names.unit(value)
    if is_nip(value) and name not in NUMBERS:
        return names.person(value)
    written = SHOWN.get(field.get_internal_type()) if field is not None else None
    return written(value) if written else value


def _date(value: str) -> str:
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value


def _yes_or_no(value: str) -> str:
    return {"True": _("Ya"), "False": _("Tidak")}.get(value, value)


SHOWN: dict[str, Callable[[str], str]] = {"DateField": _date, "BooleanField": _yes_or_no}
