"""What the portal reads, in few words: offices, services with a promise, requests that took some days."""

from datetime import UTC, date, datetime, timedelta

from pembina.core.rules.service_time import PromisedTime, TimeUnit
from pembina.domain.people.enums import Sector, UnitKind
from pembina.domain.people.operations import open_unit
from pembina.domain.services.complaint_enums import ComplaintKind
from pembina.domain.services.models import PublicService, ServiceRequest, ServiceStandard
from pembina.domain.services.operations.complaints import Contact, Submission, submit_complaint
from pembina.domain.services.tallies import columns_of, retally

BEGAN = date(2020, 1, 1)
NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
DELIVERY = {"requirements": "KTP asli", "procedure": "Ambil nomor", "fee": "Tidak dipungut biaya", "product": "Izin"}


def office(code="1.1", name="Dinas Perizinan", below=None):
    return open_unit(
        code=code, name=name, kind=UnitKind.OFFICE, sector=Sector.GENERAL, parent=below, on=BEGAN, by=None, at=NOON
    )


def service(unit, code="IZIN", name="Izin usaha", days=3, closed_on=None, **standard):
    made = PublicService.objects.create(unit=unit, code=code, name=name, opened_on=BEGAN, closed_on=closed_on)
    if days:
        ServiceStandard.objects.create(
            service=made,
            starts_on=BEGAN,
            promised_amount=days,
            promised_unit="working_days",
            start_event="berkas lengkap",
            stop_event="izin terbit",
            **(DELIVERY | standard),
        )
    return made


def requests(of, count, *, received=datetime(2026, 10, 5, 2, 0, tzinfo=UTC), days=1, prefix="a"):
    """Write requests received at one moment and done some calendar days later; still open where `days` is None."""
    promise = of.standards.first()
    promised = PromisedTime(promise.promised_amount, TimeUnit.WORKING_DAYS).size if promise else 0
    ended = None if days is None else received + timedelta(days=days)
    rows = ServiceRequest.objects.bulk_create(
        ServiceRequest(
            service=of,
            number=f"{prefix}{received:%y%m%d}{number}",
            channel="counter",
            received_at=received,
            ended_at=ended,
            recorded_at=ended or received,
            promised=promised,
        )
        for number in range(count)
    )
    retally(after=columns_of(ServiceRequest.objects.filter(pk__in=[row.pk for row in rows])))


def complaints(unit, count, *, about=None, at=NOON - timedelta(days=200)):
    """Send complaints that nobody answers; their time is up long before `NOON`."""
    for number in range(count):
        said = Submission(kind=ComplaintKind.COMPLAINT, unit=unit, text="Antre lama", contact=Contact(), service=about)
        token = f"{unit.code} {about} {number}"
        submit_complaint(submission=said, token=token, device=token, address=None, at=at)
