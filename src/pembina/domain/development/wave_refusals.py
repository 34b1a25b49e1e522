"""What operations on waves refuse, each with the field it is about, what happened and what to do next."""

from datetime import date

from pembina.core.learning import RefusedInputError
from pembina.core.text import Text
from pembina.domain.development.refusals import RefusedError
from pembina.domain.people.refusals import spelled


class WaveOutsideError(RefusedError):
    """A wave begins before the programme, or after its last day."""

    def __init__(self, number: int, day: date, starts_on: date, ends_on: date) -> None:
        self.about = (f"start_{number}", "to", "on", "starts", "first_start")
        is_early = day < starts_on
        super().__init__(
            Text(
                id=f"Gelombang {number} mulai {spelled(day).id}, "
                + ("sebelum program mulai" if is_early else "sesudah program berakhir")
                + f" ({spelled(starts_on if is_early else ends_on).id}).",
                en=f"Wave {number} begins on {spelled(day).en}, "
                + ("before the programme starts" if is_early else "after the programme ends")
                + f" ({spelled(starts_on if is_early else ends_on).en}).",
            ),
            Text(
                id="Pilih hari di dalam tanggal program, atau ubah tanggal programnya lebih dahulu.",
                en="Choose a day within those of the programme, or change these first.",
            ),
        )


class WaveOrderError(RefusedError):
    def __init__(self, number: int, day: date) -> None:
        self.about = (f"start_{number}", "starts", "first_start")
        super().__init__(
            Text(
                id=f"Gelombang {number} mulai {spelled(day).id}, tidak sesudah gelombang {number - 1}.",
                en=f"Wave {number} begins on {spelled(day).en}, not after wave {number - 1}.",
            ),
            Text(id="Urutkan harinya: gelombang berikut mulai belakangan.", en="Let each wave begin after the last."),
        )


class UnitInTwoWavesError(RefusedError):
    """A unit is, or would be, in two waves of one programme; which ones is told."""

    def __init__(self, unit: str, one: int, other: int) -> None:
        self.about = (f"units_{other}", "units", "unit")
        super().__init__(
            Text(
                id=f"{unit} sudah ada di gelombang {one}; tidak dapat juga di gelombang {other}."
                if one != other
                else f"{unit} sudah ada di gelombang {one}.",
                en=f"{unit} is in wave {one} already; it cannot be in wave {other} too."
                if one != other
                else f"{unit} is in wave {one} already.",
            ),
            Text(id="Hapus dari salah satunya.", en="Take it out of one of them."),
        )


class WaveEmptyError(RefusedError):
    def __init__(self, number: int) -> None:
        self.about = (f"units_{number}", "units")
        super().__init__(
            Text(id=f"Gelombang {number} belum memuat unit kerja.", en=f"Wave {number} holds no unit."),
            Text(id="Pilih unit kerjanya, atau kurangi gelombangnya.", en="Choose its units, or have fewer waves."),
        )


class WavesFixedError(RefusedError):
    """The plan of waves cannot be laid anew: something has begun, or people are gathered for it."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Rencana gelombang tidak dapat disusun ulang: ada yang sudah mulai atau sudah mempunyai angkatan.",
                en="The waves cannot be planned anew: one has begun or has batches.",
            ),
            Text(
                id="Geser gelombangnya satu per satu, atau catat unit yang keluar.",
                en="Move single waves, or record units that leave.",
            ),
        )


class SlipsLoggedError(RefusedError):
    """The plan of waves cannot be laid anew: waves were moved, and what was logged of it must stay."""

    def __init__(self, slips: int) -> None:
        super().__init__(
            Text(
                id=f"Rencana gelombang tidak dapat disusun ulang: {slips} pergeseran sudah tercatat, dan catatan itu "
                "tidak dihapus.",
                en=f"The waves cannot be planned anew: {slips} moves are on record, and that record is not deleted.",
            ),
            Text(
                id="Geser gelombangnya satu per satu, tambahkan unit kerja ke gelombang, atau catat unit yang keluar.",
                en="Move single waves, add units to a wave, or record units that leave.",
            ),
        )


class UnusableOrderError(RefusedError):
    """The order cannot be drawn from this: what the draw itself refuses."""

    about = ("seed", "starts", "units")

    def __init__(self, refused: RefusedInputError) -> None:
        super().__init__(refused.message, refused.remedy)


class WaveBegunError(RefusedError):
    def __init__(self, number: int, day: date) -> None:
        super().__init__(
            Text(
                id=f"Gelombang {number} sudah mulai pada {spelled(day).id}.",
                en=f"Wave {number} began on {spelled(day).en}.",
            ),
            Text(id="Hari mulainya tidak bergeser lagi.", en="Its start does not move any more."),
        )


class SameDayError(RefusedError):
    about = ("to",)

    def __init__(self, day: date) -> None:
        super().__init__(
            Text(id=f"Rencananya memang {spelled(day).id}.", en=f"It is planned for {spelled(day).en} already."),
            Text(id="Pilih hari yang lain.", en="Choose another day."),
        )


class UnitLeftError(RefusedError):
    def __init__(self, unit: str, day: date) -> None:
        super().__init__(
            Text(id=f"{unit} keluar pada {spelled(day).id}.", en=f"{unit} left on {spelled(day).en}."),
            Text(id="Kembalikan unit itu lebih dahulu.", en="Bring the unit back first."),
        )


class UnitStillInError(RefusedError):
    def __init__(self, unit: str) -> None:
        super().__init__(
            Text(id=f"{unit} tidak pernah keluar.", en=f"{unit} has not left."),
            Text(id="Muat ulang halamannya.", en="Reload the page."),
        )


class LeftBeforeStartError(RefusedError):
    about = ("on",)

    def __init__(self, started_on: date) -> None:
        super().__init__(
            Text(
                id=f"Unit ini mulai pada {spelled(started_on).id}, sesudah hari itu.",
                en=f"This unit began on {spelled(started_on).en}, after that day.",
            ),
            Text(id="Periksa harinya.", en="Check the day."),
        )
