"""The catalogue of Kabupaten Contoh: its services with two generations of standards, and when its counters are open."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from importlib.resources import files
from random import Random
from typing import Any

import yaml

from pembina.core.rules.service_time import Week, office_hours
from pembina.domain.access.audit import one_event, record
from pembina.domain.people.models import Unit
from pembina.domain.services.components import StandardContent
from pembina.domain.services.enums import ClosedDayKind
from pembina.domain.services.models import ClosedDay, OfficeWeek, PublicService, ServiceStandard, SpecialWeek
from pembina.domain.services.public_holidays import fasts, public_holidays

SEED = 20261123
YEARS_BEFORE, YEARS_AFTER = 3, 1
OPENED = date(2019, 1, 1)
FOUNDING_DAY = (9, 14)
ROOT, REGISTRY, PERMITS, HOSPITAL = "01", "01.05", "01.06", "01.03.03"
HEALTH_CENTRES = ("01.03.04", "01.03.05", "01.03.06", "01.03.07", "01.03.08", "01.03.09")
REGISTRY_WEEK = [["08.00-12.00", "13.00-16.00"]] * 4 + [["08.00-11.30", "13.00-16.30"], [], []]
WITH_SATURDAY = [*REGISTRY_WEEK[:5], ["08.00-12.00"], []]
NO_BREAK = [["08.00-16.00"]] * 5 + [[], []]
SIX_DAYS = [["07.30-14.00"]] * 4 + [["07.30-11.30"], ["07.30-13.00"], []]
CLINIC = [["07.30-15.00"]] * 4 + [["07.30-11.30", "13.00-15.00"], ["07.30-12.00"], []]


@dataclass(frozen=True, slots=True)
class LoadedCatalogue:
    """How much was written."""

    services: int
    standards: int
    closed_days: int


def load_demo_catalogue(*, on: date, at: datetime, seed: int = SEED) -> LoadedCatalogue | None:
    """Write the services of Kabupaten Contoh as of a day; the same arguments write the same.

    Returns None, and writes nothing, where services are on record already or the units are not those of the
    demonstration.
    """
    units = {unit.code: unit for unit in Unit.objects.all()}
    written = yaml.safe_load((files(__package__) / "catalogue.yaml").read_text("utf-8"))
    wanted = {code for kind in written["kinds"] for code in kind["units"]}
    if PublicService.objects.exists() or not wanted <= units.keys():
        return None
    with one_event():
        services = PublicService.objects.bulk_create(_services(written["kinds"], units))
        by_code = {service.code: service for service in services}
        rng = Random(seed)  # noqa: S311 - nothing secret is drawn
        standards = ServiceStandard.objects.bulk_create(_standards(written, by_code, rng, on))
        closed = ClosedDay.objects.bulk_create(_closed_days(on, units))
        OfficeWeek.objects.bulk_create(_weeks(on, units))
        SpecialWeek.objects.bulk_create(_fasts(on, units))
        changes = {"services": ("", str(len(services))), "seed": ("", str(seed))}
        record("load_demo_catalogue", on=units[ROOT], by=None, at=at, changes=changes)
    return LoadedCatalogue(len(services), len(standards), len(closed))


def service_code(kind: str, place: str) -> str:
    """Return the code of a kind of service at one of its places."""
    return f"{kind}-{place}" if place else kind


def _services(kinds: list[dict[str, Any]], units: Mapping[str, Unit]) -> Iterator[PublicService]:
    for kind in kinds:
        for unit, place in kind["units"].items():
            code = service_code(kind["code"], place)
            yield PublicService(unit=units[unit], code=code, name=kind["name"], opened_on=OPENED)


def _standards(
    written: dict[str, Any], services: Mapping[str, PublicService], rng: Random, on: date
) -> Iterator[ServiceStandard]:
    for kind in written["kinds"]:
        for place in kind["units"].values():
            if "promise" in kind:
                yield from _versions(kind, written, services[service_code(kind["code"], place)], rng, on)


def _versions(
    kind: dict[str, Any], written: dict[str, Any], service: PublicService, rng: Random, on: date
) -> Iterator[ServiceStandard]:
    """Yield the standard of three years ago and, where the promise changed since, the present one."""
    first, renewed = date(on.year - YEARS_BEFORE, 1, 1), _renewed(on, rng)
    number = rng.randint(11, 480)
    staff = f"{rng.randint(2, 9)} orang, bergantian di loket."
    content = _content(kind, written, staff)
    if "was" not in kind:
        yield _version(service, first, None, content, number, kind["promise"])
        return
    yield _version(service, first, renewed - timedelta(days=1), content, number, kind["was"])
    yield _version(service, renewed, None, content, number + 3, kind["promise"])


def _renewed(on: date, rng: Random) -> date:
    """Return the first day of a quarter of the last six before `on`."""
    month = on.year * 12 + on.month - 1 - 3 * rng.randint(1, 6)
    return date(month // 12, month % 12 // 3 * 3 + 1, 1)


def _content(kind: dict[str, Any], written: dict[str, Any], staff: str) -> dict[str, str]:
    usual: dict[str, str] = written["usual"]
    said = usual | {
        "requirements": "\n".join(kind["needs"]),
        "product": kind["product"],
        "fee": kind.get("fee", usual["fee"]),
        "legal_basis": "\n".join(["UU 25/2009 tentang Pelayanan Publik", *kind["basis"]]),
        "number_of_staff": staff,
        "start_event": kind["start"],
        "stop_event": kind["stop"],
    }
    for component in written["left_out"][: kind.get("lacks", 0)]:
        said[component] = ""
    return said


def _version(
    service: PublicService,
    starts_on: date,
    ends_on: date | None,
    said: dict[str, str],
    number: int,
    promise: tuple[int, str],
) -> ServiceStandard:
    decree = f"Keputusan Kepala Unit Nomor 065/{number}/{starts_on.year}"
    content = StandardContent(decree=decree, promised_amount=promise[0], promised_unit=promise[1], **said)
    return ServiceStandard(service=service, starts_on=starts_on, ends_on=ends_on, **asdict(content))


def _years(on: date) -> range:
    return range(on.year - YEARS_BEFORE, on.year + YEARS_AFTER + 1)


def _closed_days(on: date, units: Mapping[str, Unit]) -> Iterator[ClosedDay]:
    """Yield the public holidays, the day the regency was founded, and a Saturday on which the registry stays open."""
    taken = set()
    for year in _years(on):
        for holiday in public_holidays(year):
            taken.add(holiday.day)
            yield ClosedDay(day=holiday.day, name=holiday.name, kind=holiday.kind)
    for year in _years(on):
        founded = date(year, *FOUNDING_DAY)
        if founded not in taken:
            yield ClosedDay(day=founded, name="Hari Jadi Kabupaten Contoh", kind=ClosedDayKind.LOCAL)
    stays_open = date(on.year, 12, 24)
    name = "Loket tetap buka pada cuti bersama Natal"
    yield ClosedDay(unit=units[REGISTRY], day=stays_open, name=name, kind=ClosedDayKind.LOCAL, worked=True)


def _weeks(on: date, units: Mapping[str, Unit]) -> Iterator[OfficeWeek]:
    first = date(on.year - YEARS_BEFORE, 1, 1)
    yield OfficeWeek(unit=units[REGISTRY], starts_on=first, week=REGISTRY_WEEK)
    yield OfficeWeek(unit=units[REGISTRY], starts_on=date(on.year, 1, 1), week=WITH_SATURDAY)
    yield OfficeWeek(unit=units[PERMITS], starts_on=first, week=NO_BREAK)
    yield OfficeWeek(unit=units[HOSPITAL], starts_on=first, week=CLINIC)
    for code in HEALTH_CENTRES:
        yield OfficeWeek(unit=units[code], starts_on=first, week=SIX_DAYS)


def _fasts(on: date, units: Mapping[str, Unit]) -> Iterator[SpecialWeek]:
    """Yield the hours of Ramadan; the hospital keeps its own, for the sick do not wait."""
    ramadan = _written(office_hours(on=on).ramadan)
    for year in _years(on):
        for first, last in fasts(year):
            days = {"starts_on": first, "ends_on": last}
            yield SpecialWeek(name=f"Ramadan {year}", week=ramadan, **days)
            yield SpecialWeek(unit=units[HOSPITAL], name=f"Ramadan {year}, poliklinik", week=CLINIC, **days)


def _written(week: Week) -> list[list[str]]:
    return [[str(piece) for piece in hours] for hours in week]
