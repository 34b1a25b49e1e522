"""What a government sets for a form of development instead of the table of the rule, from one day to another."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Q

from pembina.core.rules.learning_hours import UnusableHoursError, form
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.models import OwnLearningForm
from pembina.domain.development.partner_refusals import (
    EquivalentError,
    OwnFormDatesError,
    OwnFormOverlapError,
    UnknownFormError,
)


@dataclass(frozen=True, slots=True)
class OwnFormTold:
    """One entry as `OwnLearningForm` keeps it."""

    form: int
    starts_on: date
    decree: str
    ends_on: date | None = None
    jp_per_unit: Decimal | None = None
    unit: str = ""
    max_per_activity: Decimal | None = None
    max_per_year: Decimal | None = None
    is_classical: bool | None = None


def set_own_form(*, told: OwnFormTold, by: User, at: datetime) -> OwnLearningForm:
    """Put an own value on record; it never meets another for the same form.

    Raises ``UnknownFormError``, ``OwnFormDatesError``, ``EquivalentError``, ``OwnFormOverlapError``.
    """
    _check(told, at)
    with one_event():
        _require_apart(told)
        made = OwnLearningForm.objects.create(**asdict(told), made_by=by, made_at=at)
        changes = {name: ("", str(value)) for name, value in asdict(told).items() if value not in (None, "")}
        record("set_own_form", on=made, by=by, at=at, changes=changes, created=True)
    return made


def end_own_form(*, entry: OwnLearningForm, on: date, by: User, at: datetime) -> None:
    """Let `on` be its last day; from the next the rule holds again."""
    with one_event():
        kept = OwnLearningForm.objects.select_for_update(of=("self",)).get(pk=entry.pk)
        if on < kept.starts_on:
            raise OwnFormDatesError(kept.starts_on, on)
        before, kept.ends_on = kept.ends_on, on
        _require_apart(OwnFormTold(kept.form, kept.starts_on, kept.decree, on), than=kept)
        kept.save(update_fields=["ends_on"])
        changes = {"ends_on": (before.isoformat() if before else "", on.isoformat())}
        record("end_own_form", on=kept, by=by, at=at, changes=changes)


def _check(told: OwnFormTold, at: datetime) -> None:
    try:
        form(told.form, on=local_date(at))
    except UnusableHoursError as refused:
        raise UnknownFormError(told.form) from refused
    if told.ends_on is not None and told.ends_on < told.starts_on:
        raise OwnFormDatesError(told.starts_on, told.ends_on)
    beside = (told.unit, told.max_per_activity, told.max_per_year)
    if any(beside) if told.jp_per_unit is None else not told.unit:
        raise EquivalentError


def _require_apart(told: OwnFormTold, *, than: OwnLearningForm | None = None) -> None:
    """Look for another entry on one of the days; the database refuses what two writers do at once."""
    others = OwnLearningForm.objects.filter(form=told.form).exclude(pk=than.pk if than else 0)
    met = others.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=told.starts_on))
    if told.ends_on is not None:
        met = met.filter(starts_on__lte=told.ends_on)
    if (first := met.order_by("starts_on").first()) is not None:
        raise OwnFormOverlapError(first.starts_on, first.ends_on)
