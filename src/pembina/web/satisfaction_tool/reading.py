"""From the bytes of a file to counts. No Django here: it runs in a bounded process of its own."""

from dataclasses import dataclass

from pembina.core.text import Text
from pembina.exchange.survey_files.sources import SurveySources, survey_sources
from pembina.exchange.tables import UnreadableFileError, read_table


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file cannot be used, and what to do; returned, since an exception does not cross processes whole."""

    message: Text
    remedy: Text


def read_survey(data: bytes, name: str) -> SurveySources | Refusal:
    """Count what the file offers."""
    try:
        return survey_sources(read_table(data, name=name))
    except UnreadableFileError as refused:
        return Refusal(refused.message, refused.remedy)
