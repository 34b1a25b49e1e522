"""What cannot be put into points, each reason with what to do about it."""

from enum import StrEnum

from pembina.core.text import Text


class Refusal(StrEnum):
    """Which rule of the arguments was broken."""

    EDUCATION = "education"
    PERFORMANCE = "performance"
    INDEX = "index"
    LENGTH = "length"
    NO_PUNISHMENT = "no_punishment"


class UnusableIndexError(ValueError):
    """The facts do not give points; `reason` says which rule, `remedy` what to do."""

    def __init__(self, reason: Refusal, message: Text, remedy: Text) -> None:
        self.reason, self.message, self.remedy = reason, message, remedy
        super().__init__(f"{message} {remedy}")


def no_education(code: object) -> UnusableIndexError:
    return UnusableIndexError(
        Refusal.EDUCATION,
        Text(
            id=f"Kode tingkat pendidikan “{code}” tidak ada dalam tabel SIASN.",
            en=f"SIASN's table of education has no code “{code}”.",
        ),
        Text(
            id="Periksa kodenya pada data pegawai; kosongkan bila belum diketahui.",
            en="Check the code on the person's record; leave it empty where it is not known.",
        ),
    )


def no_performance(value: object, highest: object) -> UnusableIndexError:
    return UnusableIndexError(
        Refusal.PERFORMANCE,
        Text(id=f"{value} bukan hasil penilaian kinerja.", en=f"{value} is no result of an appraisal."),
        Text(
            id=f"Isi predikat, atau nilai desimal dari 0 sampai {highest}; kosongkan bila belum diketahui.",
            en=f"Give a predicate, or a decimal number from 0 to {highest}; leave it empty where it is not known.",
        ),
    )


def no_index(value: object) -> UnusableIndexError:
    return UnusableIndexError(
        Refusal.INDEX,
        Text(id=f"{value} bukan nilai IP ASN.", en=f"{value} is no index of professionalism."),
        Text(id="Isi bilangan desimal dari 0 sampai 100.", en="Give a decimal number from 0 to 100."),
    )


def no_length(value: object) -> UnusableIndexError:
    return UnusableIndexError(
        Refusal.LENGTH,
        Text(id=f"{value} bukan lamanya pelatihan.", en=f"{value} is no length of a course."),
        Text(
            id="Isi JP atau hari, nol atau lebih; kosongkan bila belum diketahui.",
            en="Give learning hours or days, zero or more; leave them empty where they are not known.",
        ),
    )


def no_punishment() -> UnusableIndexError:
    return UnusableIndexError(
        Refusal.NO_PUNISHMENT,
        Text(
            id="Riwayat hukuman memuat baris tanpa hukuman.",
            en="The record of punishments has a row without punishment.",
        ),
        Text(
            id="Hapus barisnya: riwayat yang kosong sudah berarti tidak pernah dihukum.",
            en="Remove the row: an empty record already means that there was none.",
        ),
    )
