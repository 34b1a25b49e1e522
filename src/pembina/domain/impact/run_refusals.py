"""What runs of an evaluation refuse, each with what happened and what to do next."""

from datetime import date

from pembina.core.text import Text
from pembina.domain.impact.refusals import RefusedError
from pembina.domain.people.refusals import MONTHS, MONTHS_IN_ENGLISH


def month_words(month: date) -> Text:
    """Return a month as people write it."""
    return Text(id=f"{MONTHS[month.month]} {month.year}", en=f"{MONTHS_IN_ENGLISH[month.month]} {month.year}")


class NotLockedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Rancangan evaluasi ini belum dikunci.", en="The design of this evaluation is not locked."),
            Text(
                id="Kunci rancangannya lebih dahulu, sebelum data dilihat.",
                en="Lock the design first, before the data are seen.",
            ),
        )


class RunGoingError(RefusedError):
    def __init__(self, number: int) -> None:
        super().__init__(
            Text(id=f"Perhitungan ke-{number} belum selesai.", en=f"Run {number} has not finished."),
            Text(id="Tunggu sampai selesai, lalu minta lagi.", en="Wait until it has, then ask again."),
        )


class TooEarlyError(RefusedError):
    """No month with data lies after the start of a wave."""

    def __init__(self, start: date | None, until: date) -> None:
        told = month_words(until)
        if start is None:
            message = Text(
                id="Belum ada unit yang ikut gelombang dalam rancangan ini.", en="No unit of this design is in a wave."
            )
            remedy = Text(
                id="Buka versi baru rancangan dan masukkan gelombangnya.", en="Open a new version and plan its waves."
            )
        else:
            first = month_words(start)
            message = Text(
                id=f"Data yang lengkap baru sampai {told.id}, sedangkan gelombang pertama mulai {first.id}.",
                en=f"Data are complete until {told.en} only, and the first wave starts in {first.en}.",
            )
            remedy = Text(
                id=f"Minta perhitungan setelah {first.id} berakhir.", en=f"Ask for a run once {first.en} has ended."
            )
        super().__init__(message, remedy)


class MonthOutsideError(RefusedError):
    about = ("data_until",)

    def __init__(self, first: date, last: date) -> None:
        begins, ends = month_words(first), month_words(last)
        super().__init__(
            Text(
                id=f"Bulan terakhir data harus antara {begins.id} dan {ends.id}.",
                en=f"The last month of data must lie between {begins.en} and {ends.en}.",
            ),
            Text(id="Pilih bulan di antaranya yang sudah lewat.", en="Choose a month between them that has ended."),
        )


class RecountingError(RefusedError):
    def __init__(self, services: int) -> None:
        super().__init__(
            Text(
                id=f"Waktu {services} layanan sedang dihitung ulang karena kalender atau standarnya berubah.",
                en=f"The times of {services} services are being counted again after a change of calendar or standard.",
            ),
            Text(id="Tunggu beberapa menit, lalu minta lagi.", en="Wait some minutes, then ask again."),
        )


class UnitChangedError(RefusedError):
    """A figure counts in another unit than when the design was locked."""

    def __init__(self, name: Text, locked: Text, now: Text) -> None:
        super().__init__(
            Text(
                id=f"{name.id} dirancang dalam {locked.id}, tetapi kini sebagian besar layanan diukur dalam {now.id}.",
                en=f"{name.en} was designed in {locked.en}, but most services are now measured in {now.en}.",
            ),
            Text(
                id="Buka versi baru rancangan dengan batas dalam satuan yang baru.",
                en="Open a new version of the design with bounds in the new unit.",
            ),
        )


class NothingObservedError(RefusedError):
    def __init__(self, name: Text, *, is_of_services: bool = True) -> None:
        remedy = (
            Text(
                id="Periksa layanan yang dipilih dan apakah permohonan atau jawabannya sudah masuk.",
                en="Check the services chosen, and whether their requests or answers were recorded.",
            )
            if is_of_services
            else Text(
                id="Periksa apakah SKP, realisasi, umpan balik, atau predikatnya sudah dicatat, dan apakah sedikitnya "
                "empat pegawai ada di tiap unit.",
                en="Check whether plans, realisations, feedback or predicates were recorded, and whether every unit "
                "has at least four people.",
            )
        )
        super().__init__(
            Text(
                id=f"Tidak ada satu pun data {name.id} dalam jangka waktu rancangan.",
                en=f"There are no data of {name.en} in the window of the design.",
            ),
            remedy,
        )


STOPPED = Text(
    id="Perhitungan berhenti sebelum selesai, mungkin karena server dimatikan. Tidak ada hasil yang disimpan.",
    en="The run stopped before its end, perhaps because the server was shut down. No result was kept.",
)
ASK_AGAIN = Text(id="Minta perhitungan sekali lagi.", en="Ask for a run once more.")
OUR_MISTAKE = Text(
    id="Perhitungan berhenti karena kesalahan di sistem, bukan karena data Anda. Tidak ada hasil yang disimpan.",
    en="The run stopped because of a mistake in the system, not because of your data. No result was kept.",
)
TELL_US = Text(
    id="Coba lagi; bila terulang, beri tahu pengelola sistem. Rinciannya ada di catatan server.",
    en="Try again; if it happens again, tell whoever runs the system. The details are in the server's log.",
)
