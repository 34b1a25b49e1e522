"""What the ledger of learning hours, degree studies and certifications refuse, each with what to do next."""

from datetime import date
from decimal import Decimal

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError


class LearningTwiceError(RefusedError):
    about = ("title",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Kegiatan ini pada hari yang sama sudah tercatat; JP tidak dihitung dua kali.",
                en="This activity on the same days is on record already; hours do not count twice.",
            ),
            Text(id="Lihat catatannya, atau periksa tanggalnya.", en="Look at the record, or check the days."),
        )


class LearningToComeError(RefusedError):
    about = ("last_day",)

    def __init__(self, last: date) -> None:
        super().__init__(
            Text(id=f"Hari terakhirnya, {last.isoformat()}, belum tiba.", en=f"{last.isoformat()} has not come yet."),
            Text(id="Catat setelah kegiatannya selesai.", en="Note it once it is over."),
        )


class DaysReversedError(RefusedError):
    about = ("last_day", "due_on", "ended_on", "valid_until")

    def __init__(self) -> None:
        super().__init__(
            Text(id="Hari terakhir mendahului hari pertama.", en="The last day comes before the first."),
            Text(id="Periksa kedua tanggalnya.", en="Check both days."),
        )


class HoursUnusableError(RefusedError):
    about: tuple[str, ...] = ("hours", "minutes", "form")


class UnitsUnusableError(HoursUnusableError):
    """The form counts by no equivalent on that day, or not by so many."""

    about = ("units",)


class HowManyWaysError(HoursUnusableError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Banyaknya belajar disebut dengan satu cara saja.",
                en="How much was learned is said in one way only.",
            ),
            Text(
                id="Isi salah satu: JP pada sertifikat, lamanya dalam menit, atau banyaknya satuan.",
                en="Give one of them: hours on the certificate, length in minutes, or number of units.",
            ),
        )


class HoursOutsideError(HoursUnusableError):
    def __init__(self, hours: Decimal) -> None:
        super().__init__(
            Text(id=f"Hitungannya {hours} JP.", en=f"This comes to {hours} JP."),
            Text(
                id="Periksa angkanya: yang dapat dicatat 0,01 sampai 9.999,99 JP.",
                en="Check the figure: from 0.01 to 9,999.99 JP can be on record.",
            ),
        )


class YearFullError(RefusedError):
    """The form has given its most in the year; `given` are the hours on record without certificate."""

    about = ("units", "minutes")

    def __init__(self, year: int, given: Decimal, most: Decimal) -> None:
        super().__init__(
            Text(
                id=f"Tanpa sertifikat, bentuk ini memberi paling banyak {most:f} JP setahun; tahun {year} sudah "
                f"tercatat {given:f} JP.",
                en=f"Without a certificate this form gives at most {most:f} JP a year; {given:f} JP of {year} are on "
                "record.",
            ),
            Text(
                id="Bila ada sertifikatnya, isi JP pada sertifikat; yang lebih dari batas tidak dihitung.",
                en="Where there is a certificate, give its hours; what lies above the bound does not count.",
            ),
        )


class NoRecordOfPersonError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Akun ini tidak terhubung dengan data pegawai.", en="This account belongs to no person on record."),
            Text(id="Hubungi pengelola kepegawaian.", en="Ask human resources."),
        )


class OwnReportError(RefusedError):
    """Nobody verifies or notes hours of oneself."""

    def __init__(self) -> None:
        super().__init__(
            Text(id="Ini catatan Anda sendiri.", en="This is your own record."),
            Text(id="Mintalah pengelola lain yang memutuskannya.", en="Ask another officer to decide."),
        )


class OfCertificateError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="JP ini berasal dari sertifikat Pembina.", en="These hours come from a certificate of ours."),
            Text(
                id="Cabut atau terbitkan ulang sertifikatnya; JP mengikuti.",
                en="Revoke the certificate or issue it anew; the hours follow.",
            ),
        )


class ImportUndoneError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Impor ini sudah diurungkan.", en="This import was taken back already."),
            Text(id="Muat ulang halaman.", en="Reload the page."),
        )


class ImportTouchedError(RefusedError):
    def __init__(self, count: int) -> None:
        super().__init__(
            Text(
                id=f"{count} barisnya sudah dikoreksi sejak diimpor; impor ini tidak dapat diurungkan begitu saja.",
                en=f"{count} of its rows were corrected since; this import cannot simply be taken back.",
            ),
            Text(id="Keluarkan baris yang keliru satu per satu.", en="Take the wrong rows out one by one."),
        )


class TwoStudiesError(RefusedError):
    about = ("person", "starts_on")

    def __init__(self) -> None:
        super().__init__(
            Text(id="Pegawai ini sedang menempuh tugas belajar lain.", en="This person is on another degree study."),
            Text(id="Catat akhir tugas belajar itu lebih dahulu.", en="Note the end of that one first."),
        )


class GradeError(RefusedError):
    about = ("grade",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="IPK terletak antara 0 dan 4.", en="The average lies between 0 and 4."),
            Text(id="Periksa angkanya.", en="Check the figure."),
        )


class CertificationTwiceError(RefusedError):
    about = ("number",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Nomor sertifikasi ini sudah tercatat.", en="This number is on record."),
            Text(id="Periksa nomornya; perpanjangan mempunyai nomor baru.", en="Check it; a renewal has a new number."),
        )
