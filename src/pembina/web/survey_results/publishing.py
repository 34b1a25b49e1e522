"""Published versions as they are listed, for officers and on the board."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils import timezone

from pembina.domain.services.models import SurveyPublication
from pembina.domain.services.operations.survey_results import is_intact
from pembina.web.components.formatting import day
from pembina.web.components.satisfaction import written


@dataclass(frozen=True, slots=True)
class Version:
    """One published version; whether it is intact is computed from what is stored."""

    number: int
    address: str
    json_address: str
    pdf_address: str
    workbook_address: str
    on: str
    index: str
    correction: str
    rule: str
    hash: str
    is_intact: bool


def versions(publications: Iterable[SurveyPublication]) -> list[Version]:
    """Return the versions of one round as they were given, the newest first."""
    return [version(publication) for publication in publications]


def version(publication: SurveyPublication) -> Version:
    """Return one version."""
    place = [publication.period_id, publication.version]
    return Version(
        number=publication.version,
        address=reverse("survey_board:version", args=place),
        json_address=reverse("survey_board:json", args=place),
        pdf_address=reverse("survey_board:pdf", args=place),
        workbook_address=reverse("survey_board:workbook", args=place),
        on=day(timezone.localtime(publication.at).date()),
        index=written(Decimal(publication.content["result"]["index"]), 2),
        correction=publication.correction,
        rule=publication.rule,
        hash=publication.content_hash,
        is_intact=is_intact(publication),
    )
