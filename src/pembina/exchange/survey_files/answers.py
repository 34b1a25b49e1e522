"""Answers of a satisfaction survey whose columns say themselves which element they hold."""

from collections.abc import Mapping
from dataclasses import dataclass

from pembina.core.rules.satisfaction_index import ELEMENTS, Missing, ScoreCounts
from pembina.core.text import Text
from pembina.exchange.survey_files.elements import Order, element_of
from pembina.exchange.survey_files.sources import Source, SurveySources, survey_sources
from pembina.exchange.tables import Table, UnreadableFileError


@dataclass(frozen=True, slots=True)
class SurveyAnswers:
    """What a survey file holds, ready for `satisfaction_index(answers=survey.counts, …)`.

    Attributes
    ----------
    counts : people by element and score
    columns : element key to the column it was read from; empty for a file of counts
    unanswered : element key to the number of respondents without an answer
    notes : what the person should know about the reading
    """

    counts: ScoreCounts
    columns: Mapping[str, str]
    unanswered: Mapping[str, int]
    notes: tuple[Text, ...]


def read_answers(table: Table, *, order: Order = "regulation", missing: Missing = "refuse") -> SurveyAnswers:
    """Read the answers of a survey: one row a respondent, or one row an element and score.

    Parameters
    ----------
    order : what U8 and U9 mean in this file: "regulation" (complaints, facilities) or "questionnaire" (the reverse)
    missing : "refuse" an empty cell, or allow it and count it

    Raises
    ------
    UnreadableFileError : a score outside 1-4, an empty cell under "refuse", or columns that are no survey
    """
    found = survey_sources(table)
    if found.shape == "counts":
        _refuse_unknown(found, order)
    chosen = _one_for_each_element(table, found, order)
    for source in chosen.values():
        source.require(missing)
    names = {key: source.name for key, source in chosen.items()}
    counts = found.counts(names)
    unanswered = {key: counts.respondents - counts.answered(key) for key in ELEMENTS}
    return SurveyAnswers(counts, names if found.shape == "answers" else {}, unanswered, found.notes)


def _one_for_each_element(table: Table, found: SurveySources, order: Order) -> dict[str, Source]:
    chosen: dict[str, Source] = {}
    for source in found.sources:
        key = element_of(source.name, order=order)
        if key in chosen:
            raise _twice(key, chosen[key].name, source.name)
        if key is not None:
            chosen[key] = source
    lacking = [key for key in ELEMENTS if key not in chosen]
    if lacking:
        raise UnreadableFileError(
            Text(
                id=f"Kolom untuk unsur berikut tidak ditemukan di {table.name}: {', '.join(lacking)}.",
                en=f"No column in {table.name} for these elements: {', '.join(lacking)}.",
            ),
            Text(
                id="Beri nama kolom U1 sampai U9 atau nama unsurnya; atau pakai kolom unsur, skor, jumlah_responden.",
                en="Name the columns U1 to U9 or after the elements; or use columns unsur, skor, jumlah_responden.",
            ),
        )
    return {key: chosen[key] for key in ELEMENTS}


def _refuse_unknown(found: SurveySources, order: Order) -> None:
    for source in found.sources:
        if element_of(source.name, order=order) is None:
            raise UnreadableFileError(
                Text(
                    id=f"Baris {source.row}: “{source.name}” bukan salah satu dari sembilan unsur.",
                    en=f"Row {source.row}: “{source.name}” is none of the nine elements.",
                ),
                Text(id="Tulis U1 sampai U9 atau nama unsurnya.", en="Write U1 to U9 or the name of the element."),
                row=source.row,
                value=source.name,
            )


def _twice(key: str, first: str, second: str) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"“{first}” dan “{second}” sama-sama berarti unsur {key}.",
            en=f"“{first}” and “{second}” both mean element {key}.",
        ),
        Text(id="Sisakan satu, atau beri nama U1 sampai U9.", en="Keep one, or name them U1 to U9."),
        column=second,
    )
