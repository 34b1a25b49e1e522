"""The variables and indicators of service times."""

from pembina.core.rules.service_time.promises import ARTICLE
from pembina.core.text import Text
from pembina.exchange.open_data.places import (
    SERVICE_CODE,
    SERVICE_NAME,
    UNIT_CODE,
    UNIT_NAME,
    count_column,
    month_column,
)
from pembina.exchange.open_data.shapes import HIDDEN_COLUMN, Activity, Column, Indicator, Kind

REQUESTS = Text(id="permohonan", en="requests")
BY_UNIT = Text(id="menurut kolom satuan", en="by the column satuan")


def _time(name: str, label: Text, definition: Text) -> Column:
    return Column(name, label, definition, Kind.NUMBER, BY_UNIT, least=0)


COLUMNS = (
    SERVICE_CODE,
    SERVICE_NAME,
    UNIT_CODE,
    UNIT_NAME,
    Column(
        "satuan",
        Text(id="Satuan waktu", en="Unit of time"),
        Text(
            id="Satuan median dan persentil pada baris ini, menurut kalender kerja unit.",
            en="Unit of the median and percentile of this row, by the working calendar of the unit.",
        ),
        required=True,
        among=("hari kerja", "jam kerja"),
    ),
    month_column(Text(id="Bulan permohonan diterima, pada jam setempat unit.", en="Month of receipt, local time.")),
    count_column(
        "diterima",
        Text(id="Permohonan diterima", en="Requests received"),
        Text(id="Permohonan yang dapat diukur, diterima bulan itu.", en="Measurable requests received in the month."),
        REQUESTS,
    ),
    count_column(
        "diselesaikan",
        Text(id="Permohonan diselesaikan", en="Requests completed"),
        Text(id="Selesai pada bulan itu, kapan pun diterima.", en="Completed in the month, whenever received."),
        REQUESTS,
    ),
    count_column(
        "terbuka_akhir_bulan",
        Text(id="Terbuka pada akhir bulan", en="Open at the end of the month"),
        Text(id="Diterima sampai akhir bulan itu dan belum selesai saat itu.", en="Received by then and not ended."),
        REQUESTS,
    ),
    count_column(
        "selesai_dari_diterima",
        Text(id="Selesai dari yang diterima", en="Completed of the received"),
        Text(
            id="Dari yang diterima bulan itu, yang sudah selesai sekarang.", en="Of those received, completed by now."
        ),
        REQUESTS,
    ),
    _time(
        "median",
        Text(id="Median waktu penyelesaian", en="Median time"),
        Text(
            id="Dari yang sudah selesai; jeda menunggu pemohon tidak dihitung.", en="Of the completed, pauses left out."
        ),
    ),
    _time(
        "persentil_90",
        Text(id="Persentil 90 waktu penyelesaian", en="90th percentile"),
        Text(id="Sembilan dari sepuluh yang selesai tidak lebih lama.", en="Nine of ten completed took no longer."),
    ),
    _time(
        "median_dengan_terbuka",
        Text(id="Median dengan yang terbuka", en="Median with the open ones"),
        Text(id="Kaplan-Meier; yang masih terbuka ikut dihitung.", en="Kaplan-Meier, open requests counted in."),
    ),
    count_column(
        "dapat_dinilai",
        Text(id="Dapat dinilai terhadap janji", en="Decided against the promise"),
        Text(id="Yang selesai, dan yang terbuka tetapi sudah melewati janjinya.", en="Completed, or open beyond it."),
        REQUESTS,
    ),
    count_column(
        "sesuai_janji",
        Text(id="Sesuai janji", en="Within the promise"),
        Text(id="Selesai dalam waktu yang dijanjikan ketika diterima.", en="Completed within the time promised."),
        REQUESTS,
    ),
    Column(
        "persen_sesuai_janji",
        Text(id="Persen sesuai janji", en="Percent within the promise"),
        Text(id="100 x sesuai_janji / dapat_dinilai.", en="100 x sesuai_janji / dapat_dinilai."),
        Kind.NUMBER,
        Text(id="persen", en="percent"),
        least=0,
        most=100,
    ),
    HIDDEN_COLUMN,
)
BY_SERVICE = Text(id="Layanan, unit kerja, bulan diterima", en="Service, unit, month of receipt")
INDICATORS = (
    Indicator(
        column="median",
        name=Text(id="Median waktu penyelesaian layanan", en="Median time of a service"),
        definition=Text(
            id="Waktu kerja terpendek yang dalam batas itu sedikitnya separuh permohonan selesai.",
            en="The shortest working time within which at least half of the requests were done.",
        ),
        reading=Text(
            id="Makin kecil makin cepat; bandingkan dengan janji dan dengan jumlah yang diterima dan terbuka.",
            en="Smaller is faster; read it beside the promise and beside arrivals and open requests.",
        ),
        formula=Text(id="Kuantil 0,5 tipe 1 (Hyndman dan Fan 1996)", en="Quantile 0.5, type 1 (Hyndman and Fan 1996)"),
        measure=Text(id="Median", en="Median"),
        unit=BY_UNIT,
        built_from=("selesai_dari_diterima", "median"),
        classified_by=BY_SERVICE,
    ),
    Indicator(
        column="persen_sesuai_janji",
        name=Text(id="Persentase permohonan sesuai janji", en="Share of requests within the promise"),
        definition=Text(
            id="Bagian permohonan yang selesai dalam jangka waktu standar pelayanannya.",
            en="Share of the requests that were completed within the time of their standard.",
        ),
        reading=Text(id="Makin besar makin banyak janji yang ditepati.", en="Larger means more promises kept."),
        formula=Text(id="100 x sesuai_janji / dapat_dinilai", en="100 x sesuai_janji / dapat_dinilai"),
        measure=Text(id="Persentase", en="Percentage"),
        unit=Text(id="persen", en="percent"),
        built_from=("sesuai_janji", "dapat_dinilai"),
        classified_by=BY_SERVICE,
    ),
)
ACTIVITY = Activity(
    title=Text(id="Pencatatan waktu layanan", en="Ledger of service times"),
    way=Text(id="Kompilasi produk administrasi", en="Compilation of administrative records"),
    background=Text(
        id="Jangka waktu penyelesaian adalah janji kepada warga; tanpa catatan tidak dapat dinilai.",
        en="The time to completion is a promise to citizens; without records nobody can judge it.",
    ),
    purpose=Text(
        id="Menunjukkan janji dan kenyataan setiap layanan, dan apa yang perlu diperbaiki.",
        en="To show promise and reality of each service, and what to improve.",
    ),
    frequency=Text(id="Terus-menerus", en="Continuous"),
    coverage=Text(id="Semua permohonan yang tercatat di pemerintah ini", en="All recorded requests of this government"),
    collected_by=Text(id="Petugas loket, impor berkas, dan sistem layanan", en="Counter officers, imports and systems"),
    quality=Text(
        id="Permohonan mustahil (selesai sebelum diterima, tanggal pengganti) dihitung tersendiri dan tidak "
        "dirata-ratakan; "
        "sel kurang dari lima dan yang dapat membukanya dikosongkan.",
        en="Impossible requests are counted apart and never averaged; cells below five and what would reveal them are "
        "left empty.",
    ),
    article=ARTICLE,
)
