"""The result of a round, put together from its answers, the rounds before it, its plans and the words of its report."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.satisfaction_index import ELEMENTS, ElementResult, SatisfactionIndex
from pembina.core.rules.survey_sample import (
    AnswerSums,
    IndexChange,
    SafeCells,
    SamplingError,
    SurveyResult,
    TargetSample,
    index_change,
    is_of_few,
    safe_cells,
    smallest_cell,
)
from pembina.domain.services.models import FollowUp, PublicService, SurveyPeriod, SurveyPlace, SurveyReport
from pembina.domain.services.queries.satisfaction import (
    Part,
    Parts,
    results_by_period,
    satisfaction_of_period,
    weight_of,
)
from pembina.domain.services.queries.survey_results import follow_ups_of, is_late, rounds_before
from pembina.domain.services.result_content import (
    FORMAT,
    SECTIONS,
    ChangeFigure,
    ElementFigure,
    FollowUpFigure,
    IndexFigure,
    PartFigure,
    PartsFigure,
    PeriodFigure,
    ProfileFigure,
    ResultContent,
    TargetFigure,
    TrendFigure,
    maybe_words,
    words,
)
from pembina.domain.services.suppressed_content import suppressed


def content_of(period: SurveyPeriod, *, on: date) -> ResultContent:
    """Return everything about a round as it stands, for the desk; `on` is the day by which plans are late.

    What everybody may read of it is `published_content_of`.
    """
    found = satisfaction_of_period(period)
    earlier = rounds_before(period)
    before = results_by_period(earlier, weight=weight_of(period), on=period.closes_on)
    services = dict(PublicService.objects.filter(responses__period=period).distinct().values_list("pk", "name"))
    places = dict(SurveyPlace.objects.filter(responses__period=period).distinct().values_list("pk", "name"))
    last = earlier[0] if earlier else None
    return {
        "format": FORMAT,
        "article": _article("satisfaction_index", "article", period.closes_on),
        "error_article": _article("survey_sample", "error_article", period.closes_on),
        "period": _period(period),
        "respondents": found.result.sums.respondents,
        "excluded": found.excluded,
        "lacking": maybe_words(found.result.lacking),
        "result": _index(found.result),
        "target": _target(found.result.target),
        "change": _change(last, before, found.result, period.closes_on),
        "trend": [*(_trend(each, before[each.pk]) for each in reversed(earlier)), _trend(period, found.result)],
        "services": _parts(found.services, services, period.closes_on),
        "months": _parts(found.months, {}, period.closes_on),
        "places": _parts(found.places, places, period.closes_on),
        "profile": {name: _profile(cells) for name, cells in found.profile.items()},
        "follow_ups": _follow_ups(follow_ups_of(period), on),
        "earlier_follow_ups": _follow_ups(follow_ups_of(last), on) if last else [],
        "report": _report(period),
    }


def published_content_of(period: SurveyPeriod, *, on: date) -> ResultContent:
    """Return the same without what few people said: what is frozen, and what the official report prints."""
    return suppressed(content_of(period, on=on))


def _article(rule: str, name: str, on: date) -> str:
    return str(parameters_in_force(f"pembina.core.rules.{rule}", on=on)[name])


def _period(period: SurveyPeriod) -> PeriodFigure:
    return {
        "title": period.title,
        "unit": period.unit.name,
        "unit_code": period.unit.code,
        "opens_on": period.opens_on.isoformat(),
        "closes_on": period.closes_on.isoformat(),
        "services": sorted(service.name for service in period.services.all()),
        "order": period.order,
    }


def _index(result: SurveyResult) -> IndexFigure | None:
    index, error = result.index, result.error
    if index is None:
        return None
    return {
        "index": str(index.index),
        "unrounded": str(index.unrounded),
        "quality": index.quality,
        "quality_word": maybe_words(index.quality_word),
        "weight": index.weight,
        "weight_value": str(index.weight_value),
        "complete": result.sums.complete,
        "standard_error": _rounded(error.standard_error) if error else None,
        "margin": _rounded(error.margin) if error else None,
        "low": _low(error),
        "high": _high(error),
        "because": words(index.because),
        "error_because": words(error.because) if error else None,
        "warnings": [words(warning) for warning in error.warnings] if error else [],
        "hidden": None,
        "elements": [_element(element, result.sums, place) for place, element in enumerate(index.elements)],
    }


def _low(error: SamplingError | None) -> float | None:
    return _rounded(error.low) if error else None


def _high(error: SamplingError | None) -> float | None:
    return _rounded(error.high) if error else None


def _element(element: ElementResult, sums: AnswerSums, place: int) -> ElementFigure:
    return {
        "key": element.key,
        "label": words(element.label),
        "n": element.n,
        "counts": list(sums.counts[place]),
        "mean": str(element.mean),
        "weighted_mean": str(element.weighted_mean),
    }


def _target(target: TargetSample | None) -> TargetFigure | None:
    if target is None:
        return None
    return {
        "population": target.population,
        "needed": target.needed,
        "lacking": target.lacking,
        "because": words(target.because),
    }


def _change(
    last: SurveyPeriod | None, before: Mapping[int, SurveyResult], result: SurveyResult, on: date
) -> ChangeFigure | None:
    earlier = before[last.pk] if last else None
    if last is None or earlier is None or earlier.index is None or result.index is None:
        return None
    errors = {"earlier_error": earlier.error, "later_error": result.error}
    found = index_change(earlier=earlier.index, later=result.index, **errors, on=on)
    return _told_change(last, earlier.index, found)


def _told_change(last: SurveyPeriod, earlier: SatisfactionIndex, found: IndexChange) -> ChangeFigure:
    return {
        "title": last.title,
        "index": str(earlier.index),
        "difference": str(found.difference),
        "margin": None if found.margin is None else _rounded(found.margin),
        "exceeds": found.exceeds,
        "because": words(found.because),
    }


def _trend(period: SurveyPeriod, result: SurveyResult) -> TrendFigure:
    error = _of_enough(result, period.closes_on)
    return {
        "title": period.title,
        "closes_on": period.closes_on.isoformat(),
        "index": str(result.index.index) if result.index else None,
        "quality": result.index.quality if result.index else None,
        "low": _low(error),
        "high": _high(error),
        "respondents": result.sums.respondents,
    }


def _of_enough(result: SurveyResult, on: date) -> SamplingError | None:
    """Return the error where it rests on the complete answers of enough people."""
    return result.error if result.sums.complete >= smallest_cell(on=on) else None


def _parts(parts: Parts, names: Mapping[Any, str], on: date) -> PartsFigure:
    thin = _with_few(parts, on)
    rows = [_part(_label(part.key, names), part, is_thin=part.key in thin, on=on) for part in parts.rows]
    return {"rows": rows, "hidden": maybe_words(parts.safe.because)}


def _with_few(parts: Parts, on: date) -> set[Any]:
    """Return the parts in which few answered some element, and those that would give their means away."""
    found: set[Any] = set()
    for place in range(len(ELEMENTS)):
        answered = {part.key: _counted(part.result, place, on) for part in parts.rows if part.result}
        found |= {key for key, people in safe_cells(cells=answered, on=on).cells.items() if people is None}
    return found


def _counted(result: SurveyResult, place: int, on: date) -> int:
    """Return how many answered an element; 1 where number and mean tell of a single other score."""
    element = result.index.elements[place] if result.index else None
    if element is not None and is_of_few(element.n, element.mean, smallest=smallest_cell(on=on)):
        return min(element.n, 1)
    return sum(result.sums.counts[place])


def _label(key: Any, names: Mapping[Any, str]) -> str:
    """Return the name; of a month ``2026-09``; nothing for answers without one."""
    if isinstance(key, date):
        return key.isoformat()[:7]
    return "" if key is None else names[key]


def _part(label: str, part: Part, *, is_thin: bool, on: date) -> PartFigure:
    index = part.result.index if part.result else None
    error = _of_enough(part.result, on) if part.result else None
    return {
        "label": label,
        "people": part.people,
        "index": str(index.index) if index else None,
        "quality": index.quality if index else None,
        "low": _low(error),
        "high": _high(error),
        "means": {element.key: str(element.mean) for element in index.elements} if index and not is_thin else None,
    }


def _profile(cells: SafeCells[str]) -> ProfileFigure:
    return {"people": dict(cells.cells), "hidden": maybe_words(cells.because)}


def _follow_ups(plans: Iterable[FollowUp], on: date) -> list[FollowUpFigure]:
    return [_follow_up(plan, on) for plan in plans]


def _follow_up(plan: FollowUp, on: date) -> FollowUpFigure:
    steps = list(plan.steps.all())
    return {
        "element": plan.element,
        "activity": plan.activity,
        "due_on": plan.due_on.isoformat(),
        "responsible": plan.responsible,
        "state": plan.state,
        "late": is_late(plan, on=on),
        "note": max(steps, key=lambda step: (step.at, step.pk)).note if steps else "",
    }


def _report(period: SurveyPeriod) -> dict[str, str]:
    """Return what the unit wrote itself; a section that it left empty is not there."""
    written = SurveyReport.objects.filter(period=period).values(*SECTIONS).first()
    return {name: str(text) for name, text in (written or {}).items() if text}


def _rounded(value: float) -> float:
    return round(value, 4)
