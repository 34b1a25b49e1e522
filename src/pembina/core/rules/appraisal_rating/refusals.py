"""What cannot be rated, each reason with what to do about it."""

from enum import StrEnum

from pembina.core.text import Text


class Refusal(StrEnum):
    """Which rule of the arguments was broken."""

    NO_CELL = "no_cell"
    OFF_SCALE = "off_scale"
    UNKNOWN_CODE = "unknown_code"
    COUNT = "count"
    GRADE = "grade"
    NO_ROW = "no_row"
    NO_RESULTS = "no_results"
    ORGANISATION = "organisation"
    BACKWARDS = "backwards"


class UnusableRatingError(ValueError):
    """The facts do not give a rating; `reason` says which rule, `remedy` what to do."""

    def __init__(self, reason: Refusal, message: Text, remedy: Text) -> None:
        self.reason, self.message, self.remedy = reason, message, remedy
        super().__init__(f"{message} {remedy}")


def no_cell(results: object, behaviour: object) -> UnusableRatingError:
    return UnusableRatingError(
        Refusal.NO_CELL,
        Text(
            id=f"Kuadran kinerja tidak mempunyai sel untuk hasil kerja “{results}” dan perilaku kerja “{behaviour}”.",
            en=f"The matrix has no cell for results “{results}” and behaviour “{behaviour}”.",
        ),
        Text(id="Isi kedua rating dengan salah satu dari tiga pilihan.", en="Give both ratings, each of three steps."),
    )


def off_scale(given: object) -> UnusableRatingError:
    return UnusableRatingError(
        Refusal.OFF_SCALE,
        Text(id=f"“{given}” tidak ada dalam skala.", en=f"“{given}” is not on the scale."),
        Text(id="Pilih salah satu dari lima pilihannya.", en="Choose one of its five steps."),
    )


def unknown_code(table: str, code: object) -> UnusableRatingError:
    return UnusableRatingError(
        Refusal.UNKNOWN_CODE,
        Text(id=f"Kode {code} tidak ada dalam tabel SIASN {table}.", en=f"SIASN's table {table} has no code {code}."),
        Text(id="Periksa kodenya pada berkas asal.", en="Check the code in the file it came from."),
    )


def no_count(count: object) -> UnusableRatingError:
    return UnusableRatingError(
        Refusal.COUNT,
        Text(id=f"{count} bukan banyaknya orang atau hal.", en=f"{count} is no number of persons or things."),
        Text(id="Isi bilangan bulat, nol atau lebih.", en="Give a whole number, zero or more."),
    )


def no_grade(grade: object, highest: object) -> UnusableRatingError:
    return UnusableRatingError(
        Refusal.GRADE,
        Text(id=f"{grade} bukan IPK.", en=f"{grade} is no grade average."),
        Text(
            id=f"Isi bilangan desimal dari 0 sampai {highest}; kosongkan bila belum diketahui.",
            en=f"Give a decimal number from 0 to {highest}; leave it empty where it is not known.",
        ),
    )


def no_row(level: object, university: object, programme: object) -> UnusableRatingError:
    return UnusableRatingError(
        Refusal.NO_ROW,
        Text(
            id=f"Panduan IPK tidak mempunyai baris untuk jenjang {level}, akreditasi universitas {university}, "
            f"program studi {programme or 'tanpa akreditasi'}.",
            en=f"The guidance has no row for {level}, university {university}, programme {programme or 'none'}.",
        ),
        Text(
            id="Periksa akreditasinya; bila memang demikian, pejabat penilai menetapkan ekspektasi tanpa panduan ini.",
            en="Check the accreditations; if they are so, the rater sets the expectation without this guidance.",
        ),
    )


def no_results() -> UnusableRatingError:
    return UnusableRatingError(
        Refusal.NO_RESULTS,
        Text(id="Belum ada hasil kerja yang dinilai.", en="No result has been judged yet."),
        Text(id="Nilai dahulu setiap rencana hasil kerja.", en="Judge each planned result first."),
    )


def no_organisation(year: int) -> UnusableRatingError:
    return UnusableRatingError(
        Refusal.ORGANISATION,
        Text(
            id=f"Capaian kinerja organisasi tahun {year} belum diketahui, dan penggantinya pun tidak.",
            en=f"The rating of the organisation for {year} is not known, and neither is the one to use instead.",
        ),
        Text(
            id="Catat capaian kinerja organisasi yang dipakai sebelum menetapkan predikat.",
            en="Record the rating of the organisation that is used before predicates are set.",
        ),
    )


def backwards(first: object, last: object) -> UnusableRatingError:
    return UnusableRatingError(
        Refusal.BACKWARDS,
        Text(id=f"Masa evaluasi berakhir {last} sebelum mulai {first}.", en=f"It ends on {last} before {first}."),
        Text(id="Tukar kedua tanggalnya.", en="Exchange the two dates."),
    )
