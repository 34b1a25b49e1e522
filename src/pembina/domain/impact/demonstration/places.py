"""Where the services of the demonstration's programmes are given, and from which month on each place was reached."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from pembina.core.effect.arrays import IntArray
from pembina.domain.development.models import Programme, WaveUnit
from pembina.domain.impact.demonstration.truths import TRUTHS, Truth
from pembina.domain.people.demonstration.sites import SITES
from pembina.domain.people.enums import UnitKind
from pembina.domain.people.models import Unit
from pembina.domain.services.demonstration.catalogue import service_code
from pembina.domain.services.models import PublicService, ServiceStandard

MONTHS_BEFORE = 24
# How long after the end of a month its figures are taken to be whole.
LATE_DAYS = 10
STANDS = (UnitKind.DISTRICT, UnitKind.WARD, UnitKind.HEALTH_CENTRE, UnitKind.SCHOOL)
LAST_WAVE = 4
OPENED = date(2019, 1, 1)


@dataclass(frozen=True)
class Places:
    """The places of one programme, n of them in the order of their codes.

    Attributes
    ----------
    services : n services, one a place
    first : first month of the window
    months : M, from the first month up to the present one
    observed : months of the window, those whose figures are whole
    reached : (n,) index of the month from which the programme had its effect; M where it had none
    """

    truth: Truth
    programme: Programme
    services: tuple[PublicService, ...]
    first: date
    months: int
    observed: int
    reached: IntArray

    def month(self, index: int) -> date:
        """Return the first day of a month by its index."""
        return moved(self.first, index)


def write_places(*, on: date) -> list[Places]:
    """Write the services with their standards, and return the places of each programme."""
    programmes = {programme.code: programme for programme in Programme.objects.prefetch_related("waves")}
    found = [_places(truth, programmes[truth.code], on) for truth in TRUTHS]
    ServiceStandard.objects.bulk_create(
        standard for places in found for service in places.services for standard in [_standard(service, places)]
    )
    return found


def _places(truth: Truth, programme: Programme, on: date) -> Places:
    members = list(WaveUnit.objects.filter(programme=programme).select_related("unit", "wave"))
    giving = {member.unit.code: member for member in members if _gives(member.unit, truth)}
    codes = sorted(giving)
    services = PublicService.objects.bulk_create(
        PublicService(unit=giving[code].unit, code=service_code(truth.service, code), name=truth.name, opened_on=OPENED)
        for code in codes
    )
    programme.services.add(*services)
    first = moved(month_of(min(wave.planned_on for wave in programme.waves.all())), -MONTHS_BEFORE)
    months = months_from(first, on) + 1
    begun = [giving[code].started_on for code in codes]
    reached = np.array([months if day is None else months_from(first, day) for day in begun])
    waiting = np.flatnonzero(reached == months)
    reached[waiting[: round(2 * truth.spill * len(waiting)) : 2]] = reached.min()
    observed = months_from(first, on - timedelta(days=LATE_DAYS))
    return Places(truth, programme, tuple(services), first, months, observed, reached)


def _gives(unit: Unit, truth: Truth) -> bool:
    sites = SITES.get(truth.code)
    return unit.kind in STANDS or (sites is not None and unit.code in sites.codes)


def _standard(service: PublicService, places: Places) -> ServiceStandard:
    return ServiceStandard(
        service=service, starts_on=date(places.first.year - 1, 1, 1), promised_unit="working_days",
        promised_amount=places.truth.promise, decree="Keputusan Kepala Unit Nomor 065/12",
        requirements="Fotokopi KTP", procedure="Berkas diterima, diperiksa, diselesaikan, diserahkan.",
        start_event="berkas dinyatakan lengkap", stop_event="hasil diserahkan", fee="Gratis", product=places.truth.name,
        complaint_handling="Halaman pengaduan dan kotak saran.", legal_basis="UU 25/2009 tentang Pelayanan Publik",
        facilities="Loket dan ruang tunggu.", competence="Petugas terlatih.", supervision="Oleh atasan langsung.",
        number_of_staff="2 orang", guarantee="Sesuai standar.", safety="Data pemohon dirahasiakan.",
        evaluation="Survei kepuasan tiap tahun.",
    )  # fmt: skip


def month_of(day: date) -> date:
    """Return the first day of the month of a day."""
    return day.replace(day=1)


def moved(month: date, by: int) -> date:
    """Return the first day of a month so many months later."""
    number = month.year * 12 + month.month - 1 + by
    return date(number // 12, number % 12 + 1, 1)


def months_from(first: date, day: date) -> int:
    """Return how many months a day lies after a month."""
    return (day.year - first.year) * 12 + day.month - first.month


def by_place(places: Places) -> Iterator[tuple[int, PublicService]]:
    """Yield each service with its number."""
    yield from enumerate(places.services)
