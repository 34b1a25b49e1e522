"""The catalogue of the forms of development, as the rule has it and as this government has set it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pembina.core.rules.learning_hours import Certainty, Equivalent, LearningForm, OwnForm, Unit, forms
from pembina.domain.development.models import OwnLearningForm


@dataclass(frozen=True, slots=True)
class FormRow:
    """One form: what the rule says, what holds on the day, and the own entry that made the difference."""

    rule: LearningForm
    holds: LearningForm
    own: OwnLearningForm | None


def own_forms() -> tuple[OwnForm, ...]:
    """Return all own entries as the rule reads them; it picks those of its day."""
    return tuple(own_form(entry) for entry in OwnLearningForm.objects.order_by("form", "starts_on"))


def own_form(entry: OwnLearningForm) -> OwnForm:
    """Return one entry as the rule reads it."""
    return OwnForm(entry.form, entry.starts_on, entry.ends_on, _equivalent(entry), entry.is_classical)


def catalogue(*, on: date) -> list[FormRow]:
    """Return every form on a day, in the order of SIASN."""
    entries = list(OwnLearningForm.objects.order_by("form", "starts_on"))
    own = {entry.form: entry for entry in _in_force(entries, on)}
    held = forms(on=on, own=[own_form(entry) for entry in entries])
    return [
        FormRow(rule, holds, own.get(rule.siasn_id)) for rule, holds in zip(forms(on=on), held, strict=True)
    ]  # fmt: skip


def _in_force(entries: Iterable[OwnLearningForm], on: date) -> list[OwnLearningForm]:
    return [one for one in entries if one.starts_on <= on and (one.ends_on is None or on <= one.ends_on)]


def _equivalent(entry: OwnLearningForm) -> Equivalent | None:
    if entry.jp_per_unit is None:
        return None
    return Equivalent(
        entry.jp_per_unit, Unit(entry.unit), entry.max_per_activity, entry.max_per_year, Certainty.GOVERNMENT,
        entry.decree,
    )  # fmt: skip
