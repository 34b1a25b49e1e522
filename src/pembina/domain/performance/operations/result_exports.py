"""Lists of results leave the system; who took which is written down."""

from datetime import datetime

from django.db.models import QuerySet

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.performance.models import Appraisal, PerformanceResult
from pembina.domain.performance.result_refusals import TooManyResultsError

MOST_EXPORTED = 50_000


def note_results_export(
    *, results: QuerySet[PerformanceResult], filters: str, by: User, at: datetime, address: str | None = None
) -> None:
    """Write down that `by` takes a list of results; raises ``TooManyResultsError``."""
    with one_event():
        changes = {"results": ("", str(_counted(results))), "filters": ("", filters)}
        record("export_results", on=by, by=by, at=at, changes=changes, address=address)


def note_siasn_results_export(
    *,
    results: QuerySet[PerformanceResult],
    appraisals: QuerySet[Appraisal],
    filters: str,
    by: User,
    at: datetime,
    address: str | None = None,
) -> None:
    """Write down that `by` takes results, and appraisals of our own, in the fields of SIASN.

    Raises ``TooManyResultsError``.
    """
    with one_event():
        changes = {
            "results": ("", str(_counted(results))), "appraisals": ("", str(_counted(appraisals))),
            "filters": ("", filters),
        }  # fmt: skip
        record("export_results_for_siasn", on=by, by=by, at=at, changes=changes, address=address)


def _counted(results: QuerySet[PerformanceResult] | QuerySet[Appraisal]) -> int:
    count = results.count()
    if count > MOST_EXPORTED:
        raise TooManyResultsError(count, MOST_EXPORTED)
    return count
