"""Results of the national record come in from a file, and are taken back: all of a file or nothing."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from pembina.core.blocks import in_blocks
from pembina.domain.access.audit import Touched, one_event, record, record_many
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.permissions import staff_reached_by
from pembina.domain.people.queries import person_of
from pembina.domain.performance.models import PerformanceResult, ResultImport, ResultImportRow
from pembina.domain.performance.result_plan import (
    AT_ONCE,
    CONTENT,
    ReadResult,
    ResultPlan,
    content_of,
    key_of,
    plan_results,
    results_about,
)
from pembina.domain.performance.result_refusals import (
    OwnResultError,
    ResultImportUndoneError,
    ResultOutOfReachError,
    ResultTouchedError,
)

Content = dict[str, Any]


def import_results(*, plan: ResultPlan, file_name: str, sha256: str, by: User, at: datetime) -> ResultImport:
    """Write the rows of a plan as far as they still say something new; the record may have changed since it was made.

    Rows about `by` are refused: nobody notes a result of oneself.

    Raises
    ------
    ResultOutOfReachError : a row is about somebody outside the units of `by`
    """
    with one_event():
        rows = [*plan.new, *plan.changed]
        _check_reach(rows, by, at)
        mine = person_of(by)
        others = [row for row in rows if mine is None or row.person != mine.pk]
        now = plan_results(others, refused=plan.refused + len(rows) - len(others))
        batch = ResultImport.objects.create(
            file_name=file_name[-200:], sha256=sha256, by=by, at=at, added=len(now.new), changed=len(now.changed),
            same=plan.same + now.same, refused=now.refused,
        )  # fmt: skip
        touched = [*_add(now.new, batch), *_change(now.changed, batch)]
        record_many("import_result_rows", subjects=touched, by=by, at=at)
        counts = {"added": ("", str(batch.added)), "changed": ("", str(batch.changed))}
        record("import_results", on=batch, by=by, at=at, changes=counts, created=True)
        sealed = {"added": batch.added, "changed": batch.changed, "sha256": sha256}
        seal(kind=ChainKind.IMPORT_APPLIED, subject=batch, content=sealed, by=by, at=at)
    return batch


def undo_import_results(*, batch: ResultImport, by: User, at: datetime) -> ResultImport:
    """Take a file back: what it added goes, what it changed is as before; nothing where a later file changed a row.

    Raises
    ------
    ResultImportUndoneError, ResultTouchedError, ResultOutOfReachError
    OwnResultError : a row is about `by`
    """
    with one_event():
        kept = ResultImport.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        if kept.undone_at is not None:
            raise ResultImportUndoneError
        rows = list(kept.rows.select_related("result__person").order_by("pk"))
        held = [(row.result, row.before) for row in rows if row.result is not None]
        _check_undoing([result for result, _before in held], kept, by, at)
        record_many("undo_import_result_rows", subjects=[_undone(*each) for each in held], by=by, at=at)
        _restore([(result, before) for result, before in held if before is not None])
        for some in in_blocks([result.pk for result, before in held if before is None], AT_ONCE):
            PerformanceResult.objects.filter(pk__in=some).delete()
        kept.undone_by, kept.undone_at = by, at
        kept.save(update_fields=["undone_by", "undone_at"])
        record("undo_import_results", on=kept, by=by, at=at, changes={"undone_at": ("", at.isoformat())})
        seal(kind=ChainKind.IMPORT_UNDONE, subject=kept, content={"results": len(held)}, by=by, at=at)
    return kept


def _check_reach(rows: Iterable[Any], by: User, at: datetime) -> None:
    people = {row.person if isinstance(row, ReadResult) else row.person_id for row in rows}
    reached = set(staff_reached_by(by, Permission.MANAGE_STAFF, on=localdate(at)).values_list("pk", flat=True))
    if people - reached:
        raise ResultOutOfReachError(len(people - reached))


def _check_undoing(results: Sequence[PerformanceResult], batch: ResultImport, by: User, at: datetime) -> None:
    _check_reach(results, by, at)
    if any(result.person.nip == by.username for result in results):
        raise OwnResultError
    later = 0
    for some in in_blocks([result.pk for result in results], AT_ONCE):
        since = ResultImportRow.objects.filter(result__in=some, batch__pk__gt=batch.pk, batch__undone_at__isnull=True)
        later += since.values("result").distinct().count()
    if later:
        raise ResultTouchedError(later)


def _add(rows: Sequence[ReadResult], batch: ResultImport) -> list[Touched]:
    made = PerformanceResult.objects.bulk_create((_new(row, batch) for row in rows), batch_size=AT_ONCE)
    _note(((result, None) for result in made), batch)
    return [
        Touched(result, {"predicate": ("", result.get_predicate_display())}, created=True)
        for result in _with_persons(made)
    ]


def _change(rows: Sequence[ReadResult], batch: ResultImport) -> list[Touched]:
    wanted = {row.key: row.content for row in rows}
    found = [result for result in results_about(rows) if key_of(result) in wanted]
    before = [(result, content_of(result)) for result in found]
    touched = [_changed(result, was, wanted[key_of(result)]) for result, was in before]
    for result in found:
        _say(result, wanted[key_of(result)])
        result.noted_by, result.noted_at = batch.by, batch.at
    PerformanceResult.objects.bulk_update(found, [*CONTENT, "noted_by", "noted_at"], batch_size=AT_ONCE)
    _note(before, batch)
    return touched


def _restore(held: Sequence[tuple[PerformanceResult, Content]]) -> None:
    for result, before in held:
        _say(result, before)
    PerformanceResult.objects.bulk_update([result for result, _before in held], CONTENT, batch_size=AT_ONCE)


def _undone(result: PerformanceResult, before: Content | None) -> Touched:
    if before is None:
        return Touched(result, {"predicate": (result.get_predicate_display(), "")})
    return _changed(result, content_of(result), before)


def _changed(result: PerformanceResult, was: Content, now: Content) -> Touched:
    told = {name: (str(was[name] or ""), str(now[name] or "")) for name in CONTENT if was[name] != now[name]}
    return Touched(result, told)


def _new(row: ReadResult, batch: ResultImport) -> PerformanceResult:
    result = PerformanceResult(
        person_id=row.person, year=row.year, cycle=row.cycle, first_month=row.first_month, last_month=row.last_month,
        noted_by=batch.by, noted_at=batch.at,
    )  # fmt: skip
    _say(result, row.content)
    return result


def _say(result: PerformanceResult, content: Content) -> None:
    for name, value in content.items():
        setattr(result, "rater_id" if name == "rater" else name, value)


def _note(brought: Iterable[tuple[PerformanceResult, Content | None]], batch: ResultImport) -> None:
    rows = (ResultImportRow(batch=batch, result=result, before=before) for result, before in brought)
    ResultImportRow.objects.bulk_create(rows, batch_size=AT_ONCE)


def _with_persons(rows: Sequence[PerformanceResult]) -> list[PerformanceResult]:
    found: list[PerformanceResult] = []
    for some in in_blocks([row.pk for row in rows], AT_ONCE):
        found += PerformanceResult.objects.filter(pk__in=some).select_related("person").order_by("pk")
    return found
