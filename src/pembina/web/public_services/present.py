"""Services as their list and their page show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.core.rules.service_time import WorkingCalendar
from pembina.domain.services.components import (
    GROUPS,
    NUMBER_OF_COMPONENTS,
    PROMISE,
    Component,
    StandardContent,
    content_of,
    is_given,
    missing_from,
)
from pembina.domain.services.models import PublicService, ServiceStandard
from pembina.domain.services.standards import promise_of
from pembina.web.components.formatting import MISSING, day, in_language, number
from pembina.web.public_services.wording import due_sentence, promised_words

Shown = str | Promise


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service of the list."""

    address: str
    name: str
    code: str
    unit: str
    promise: str
    standard: str
    tone: str


@dataclass(frozen=True, slots=True)
class ComponentShown:
    """One of the 14 components; `lines` is empty where the standard says nothing."""

    number: int
    label: str
    lines: list[str]
    note: str = ""


@dataclass(frozen=True, slots=True)
class GroupShown:
    """One of the two official groups."""

    label: str
    components: list[ComponentShown]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of the standard in the history of a service."""

    address: str
    dates: str
    promise: str
    given: str
    decree: str
    state: Shown
    tone: str


@dataclass(frozen=True, slots=True)
class StandardShown:
    """One version: how complete it is, what it promises today, and its components."""

    dates: str
    decree: str
    given: int
    total: int
    missing: list[str]
    promise: str
    sentence: str
    groups: list[GroupShown]


def service_rows(services: Iterable[PublicService], *, on: date) -> list[ServiceRow]:
    return [_service_row(service, on) for service in services]


def _service_row(service: PublicService, on: date) -> ServiceRow:
    standard = in_force(service)
    state, tone = _standard_state(service, standard, on)
    return ServiceRow(
        address=reverse("public_services:service", args=[service.pk]),
        name=service.name,
        code=service.code,
        unit=service.unit.name,
        promise=promised_words(promise_of(standard)),
        standard=state,
        tone=tone,
    )


def in_force(service: PublicService) -> ServiceStandard | None:
    """Return the standard of the day, which the query has put beside the service."""
    held: list[ServiceStandard] = service.in_force  # type: ignore[attr-defined]
    return held[0] if held else None


def _standard_state(service: PublicService, standard: ServiceStandard | None, on: date) -> tuple[str, str]:
    if service.closed_on is not None and service.closed_on < on:
        return _("Layanan ditutup"), ""
    if standard is None:
        return _("Tanpa standar"), "danger"
    lacking = len(missing_from(content_of(standard)))
    if not lacking:
        return _("Lengkap"), "success"
    return _("%(given)s dari %(total)s komponen") % _counted(NUMBER_OF_COMPONENTS - lacking), "warning"


def _counted(given: int) -> dict[str, str]:
    return {"given": number(given), "total": number(NUMBER_OF_COMPONENTS)}


def service_facts(service: PublicService) -> list[tuple[Shown, Shown]]:
    """Return what is known of a service beside its standard."""
    closed = day(service.closed_on) if service.closed_on else _("Masih dibuka")
    return [
        (_("Kode"), service.code),
        (_("Unit kerja"), service.unit.name),
        (_("Bidang"), service.unit.get_sector_display()),
        (_("Dibuka"), day(service.opened_on)),
        (_("Hari terakhir"), closed),
    ]


def present_standard(standard: ServiceStandard, calendar: WorkingCalendar, *, now: datetime) -> StandardShown:
    """Return one version, with its promise counted by a calendar from `now`."""
    content, promised = content_of(standard), promise_of(standard)
    missing = missing_from(content)
    return StandardShown(
        dates=dates_of(standard),
        decree=standard.decree or MISSING,
        given=NUMBER_OF_COMPONENTS - len(missing),
        total=NUMBER_OF_COMPONENTS,
        missing=[in_language(component.label) for component in missing],
        promise=promised_words(promised),
        sentence=due_sentence(promised, calendar, now=now),
        groups=[
            GroupShown(in_language(group.label), [_component(content, each) for each in group.components])
            for group in GROUPS
        ],
    )


def _component(content: StandardContent, component: Component) -> ComponentShown:
    return ComponentShown(component.number, in_language(component.label), component_lines(content, component))


def component_lines(content: StandardContent, component: Component) -> list[str]:
    """Return what a version says about a component, line by line."""
    if not is_given(content, component):
        return []
    if component.name == PROMISE:
        told = {"start": content.start_event, "stop": content.stop_event}
        promised = promise_of(ServiceStandard(**_promise_of(content)))
        return [promised_words(promised), _("Dihitung sejak %(start)s sampai %(stop)s.") % told]
    written: str = getattr(content, component.name)
    return [line.strip() for line in written.splitlines() if line.strip()]


def _promise_of(content: StandardContent) -> dict[str, int | str | None]:
    return {"promised_amount": content.promised_amount, "promised_unit": content.promised_unit}


def version_rows(versions: Iterable[ServiceStandard], *, on: date) -> list[VersionRow]:
    """Return the history of a standard, the latest first."""
    return [_version_row(standard, on) for standard in versions]


def _version_row(standard: ServiceStandard, on: date) -> VersionRow:
    given = NUMBER_OF_COMPONENTS - len(missing_from(content_of(standard)))
    state, tone = state_of(standard, on)
    return VersionRow(
        address=reverse("public_services:standard", args=[standard.pk]),
        dates=dates_of(standard),
        promise=promised_words(promise_of(standard)),
        given=_("%(given)s dari %(total)s") % _counted(given),
        decree=standard.decree or MISSING,
        state=state,
        tone=tone,
    )


def state_of(standard: ServiceStandard, on: date) -> tuple[str, str]:
    """Say whether a version is in force on a day, past, or to come, with its tone."""
    if standard.starts_on > on:
        return _("Akan berlaku"), "info"
    if standard.ends_on is not None and standard.ends_on < on:
        return _("Sudah diganti"), ""
    return _("Berlaku"), "success"


def dates_of(standard: ServiceStandard) -> str:
    until = day(standard.ends_on) if standard.ends_on else _("seterusnya")
    return f"{day(standard.starts_on)} – {until}"
