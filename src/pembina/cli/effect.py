"""``pembina effect``: did the staged programme work, from a file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from pembina.cli.effect_input import (
    Ready,
    RequestOptions,
    Roles,
    open_table,
    panel_of_requests,
    panel_of_rows,
)
from pembina.cli.effect_text import evaluation_text
from pembina.cli.unusable_input import unusable_input
from pembina.core.effect import Evaluation, Question, RefusedError, evaluate
from pembina.exchange.service_requests import FIGURES
from pembina.exchange.tables import UnreadableFileError

REFUSALS = (UnreadableFileError, RefusedError)


def _options(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Put several options on a command, in the order given."""

    def decorate(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


_columns = _options(
    click.option("--unit", metavar="COLUMN", help="Unit (office, school).  [guessed]"),
    click.option("--time", metavar="COLUMN", help="Period: 2024-03, Maret 2024, 2024-TW1, 2024, 1, 2, …  [guessed]"),
    click.option("--outcome", metavar="COLUMN", help="The figure that should change.  [guessed]"),
    click.option("--start", metavar="COLUMN", help="First period of the unit; empty, 0 or “never”: none.  [guessed]"),
    click.option(
        "--covariate", "covariates", metavar="COLUMN", multiple=True, help="Fixed trait of a unit; repeatable."
    ),
    click.option("--sheet", metavar="NAME", help="Sheet of a workbook.  [the first with data]"),
    click.option(
        "--decimal",
        "decimals",
        type=click.Choice(["auto", "comma", "point"]),
        default="auto",
        help="Decimal sign of the figures.  [auto: by the column as a whole]",
    ),
)
_question = _options(
    click.option("--lower-is-better", is_flag=True, help="A fall is the benefit (days, complaints)."),
    click.option("--smallest-effect", type=float, metavar="X", help="Smallest change that matters, in its own unit."),
    click.option("--outcome-unit", metavar="WORD", help="What the outcome counts, for the sentences: hari, poin."),
    click.option(
        "--comparison",
        type=click.Choice(["not-yet", "never"]),
        default="not-yet",
        show_default=True,
        help="Compare with units not yet started, or only with those that never start.",
    ),
    click.option("--random-timing", is_flag=True, help="The order of the waves was drawn by lot."),
    click.option("--draws", type=int, help="Draws of the randomisation inference."),
    click.option("--seed", type=int, help="Seed of the draws."),
)
_requests = _options(
    click.option("--requests", is_flag=True, help="One row a service request; made to months by unit."),
    click.option("--received", metavar="COLUMN", help="Time of receipt."),
    click.option("--completed", metavar="COLUMN", help="Time of completion; empty while open."),
    click.option("--figure", type=click.Choice(FIGURES), default="median-days", show_default=True, help="Of a month."),
    click.option("--standard-days", type=float, metavar="D", help="Promised time, for share-on-time."),
    click.option("--zone", metavar="ZONE", help="WIB, WITA, WIT or +07:00, for times without an offset."),
    click.option(
        "--starts", "starts_file", type=click.Path(path_type=Path), metavar="FILE", help="Second file: unit, start."
    ),
    click.option("--start-of", "starts_of", metavar="UNIT=MONTH", multiple=True, help="Start of one unit; repeatable."),
)
_output = _options(
    click.option(
        "--language", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Of what is printed."
    ),
    click.option("--json", "as_json", is_flag=True, help="Print one JSON object."),
)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@_columns
@_question
@_requests
@_output
def effect(
    *,
    file: Path,
    unit: str | None,
    time: str | None,
    outcome: str | None,
    start: str | None,
    covariates: tuple[str, ...],
    sheet: str | None,
    decimals: Any,
    requests: bool,
    language: str,
    as_json: bool,
    **others: Any,
) -> None:
    """Did the programme work? FILE is CSV, XLSX or Parquet with one row a unit and period.

    Prints the verdict, the naive before-after change beside the honest estimate, the path of the effect, and warnings.
    Ends with 0 for any answer, with 2 for input that cannot be used.
    """
    roles = Roles(unit, time, outcome, start, covariates)
    asked = {
        name: others.pop(name)
        for name in (
            "lower_is_better",
            "smallest_effect",
            "outcome_unit",
            "comparison",
            "random_timing",
            "draws",
            "seed",
        )
    }
    with unusable_input(REFUSALS, language):
        question = Question(**{name: value for name, value in asked.items() if value is not None})
        table = open_table(file, sheet)
        if requests:
            ready = panel_of_requests(table, roles, RequestOptions(**others))
        else:
            ready = panel_of_rows(table, roles, decimals, language)
        evaluation = evaluate(ready.panel, question)
    click.echo(_json(evaluation, ready, language) if as_json else _text(evaluation, ready, language))


def _text(evaluation: Evaluation, ready: Ready, language: str) -> str:
    return evaluation_text(evaluation, period_label=ready.columns.calendar.label, language=language)


def _json(evaluation: Evaluation, ready: Ready, language: str) -> str:
    names = {str(number): name for number, name in ready.columns.period_names.items()}
    return json.dumps(
        {**evaluation.as_dict(language), "period_names": names}, ensure_ascii=False, allow_nan=False, indent=2
    )
