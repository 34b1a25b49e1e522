"""The export for SIASN as its page shows it: what would be refused, what differs, what is ready and from where."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pembina.core.rules.appraisal_rating import Predicate, Rating
from pembina.domain.performance.appraisal_enums import PredicateScale, RatingScale
from pembina.exchange.skp import SOURCE_WORDS, AppraisalRow, RefusedCell, period_words
from pembina.exchange.skp.sources import Difference
from pembina.web.components.formatting import MISSING, in_language


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One reason why SIASN would refuse a row."""

    name: str
    nip: str
    period: str
    source: str
    field: str
    value: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class DifferentRow:
    """One period of which the two sources tell different things."""

    name: str
    nip: str
    period: str
    own: str
    kept: str

    @property
    def cells(self) -> list[str]:
        return [self.nip, self.name, self.period, self.own, self.kept]


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """One row that nothing speaks against, and where it comes from."""

    name: str
    nip: str
    period: str
    source: str
    rated: str
    coefficient: str


def refused_rows(findings: Iterable[RefusedCell]) -> list[RefusedRow]:
    return [
        RefusedRow(
            found.row.name, found.row.nip, period_words(found.row.period), in_language(SOURCE_WORDS[found.row.source]),
            found.field, found.value, in_language(found.reason), in_language(found.remedy),
        )
        for found in findings
    ]  # fmt: skip


def different_rows(differences: Iterable[Difference]) -> list[DifferentRow]:
    return [
        DifferentRow(
            each.own.name, each.own.nip, period_words(each.own.period), rated_words(each.own), rated_words(each.kept)
        )
        for each in differences
    ]


def ready_rows(rows: Iterable[AppraisalRow]) -> list[ReadyRow]:
    return [
        ReadyRow(
            row.name, row.nip, period_words(row.period), in_language(SOURCE_WORDS[row.source]), rated_words(row),
            row.coefficient_id or _empty(row),
        )
        for row in rows
    ]  # fmt: skip


def rated_words(row: AppraisalRow) -> str:
    """Return predicate and both ratings in words."""
    results, behaviour, predicate = row.rated
    if not (results and behaviour and predicate):
        return MISSING
    told = {"predicate": PredicateScale(Predicate(predicate).value).label}
    told |= {"results": RatingScale(Rating(results).value).label}
    told |= {"behaviour": RatingScale(Rating(behaviour).value).label}
    return _("%(predicate)s (hasil %(results)s, perilaku %(behaviour)s)") % told


def _empty(row: AppraisalRow) -> str:
    why = in_language(row.no_coefficient) if row.no_coefficient else ""
    return _("kosong: %(why)s") % {"why": why} if why else MISSING
