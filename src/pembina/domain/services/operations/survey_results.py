"""The words of a report, and the result made public."""

from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256

from pembina.core.rules.dated import parameters_in_force
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.chain.links import canonical
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.services.models import SurveyPeriod, SurveyPublication, SurveyReport
from pembina.domain.services.queries.result_content import published_content_of
from pembina.domain.services.result_content import ResultContent
from pembina.domain.services.result_refusals import (
    CorrectionUnexplainedError,
    NothingToPublishError,
    SameAsPublishedError,
    StillOpenError,
    TooFewToPublishError,
)

SAMPLE_RULE = "pembina.core.rules.survey_sample"


def write_report(*, period: SurveyPeriod, sections: Mapping[str, str], by: User | None, at: datetime) -> SurveyReport:
    """Keep the sections of a report, named by `SECTIONS`; an empty one is printed in our own words.

    The audit event tells which were changed, not their text.
    """
    report = SurveyReport.objects.filter(period=period).first() or SurveyReport(period=period)
    changed = [name for name, text in sections.items() if getattr(report, name) != text]
    created = report.pk is None
    with one_event():
        for name in changed:
            setattr(report, name, sections[name])
        report.full_clean(validate_constraints=False)
        report.save()
        changes = {"sections": ("", ", ".join(changed))} if changed else {}
        record("write_survey_report", on=report, by=by, at=at, changes=changes, created=created)
    return report


def publish_result(*, period: SurveyPeriod, by: User | None, at: datetime, correction: str = "") -> SurveyPublication:
    """Freeze the result of a round that has ended, and make it public; a correction becomes a version beside it.

    Frozen and hashed is what may be read: figures of a few people are not in it.
    """
    on = local_date(at)
    content = published_content_of(period, on=on)
    _require_publishable(period, content, on)
    with one_event():
        SurveyPeriod.objects.select_for_update().get(pk=period.pk)
        last = SurveyPublication.objects.filter(period=period).order_by("-version").first()
        why = _explained(last, content, correction)
        made = SurveyPublication.objects.create(
            period=period,
            version=last.version + 1 if last else 1,
            content=dict(content),
            content_hash=hash_of(content),
            rule=f"{content['article']}; {content['format']}",
            correction=why,
            by=by,
            at=at,
        )
        changes = {"version": ("", str(made.version)), "content_hash": ("", made.content_hash)}
        record("publish_survey_result", on=made, by=by, at=at, changes=changes, created=True, why=why)
        sealed = {"period": period.pk, "version": made.version, "content_hash": made.content_hash}
        seal(kind=ChainKind.SURVEY_PUBLISHED, subject=made, content=sealed, by=by, at=at)
    return made


def hash_of(content: Mapping[str, object]) -> str:
    """Return the SHA-256 of the canonical JSON of a content."""
    return sha256(canonical(content).encode()).hexdigest()


def is_intact(publication: SurveyPublication) -> bool:
    """Say whether what is stored is still what was published."""
    return hash_of(publication.content) == publication.content_hash


def _require_publishable(period: SurveyPeriod, content: ResultContent, on: date) -> None:
    if on <= period.closes_on:
        raise StillOpenError
    if content["result"] is None:
        raise NothingToPublishError(None)
    smallest: int = parameters_in_force(SAMPLE_RULE, on=on)["smallest_cell"]
    if content["respondents"] < smallest:
        raise TooFewToPublishError(content["respondents"], smallest)


def _explained(last: SurveyPublication | None, content: ResultContent, correction: str) -> str:
    """Return why there is another version; the first one needs no reason."""
    if last is None:
        return ""
    if last.content_hash == hash_of(content):
        raise SameAsPublishedError
    if not correction.strip():
        raise CorrectionUnexplainedError
    return correction.strip()
