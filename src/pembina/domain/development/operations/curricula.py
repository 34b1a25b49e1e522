"""Curricula in versions: one is drafted from the one in force, changed, and put in force on a day in its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from pembina.core.rules.learning_hours import UnusableHoursError, form
from pembina.core.text import Text
from pembina.domain.access.audit import Changes, local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.enums import VersionState
from pembina.domain.development.models import CompetenceUnit, Curriculum, CurriculumVersion, Partner
from pembina.domain.development.partner_refusals import (
    CurriculumCodeTakenError,
    DraftWaitingError,
    InForceDayError,
    PartnerRetiredError,
    UnitLinesError,
    UnknownFormError,
    VersionEmptyError,
    VersionFixedError,
)
from pembina.domain.development.programme_refusals import TooEarlyError
from pembina.domain.development.refusals import WrongStepError

MOST_HOURS = Decimal(9_999)
RULES = ("partner", "least_attendance", "pass_mark", "valid_months", "change_note")


@dataclass(frozen=True, slots=True)
class CourseTold:
    """What is told about a curriculum; `form` is the number of SIASN."""

    code: str
    title: str
    sector: str
    form: int
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One competence unit before it is kept; without `taught_by` the government teaches it itself."""

    title: str
    hours: Decimal
    taught_by: Partner | None = None


@dataclass(frozen=True, slots=True)
class VersionTold:
    """What a version says, as `CurriculumVersion` explains it."""

    units: Sequence[UnitLine]
    partner: Partner | None = None
    least_attendance: int = 80
    pass_mark: Decimal | None = None
    valid_months: int | None = None
    change_note: str = ""


def open_curriculum(*, told: CourseTold, by: User, at: datetime) -> Curriculum:
    """Put a course on record with an empty first draft; raises ``CurriculumCodeTakenError``, ``UnknownFormError``."""
    _check_course(told, at)
    with one_event():
        _require_free_code(told)
        made = Curriculum.objects.create(**_course(told))
        CurriculumVersion.objects.create(curriculum=made, version=1, made_by=by, made_at=at)
        changes = {name: ("", str(value)) for name, value in _course(told).items() if value}
        record("open_curriculum", on=made, by=by, at=at, changes=changes, created=True)
    return made


def edit_curriculum(*, curriculum: Curriculum, told: CourseTold, by: User, at: datetime) -> None:
    """Name it differently; what is taught stands in its versions."""
    _check_course(told, at)
    with one_event():
        kept = Curriculum.objects.select_for_update().get(pk=curriculum.pk)
        _require_free_code(told, than=kept)
        pairs = {name: (str(getattr(kept, name)), str(value)) for name, value in _course(told).items()}
        changes = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
        for name, value in _course(told).items():
            setattr(kept, name, value)
        kept.save()
        record("edit_curriculum", on=kept, by=by, at=at, changes=changes)


def draft_version(*, curriculum: Curriculum, by: User, at: datetime) -> CurriculumVersion:
    """Return a new draft, a copy of the version in force; raises ``DraftWaitingError`` where one is being written."""
    with one_event():
        kept = Curriculum.objects.select_for_update().get(pk=curriculum.pk)
        versions = list(kept.versions.order_by("version"))
        waiting = next((one for one in versions if one.state == VersionState.DRAFT), None)
        if waiting is not None:
            raise DraftWaitingError(waiting.version)
        source = next((one for one in versions if one.state == VersionState.IN_FORCE), None)
        made = CurriculumVersion(
            curriculum=kept, version=versions[-1].version + 1 if versions else 1, made_by=by, made_at=at
        )
        if source is not None:
            made.partner, made.least_attendance = source.partner, source.least_attendance
            made.pass_mark, made.valid_months = source.pass_mark, source.valid_months
        made.save()
        if source is not None:
            _write_units(made, [UnitLine(one.title, one.hours, one.taught_by) for one in _units_of(source)])
        changes = {"version": (str(source.version) if source else "", str(made.version))}
        record("draft_version", on=kept, by=by, at=at, changes=changes)
    return made


def edit_version(*, version: CurriculumVersion, told: VersionTold, by: User, at: datetime) -> None:
    """Change a draft; raises ``VersionFixedError``, ``UnitLinesError`` naming each line, ``PartnerRetiredError``."""
    _check_version(told)
    with one_event():
        kept = _locked(version)
        changes = _changed(kept, told)
        for name in RULES:
            setattr(kept, name, getattr(told, name))
        kept.save(update_fields=list(RULES))
        kept.units.all().delete()
        _write_units(kept, told.units)
        record("edit_version", on=kept, by=by, at=at, changes=changes)


def discard_version(*, version: CurriculumVersion, by: User, at: datetime) -> None:
    """Throw a draft away; a curriculum keeps its only version."""
    with one_event():
        kept = _locked(version)
        if not kept.curriculum.versions.exclude(pk=kept.pk).exists():
            raise WrongStepError(str(kept.get_state_display()))
        changes = {"version": (str(kept.version), "")}
        record("discard_version", on=kept.curriculum, by=by, at=at, changes=changes)
        kept.delete()


def put_in_force(*, version: CurriculumVersion, on: date, by: User, at: datetime) -> None:
    """Let a draft take the place of the version in force from a day on; batches go on by the version they have.

    The day is today or earlier: what begins later is put in force on its day. Raises ``VersionEmptyError``,
    ``InForceDayError``, ``VersionFixedError``, ``TooEarlyError``.
    """
    if on > local_date(at):
        raise TooEarlyError(on)
    with one_event():
        kept = _locked(version)
        if not kept.units.exists():
            raise VersionEmptyError
        standing = kept.curriculum.versions.filter(state=VersionState.IN_FORCE).first()
        if standing is not None:
            since = standing.in_force_from
            if since is not None and on <= since:
                raise InForceDayError(standing.version, since)
            standing.state = VersionState.REPLACED
            standing.save(update_fields=["state"])
        kept.state, kept.in_force_from = VersionState.IN_FORCE, on
        kept.save(update_fields=["state", "in_force_from"])
        changes = {
            "version": (str(standing.version) if standing else "", str(kept.version)),
            "in_force_from": ("", on.isoformat()),
        }
        record("put_in_force", on=kept.curriculum, by=by, at=at, changes=changes)


def retire_curriculum(*, curriculum: Curriculum, by: User, at: datetime) -> None:
    """Offer it no longer, or, where it was retired, again."""
    with one_event():
        kept = Curriculum.objects.select_for_update().get(pk=curriculum.pk)
        before = kept.retired_on
        kept.retired_on = None if before else local_date(at)
        kept.save(update_fields=["retired_on"])
        changes = {"retired_on": (before.isoformat() if before else "", str(kept.retired_on or ""))}
        record("retire_curriculum", on=kept, by=by, at=at, changes=changes)


def _check_course(told: CourseTold, at: datetime) -> None:
    try:
        form(told.form, on=local_date(at))
    except UnusableHoursError as refused:
        raise UnknownFormError(told.form) from refused


def _require_free_code(told: CourseTold, *, than: Curriculum | None = None) -> None:
    taken = Curriculum.objects.filter(code__iexact=told.code).exclude(pk=than.pk if than else 0).first()
    if taken is not None:
        raise CurriculumCodeTakenError(told.code, taken.title)


def _check_version(told: VersionTold) -> None:
    wrong = []
    for number, line in enumerate(told.units, start=1):
        if not line.title.strip():
            wrong.append((number, Text(id="unit kompetensinya belum dinamai", en="the unit has no name")))
        elif not 0 < line.hours <= MOST_HOURS:
            wrong.append((number, Text(id="JP harus lebih dari 0", en="the hours must be above 0")))
    if wrong:
        raise UnitLinesError(wrong)
    for partner in (told.partner, *(line.taught_by for line in told.units)):
        if partner is not None and partner.retired_on is not None:
            raise PartnerRetiredError(partner.name, partner.retired_on)


def _locked(version: CurriculumVersion) -> CurriculumVersion:
    """Return a draft under the lock of its curriculum."""
    Curriculum.objects.select_for_update().get(pk=version.curriculum_id)
    kept = CurriculumVersion.objects.select_related("curriculum", "partner").get(pk=version.pk)
    if kept.state != VersionState.DRAFT:
        raise VersionFixedError(kept.version)
    return kept


def _write_units(version: CurriculumVersion, lines: Sequence[UnitLine]) -> None:
    rows = [
        CompetenceUnit(version=version, position=place, title=line.title, hours=line.hours, taught_by=line.taught_by)
        for place, line in enumerate(lines, start=1)
    ]
    CompetenceUnit.objects.bulk_create(rows)


def _course(told: CourseTold) -> dict[str, object]:
    return {name: getattr(told, name) for name in CourseTold.__slots__}


def _units_of(version: CurriculumVersion) -> Sequence[CompetenceUnit]:
    return list(version.units.select_related("taught_by"))


def _changed(version: CurriculumVersion, told: VersionTold) -> Changes:
    pairs = {name: (_word(getattr(version, name)), _word(getattr(told, name))) for name in RULES}
    pairs["units"] = (_lines(_units_of(version)), _lines(told.units))
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _lines(units: Sequence[UnitLine | CompetenceUnit]) -> str:
    return "; ".join(
        f"{one.title} ({one.hours.normalize():f} JP{f', {one.taught_by.name}' if one.taught_by else ''})"
        for one in units
    )


def _word(value: object) -> str:
    if value is None:
        return ""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
