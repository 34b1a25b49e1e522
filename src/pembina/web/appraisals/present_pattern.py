"""How the predicates that a leader gave stand to the pattern of the regulation, as a picture and in words."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.core.rules.appraisal_rating import PatternAdvice, Predicate, organisations, pattern_advice
from pembina.domain.access.models import User
from pembina.domain.people.models import Person
from pembina.domain.people.queries import main_assignments
from pembina.domain.performance.models import EvaluationPeriod, PatternReason
from pembina.domain.performance.organisations import organisation_used
from pembina.domain.performance.queries.patterns import counts_of_rater
from pembina.web.components.charts.rows import Bar, BarChart
from pembina.web.components.formatting import in_language


@dataclass(frozen=True, slots=True)
class PatternShown:
    """The pattern of one period; without a chart where the organisation is not rated yet."""

    period: str
    organisation: str
    basis: str
    because: str
    article: str
    curve: str
    given: BarChart | None
    advised: BarChart | None
    needs_reason: bool
    reason: str
    reason_address: str


def patterns_shown(actor: User, *, on: date) -> list[PatternShown]:
    """Return the patterns of the open periods in which `actor` is a rater."""
    rater = Person.objects.filter(nip=actor.username).first()
    if rater is None:
        return []
    periods = EvaluationPeriod.objects.filter(closed_at__isnull=True, appraisals__rater=rater).distinct()
    return [_shown(period, rater, on) for period in periods[:3]]


def _shown(period: EvaluationPeriod, rater: Person, on: date) -> PatternShown:
    led = main_assignments(on).filter(person=rater).first()
    used = organisation_used(period, led.unit_id if led else None, on=on)
    reason = PatternReason.objects.filter(period=period, rater=rater).first()
    address = reverse("appraisals:pattern_reason", args=[period.pk])
    words = reason.words if reason else ""
    if used is None:
        told = _("Capaian kinerja organisasi belum ditetapkan; dokumen belum dapat ditandatangani.")
        return PatternShown(period.label, "", "", told, "", "", None, None, False, words, address)
    counts = {Predicate(word): count for word, count in counts_of_rater(period, rater.pk).items()}
    advice = pattern_advice(organisation=used.rating, counts=counts, on=on)
    return PatternShown(
        period=period.label,
        organisation=f"{in_language(organisations(on=on)[used.rating])} ({used.unit})",
        basis=in_language(used.chosen.because) if used.chosen else used.basis,
        because=in_language(advice.because),
        article=advice.article,
        curve=in_language(advice.curve_certainty.sentence),
        given=_given(advice),
        advised=_advised(advice),
        needs_reason=advice.needs_reason,
        reason=words,
        reason_address=address,
    )


def _given(advice: PatternAdvice) -> BarChart | None:
    if not advice.total:
        return None
    bars = [Bar(in_language(row.label), float(row.share or 0)) for row in advice.rows]
    return BarChart(_("Predikat yang Anda beri (persen)"), bars, maximum=100)


def _advised(advice: PatternAdvice) -> BarChart:
    bars = [Bar(in_language(row.label), float(row.advised_share)) for row in advice.rows]
    return BarChart(_("Kurva panduan peraturan (persen)"), bars, maximum=100)
