"""Why a number cannot be read, each reason with what to do about it."""

from enum import StrEnum

from pembina.core.text import Text


class Reason(StrEnum):
    """What is wrong with the text that was given as a number."""

    EMPTY = "empty"
    SPREADSHEET = "spreadsheet"
    NOT_DIGITS = "not_digits"
    LENGTH = "length"
    BIRTH_DATE = "birth_date"
    START = "start"
    SEX = "sex"
    SEQUENCE = "sequence"


class UnreadableNumberError(ValueError):
    """The text is no NIP or NI PPPK; `reason` says which part, `remedy` what to do."""

    def __init__(self, reason: Reason, message: Text, remedy: Text) -> None:
        self.reason, self.message, self.remedy = reason, message, remedy
        super().__init__(f"{message} {remedy}")


LOOK_IT_UP = Text(
    id="Periksa nomor pada SK pengangkatan atau kartu ASN.",
    en="Check the number on the decree of appointment or the staff card.",
)
FORMAT_AS_TEXT = Text(
    id="Angka terakhirnya sudah hilang dan tidak dapat dipulihkan. Ambil lagi berkas dari sumbernya, atur kolom NIP "
    "sebagai Teks sebelum menempelkan isinya, atau awali tiap NIP dengan tanda petik (').",
    en="Its last digits are lost for good. Take the file from its source again and format the column as Text before "
    "pasting, or begin every number with an apostrophe (').",
)


def empty() -> UnreadableNumberError:
    return UnreadableNumberError(Reason.EMPTY, Text(id="NIP kosong.", en="The number is empty."), LOOK_IT_UP)


def damaged_by_spreadsheet(text: str) -> UnreadableNumberError:
    message = Text(
        id=f"{text} adalah NIP yang diubah program lembar kerja menjadi bilangan.",
        en=f"{text} is a number that a spreadsheet has turned into an approximate figure.",
    )
    return UnreadableNumberError(Reason.SPREADSHEET, message, FORMAT_AS_TEXT)


def not_digits(text: str) -> UnreadableNumberError:
    stranger = next(character for character in text if character not in "0123456789")
    message = Text(
        id=f"NIP hanya terdiri atas angka; {text!r} memuat {stranger!r}.",
        en=f"The number consists of digits only; {text!r} holds {stranger!r}.",
    )
    return UnreadableNumberError(Reason.NOT_DIGITS, message, LOOK_IT_UP)


def wrong_length(text: str, wanted: int) -> UnreadableNumberError:
    message = Text(
        id=f"NIP terdiri atas {wanted} angka; ini {len(text)}.",
        en=f"The number has {wanted} digits; this one has {len(text)}.",
    )
    return UnreadableNumberError(Reason.LENGTH, message, LOOK_IT_UP)


def no_birth_date(digits: str) -> UnreadableNumberError:
    message = Text(
        id=f"Delapan angka pertama, {digits}, bukan tanggal lahir (tahun, bulan, tanggal).",
        en=f"The first eight digits, {digits}, are no date of birth (year, month, day).",
    )
    return UnreadableNumberError(Reason.BIRTH_DATE, message, LOOK_IT_UP)


def no_start(digits: str) -> UnreadableNumberError:
    message = Text(
        id=f"Angka ke-9 sampai ke-14, {digits}, bukan tahun dan bulan mulai kerja PNS.",
        en=f"Digits 9 to 14, {digits}, are no year and month in which a PNS began.",
    )
    remedy = Text(
        id="Bila orang ini PPPK, catat statusnya sebagai PPPK: pada NI PPPK kedua angka itu bukan bulan.",
        en="If this person is PPPK, say so: in a PPPK's number those two digits are no month.",
    )
    return UnreadableNumberError(Reason.START, message, remedy)


def no_sex(digit: str) -> UnreadableNumberError:
    message = Text(
        id=f"Angka ke-15 harus 1 (laki-laki) atau 2 (perempuan), bukan {digit}.",
        en=f"Digit 15 is 1 (man) or 2 (woman), not {digit}.",
    )
    return UnreadableNumberError(Reason.SEX, message, LOOK_IT_UP)


def no_sequence() -> UnreadableNumberError:
    message = Text(
        id="Nomor urut (tiga angka terakhir) tidak boleh 000. Lembar kerja yang menyimpan NIP sebagai bilangan "
        "mengubah tiga angka terakhir menjadi 000.",
        en="The sequence (last three digits) is never 000. A spreadsheet that keeps the number as a figure turns the "
        "last three digits into 000.",
    )
    return UnreadableNumberError(Reason.SEQUENCE, message, FORMAT_AS_TEXT)
