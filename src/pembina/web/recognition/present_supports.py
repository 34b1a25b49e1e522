"""Support of nominations as pages show it: with names to the jury and the nominee, without to the nominator."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pembina.domain.access.audit import local_date
from pembina.domain.career.models import NominationSupport
from pembina.web.components.formatting import day


@dataclass(frozen=True, slots=True)
class SupportRow:
    """One reason more for a nomination."""

    title: str
    words: str
    evidence: str
    link: str


@dataclass(frozen=True, slots=True)
class OwnSupportRow:
    """A nomination that the visitor supports."""

    pk: int
    name: str
    award: str
    given: str
    may_withdraw: bool


def support_rows(supports: Iterable[NominationSupport], *, named: bool) -> list[SupportRow]:
    return [SupportRow(_title(one) if named else _("Dukungan"), one.words, one.evidence, one.link) for one in supports]


def own_support_rows(supports: Iterable[NominationSupport], *, on: date) -> list[OwnSupportRow]:
    return [
        OwnSupportRow(
            one.pk, one.nomination.called, one.nomination.award.title, day(local_date(one.given_at)),
            one.nomination.stands and one.nomination.award.takes_nominations(on),
        )
        for one in supports
    ]  # fmt: skip


def _title(support: NominationSupport) -> str:
    said = {"name": support.supporter.titled_name, "relation": support.get_relation_display()}
    return _("Dukungan %(name)s (%(relation)s)") % said
