"""What operations on people refuse, each with what happened and what to do next."""

from datetime import date

from pembina.core.text import Text


class RefusedError(ValueError):
    """The records would contradict themselves; nothing was written."""

    def __init__(self, message: Text, remedy: Text) -> None:
        self.message, self.remedy = message, remedy
        super().__init__(f"{message} {remedy}")


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
            Text(id=f"{unit} tidak ada pada {on.isoformat()}.", en=f"{unit} does not exist on {on.isoformat()}."),
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


class OverlapError(RefusedError):
    def __init__(self, position: str, starts_on: date) -> None:
        super().__init__(
            Text(
                id=f"Bertindih dengan {position}, mulai {starts_on.isoformat()}.",
                en=f"Overlaps with {position}, held from {starts_on.isoformat()}.",
            ),
            Text(id="Akhiri jabatan itu lebih dahulu.", en="End that assignment first."),
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


class DatesReversedError(RefusedError):
    def __init__(self, starts_on: date, ends_on: date) -> None:
        super().__init__(
            Text(
                id=f"Hari terakhir {ends_on.isoformat()} mendahului hari pertama {starts_on.isoformat()}.",
                en=f"The last day {ends_on.isoformat()} precedes the first, {starts_on.isoformat()}.",
            ),
            Text(id="Perbaiki salah satu tanggal.", en="Correct one of the dates."),
        )
