"""Values of a change in words: units and superiors by their names, codes by their labels, dates as dates."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Model
from django.utils.functional import Promise

from pembina.domain.people.enums import ImportKind
from pembina.domain.people.models import Assignment, ImportChange, Person, Unit
from pembina.domain.people.ranks import rank_name
from pembina.web.components.formatting import day

DATES = ("birth_date", "starts_on", "ends_on", "opened_on", "closed_on")
UNITS = ("unit", "parent")


def labels_of(model: type[Model]) -> dict[str, dict[str, str | Promise]]:
    """Return the labels of every field of a model that has choices."""
    fields = (field for field in model._meta.get_fields() if getattr(field, "choices", None))
    return {field.name: dict(field.flatchoices) for field in fields}  # type: ignore[union-attr]


class Words:
    """The words for the values of some changes, looked up together: two queries whatever their number."""

    def __init__(self, changes: Iterable[ImportChange], *, kind: str) -> None:
        told = [values for change in changes for values in (change.before, change.after)]
        codes = {values[name] for values in told for name in UNITS if values.get(name)}
        numbers = {values["superior"] for values in told if values.get("superior")}
        self.units = dict(Unit.objects.filter(code__in=codes).values_list("code", "name")) if codes else {}
        superiors = Person.objects.filter(nip__in=numbers) if numbers else Person.objects.none()
        self.superiors = {person.nip: person.titled_name for person in superiors}
        models: tuple[type[Model], ...] = (Unit,) if kind == ImportKind.UNITS else (Person, Assignment)
        self.labels = {name: labels for model in models for name, labels in labels_of(model).items()}

    def of(self, field: str, value: object) -> str:
        """Return one value in words; nothing is an empty string."""
        text = "" if value is None else str(value)
        if not text:
            return ""
        if field in UNITS:
            return f"{self.units[text]} ({text})" if text in self.units else text
        if field == "superior":
            return f"{self.superiors[text]} ({text})" if text in self.superiors else text
        if field in DATES:
            return day(date.fromisoformat(text))
        if field == "rank":
            return rank_name(text) or text
        return str(self.labels.get(field, {}).get(text, text))
