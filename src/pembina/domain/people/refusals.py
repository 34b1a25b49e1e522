"""What operations on people refuse, each with what happened and what to do next."""

from collections.abc import Sequence
from datetime import date

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError

__all__ = ["RefusedError"]

MONTHS = (
    "", "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
MONTHS_IN_ENGLISH = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def spelled(day: date) -> Text:
    """Return a day as people write it, and as the pages show it elsewhere."""
    indonesian, english = MONTHS[day.month], MONTHS_IN_ENGLISH[day.month]
    return Text(id=f"{day.day} {indonesian} {day.year}", en=f"{day.day} {english} {day.year}")


class CodeTakenError(RefusedError):
    def __init__(self, code: str) -> None:
        super().__init__(
            Text(id=f"Kode unit {code} sudah dipakai.", en=f"The unit code {code} is taken."),
            Text(
                id="Pakai kode lain, atau ubah unit yang sudah ada.", en="Use another, or change the unit that has it."
            ),
        )


class NumberTakenError(RefusedError):
    def __init__(self, nip: str) -> None:
        super().__init__(
            Text(id=f"NIP {nip} sudah tercatat.", en=f"The number {nip} is on record already."),
            Text(id="Buka data pegawai itu dan ubah di sana.", en="Open that person's record and change it there."),
        )


class CycleError(RefusedError):
    def __init__(self, unit: str, parent: str) -> None:
        super().__init__(
            Text(id=f"{parent} berada di bawah {unit}.", en=f"{parent} lies below {unit}."),
            Text(id="Pilih unit induk di luar unit itu.", en="Choose a parent outside that unit."),
        )


class UnitClosedError(RefusedError):
    def __init__(self, unit: str, on: date) -> None:
        super().__init__(
            Text(id=f"{unit} tidak ada pada {spelled(on).id}.", en=f"{unit} does not exist on {spelled(on).en}."),
            Text(id="Pilih unit yang masih ada, atau tanggal lain.", en="Choose a unit that exists, or another day."),
        )


class UnitInUseError(RefusedError):
    def __init__(self, unit: str, people: int, units: int) -> None:
        super().__init__(
            Text(
                id=f"{unit} masih memiliki {people} penugasan dan {units} unit di bawahnya.",
                en=f"{unit} still holds {people} assignments and {units} units below it.",
            ),
            Text(
                id="Pindahkan dahulu, atau gabungkan unit ini ke unit lain.",
                en="Move them first, or merge this unit into another.",
            ),
        )


class UnitHoldsError(RefusedError):
    def __init__(self, unit: str, held: Sequence[Text]) -> None:
        indonesian, english = (", ".join(names) for names in zip(*((each.id, each.en) for each in held), strict=True))
        super().__init__(
            Text(id=f"{unit} masih memiliki {indonesian}.", en=f"{unit} still holds {english}."),
            Text(
                id="Pindahkan, tutup, atau akhiri dahulu, atau gabungkan unit ini ke unit lain: semuanya ikut pindah.",
                en="Move, close or end them first, or merge this unit into another: they all go along.",
            ),
        )


class NotYetError(RefusedError):
    about = ("on",)

    def __init__(self, on: date) -> None:
        super().__init__(
            Text(
                id=f"{spelled(on).id} belum tiba. Susunan unit dan layanannya berubah pada hari dicatat.",
                en=f"{spelled(on).en} has not come. Units and their services move on the day on which it is entered.",
            ),
            Text(
                id="Isi hari ini atau sebelumnya, atau catat kembali pada hari itu.",
                en="Give today or an earlier day, or enter it when that day has come.",
            ),
        )


class OverlapError(RefusedError):
    def __init__(self, position: str, starts_on: date) -> None:
        super().__init__(
            Text(
                id=f"Bertindih dengan {position}, mulai {spelled(starts_on).id}.",
                en=f"Overlaps with {position}, held from {spelled(starts_on).en}.",
            ),
            Text(
                id="Akhiri jabatan itu lebih dahulu, atau catat sebagai mutasi.",
                en="End that assignment first, or record a transfer.",
            ),
        )


class OwnSuperiorError(RefusedError):
    def __init__(self, person: str) -> None:
        super().__init__(
            Text(
                id=f"{person} tidak dapat menjadi atasan atau pengganti dirinya sendiri.",
                en=f"{person} cannot be their own superior or deputy.",
            ),
            Text(id="Pilih orang lain.", en="Choose somebody else."),
        )


class OwnMentorError(RefusedError):
    def __init__(self, person: str) -> None:
        super().__init__(
            Text(id=f"{person} tidak dapat menjadi mentor diri sendiri.", en=f"{person} cannot be their own mentor."),
            Text(id="Pilih orang lain.", en="Choose somebody else."),
        )


class MentorshipExistsError(RefusedError):
    def __init__(self, mentor: str, mentee: str) -> None:
        super().__init__(
            Text(
                id=f"{mentor} sudah menjadi mentor {mentee} pada hari-hari itu.",
                en=f"{mentor} guides {mentee} on some of these days already.",
            ),
            Text(id="Akhiri mentoring itu lebih dahulu.", en="End that mentoring first."),
        )


class DatesReversedError(RefusedError):
    def __init__(self, starts_on: date, ends_on: date) -> None:
        super().__init__(
            Text(
                id=f"Hari terakhir {spelled(ends_on).id} mendahului hari pertama {spelled(starts_on).id}.",
                en=f"The last day {spelled(ends_on).en} precedes the first, {spelled(starts_on).en}.",
            ),
            Text(id="Perbaiki salah satu tanggal.", en="Correct one of the dates."),
        )


class NoAssignmentError(RefusedError):
    def __init__(self, person: str, on: date) -> None:
        super().__init__(
            Text(
                id=f"{person} tidak memegang jabatan pada {spelled(on).id}.",
                en=f"{person} holds no position on {spelled(on).en}.",
            ),
            Text(id="Tambahkan jabatannya, atau pilih tanggal lain.", en="Add an assignment, or choose another day."),
        )


class AlreadyReportedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Kekeliruan ini sudah Anda laporkan.", en="You have reported this already."),
            Text(
                id="Tunggu jawabannya, atau tarik laporan itu lalu buat yang baru.",
                en="Wait for the answer, or withdraw that report and make a new one.",
            ),
        )


class AlreadyDecidedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Laporan ini sudah selesai.", en="This report is closed already."),
            Text(id="Muat ulang halamannya untuk melihat jawabannya.", en="Load the page again to see the answer."),
        )


class OwnReportError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Laporan tentang atau dari diri sendiri diputus oleh orang lain.",
                en="A report about or by oneself is decided by somebody else.",
            ),
            Text(id="Minta rekan pengelola kepegawaian memutusnya.", en="Ask a colleague of human resources."),
        )


class ReasonMissingError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Alasannya belum ditulis.", en="The reason is missing."),
            Text(
                id="Tulis alasannya dengan singkat; orang yang bersangkutan akan membacanya.",
                en="Write the reason in a sentence; the person concerned will read it.",
            ),
        )


class SuggestionMissingError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Belum disebutkan apa yang seharusnya.", en="What would be right is not said."),
            Text(
                id="Pilih dari hasil pencarian, atau jelaskan dengan kata-kata.",
                en="Choose one of the results, or explain it in words.",
            ),
        )


class OutOfReachError(RefusedError):
    def __init__(self, unit: str) -> None:
        super().__init__(
            Text(id=f"{unit} berada di luar wewenang Anda.", en=f"{unit} lies outside your reach."),
            Text(
                id="Serahkan kepada pengelola kepegawaian pemerintah daerah (BKPSDM).",
                en="Leave it to human resources of the whole government (BKPSDM).",
            ),
        )


class BeganThenError(RefusedError):
    def __init__(self, position: str, starts_on: date) -> None:
        super().__init__(
            Text(
                id=f"{position} baru mulai pada {spelled(starts_on).id}.",
                en=f"{position} begins on {spelled(starts_on).en} only.",
            ),
            Text(id="Pilih tanggal sesudahnya, atau betulkan catatan itu.", en="Choose a later day, or correct it."),
        )


class NothingChangesError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Sudah begitu.", en="It is so already."),
            Text(id="Tidak ada yang perlu diubah.", en="Nothing needs to change."),
        )


class FollowedError(RefusedError):
    def __init__(self, person: str) -> None:
        super().__init__(
            Text(
                id=f"Jabatan {person} sudah diubah lagi sesudahnya.",
                en=f"The position of {person} was changed again since.",
            ),
            Text(id="Ubah pegawai itu tersendiri.", en="Change that person by hand."),
        )


class NotReadyError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Perubahan ini sudah diterapkan atau dibatalkan.", en="This change is done or undone already."),
            Text(id="Pilih lagi pegawai dari daftar.", en="Choose people from the list again."),
        )


class NobodyChosenError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Belum ada pegawai yang dipilih.", en="Nobody is chosen."),
            Text(id="Centang pegawai pada daftar.", en="Tick people in the list."),
        )


class TooManyChosenError(RefusedError):
    def __init__(self, people: int, most: int) -> None:
        super().__init__(
            Text(
                id=f"{people} pegawai terlalu banyak untuk sekali ubah; paling banyak {most}.",
                en=f"{people} persons are too many for one change; at most {most}.",
            ),
            Text(id="Persempit saringannya.", en="Narrow the list first."),
        )
