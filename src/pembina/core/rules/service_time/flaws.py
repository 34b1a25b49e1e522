"""What makes a request impossible: it is counted and listed, never averaged."""

from enum import StrEnum

from pembina.core.rules.service_time.zones import DAY
from pembina.core.text import Text

# 1990-01-01 UTC. Earlier dates are what programs write for none: 1900-01-01, 1899-12-30, 1970-01-01.
FIRST_PLAUSIBLE = 7305 * DAY


class Flaw(StrEnum):
    """Why a request is not measured; of several reasons the first in this order is given."""

    NO_RECEIPT = "no_receipt"
    PLACEHOLDER = "placeholder_date"
    FUTURE = "in_the_future"
    BACKWARDS = "ends_before_start"
    ZERO = "zero_duration"
    PAUSE_BACKWARDS = "pause_backwards"
    PAUSE_OUTSIDE = "pause_outside"
    NO_CLOCK = "no_clock"

    @property
    def message(self) -> Text:
        """Return what is wrong."""
        return _SAID[self][0]

    @property
    def remedy(self) -> Text:
        """Return what to do about it."""
        return _SAID[self][1]


_LOOK = Text(
    id="Periksa berkas permohonannya dan perbaiki di sistem asal.",
    en="Check the papers of the request and correct it where it was recorded.",
)
_SAID = {
    Flaw.NO_RECEIPT: (
        Text(id="Waktu terima kosong.", en="The time of receipt is missing."),
        Text(id="Isi waktu terimanya.", en="Fill in when it was received."),
    ),
    Flaw.PLACEHOLDER: (
        Text(
            id="Ada tanggal sebelum 1990, biasanya tanda kosong seperti 1900-01-01.",
            en="A date lies before 1990, usually what stands for none, like 1900-01-01.",
        ),
        Text(
            id="Kosongkan tanggal yang tidak diketahui, atau isi yang sebenarnya.",
            en="Leave an unknown date empty, or fill in the real one.",
        ),
    ),
    Flaw.FUTURE: (
        Text(
            id="Ada waktu sesudah saat permohonan dicatat.", en="A time lies after the moment the request was recorded."
        ),
        Text(
            id="Periksa tahun, urutan hari dan bulan, serta zona waktunya.",
            en="Check the year, the order of day and month, and the time zone.",
        ),
    ),
    Flaw.BACKWARDS: (Text(id="Selesai sebelum diterima.", en="It ends before it was received."), _LOOK),
    Flaw.ZERO: (
        Text(id="Selesai tepat pada saat diterima.", en="It ends at the very moment it was received."),
        Text(
            id="Bila dicatat sesudah selesai, isi waktu terima yang sebenarnya; bila hanya tanggal yang dicatat, "
            "nyatakan demikian.",
            en="If it was recorded after the fact, fill in the real receipt; if only dates are recorded, say so.",
        ),
    ),
    Flaw.PAUSE_BACKWARDS: (Text(id="Jeda berakhir sebelum mulai.", en="A pause ends before it begins."), _LOOK),
    Flaw.PAUSE_OUTSIDE: (
        Text(
            id="Jeda berada di luar masa permohonan berjalan.",
            en="A pause lies outside the life of the request.",
        ),
        _LOOK,
    ),
    Flaw.NO_CLOCK: (
        Text(
            id="Hanya tanggal yang dicatat, padahal layanan ini diukur dengan jam.",
            en="Only dates are recorded, but this service is measured by the clock.",
        ),
        Text(
            id="Catat jam terima dan selesai, atau ukur layanan ini dalam hari kerja.",
            en="Record the hour of receipt and completion, or measure this service in working days.",
        ),
    ),
}
