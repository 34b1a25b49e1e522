"""A result without what few people said: what is published, and how versions of the first shape are shown since.

Content in, content out; what is hidden is None. The hidden parts of a profile and of a division are hidden already.
"""

from datetime import date
from decimal import Decimal

from pembina.core.rules.survey_sample import hidden_elements, shows_scores, smallest_cell, why_hidden
from pembina.core.text import Text
from pembina.domain.services.result_content import (
    ChangeFigure,
    ElementFigure,
    IndexFigure,
    PartsFigure,
    ResultContent,
    TrendFigure,
    words,
)


def suppressed(content: ResultContent) -> ResultContent:
    """Return a content by the rule of publication; one that follows it already comes back the same."""
    result = content["result"]
    if result is None:
        return content
    on = date.fromisoformat(content["period"]["closes_on"])
    elements = _elements(result["elements"], on)
    has_hidden = any(each["mean"] is None for each in elements)
    made: ResultContent = {
        **content,
        "result": _index(result, elements, on),
        "trend": [_trend(point, on) for point in content["trend"]],
        "change": _change(content, on),
    }
    if has_hidden:
        for name in ("services", "months", "places"):
            made[name] = _without_means(content[name])
    return made


def _elements(elements: list[ElementFigure], on: date) -> list[ElementFigure]:
    told = {
        each["key"]: (each["n"], Decimal(each["mean"]))
        for each in elements
        if each["n"] is not None and each["mean"] is not None
    }
    # Where some are hidden already, the rule has been applied: what is left would be thinned out again.
    hidden = hidden_elements(told, on=on) if len(told) == len(elements) else set(_keys(elements)) - set(told)
    return [_element(each, is_hidden=each["key"] in hidden, on=on) for each in elements]


def _keys(elements: list[ElementFigure]) -> list[str]:
    return [each["key"] for each in elements]


def _element(element: ElementFigure, *, is_hidden: bool, on: date) -> ElementFigure:
    if is_hidden:
        return {**element, "n": None, "counts": None, "mean": None, "weighted_mean": None}
    one, two, three, four = element["counts"] or (1, 1, 1, 1)
    return {**element, "counts": element["counts"] if shows_scores((one, two, three, four), on=on) else None}


def _index(result: IndexFigure, elements: list[ElementFigure], on: date) -> IndexFigure:
    made: IndexFigure = {**result, "elements": elements, "hidden": result.get("hidden")}
    if any(each["counts"] is None for each in elements):
        made["hidden"] = words(why_hidden(on=on))
    if any(each["mean"] is None for each in elements):
        # All digits of the mean of nine could tell how many people are behind a hidden one.
        made["unrounded"] = str(round(Decimal(result["unrounded"]), 4))
    complete = result["complete"]
    if complete is not None and 0 < complete < smallest_cell(on=on):
        made |= _without_error(on)
    return made


def _without_error(on: date) -> IndexFigure:
    """Return what stands in place of an error that rests on the complete answers of a few."""
    smallest = smallest_cell(on=on)
    because = Text(
        id=f"Galat sampel tidak ditampilkan: jawaban lengkap kurang dari {smallest}.",
        en=f"The sampling error is not shown: fewer than {smallest} answers are complete.",
    )
    numbers = dict.fromkeys(("complete", "standard_error", "margin", "low", "high"))
    return {**numbers, "error_because": words(because), "warnings": []}  # type: ignore[typeddict-item]


def _trend(point: TrendFigure, on: date) -> TrendFigure:
    people = point["respondents"]
    if people is None or not 0 < people < smallest_cell(on=on):
        return point
    return {**point, "index": None, "quality": None, "low": None, "high": None, "respondents": None}


def _change(content: ResultContent, on: date) -> ChangeFigure | None:
    """Return the change, where the round before is one of enough people; it stands before this one in the trend."""
    change, earlier = content["change"], content["trend"][-2:-1]
    people = earlier[0]["respondents"] if earlier else None
    return change if people is not None and people >= smallest_cell(on=on) else None


def _without_means(parts: PartsFigure) -> PartsFigure:
    """Return a division without the means of its rows: they would add up to a hidden one."""
    return {**parts, "rows": [{**row, "means": None} for row in parts["rows"]]}
