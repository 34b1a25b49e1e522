"""Service checks and medals come in from a file, and are taken back: all of a file or nothing."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from pembina.core.blocks import in_blocks
from pembina.domain.access.audit import Touched, local_date, one_event, record, record_many
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.career.medal_refusals import (
    OwnRecordError,
    RecordImportUndoneError,
    RecordOutOfReachError,
    RecordTouchedError,
)
from pembina.domain.career.models import HeldMedal, RecordImport, ServiceCheck
from pembina.domain.career.permissions import medals_kept_by
from pembina.domain.career.record_plan import AT_ONCE, Planned, ReadRecord, RecordPlan, plan_records
from pembina.domain.people.models import Person

REPLACED = "Diganti oleh berkas impor."


def import_records(
    *, rows: Sequence[ReadRecord], refused: int, file_name: str, sha256: str, by: User, at: datetime
) -> RecordImport:
    """Write the rows of a file as far as they still say something new and sound; the record may have changed since.

    Rows about `by` are left out: nobody records the own history. `refused` is how many rows were left out before.

    Raises
    ------
    RecordOutOfReachError : a row is about somebody whose history `by` does not keep
    """
    with one_event():
        people = {row.person for row in rows}
        _require_reach(people, by, at)
        _lock(people)
        plan = plan_records(rows, by=by, on=local_date(at))
        batch = RecordImport.objects.create(
            file_name=file_name[-200:], sha256=sha256, by=by, at=at, added=plan.added, changed=plan.changed,
            same=plan.same, refused=refused + len(plan.problems),
        )  # fmt: skip
        record_many("import_record_rows", subjects=_put_down(plan, batch), by=by, at=at)
        counts = {"added": ("", str(batch.added)), "changed": ("", str(batch.changed))}
        record("import_records", on=batch, by=by, at=at, changes=counts, created=True)
        sealed = {"added": batch.added, "changed": batch.changed, "sha256": sha256}
        seal(kind=ChainKind.IMPORT_APPLIED, subject=batch, content=sealed, by=by, at=at)
    return batch


def undo_import_records(*, batch: RecordImport, by: User, at: datetime) -> None:
    """Take a file back: what it added goes, a medal that it replaced is as before.

    Raises
    ------
    RecordImportUndoneError, RecordOutOfReachError
    OwnRecordError : an entry is about `by`
    RecordTouchedError : a later check of a person, or a medal taken back since
    """
    with one_event():
        kept = RecordImport.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        if kept.undone_at is not None:
            raise RecordImportUndoneError
        checks = list(kept.checks.select_related("person").order_by("pk"))
        medals = list(kept.medals.select_related("person").order_by("pk"))
        _require_undoable(checks, medals, by, at)
        gone = [Touched(one, {"checked_on": (one.checked_on.isoformat(), "")}) for one in checks]
        gone += [Touched(one, {"medal": (str(one.medal), "")}) for one in medals]
        record_many("undo_import_record_rows", subjects=gone, by=by, at=at)
        replaced = [one.replaces_id for one in medals if one.replaces_id]
        kept.medals.all().delete()
        kept.checks.all().delete()
        for some in in_blocks(replaced, AT_ONCE):
            HeldMedal.objects.filter(pk__in=some).update(taken_back_at=None, taken_back_reason="")
        kept.undone_by, kept.undone_at = by, at
        kept.save(update_fields=["undone_by", "undone_at"])
        record("undo_import_records", on=kept, by=by, at=at, changes={"undone_at": ("", at.isoformat())})
        sealed = {"checks": len(checks), "medals": len(medals)}
        seal(kind=ChainKind.IMPORT_UNDONE, subject=kept, content=sealed, by=by, at=at)


def _put_down(plan: RecordPlan, batch: RecordImport) -> list[Touched]:
    ServiceCheck.objects.bulk_create((_new_check(one.row, batch) for one in plan.checks), batch_size=AT_ONCE)
    replaced = [one.replaces for one in plan.medals if one.replaces]
    for some in in_blocks(replaced, AT_ONCE):
        HeldMedal.objects.filter(pk__in=some).update(taken_back_at=batch.at, taken_back_reason=REPLACED)
    HeldMedal.objects.bulk_create((_new_medal(one, batch) for one in plan.medals), batch_size=AT_ONCE)
    told = [
        Touched(one, {"checked_on": ("", one.checked_on.isoformat())}, created=True)
        for one in batch.checks.select_related("person").order_by("pk")
    ]
    medals = batch.medals.select_related("person").order_by("pk")
    return told + [Touched(one, {"medal": ("", str(one.medal))}, created=True) for one in medals]


def _new_check(row: ReadRecord, batch: RecordImport) -> ServiceCheck:
    told: dict[str, Any] = {"checked_on": row.checked_on, "discipline": row.discipline, "had_unpaid_leave": row.leave}
    return ServiceCheck(person_id=row.person, source=row.source, note=row.note, **told, **_brought(batch))


def _new_medal(planned: Planned, batch: RecordImport) -> HeldMedal:
    row = planned.row
    told: dict[str, Any] = {"medal": row.medal, "awarded_on": row.awarded_on, "replaces_id": planned.replaces}
    return HeldMedal(person_id=row.person, decree=row.decree, **told, **_brought(batch))


def _brought(batch: RecordImport) -> dict[str, Any]:
    return {"recorded_by": batch.by, "recorded_at": batch.at, "batch": batch}


def _require_reach(people: Collection[int], by: User, at: datetime) -> None:
    out = set(people) - set(medals_kept_by(by, on=local_date(at)).values_list("pk", flat=True))
    if out:
        raise RecordOutOfReachError(len(out))


def _require_undoable(checks: list[ServiceCheck], medals: list[HeldMedal], by: User, at: datetime) -> None:
    people = {one.person for one in checks} | {one.person for one in medals}
    _require_reach({one.pk for one in people}, by, at)
    if any(one.nip == by.username for one in people):
        raise OwnRecordError
    latest: dict[int, int] = {}
    for some in in_blocks([one.person_id for one in checks], AT_ONCE):
        found = ServiceCheck.objects.filter(person__in=some).order_by("checked_on", "pk")
        latest |= dict(found.values_list("person", "pk"))
    touched = sum(latest[one.person_id] != one.pk for one in checks)
    touched += sum(one.taken_back_at is not None for one in medals)
    if touched:
        raise RecordTouchedError(touched)


def _lock(people: Iterable[int]) -> None:
    """Let nobody else write about the same people meanwhile: a form that is sent twice writes once."""
    for some in in_blocks(sorted(people), AT_ONCE):
        list(Person.objects.select_for_update(of=("self",)).filter(pk__in=some).order_by("pk").values_list("pk"))
