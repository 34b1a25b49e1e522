"""From rows to steps. Nothing is written; a row with a mistake names its field and what to do.

An empty cell changes nothing. A standard is found by its service and first day: where there is one it is corrected,
else a new version is set that says what the one before it says, but for the cells of the file.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.services.catalogue_intake.findings import MistakeError
from pembina.domain.services.catalogue_intake.rows import Change, Finding, Plan, Row, Step
from pembina.domain.services.catalogue_intake.values import standard_told
from pembina.domain.services.components import StandardContent, content_of
from pembina.domain.services.models import PublicService, ServiceStandard


@dataclass(frozen=True, slots=True)
class Known:
    """What stands on record: services and their standards, and the units in reach."""

    services: dict[str, PublicService]
    standards: dict[int, list[ServiceStandard]]
    units: dict[str, Unit]
    on: date


def plan_catalogue(rows: Iterable[Row], *, actor: User, on: date) -> Plan:
    """Say what rows would do where `actor` keeps services; a constant number of queries however many rows there are."""
    rows = list(rows)
    known = _known(rows, actor, on)
    twice = {code for code, count in Counter(_key(cells) for _, cells in rows).items() if code and count > 1}
    plan = Plan()
    for number, cells in rows:
        try:
            plan.steps.append(_step(number, cells, known, twice))
        except MistakeError as mistake:
            value = cells.get(mistake.field, "")
            plan.findings.append(Finding(number, mistake.field, value, mistake.message, mistake.remedy))
    return plan


def _known(rows: list[Row], actor: User, on: date) -> Known:
    codes = {cells.get("code", "") for _, cells in rows}
    services = {each.code: each for each in PublicService.objects.filter(code__in=codes).select_related("unit")}
    standards: dict[int, list[ServiceStandard]] = {}
    held = ServiceStandard.objects.filter(service__in=[each.pk for each in services.values()]).order_by("starts_on")
    for standard in held:
        standards.setdefault(standard.service_id, []).append(standard)
    reached = units_reached_by(actor, Permission.KEEP_SERVICES, on=on)
    return Known(services, standards, {unit.code: unit for unit in reached}, on)


def _key(cells: dict[str, str]) -> str:
    return f"{cells.get('code', '')}\n{cells.get('starts_on', '')}"


def _step(number: int, cells: dict[str, str], known: Known, twice: set[str]) -> Step:
    code = cells.get("code", "")
    if not code:
        raise MistakeError.missing("code")
    if len(code) > 64 or len(cells.get("name", "")) > 200:
        raise MistakeError.too_long("code" if len(code) > 64 else "name")
    if _key(cells) in twice:
        raise MistakeError.twice("code")
    service = known.services.get(code)
    return _about_known(number, cells, service, known) if service else _about_new(number, cells, known)


def _about_new(number: int, cells: dict[str, str], known: Known) -> Step:
    name, unit = cells.get("name", ""), known.units.get(cells.get("unit", ""))
    if not name:
        raise MistakeError.missing("name")
    if unit is None:
        raise MistakeError.unknown_unit("unit")
    told = standard_told(cells)
    step = Step(number, cells["code"], name, unit, (Change.OPENS,), starts_on=told.pop("starts_on", None))
    if not told:
        return step
    if step.starts_on is None:
        raise MistakeError.missing("starts_on")
    return replace(step, changes=(Change.OPENS, Change.SETS), content=_content(StandardContent(), told))


def _about_known(number: int, cells: dict[str, str], service: PublicService, known: Known) -> Step:
    if service.unit.code not in known.units:
        raise MistakeError.elsewhere("code")
    if cells.get("unit", service.unit.code) != service.unit.code:
        raise MistakeError.moved("unit")
    name = cells.get("name", service.name)
    renames = (Change.RENAMES,) if name != service.name else ()
    step = Step(number, service.code, name, service.unit, renames or (Change.NOTHING,), service=service)
    told = standard_told(cells)
    starts_on = told.pop("starts_on", None)
    if not told:
        return step
    return _about_standard(step, renames, known.standards.get(service.pk, []), starts_on, told)


def _about_standard(
    step: Step, renames: tuple[Change, ...], held: list[ServiceStandard], starts_on: date | None, told: dict[str, Any]
) -> Step:
    if starts_on is None:
        raise MistakeError.missing("starts_on")
    same = next((each for each in held if each.starts_on == starts_on), None)
    if same is not None:
        content = _content(content_of(same), told)
        if content == content_of(same):
            return step
        return replace(step, changes=(*renames, Change.CORRECTS), standard=same, starts_on=starts_on, content=content)
    if step.service is not None and not _is_open(step.service, starts_on):
        raise MistakeError.not_open("starts_on")
    before = next((each for each in reversed(held) if each.starts_on < starts_on), None)
    content = _content(content_of(before) if before else StandardContent(), told)
    return replace(step, changes=(*renames, Change.SETS), starts_on=starts_on, content=content)


def _content(before: StandardContent, told: dict[str, Any]) -> StandardContent:
    content = replace(before, **told)
    if not content.promise_is_whole:
        raise MistakeError.half_promise("promised_amount")
    return content


def _is_open(service: PublicService, on: date) -> bool:
    return service.opened_on <= on and (service.closed_on is None or on <= service.closed_on)
