"""``pembina rule``: a regulation applied to a file."""

import datetime
import json
import textwrap
from pathlib import Path

import click

from pembina.cli.unusable_input import unusable_input
from pembina.core.effect.wording import figure
from pembina.core.rules.satisfaction_index import (
    Missing,
    NotInForceError,
    SatisfactionIndex,
    UnusableAnswersError,
    Weight,
    satisfaction_index,
)
from pembina.core.text import Text
from pembina.exchange.survey_files import Order, SurveyAnswers, read_answers
from pembina.exchange.tables import UnreadableFileError, read_table

REFUSALS = (UnreadableFileError, UnusableAnswersError, NotInForceError)
_WIDTH = 84


@click.group()
def rule() -> None:
    """Apply a regulation to a file. Each answer says which article and which version it follows."""


@rule.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--weight",
    type=click.Choice(["exact", "0.11", "0.111"]),
    default="exact",
    show_default=True,
    help="Weight of an element: 1/9, or rounded as some reports have it.",
)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Day whose regulation applies.  [today]")
@click.option(
    "--order",
    type=click.Choice(["regulation", "questionnaire"]),
    default="regulation",
    show_default=True,
    help="U8 and U9: complaints, facilities (regulation) or the reverse (many questionnaires).",
)
@click.option(
    "--missing",
    type=click.Choice(["refuse", "per-element"]),
    default="refuse",
    show_default=True,
    help="An unanswered question: refuse, or average an element over those who answered.",
)
@click.option("--sheet", metavar="NAME", help="Sheet of a workbook.  [the first with data]")
@click.option(
    "--language", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Of what is printed."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def skm(
    *,
    file: Path,
    weight: Weight,
    on: datetime.datetime | None,
    order: Order,
    missing: str,
    sheet: str | None,
    language: str,
    as_json: bool,
) -> None:
    """Compute the community satisfaction index (SKM) of a survey, PermenPANRB 14/2017.

    FILE has one row a respondent (columns U1 to U9, or named after the elements), or the columns unsur, skor,
    jumlah_responden.
    """
    day = on.date() if on else datetime.datetime.now(tz=datetime.UTC).astimezone().date()
    treated: Missing = "per_element" if missing == "per-element" else "refuse"
    with unusable_input(REFUSALS, language):
        survey = read_answers(read_table(file, name=file.name or str(file), sheet=sheet), order=order, missing=treated)
        result = satisfaction_index(answers=survey.counts, weight=weight, missing=treated, on=day)
    click.echo(_json(result, survey, language) if as_json else _text(result, survey, language))


def _json(result: SatisfactionIndex, survey: SurveyAnswers, language: str) -> str:
    answer = {**result.as_dict(language), "notes": [note.in_language(language) for note in survey.notes]}
    return json.dumps(answer, ensure_ascii=False, allow_nan=False, indent=2)


def _text(result: SatisfactionIndex, survey: SurveyAnswers, language: str) -> str:
    width = max(len(element.label.in_language(language)) for element in result.elements)
    heads = Text(id="rata-rata  responden", en="mean     respondents").in_language(language)
    lines = [
        *textwrap.wrap(result.because.in_language(language), _WIDTH),
        "",
        f"{'Unsur' if language == 'id' else 'Element':<{width}}  {heads}",
        *(
            f"{element.label.in_language(language):<{width}}  "
            f"{figure(float(element.mean), 4).in_language(language):>9}  {element.n:>9}"
            for element in result.elements
        ),
        "",
        Text(id="Unsur terlemah: ", en="Weakest element: ").in_language(language)
        + result.weakest.label.in_language(language),
        Text(id="Dasar: ", en="Basis: ").in_language(language) + result.article,
        *(note.in_language(language) for note in survey.notes),
    ]
    return "\n".join(lines)
