"""What people learned elsewhere in the last two years, as an import brought it: some have enough, some nothing."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from pembina.domain.development.enums import RecordSource, RecordState
from pembina.domain.development.models import LearningRecord
from pembina.domain.people.models import Person

# Form of development (SIASN), title, organiser, hours.
LEARNED = (
    (3, "Pelatihan teknis pengelolaan arsip", "Lembaga Administrasi Contoh", 24),
    (9, "Seminar pelayanan publik berkualitas", "Universitas Contoh", 4),
    (4, "Workshop penyusunan laporan kinerja", "BKPSDM Kabupaten Contoh", 8),
    (8, "Bimbingan teknis pengadaan barang dan jasa", "Lembaga Pengadaan Contoh", 16),
    (16, "Pembelajaran daring etika ASN", "BKPSDM Kabupaten Contoh", 6),
    (7, "Sosialisasi perlindungan data pribadi", "Dinas Komunikasi dan Informatika", 3),
    (11, "Kursus pengolahan data", "PT Teknologi Contoh", 12),
)
# How many of them somebody took in a year: nobody, one, two or three.
CHANCES = (0.25, 0.30, 0.28, 0.17)
AT_A_TIME = 2_000


def write_ledger(*, on: date, at: datetime, rng: Random) -> None:
    """Write the rows of this year and the last, for everybody on record."""
    rows = []
    people = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    for year in (on.year - 1, on.year):
        last = min(date(year, 12, 10), on - timedelta(days=5))
        span = max((last - date(year, 1, 10)).days, 1)
        for person in people:
            number = rng.choices(range(len(CHANCES)), CHANCES)[0]
            rows += [_row(person, learned, year, span, at, rng) for learned in rng.sample(LEARNED, number)]
    LearningRecord.objects.bulk_create(rows, batch_size=AT_A_TIME)


def _row(
    person: int, learned: tuple[int, str, str, int], year: int, span: int, at: datetime, rng: Random
) -> LearningRecord:
    form, title, organiser, hours = learned
    first = date(year, 1, 10) + timedelta(days=rng.randrange(span))
    last = min(first + timedelta(days=(hours - 1) // 8), date(year, 12, 31))
    return LearningRecord(
        person_id=person, year=year, form=form, title=title, organiser=organiser, first_day=first, last_day=last,
        number=f"{rng.randint(100, 999)}/{form:02}/{year}", hours=Decimal(hours), basis="Jam pada sertifikat",
        source=RecordSource.IMPORT, state=RecordState.COUNTED, noted_at=at,
    )  # fmt: skip
