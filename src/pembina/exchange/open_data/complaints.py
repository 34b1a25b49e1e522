"""Complaints by unit and month of receipt, and how many of them were answered in time."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone

from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text
from pembina.domain.people.models import Unit
from pembina.domain.services.queries.public_complaint_months import UnitMonth, complaint_months
from pembina.exchange.open_data.places import UNIT_CODE, UNIT_NAME, count_column, fingerprint, month_column
from pembina.exchange.open_data.shapes import (
    HIDDEN_COLUMN,
    Activity,
    Column,
    Indicator,
    Kind,
    OpenTable,
    Row,
    Value,
    with_hidden,
)

ARTICLE: str = parameters_in_force("pembina.core.rules.complaint_deadlines", on=date.max)["article"]
CASES = Text(id="pengaduan", en="complaints")


def rows(at: datetime) -> Iterator[Row]:
    """Yield units by code and month; months without any complaint are left out."""
    by_unit: dict[int, list[UnitMonth]] = defaultdict(list)
    for found in complaint_months(on=timezone.localdate(at)):
        by_unit[found.unit].append(found)
    for unit in Unit.objects.filter(pk__in=by_unit).order_by("code"):
        for found in by_unit[unit.pk]:
            yield _row(unit, found)


def state(at: datetime) -> str:
    """Return a text of what is counted; an unanswered one becomes late by the day."""
    on = timezone.localdate(at)
    units = Unit.objects.order_by("pk").values_list("code", "name")
    return fingerprint([on, *complaint_months(on=on), *units])


def _row(unit: Unit, found: UnitMonth) -> Row:
    row: dict[str, Value] = {
        "kode_unit": unit.code,
        "nama_unit": unit.name,
        "bulan": f"{found.month:%Y-%m}",
        "diterima": found.received,
        "tenggat_tiba": found.due,
        "tepat_waktu": found.in_time,
        "persen_tepat_waktu": round(100 * found.in_time / found.due, 1)
        if found.due and found.in_time is not None
        else None,
    }
    hidden = ["diterima"] if found.received is None else []
    return with_hidden(
        row, hidden + (["tenggat_tiba", "tepat_waktu", "persen_tepat_waktu"] if found.due is None else [])
    )


COLUMNS = (
    UNIT_CODE,
    UNIT_NAME,
    month_column(Text(id="Bulan pengaduan diterima.", en="Month of receipt.")),
    count_column(
        "diterima",
        Text(id="Pengaduan diterima", en="Complaints received"),
        Text(id="Tanpa saran dan pujian, yang tidak bertenggat.", en="Without suggestions and praise."),
        CASES,
    ),
    count_column(
        "tenggat_tiba",
        Text(id="Tenggat sudah tiba", en="Time is up"),
        Text(id="Dijawab, atau belum padahal tenggatnya lewat.", en="Answered, or open beyond the day."),
        CASES,
    ),
    count_column(
        "tepat_waktu",
        Text(id="Dijawab tepat waktu", en="Answered in time"),
        Text(id="Dijawab pada atau sebelum tenggatnya.", en="Answered by the day."),
        CASES,
    ),
    Column(
        "persen_tepat_waktu",
        Text(id="Persen dijawab tepat waktu", en="Percent answered in time"),
        Text(id="100 x tepat_waktu / tenggat_tiba.", en="100 x tepat_waktu / tenggat_tiba."),
        Kind.NUMBER,
        Text(id="persen", en="percent"),
        least=0,
        most=100,
    ),
    HIDDEN_COLUMN,
)
COMPLAINTS = OpenTable(
    name="pengaduan",
    title=Text(id="Pengaduan per unit dan bulan", en="Complaints by unit and month"),
    description=Text(
        id="Pengaduan yang masuk ke setiap unit (unit di bawahnya tidak termasuk) dan yang dijawab tepat waktu. "
        "Layanan "
        "dengan terlalu sedikit pengaduan tidak ikut dihitung.",
        en="Complaints to each unit (those below it not included) and those answered in time. Services with too few "
        "complaints are left out.",
    ),
    keywords=("pengaduan", "ketepatan jawaban", "SP4N-LAPOR"),
    columns=COLUMNS,
    key=("kode_unit", "bulan"),
    rows=rows,
    state=state,
    changes="continuous",
    activity=Activity(
        title=Text(id="Pengelolaan pengaduan", en="Handling of complaints"),
        way=Text(id="Kompilasi produk administrasi", en="Compilation of administrative records"),
        background=Text(
            id="Penyelenggara wajib mengelola pengaduan masyarakat.", en="Providers have to handle complaints."
        ),
        purpose=Text(
            id="Menunjukkan apakah pengaduan dijawab pada waktunya.", en="To show whether answers come in time."
        ),
        frequency=Text(id="Terus-menerus", en="Continuous"),
        coverage=Text(id="Pengaduan yang diterima atau diimpor di sini", en="Complaints received or imported here"),
        collected_by=Text(id="Formulir warga dan impor SP4N-LAPOR!", en="Citizens' form and import of SP4N-LAPOR!"),
        quality=Text(
            id="Tidak memuat isi pengaduan dan data pelapor; sel kurang dari lima dan yang dapat membukanya "
            "dikosongkan.",
            en="Holds no text and no personal data; cells below five and what would reveal them are left empty.",
        ),
        article=ARTICLE,
    ),
    indicators=(
        Indicator(
            column="persen_tepat_waktu",
            name=Text(id="Persentase pengaduan dijawab tepat waktu", en="Share of complaints answered in time"),
            definition=Text(
                id="Bagian pengaduan yang dijawab pada atau sebelum tenggat hari kerjanya.",
                en="Share of complaints answered by their day.",
            ),
            reading=Text(id="Makin besar makin banyak yang tepat waktu.", en="Larger means more in time."),
            formula=Text(id="100 x tepat_waktu / tenggat_tiba", en="100 x tepat_waktu / tenggat_tiba"),
            measure=Text(id="Persentase", en="Percentage"),
            unit=Text(id="persen", en="percent"),
            built_from=("tepat_waktu", "tenggat_tiba"),
            classified_by=Text(id="Unit kerja, bulan diterima", en="Unit, month of receipt"),
        ),
    ),
)
