"""What can be wrong with one cell, each with its code, its weight, the reason and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from pembina.core.rules.civil_servant_number import Finding, UnreadableNumberError
from pembina.core.text import Text
from pembina.domain.people.intake.rows import Severity

REFUSED, WARNING = Severity.REFUSED, Severity.WARNING
SHOWN = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """A reader of cells returns one instead of a value; the row and the column are added by whoever knows them."""

    code: str
    severity: Severity
    reason: Text
    remedy: Text


def shown(value: str) -> str:
    """Return a cell as a message shows it: never longer than a line."""
    return value if len(value) <= SHOWN else f"{value[: SHOWN - 1]}…"


def number(error: UnreadableNumberError) -> Problem:
    """The number of the person is none."""
    return Problem(f"number_{error.reason.value}", REFUSED, error.message, error.remedy)


def superior_number(error: UnreadableNumberError) -> Problem:
    """The number of the superior is none."""
    reason = Text(id=f"NIP atasan: {error.message.id}", en=f"Number of the superior: {error.message.en}")
    return Problem(f"superior_{error.reason.value}", REFUSED, reason, error.remedy)


def numbered_oddly(found: Finding) -> Problem:
    """The number says something else than the record, or something unusual."""
    remedy = Text(
        id="Barisnya tetap diimpor. Cocokkan dengan SK atau akta, lalu perbaiki data di SIASN bila keliru.",
        en="The row is imported all the same. Compare with the decree or birth certificate and correct SIASN if wrong.",
    )
    return Problem(found.code, WARNING, found.message, remedy)


def repeated_number(first: int) -> Problem:
    return Problem(
        "number_repeated",
        REFUSED,
        Text(id=f"NIP ini sudah ada di baris {first}.", en=f"This number stands in row {first} already."),
        Text(id="Hapus baris yang keliru, atau perbaiki NIP-nya.", en="Delete the wrong row, or correct the number."),
    )


def nothing(what: Text) -> Problem:
    """A cell that must be filled is empty."""
    return Problem(
        "empty",
        REFUSED,
        Text(id=f"{what.id} kosong.", en=f"{what.en} is empty."),
        Text(id="Isi sel itu.", en="Fill in that cell."),
    )


def no_letters() -> Problem:
    return Problem(
        "name_without_letters",
        REFUSED,
        Text(id="Nama ini tidak memuat huruf.", en="This name holds no letter."),
        Text(
            id="Periksa apakah kolomnya bergeser, lalu tulis nama tanpa gelar.",
            en="See whether the columns have shifted, then write the name without titles.",
        ),
    )


def too_long(length: int, limit: int) -> Problem:
    return Problem(
        "too_long",
        REFUSED,
        Text(
            id=f"Panjangnya {length} huruf; batasnya {limit}.",
            en=f"It has {length} characters; the limit is {limit}.",
        ),
        Text(id="Singkat isinya.", en="Shorten it."),
    )


def own_superior() -> Problem:
    return Problem(
        "own_superior",
        REFUSED,
        Text(id="Pegawai ini tercatat sebagai atasannya sendiri.", en="This person is named as their own superior."),
        Text(
            id="Isi NIP atasan yang benar, atau kosongkan selnya.",
            en="Write the number of the right superior, or empty the cell.",
        ),
    )


def own_parent() -> Problem:
    return Problem(
        "own_parent",
        REFUSED,
        Text(id="Unit ini tercatat sebagai induknya sendiri.", en="This unit is named as its own parent."),
        Text(
            id="Isi kode induk yang benar, atau kosongkan selnya.",
            en="Write the code of the right parent, or empty the cell.",
        ),
    )


def repeated_code(first: int) -> Problem:
    return Problem(
        "code_repeated",
        REFUSED,
        Text(id=f"Kode ini sudah ada di baris {first}.", en=f"This code stands in row {first} already."),
        Text(id="Hapus baris yang keliru, atau perbaiki kodenya.", en="Delete the wrong row, or correct the code."),
    )


def rewritten_code() -> Problem:
    return Problem(
        "code_rewritten",
        REFUSED,
        Text(
            id="Kode ini diubah program lembar kerja menjadi bilangan atau tanggal.",
            en="A spreadsheet has turned this code into a figure or a date.",
        ),
        Text(
            id="Ambil lagi berkas dari sumbernya dan atur kolom kode sebagai Teks.",
            en="Take the file from its source again and format the column of codes as Text.",
        ),
    )


def unknown_word(what: Text, allowed: Iterable[str]) -> Problem:
    """The cell holds none of the words that this column may hold."""
    listed = ", ".join(allowed)
    return Problem(
        "unknown_word",
        WARNING,
        Text(id=f"{what.id} ini tidak dikenal.", en=f"This {what.en} is not known."),
        _taken_or_not(WARNING, Text(id=f"Tulis salah satu: {listed}.", en=f"Write one of {listed}.")),
    )


def unknown_legal_position(allowed: Iterable[str]) -> Problem:
    """As `unknown_word`; it says what is recorded instead, for somebody dismissed must not pass for active unseen."""
    listed = ", ".join(allowed)
    return Problem(
        "unknown_word",
        WARNING,
        Text(id="Kedudukan hukum ini tidak dikenal.", en="This legal position is not known."),
        Text(
            id="Nilai ini tidak dipakai: pegawai baru dicatat Aktif, pegawai yang sudah tercatat tidak berubah. "
            f"Periksa orangnya, lalu tulis salah satu: {listed}.",
            en="This value is not taken: somebody new is recorded as Aktif, somebody on record stays as they are. "
            f"Look at the person, then write one of {listed}.",
        ),
    )


def no_date(severity: Severity, *, why: Text | None = None) -> Problem:
    return Problem(
        "no_date",
        severity,
        why or Text(id="Ini bukan tanggal.", en="This is no date."),
        _taken_or_not(
            severity, Text(id="Tulis sebagai 31-12-1985 atau 1985-12-31.", en="Write it as 31-12-1985 or 1985-12-31.")
        ),
    )


def unlikely_date(why: Text, severity: Severity) -> Problem:
    return Problem("unlikely_date", severity, why, _taken_or_not(severity, _LOOK_AT_THE_DECREE))


def not_an_address() -> Problem:
    return Problem(
        "not_an_address",
        WARNING,
        Text(id="Ini bukan alamat surel.", en="This is no e-mail address."),
        _taken_or_not(WARNING, Text(id="Tulis satu alamat, seperti nama@contoh.go.id.", en="Write one address.")),
    )


def not_a_telephone() -> Problem:
    return Problem(
        "not_a_telephone",
        WARNING,
        Text(id="Ini bukan nomor telepon.", en="This is no telephone number."),
        _taken_or_not(
            WARNING, Text(id="Tulis satu nomor, paling panjang 20.", en="Write one number, at most 20 long.")
        ),
    )


def rank_of_others(status: str) -> Problem:
    return Problem(
        "rank_of_other_status",
        WARNING,
        Text(id=f"Golongan ini bukan golongan {status}.", en=f"This rank is not one of {status}."),
        _taken_or_not(
            WARNING,
            Text(
                id="PNS bergolongan I/a sampai IV/e, PPPK I sampai XVII.",
                en="PNS have I/a to IV/e, PPPK I to XVII.",
            ),
        ),
    )


def strange_characters() -> Problem:
    return Problem(
        "strange_characters",
        WARNING,
        Text(
            id="Sel ini memuat karakter yang tidak terlihat; karakter itu dibuang.",
            en="This cell holds characters that cannot be seen; they were removed.",
        ),
        Text(id="Periksa hasilnya.", en="Look at what is left."),
    )


def damaged_letters() -> Problem:
    return Problem(
        "damaged_letters",
        WARNING,
        Text(
            id="Huruf di sel ini rusak karena pengodean berkas keliru.",
            en="Letters of this cell are damaged by a wrong encoding.",
        ),
        Text(id="Simpan ulang berkas sebagai CSV UTF-8 atau XLSX.", en="Save the file again as CSV UTF-8 or XLSX."),
    )


def not_a_civil_servant() -> Problem:
    return Problem(
        "not_a_civil_servant",
        REFUSED,
        Text(id="Ini bukan PNS, CPNS, atau PPPK.", en="This is neither PNS nor CPNS nor PPPK."),
        Text(
            id="Pembina hanya mencatat ASN. Hapus baris ini, atau perbaiki jenis pegawainya.",
            en="Pembina records civil servants only. Delete this row, or correct the kind of employee.",
        ),
    )


def _taken_or_not(severity: Severity, remedy: Text) -> Text:
    if severity is REFUSED:
        return remedy
    return Text(
        id=f"{remedy.id} Nilai ini tidak dipakai.",
        en=f"{remedy.en} This value is not taken.",
    )


_LOOK_AT_THE_DECREE = Text(id="Cocokkan tanggalnya dengan SK.", en="Compare the date with the decree.")
