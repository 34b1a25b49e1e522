"""Why a row of a file of requests is left out, kept as impossible, or worth a look."""

from dataclasses import dataclass

from pembina.core.rules.service_time import Flaw
from pembina.core.text import Text
from pembina.domain.people.intake.rows import RowFinding, Severity

LONGEST_NUMBER = 64
LISTED = 20_000
"""Of each kind of problem at most so many rows are listed; all are counted."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One kind of thing that is wrong, in which field."""

    code: str
    field: str
    reason: Text
    remedy: Text
    severity: Severity = Severity.REFUSED

    def at(self, row: int, column: str, value: str) -> RowFinding:
        """Return the finding of one row."""
        return RowFinding(row, column, value, self.code, self.severity, self.reason, self.remedy)


_DATES = Text(
    id="Tulis seperti 2024-03-01T08:30:00+07:00, 2024-03-01 08:30, 1-3-2024 08.30, atau 1 Maret 2024 (hari-bulan-tahun "
    "empat angka).",
    en="Write it like 2024-03-01T08:30:00+07:00, 2024-03-01 08:30, 1-3-2024 08.30 or 1 Maret 2024 (day-month-year of "
    "four digits).",
)


def _no_date(code: str, field: str) -> Problem:
    return Problem(
        code,
        field,
        Text(id="Isi sel ini bukan tanggal yang ada.", en="This cell holds no date that exists."),
        _DATES,
    )


NO_NUMBER = Problem(
    "no_number",
    "number",
    Text(id="Nomor permohonan kosong.", en="The number of the request is missing."),
    Text(id="Isi nomornya; nomor itu kunci untuk pembaruan.", en="Fill it in; the request is updated by its number."),
)
LONG_NUMBER = Problem(
    "long_number",
    "number",
    Text(
        id=f"Nomor permohonan lebih dari {LONGEST_NUMBER} huruf.",
        en=f"The number has more than {LONGEST_NUMBER} characters.",
    ),
    Text(id="Periksa apakah kolomnya benar.", en="Check that the right column was chosen."),
)
REPEATED_NUMBER = Problem(
    "repeated_number",
    "number",
    Text(
        id="Nomor ini sudah dipakai di baris sebelumnya untuk layanan yang sama.",
        en="An earlier row has this number for the same service.",
    ),
    Text(
        id="Sisakan satu baris untuk setiap permohonan, atau baca berkas ini sebagai catatan kejadian.",
        en="Keep one row a request, or read the file as a log of events.",
    ),
)
UNKNOWN_SERVICE = Problem(
    "unknown_service",
    "service",
    Text(
        id="Layanan ini tidak dikenal di unit yang Anda layani.",
        en="This service is not known in the units that you serve.",
    ),
    Text(
        id="Tulis kode layanan seperti di katalog; bila belum ada, minta koordinator layanan mencatatnya.",
        en="Write the code as the catalogue has it; if it is not there, ask the coordinator of services to add it.",
    ),
)
BAD_RECEIVED = _no_date("bad_received", "received")
BAD_ENDED = _no_date("bad_ended", "ended")
BAD_PAUSE_BEGAN = _no_date("bad_pause_began", "pause_began")
BAD_PAUSE_ENDED = _no_date("bad_pause_ended", "pause_ended")
BAD_TIME = _no_date("bad_time", "at")
NO_TIME = Problem(
    "no_time",
    "at",
    Text(id="Waktu kejadian kosong.", en="The time of the event is missing."),
    Text(id="Isi waktunya, atau hapus baris ini.", en="Fill it in, or delete the row."),
)
BROKEN_CASE = Problem(
    "broken_case",
    "number",
    Text(
        id="Satu kejadian permohonan ini tidak terbaca, sehingga seluruh permohonannya dilewati.",
        en="One event of this request cannot be read, so the whole request is left out.",
    ),
    Text(id="Perbaiki baris kejadian itu, lalu impor lagi.", en="Correct that row, then import again."),
)
END_WITHOUT_TIME = Problem(
    "end_without_time",
    "ended",
    Text(
        id="Statusnya selesai atau ditarik, tetapi waktunya kosong.",
        en="Its status says that it has ended, but the time is missing.",
    ),
    Text(id="Isi waktu selesai, atau betulkan statusnya.", en="Fill in when it ended, or correct the status."),
)
PAUSE_WITHOUT_BEGINNING = Problem(
    "pause_without_beginning",
    "pause_began",
    Text(id="Jeda berakhir tanpa waktu mulai.", en="A pause ends without a beginning."),
    Text(id="Isi kapan jeda mulai.", en="Fill in when it began."),
)
OPEN_WITH_END = Problem(
    "open_with_end",
    "status",
    Text(
        id="Statusnya belum selesai, tetapi waktu selesai terisi; waktunya yang dipakai.",
        en="Its status says it is open, but a completion is given; the time was taken.",
    ),
    Text(
        id="Betulkan statusnya, atau kosongkan waktu selesai bila itu baru rencana.",
        en="Correct the status, or empty the time if it is only planned.",
    ),
    Severity.WARNING,
)


def impossible(flaw: Flaw, *, row: int, column: str, value: str) -> RowFinding:
    """Return the finding of a request that is kept and listed but never measured."""
    return RowFinding(row, column, value, flaw.value, Severity.WARNING, flaw.message, flaw.remedy)
