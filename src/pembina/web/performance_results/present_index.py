"""The simulated index as its page shows it: every part with its basis, what is missing as missing."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from pembina.core.rules.professionalism_index import DimensionPoints, ProfessionalismIndex
from pembina.domain.development.queries.professionalism import CreditSimulation, credit_of, index_of
from pembina.domain.people.models import Person
from pembina.web.components.formatting import in_language, number


@dataclass(frozen=True, slots=True)
class PartRow:
    """One dimension."""

    label: str
    points: str
    most: str
    is_missing: bool
    missing: str
    because: str
    article: str
    certainty: str


@dataclass(frozen=True, slots=True)
class CreditPage:
    """What the result of last year gives in a functional position."""

    position: str
    points: str
    because: str
    needs: list[str]
    article: str
    certainty: str


@dataclass(frozen=True, slots=True)
class IndexPage:
    """The whole page; without parts where the formula does not cover the person."""

    is_covered: bool
    version: str
    because: str
    value: str
    category: str
    parts: list[PartRow]
    article: str
    certainty: str
    credit: CreditPage | None


def index_page(person: Person, *, on: date) -> IndexPage:
    index, credit = index_of(person, on=on), credit_of(person, on=on)
    return IndexPage(
        is_covered=index.is_covered,
        version=in_language(index.version),
        because=in_language(index.because),
        value=_value(index),
        category=in_language(index.category.label) if index.category else "",
        parts=[_part(part) for part in index.parts],
        article=index.article,
        certainty=in_language(index.certainty.sentence),
        credit=_credit(credit) if credit else None,
    )


def _value(index: ProfessionalismIndex) -> str:
    if index.lowest is None or index.highest is None:
        return ""
    return _between(index.lowest, index.highest)


def _between(lowest: Decimal, highest: Decimal) -> str:
    if lowest == highest:
        return _figure(lowest)
    return _("antara %(lowest)s dan %(highest)s") % {"lowest": _figure(lowest), "highest": _figure(highest)}


def _figure(value: Decimal) -> str:
    """Return it with as many decimals as it has, two at most."""
    digits = 0 if value == value.to_integral_value() else 1 if value * 10 == (value * 10).to_integral_value() else 2
    return number(float(value), digits)


def _part(part: DimensionPoints) -> PartRow:
    return PartRow(
        label=in_language(part.label),
        points=_between(part.lowest, part.highest),
        most=_figure(part.most),
        is_missing=part.points is None,
        missing=", ".join(in_language(each) for each in part.missing),
        because=in_language(part.because),
        article=part.article,
        certainty=in_language(part.certainty.sentence),
    )


def _credit(credit: CreditSimulation) -> CreditPage:
    points = credit.points
    return CreditPage(
        position=credit.position,
        points=_figure(points.points),
        because=in_language(points.because),
        needs=[in_language(need.because) for need in credit.needs],
        article=points.article,
        certainty=in_language(points.certainty.sentence),
    )
