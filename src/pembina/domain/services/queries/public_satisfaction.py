"""Published results of surveys as the portal and the open data read them: what was frozen, and nothing of a few."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django.db.models import Q, QuerySet

from pembina.core.rules.survey_sample import hidden_elements
from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.services.models import PublicService, SurveyPeriod, SurveyPublication
from pembina.domain.services.queries.survey_results import published_results
from pembina.domain.services.result_content import ResultContent
from pembina.domain.services.suppressed_content import suppressed


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


def shown_content(publication: SurveyPublication) -> Mapping[str, Any]:
    """Return what was frozen; of a version of the first shape, what may be shown of it."""
    return suppressed(cast(ResultContent, publication.content))


def element_rows(elements: Iterable[Mapping[str, Any]], *, on: date) -> list[ElementRow]:
    """Return the nine unsur of a result without what few people said; the newer results hold nothing of it anyway."""
    known = list(elements)
    told = {each["key"]: (each["n"], Decimal(each["mean"])) for each in known if each["n"] is not None}
    hidden = hidden_elements(told, on=on) if len(told) == len(known) else frozenset()
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
