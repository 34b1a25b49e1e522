"""Published results of surveys as the portal and the open data read them: what was frozen, and nothing of a few."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from pembina.core.rules.dated import parameters_in_force
from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.services.models import PublicService, SurveyPeriod, SurveyPublication
from pembina.domain.services.queries.survey_results import published_results


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One unsur of a published result; `n` and `mean` (NRR, 1 to 4) are None where too few answered it."""

    key: str
    label: Mapping[str, str]
    n: int | None
    mean: str | None


def results_about(of: Unit | PublicService) -> QuerySet[SurveyPublication]:
    """Return what was published about a service, or by a unit and those below it, the latest round first.

    A round that names no service asks about all of its unit.
    """
    if isinstance(of, Unit):
        below = UnitAncestry.objects.filter(ancestor=of).values("descendant")
        return published_results().filter(period__unit__in=below)
    about = SurveyPeriod.objects.filter(Q(services=of) | Q(unit=of.unit, services__isnull=True))
    return published_results().filter(period__in=about.values("pk"))


def element_rows(elements: Iterable[Mapping[str, Any]], *, on: date) -> list[ElementRow]:
    """Return the nine unsur of a result without what few people said.

    The index is their mean, so one hidden alone could be computed from the other eight: a second one is hidden too.
    """
    known = list(elements)
    smallest = parameters_in_force("pembina.core.rules.survey_sample", on=on)["smallest_cell"]
    by_answers = sorted(known, key=lambda element: element["n"])
    few = sum(1 for element in known if element["n"] < smallest)
    hidden = {element["key"] for element in by_answers[: max(few, 2) if few else 0]}
    return [
        ElementRow(element["key"], element["label"], None, None)
        if element["key"] in hidden
        else ElementRow(element["key"], element["label"], element["n"], element["mean"])
        for element in known
    ]


def part_of(publication: SurveyPublication, service: PublicService) -> Mapping[str, Any] | None:
    """Return what a result says about one service of several; None where it is hidden or only about this one."""
    rows = publication.content["services"]["rows"]
    if len(rows) < 2:
        return None
    found: Mapping[str, Any] | None = next((row for row in rows if row["label"] == service.name and row["index"]), None)
    return found
