"""What would be left without its person or unit if an import were taken back."""

from collections.abc import Collection
from typing import Any

from django.db.models import Model, QuerySet

from pembina.domain.people.intake.refusals import InUseSinceError


def refuse_if_needed(rows: "QuerySet[Any]", *, but: Collection[type[Model]] = ()) -> None:
    """Raise ``InUseSinceError`` where a record of any kind, `but` some, points to one of `rows`.

    Asked of every relation that leads there, one query each, so that no later part of Pembina is forgotten.
    """
    numbers = rows.values("pk")
    for relation in rows.model._meta.related_objects:
        model = relation.related_model
        if model in but or relation.field is None:
            continue
        pointing = model._default_manager.filter(**{f"{relation.field.name}__in": numbers})
        if model is rows.model:
            pointing = pointing.exclude(pk__in=numbers)
        found = list(pointing.values_list(relation.field.name, flat=True).distinct()[:20])
        if found:
            names = [str(each) for each in rows.model._default_manager.filter(pk__in=found).order_by("pk")]
            raise InUseSinceError(names, str(model._meta.verbose_name))
