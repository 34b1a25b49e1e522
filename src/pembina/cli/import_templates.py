"""The templates that ``pembina import template`` writes."""

from pembina.domain.services.intake.reading import Shape
from pembina.exchange.requests.template import request_template, request_template_csv
from pembina.exchange.staff import staff_template, staff_template_csv, unit_template, unit_template_csv

SHAPES = {"requests": Shape.ROWS, "events": Shape.EVENTS}


def filled_in(kind: str, *, plain: bool, language: str) -> bytes:
    """Return the template of a kind as CSV, or as a workbook whose explanations are in `language`."""
    if kind in SHAPES:
        return request_template_csv(SHAPES[kind]) if plain else request_template(SHAPES[kind], language)
    workbook, text = (staff_template, staff_template_csv) if kind == "staff" else (unit_template, unit_template_csv)
    return text() if plain else workbook(language)
