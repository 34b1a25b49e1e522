"""Services and their standards: one row for each standard a service has or had, one for a service without any."""

from collections.abc import Iterator
from datetime import date, datetime

from pembina.core.text import Text
from pembina.domain.services.components import ARTICLE
from pembina.domain.services.models import PublicService, ServiceStandard
from pembina.exchange.open_data.places import SERVICE_CODE, SERVICE_NAME, UNIT_CODE, UNIT_NAME, fingerprint
from pembina.exchange.open_data.shapes import Activity, Column, Kind, OpenTable, Row, Value

COMPONENTS = {
    "persyaratan": ("requirements", Text(id="Persyaratan", en="Requirements")),
    "prosedur": ("procedure", Text(id="Sistem, mekanisme, dan prosedur", en="System, mechanism and procedure")),
    "biaya": ("fee", Text(id="Biaya atau tarif", en="Fee")),
    "produk": ("product", Text(id="Produk pelayanan", en="Product")),
    "penanganan_pengaduan": (
        "complaint_handling",
        Text(id="Penanganan pengaduan, saran, dan masukan", en="Handling of complaints and suggestions"),
    ),
}
STATED = Text(id="Sebagaimana tertulis dalam standar pelayanan.", en="As the service standard says.")


def rows(at: datetime) -> Iterator[Row]:
    """Yield services by code, their standards by day."""
    found = PublicService.objects.select_related("unit").prefetch_related("standards").order_by("code")
    for service in found.iterator(chunk_size=200):
        standards = sorted(service.standards.all(), key=lambda standard: standard.starts_on)
        yield from (_row(service, standard) for standard in standards)
        if not standards:
            yield _row(service, None)


def state(at: datetime) -> str:
    """Return a text of everything that the rows say."""
    services = PublicService.objects.order_by("pk").values_list("code", "name", "opened_on", "closed_on", "unit__name")
    return fingerprint([*services, *ServiceStandard.objects.order_by("pk").values_list()])


def _row(service: PublicService, standard: ServiceStandard | None) -> Row:
    row: dict[str, Value] = {
        "kode_layanan": service.code,
        "nama_layanan": service.name,
        "kode_unit": service.unit.code,
        "nama_unit": service.unit.name,
        "dibuka": _day(service.opened_on),
        "hari_terakhir": _day(service.closed_on),
    }
    return row | _of_standard(standard)


def _of_standard(standard: ServiceStandard | None) -> dict[str, Value]:
    if standard is None:
        return dict.fromkeys(column.name for column in STANDARD)
    told: dict[str, Value] = {
        "standar_mulai": _day(standard.starts_on),
        "standar_sampai": _day(standard.ends_on),
        "nomor_keputusan": standard.decree or None,
        "janji_jumlah": standard.promised_amount,
        "janji_satuan": standard.promised_unit or None,
        "dihitung_sejak": standard.start_event or None,
        "dihitung_sampai": standard.stop_event or None,
    }
    return told | {name: getattr(standard, field).strip() or None for name, (field, _label) in COMPONENTS.items()}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(name: str, label: Text, definition: Text) -> Column:
    return Column(name, label, definition, Kind.DAY)


STANDARD = (
    _date(
        "standar_mulai",
        Text(id="Standar berlaku mulai", en="Standard in force from"),
        Text(id="Hari pertama standar ini berlaku.", en="First day on which this standard is in force."),
    ),
    _date(
        "standar_sampai",
        Text(id="Standar berlaku sampai", en="Standard in force until"),
        Text(id="Hari terakhir; kosong bila masih berlaku.", en="Last day; empty while it is in force."),
    ),
    Column("nomor_keputusan", Text(id="Nomor keputusan", en="Decree"), STATED),
    Column(
        "janji_jumlah",
        Text(id="Jangka waktu yang dijanjikan", en="Promised time"),
        Text(id="Bilangan janji; kosong bila standar tidak menjanjikan waktu.", en="Number; empty without a promise."),
        Kind.WHOLE,
        Text(id="menurut janji_satuan", en="by janji_satuan"),
        least=1,
    ),
    Column(
        "janji_satuan",
        Text(id="Satuan janji", en="Unit of the promise"),
        Text(
            id="minutes: menit kerja; hours: jam kerja; working_days: hari kerja.",
            en="minutes, hours: working time; working_days: working days.",
        ),
        among=("minutes", "hours", "working_days"),
    ),
    Column("dihitung_sejak", Text(id="Dihitung sejak", en="Counted from"), STATED),
    Column("dihitung_sampai", Text(id="Dihitung sampai", en="Counted until"), STATED),
    *(Column(name, label, STATED) for name, (_field, label) in COMPONENTS.items()),
)
SERVICES = OpenTable(
    name="layanan",
    title=Text(id="Layanan dan standar pelayanan", en="Services and their standards"),
    description=Text(
        id="Semua jenis layanan dengan setiap standar pelayanan yang pernah berlaku; layanan tanpa standar tetap ada.",
        en="Every service with each standard it has had; a service without a standard is listed too.",
    ),
    keywords=("layanan publik", "standar pelayanan", "jangka waktu"),
    columns=(
        SERVICE_CODE,
        SERVICE_NAME,
        UNIT_CODE,
        UNIT_NAME,
        _date(
            "dibuka",
            Text(id="Dibuka", en="Opened"),
            Text(id="Hari pertama layanan diberikan.", en="First day of the service."),
        ),
        _date(
            "hari_terakhir",
            Text(id="Hari terakhir", en="Last day"),
            Text(id="Hari terakhir; kosong bila masih diberikan.", en="Last day; empty while it is given."),
        ),
        *STANDARD,
    ),
    key=("kode_layanan", "standar_mulai"),
    rows=rows,
    state=state,
    changes="irregular",
    activity=Activity(
        title=Text(id="Kompilasi standar pelayanan", en="Compilation of service standards"),
        way=Text(id="Kompilasi produk administrasi", en="Compilation of administrative records"),
        background=Text(
            id="Setiap penyelenggara wajib menetapkan standar pelayanan dengan 14 komponen.",
            en="Every provider has to set a service standard with 14 components.",
        ),
        purpose=Text(
            id="Warga mengetahui apa yang dijanjikan setiap layanan.",
            en="Citizens know what each service promises.",
        ),
        frequency=Text(id="Setiap ada perubahan", en="With every change"),
        coverage=Text(id="Semua unit dan layanan pemerintah ini", en="All units and services of this government"),
        collected_by=Text(id="Petugas layanan setiap unit", en="Service officers of each unit"),
        quality=Text(
            id="Dua standar satu layanan tidak dapat bertumpang waktu; setiap perubahan tercatat pelakunya.",
            en="Two standards of a service cannot overlap; every change is on record with who made it.",
        ),
        article=ARTICLE,
    ),
)
