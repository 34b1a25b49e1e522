"""What the visitor carries from page to page, sealed: counts and choices, never the answers of one person.

The page of columns carries what the file offers: names, counts, and the first cell that is no score, so that an error
can name it. The address of a result carries nine distributions of scores and the choices made.
"""

from dataclasses import astuple, dataclass
from datetime import date
from typing import Any, cast

from django.urls import reverse
from django.utils.http import urlencode

from pembina.core.rules.satisfaction_index import (
    ELEMENTS,
    Missing,
    SatisfactionIndex,
    ScoreCounts,
    Weight,
    satisfaction_index,
)
from pembina.core.text import Text
from pembina.exchange.survey_files import Order
from pembina.exchange.survey_files.sources import SCORES, Source, SurveySources
from pembina.web.uploads import opened, sealed

SOURCES, SURVEY = "skm.sources", "skm.survey"
AS_THEY_ARE = ("weight", "missing", "order", "population", "unit", "is_sample")
A_YEAR = 366 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything a result follows from.

    Attributes
    ----------
    unit : service or unit for the title, may be empty
    population : users of the service in a year, None if not given
    notes : what the reader of the file did that the person should know
    is_sample : the answers are ours, generated
    """

    counts: ScoreCounts
    on: date
    weight: Weight = "exact"
    missing: Missing = "refuse"
    order: Order = "regulation"
    population: int | None = None
    unit: str = ""
    notes: tuple[Text, ...] = ()
    is_sample: bool = False

    def index(self, weight: Weight | None = None) -> SatisfactionIndex:
        """Compute the index, with the weight chosen or with another."""
        return satisfaction_index(answers=self.counts, weight=weight or self.weight, missing=self.missing, on=self.on)


def sealed_survey(survey: Survey) -> str:
    value = {
        "respondents": survey.counts.respondents,
        "people": [[survey.counts.counts[key].get(score, 0) for score in SCORES] for key in ELEMENTS],
        "on": survey.on.isoformat(),
        "notes": [[note.id, note.en] for note in survey.notes],
        **{name: getattr(survey, name) for name in AS_THEY_ARE},
    }
    return sealed(value, purpose=SURVEY)


def opened_survey(text: str) -> Survey:
    """Return the survey of an address; raise `BrokenSealError` where it was changed."""
    value = opened(text, purpose=SURVEY, seconds=A_YEAR)
    by_element = [dict(zip(SCORES, people, strict=True)) for people in value["people"]]
    return Survey(
        counts=ScoreCounts(value["respondents"], dict(zip(ELEMENTS, by_element, strict=True))),
        on=date.fromisoformat(value["on"]),
        notes=tuple(Text(*note) for note in value["notes"]),
        **{name: value[name] for name in AS_THEY_ARE},
    )


def address_of(survey: Survey, view: str = "satisfaction_tool:result") -> str:
    """Return the address of a result, or of one of its downloads."""
    return f"{reverse(view)}?{urlencode({'data': sealed_survey(survey)})}"


def sealed_sources(found: SurveySources) -> str:
    value: list[Any] = [found.shape, found.rows, [astuple(source) for source in found.sources]]
    return sealed([*value, [[note.id, note.en] for note in found.notes]], purpose=SOURCES)


def opened_sources(text: str) -> SurveySources:
    """Return what the file offered; raise `BrokenSealError` where it was changed or is older than twelve hours."""
    shape, rows, sources, notes = opened(text, purpose=SOURCES)
    return SurveySources(
        cast(Any, shape),
        rows,
        tuple(Source(name, tuple(people), *rest) for name, people, *rest in sources),
        tuple(Text(*note) for note in notes),
    )
