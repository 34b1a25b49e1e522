"""What units promised to citizens, one by one: each is public from the moment it was made."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone

from pembina.core.text import Text
from pembina.domain.services.enums import CommitmentState
from pembina.domain.services.models import Commitment
from pembina.domain.services.models.commitments import DAYS_TO_RECORD
from pembina.domain.services.queries.commitments import public_commitments
from pembina.exchange.open_data.places import UNIT_CODE, UNIT_NAME, count_column, fingerprint
from pembina.exchange.open_data.shapes import Activity, Column, Kind, OpenTable, Row

STATES = {CommitmentState.OPEN: "terbuka", CommitmentState.DONE: "dipenuhi", CommitmentState.DROPPED: "dihentikan"}


def rows(at: datetime) -> Iterator[Row]:
    """Yield promises, the latest first; who answers for one is not named here."""
    on = timezone.localdate(at)
    found = public_commitments().select_related("unit", "forum").order_by("-made_on", "-pk")
    for commitment in found.iterator(chunk_size=500):
        yield _row(commitment, on)


def state(at: datetime) -> str:
    """Return a text of what the rows say; an open promise grows later by the day."""
    held = public_commitments().order_by("pk")
    fields = (
        "pk",
        "promise",
        "planned_on",
        "due_on",
        "state",
        "closed_on",
        "recorded_on",
        "unit__name",
        "forum__title",
    )
    return fingerprint([timezone.localdate(at), *held.values_list(*fields).iterator()])


def _row(commitment: Commitment, on: date) -> Row:
    return {
        "nomor": commitment.pk,
        "kode_unit": commitment.unit.code,
        "nama_unit": commitment.unit.name,
        "forum": commitment.forum.title if commitment.forum else None,
        "janji": commitment.promise,
        "dijanjikan_pada": commitment.made_on.isoformat(),
        "tenggat_semula": commitment.planned_on.isoformat(),
        "tenggat_sekarang": commitment.due_on.isoformat(),
        "keadaan": STATES[CommitmentState(commitment.state)],
        "ditutup_pada": commitment.closed_on.isoformat() if commitment.closed_on else None,
        "dicatat_pada": commitment.recorded_on.isoformat() if commitment.recorded_on else None,
        "hari_terlambat": commitment.days_late(on=on),
    }


def _day(name: str, label: Text, definition: Text) -> Column:
    return Column(name, label, definition, Kind.DAY)


COLUMNS = (
    count_column(
        "nomor",
        Text(id="Nomor janji", en="Number"),
        Text(id="Nomor tetap janji ini.", en="Stable number of the promise."),
        Text(id="nomor", en="number"),
    ),
    UNIT_CODE,
    UNIT_NAME,
    Column(
        "forum",
        Text(id="Forum", en="Forum"),
        Text(id="Pertemuan tempat janji dibuat; kosong bila dari pengaduan.", en="Where it was made, if at a forum."),
    ),
    Column(
        "janji", Text(id="Janji", en="Promise"), Text(id="Yang dijanjikan.", en="What was promised."), required=True
    ),
    _day(
        "dijanjikan_pada",
        Text(id="Dijanjikan pada", en="Made on"),
        Text(id="Hari janji dibuat.", en="Day it was made."),
    ),
    _day(
        "tenggat_semula",
        Text(id="Tenggat semula", en="Day first promised"),
        Text(id="Tidak pernah berubah; keterlambatan dihitung dari sini.", en="Never moves; lateness counts from it."),
    ),
    _day(
        "tenggat_sekarang",
        Text(id="Tenggat sekarang", en="Day expected now"),
        Text(id="Boleh diundur.", en="May move."),
    ),
    Column(
        "keadaan",
        Text(id="Keadaan", en="State"),
        Text(id="terbuka, dipenuhi, atau dihentikan dengan alasan.", en="Open, kept, or dropped with a reason."),
        among=tuple(STATES.values()),
    ),
    _day(
        "ditutup_pada",
        Text(id="Ditutup pada", en="Closed on"),
        Text(id="Kosong selama terbuka.", en="Empty while open."),
    ),
    _day(
        "dicatat_pada",
        Text(id="Dicatat pada", en="Recorded on"),
        Text(id="Hari penutupannya dicatat; kosong selama terbuka.", en="Day of the recording; empty while open."),
    ),
    count_column(
        "hari_terlambat",
        Text(id="Hari terlambat", en="Days late"),
        Text(
            id=f"Hari sesudah tenggat semula sampai selesai, sampai {DAYS_TO_RECORD} hari sebelum dicatat bila itu "
            "lebih akhir, atau sampai hari ini.",
            en=f"Days after the day first promised until done, until {DAYS_TO_RECORD} days before it was recorded if "
            "that is later, or until today.",
        ),
        Text(id="hari kalender", en="calendar days"),
    ),
)
COMMITMENTS = OpenTable(
    name="janji",
    title=Text(id="Janji kepada warga", en="Promises to citizens"),
    description=Text(
        id="Setiap janji dari forum warga dan pengaduan, dengan tenggat semula dan keadaannya hari ini.",
        en="Every promise from forums and complaints, with the day first promised and its state today.",
    ),
    keywords=("forum warga", "janji", "tindak lanjut"),
    columns=COLUMNS,
    key=("nomor",),
    rows=rows,
    state=state,
    changes="daily",
    activity=Activity(
        title=Text(id="Pencatatan janji tindak lanjut", en="Record of promises"),
        way=Text(id="Kompilasi produk administrasi", en="Compilation of administrative records"),
        background=Text(
            id="Masyarakat ikut serta dalam penyelenggaraan pelayanan publik; janji kepada mereka ditagih terbuka.",
            en="Citizens take part in public services; what they are promised is followed in public.",
        ),
        purpose=Text(id="Menunjukkan janji mana yang ditepati.", en="To show which promises were kept."),
        frequency=Text(id="Setiap ada janji atau perubahan", en="With every promise or change"),
        coverage=Text(id="Semua janji yang dicatat unit", en="All promises on record"),
        collected_by=Text(id="Penyelenggara forum di setiap unit", en="Those who hold the forums"),
        quality=Text(
            id="Tenggat semula tidak dapat diubah; pengunduran dan penghentian menyebut alasannya.",
            en="The day first promised cannot be changed; putting off and dropping give their reasons.",
        ),
        article="UU 25/2009, Pasal 39",
    ),
)
