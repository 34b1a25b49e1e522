"""An appraisal is rated, and signed: the predicate follows from the two ratings, and the document is sealed."""

from dataclasses import dataclass, field
from datetime import date, datetime

from pembina.core.rules.appraisal_rating import (
    Cycle,
    DerivedPredicate,
    PatternAdvice,
    Predicate,
    Rating,
    UnusableRatingError,
    Value,
    derived_predicate,
    pattern_advice,
)
from pembina.core.rules.appraisal_rating.scales import PACKAGE
from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.people.models import Person
from pembina.domain.performance.appraisal_content import content_of, digest_of, seal_of
from pembina.domain.performance.appraisal_enums import AppraisalState, PaperForm, RatingScale
from pembina.domain.performance.appraisal_permissions import appraisals_overseen_by, appraisals_rated_by
from pembina.domain.performance.appraisal_refusals import (
    AdviceMissingError,
    ChangedMeanwhileError,
    NoOrganisationRatingError,
    NoteMissingError,
    NothingToRateError,
    NotTheRaterError,
    OwnAppraisalError,
    PatternReasonMissingError,
    PeriodClosedError,
    RatingOffScaleError,
    RatingReasonMissingError,
    RuleSaysNoError,
    WindowNotOpenError,
    WindowOverError,
)
from pembina.domain.performance.enums import PeriodCycle
from pembina.domain.performance.models import Appraisal, AppraisalPaper, EvaluationPeriod, PatternReason
from pembina.domain.performance.models.appraisals import OPEN
from pembina.domain.performance.organisations import Used, organisation_used
from pembina.domain.performance.queries.patterns import counts_of_rater

RESULTS, BEHAVIOUR = Text(id="hasil kerja", en="results"), Text(id="perilaku kerja", en="behaviour")


@dataclass(frozen=True, slots=True)
class RatingTold:
    """What the rater says. `notes` are by value of BerAKHLAK and may stay empty."""

    results: str
    behaviour: str
    results_reason: str = ""
    behaviour_reason: str = ""
    advice: str = ""
    notes: dict[str, str] = field(default_factory=dict)


def rate_appraisal(*, appraisal: Appraisal, told: RatingTold, version: int, by: User, at: datetime) -> Appraisal:
    """Keep both ratings as a draft; the predicate follows from them. `version` is what the rater had before the eyes.

    Raises
    ------
    OwnAppraisalError, NotTheRaterError, NothingToRateError, ChangedMeanwhileError, PeriodClosedError
    RatingOffScaleError, RatingReasonMissingError, RuleSaysNoError
    """
    with one_event():
        kept = locked(appraisal, *OPEN)
        require_rater(kept, by, on=local_date(at))
        if kept.version != version:
            raise ChangedMeanwhileError(kept.rated_by.display_name if kept.rated_by else "–")
        before = (kept.results, kept.behaviour, kept.predicate)
        put_ratings(kept, told, at=at)
        kept.state, kept.rated_by, kept.rated_at = AppraisalState.DRAFT, by, at
        kept.version += 1
        kept.save()
        after = (kept.results, kept.behaviour, kept.predicate)
        names = ("results", "behaviour", "predicate")
        changes = {name: pair for name, *pair in zip(names, before, after, strict=True) if pair[0] != pair[1]}
        record("rate_appraisal", on=kept, by=by, at=at, changes={name: (a, b) for name, (a, b) in changes.items()})
    return kept


def sign_appraisal(*, appraisal: Appraisal, version: int, by: User, at: datetime) -> AppraisalPaper:
    """Sign a draft: it is sealed in the chain and changes no more, but by a decision on an objection.

    Raises
    ------
    NothingToRateError, ChangedMeanwhileError, NotTheRaterError, OwnAppraisalError, PeriodClosedError
    WindowNotOpenError, WindowOverError, NoOrganisationRatingError, AdviceMissingError
    PatternReasonMissingError : the predicates of this rater differ from the pattern and nobody has said why
    """
    on = local_date(at)
    with one_event():
        kept = locked(appraisal, AppraisalState.DRAFT)
        silent = require_rater(kept, by, on=local_date(at))
        if kept.version != version:
            raise ChangedMeanwhileError(kept.rated_by.display_name if kept.rated_by else "–")
        if on < kept.period.window_opens:
            raise WindowNotOpenError(kept.period.window_opens)
        if not kept.advice.strip():
            raise AdviceMissingError
        used = organisation_used(kept.period, kept.led_unit_id, on=on)
        if used is None:
            raise NoOrganisationRatingError(kept.led_unit.name if kept.led_unit else kept.unit.name)
        _require_pattern(kept, used, at=at)
        kept.state, kept.organisation, kept.rater_was_silent = AppraisalState.SIGNED, used.rating.value, silent
        kept.signed_by, kept.signed_at = by, at
        kept.version += 1
        kept.save()
        form = PaperForm.BY_SUPERIOR if silent else PaperForm.BY_RATER
        made = seal_paper(kept, content_of(kept, used, form=form, by=by, at=at), form=form, by=by, at=at)
        changes = {"predicate": ("", kept.predicate), "form": ("", form.value)}
        record("sign_appraisal", on=kept, by=by, at=at, changes=changes)
        seal(kind=ChainKind.APPRAISAL_SIGNED, subject=made, content=seal_of(made), by=by, at=at)
    return made


def explain_pattern(*, period: EvaluationPeriod, rater: Person, words: str, by: User, at: datetime) -> PatternReason:
    """Say why the predicates of one rater differ from the pattern; raises ``NoteMissingError``."""
    if not words.strip():
        raise NoteMissingError
    with one_event():
        known = PatternReason.objects.filter(period=period, rater=rater).first()
        row = known or PatternReason(period=period, rater=rater)
        before, row.words, row.told_by, row.told_at = row.words, words.strip(), by, at
        row.save()
        changes = {"reason": (before, row.words)}
        record("explain_pattern", on=row, by=by, at=at, changes=changes, created=known is None, why=row.words)
    return row


def put_ratings(appraisal: Appraisal, told: RatingTold, *, at: datetime) -> DerivedPredicate:
    """Set both ratings, their reasons and the predicate that follows, without saving."""
    for given in (told.results, told.behaviour):
        if given not in RatingScale.values:
            raise RatingOffScaleError(given)
    for rating, reason, of, about in (
        (told.results, told.results_reason, RESULTS, "results_reason"),
        (told.behaviour, told.behaviour_reason, BEHAVIOUR, "behaviour_reason"),
    ):
        if rating != RatingScale.AS_EXPECTED and not reason.strip():
            raise RatingReasonMissingError(of, about)
    found = predicate_of(told.results, told.behaviour, appraisal.period, at=at)
    appraisal.results, appraisal.behaviour = told.results, told.behaviour
    appraisal.results_reason, appraisal.behaviour_reason = told.results_reason.strip(), told.behaviour_reason.strip()
    appraisal.advice = told.advice.strip()
    appraisal.value_notes = {
        value.value: words for value in Value if (words := told.notes.get(value.value, "").strip())
    }
    appraisal.predicate, appraisal.predicate_article = found.predicate.value, found.article
    appraisal.rule_since = parameters_in_force(PACKAGE, on=local_date(at))["effective_from"]
    return found


def predicate_of(results: str, behaviour: str, period: EvaluationPeriod, *, at: datetime) -> DerivedPredicate:
    """Return the predicate of the matrix; raises ``RuleSaysNoError`` where the rule has none."""
    cycle = Cycle.ANNUAL if period.cycle == PeriodCycle.ANNUAL else Cycle.PERIODIC
    try:
        return derived_predicate(results=Rating(results), behaviour=Rating(behaviour), cycle=cycle, on=local_date(at))
    except UnusableRatingError as told:
        raise RuleSaysNoError(told.message, told.remedy) from told


def pattern_of(appraisal: Appraisal, used: Used, *, at: datetime) -> PatternAdvice:
    """Return how the predicates of this rater in this period stand to the pattern."""
    counts = {Predicate(word): count for word, count in counts_of_rater(appraisal.period, appraisal.rater_id).items()}
    return pattern_advice(organisation=used.rating, counts=counts, on=local_date(at))


def seal_paper(
    appraisal: Appraisal, content: dict[str, object], *, form: PaperForm, by: User, at: datetime
) -> AppraisalPaper:
    """Keep a version of the document as the database gives it back; whoever calls writes the event and seals it."""
    made = AppraisalPaper.objects.create(
        appraisal=appraisal, number=appraisal.papers.count() + 1, form=form.value, content=content, sealed_by=by,
        sealed_at=at,
    )  # fmt: skip
    made.refresh_from_db(fields=["content"])
    made.digest = digest_of(made.content)
    made.save(update_fields=["digest"])
    return made


def locked(appraisal: Appraisal, *states: AppraisalState) -> Appraisal:
    """Return the appraisal as it is now, held against others; raises ``NothingToRateError`` in any other state."""
    found = Appraisal.objects.select_for_update(of=("self",)).select_related(
        "period", "person", "unit", "led_unit", "rater", "superior", "plan", "rated_by"
    )
    kept = found.get(pk=appraisal.pk)
    if kept.state not in states:
        raise NothingToRateError(str(kept.get_state_display()))
    return kept


def require_rater(appraisal: Appraisal, actor: User, *, on: date) -> bool:
    """Refuse whoever is not to rate; say whether it is the superior in place of a rater who was silent."""
    period = appraisal.period
    if appraisal.person.nip == actor.username:
        raise OwnAppraisalError
    if period.closed_at is not None:
        raise PeriodClosedError(period.label)
    in_time = (on <= period.window_ends and appraisal.escalated_at is None) or appraisal.superior_id is None
    if in_time:
        if not appraisals_rated_by(actor, on=on).filter(pk=appraisal.pk).exists():
            raise NotTheRaterError
        return False
    if appraisals_overseen_by(actor, on=on).filter(pk=appraisal.pk).exists():
        return True
    if appraisals_rated_by(actor, on=on).filter(pk=appraisal.pk).exists():
        raise WindowOverError(period.window_ends)
    raise NotTheRaterError


def _require_pattern(appraisal: Appraisal, used: Used, *, at: datetime) -> None:
    if appraisal.rater_id is None:
        return
    advice = pattern_of(appraisal, used, at=at)
    explained = PatternReason.objects.filter(period=appraisal.period, rater=appraisal.rater_id)
    if advice.needs_reason and not explained.exists():
        raise PatternReasonMissingError(advice.because)
