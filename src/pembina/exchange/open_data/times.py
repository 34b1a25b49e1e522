"""How long services took, by month of receipt, beside what they promised."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from django.db.models import Min
from django.utils import timezone

from pembina.core.rules.service_time import Measure
from pembina.core.text import Text
from pembina.domain.services.models import MonthlyTally, PublicService
from pembina.domain.services.queries.public_times import MONTHS_OF_STRETCH, SERVICES_AT_A_TIME, ServiceTimes, Times
from pembina.domain.services.queries.public_times_kept import states_of, times_kept
from pembina.exchange.open_data.places import fingerprint
from pembina.exchange.open_data.shapes import OpenTable, Row, Value, with_hidden
from pembina.exchange.open_data.times_columns import ACTIVITY, COLUMNS, INDICATORS

MOST_STRETCHES = 10
HOUR = 3_600_000_000


def rows(at: datetime) -> Iterator[Row]:
    """Yield services by code and month, months without anything left out."""
    waiting = PublicService.objects.select_related("unit").order_by("code").iterator(chunk_size=SERVICES_AT_A_TIME)
    stretches = range(_stretches(at) - 1, -1, -1)
    while services := list(islice(waiting, SERVICES_AT_A_TIME)):
        found = zip(*(times_kept(services, at=at, back=back) for back in stretches), strict=True)
        for service, times in zip(services, found, strict=True):
            yield from _rows_of(service, times)


def _rows_of(service: PublicService, times: Iterable[ServiceTimes]) -> Iterator[Row]:
    for stretch in times:
        named: dict[str, Value] = {
            "kode_layanan": service.code,
            "nama_layanan": service.name,
            "kode_unit": service.unit.code,
            "nama_unit": service.unit.name,
            "satuan": "hari kerja" if stretch.measure is Measure.WORKING_DAYS else "jam kerja",
        }
        for month in stretch.months:
            if month.hidden or month.received or month.completed or month.open:
                yield _row(named, month, stretch.measure)


def state(at: datetime) -> str:
    """Return a text of the tallies and of the hour, by which open requests grow older."""
    services = PublicService.objects.select_related("unit").order_by("code")
    names = services.values_list("pk", "code", "name", "unit__code", "unit__name")
    held = states_of([row[0] for row in names], at=at)
    return fingerprint([*names, *sorted(held.items())])


def _stretches(at: datetime) -> int:
    """Return how many stretches of twelve months reach back to the first request, up to ten years."""
    first = MonthlyTally.objects.filter(month__gt=0).aggregate(first=Min("month"))["first"]
    today = timezone.localdate(at)
    last = today.year * 12 + today.month - 1
    wanted = -(-(last - first + 1) // MONTHS_OF_STRETCH) if first else 1
    return max(1, min(wanted, MOST_STRETCHES))


def _row(named: dict[str, Value], found: Times, measure: Measure) -> Row:
    on_time, with_open, finished = found.on_time, found.with_open, found.finished
    row: dict[str, Value] = named | {
        "bulan": f"{found.first // 12}-{found.first % 12 + 1:02}",
        "diterima": found.received,
        "diselesaikan": found.completed,
        "terbuka_akhir_bulan": found.open,
        "selesai_dari_diterima": finished.n if finished else None,
        "median": _time(finished.median if finished else None, measure),
        "persentil_90": _time(finished.p90 if finished else None, measure),
        "median_dengan_terbuka": _time(with_open.median if with_open else None, measure),
        "dapat_dinilai": on_time.of if on_time else None,
        "sesuai_janji": on_time.within if on_time else None,
        "persen_sesuai_janji": round(100 * float(on_time.share), 1) if on_time else None,
    }
    return with_hidden(row, _hidden(found))


def _hidden(found: Times) -> list[str]:
    """Return the columns that were withheld, not merely without a value."""
    hidden = [
        name
        for name, value in (
            ("diterima", found.received),
            ("diselesaikan", found.completed),
            ("terbuka_akhir_bulan", found.open),
        )
        if value is None
    ]
    hidden += ["selesai_dari_diterima", "median", "persentil_90"] if found.hides_finished else []
    hidden += ["median_dengan_terbuka"] if found.hides_finished else []
    return hidden + (["dapat_dinilai", "sesuai_janji", "persen_sesuai_janji"] if found.hides_on_time else [])


def _time(measured: int | None, measure: Measure) -> float | None:
    if measured is None:
        return None
    return measured if measure is Measure.WORKING_DAYS else round(measured / HOUR, 2)


TIMES = OpenTable(
    name="waktu-layanan",
    title=Text(id="Waktu layanan per layanan dan bulan", en="Service times by service and month"),
    description=Text(
        id="Permohonan yang diterima setiap bulan: berapa lama sampai selesai, berapa yang sesuai janji, berapa "
        "yang masih "
        "terbuka. Permohonan mustahil tidak dihitung; rata-rata tidak pernah sendirian.",
        en="Requests received each month: how long they took, how many kept the promise, how many are still open. "
        "Impossible requests are not counted.",
    ),
    keywords=("waktu layanan", "ketepatan waktu", "permohonan", "layanan publik"),
    columns=COLUMNS,
    key=("kode_layanan", "bulan"),
    rows=rows,
    state=state,
    changes="continuous",
    activity=ACTIVITY,
    indicators=INDICATORS,
)
