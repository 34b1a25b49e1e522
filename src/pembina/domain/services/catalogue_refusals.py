"""What operations on services, standards and calendars refuse; `about` names the arguments that a refusal is about."""

from datetime import date

from pembina.core.rules.service_time import UnusableTimesError
from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.refusals import spelled
from pembina.domain.services.enums import ClosedDayKind


class ServiceCodeTakenError(RefusedError):
    about = ("code",)

    def __init__(self, code: str) -> None:
        super().__init__(
            Text(id=f"Kode layanan {code} sudah dipakai.", en=f"The service code {code} is taken."),
            Text(id="Pakai kode lain, atau ubah layanan itu.", en="Use another, or change the service that has it."),
        )


class ServiceClosedError(RefusedError):
    about = ("starts_on", "on", "unit")

    def __init__(self, service: str, on: date) -> None:
        super().__init__(
            Text(id=f"{service} tidak dibuka pada {spelled(on).id}.", en=f"{service} is not open on {spelled(on).en}."),
            Text(
                id="Pilih tanggal selama layanan dibuka, atau buka kembali layanannya.",
                en="Choose a day on which the service is open, or reopen it.",
            ),
        )


class ServiceOpenAlreadyError(RefusedError):
    def __init__(self, service: str) -> None:
        super().__init__(
            Text(id=f"{service} memang masih dibuka.", en=f"{service} is open as it is."),
            Text(id="Tidak ada yang perlu dilakukan.", en="There is nothing to do."),
        )


class UsedBeforeError(RefusedError):
    about = ("opened_on",)

    def __init__(self, service: str, since: date) -> None:
        super().__init__(
            Text(
                id=f"Standar {service} berlaku sejak {spelled(since).id}.",
                en=f"{service} has a standard since {spelled(since).en}.",
            ),
            Text(id="Isi tanggal dibuka pada atau sebelum hari itu.", en="Let the service open on that day or before."),
        )


class StandardBeginsAlreadyError(RefusedError):
    about = ("starts_on",)

    def __init__(self, on: date) -> None:
        super().__init__(
            Text(
                id=f"Sudah ada standar yang berlaku mulai {spelled(on).id}.",
                en=f"A standard already begins on {spelled(on).en}.",
            ),
            Text(id="Betulkan versi itu, atau pilih tanggal lain.", en="Correct that version, or choose another day."),
        )


class PromiseNotWholeError(RefusedError):
    about = ("promised_amount",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Janji waktu belum lengkap.", en="The promised time is not complete."),
            Text(
                id="Isi angka, satuan, dan kedua peristiwanya, atau kosongkan semuanya.",
                en="Give the number, the unit and both events, or leave all of them empty.",
            ),
        )


class StandardBegunError(RefusedError):
    def __init__(self, on: date) -> None:
        super().__init__(
            Text(
                id=f"Versi ini sudah berlaku sejak {spelled(on).id}.",
                en=f"This version has been in force since {spelled(on).en}.",
            ),
            Text(
                id="Betulkan isinya, atau tetapkan versi baru; yang pernah berlaku tidak dihapus.",
                en="Correct it, or set a new version; what was in force is never removed.",
            ),
        )


class DayNamedAlreadyError(RefusedError):
    about = ("day",)

    def __init__(self, day: date, name: str) -> None:
        super().__init__(
            Text(
                id=f"{spelled(day).id} sudah tercatat di sini sebagai {name}.",
                en=f"{spelled(day).en} is listed here already as {name}.",
            ),
            Text(id="Ubah catatan itu.", en="Change that entry."),
        )


class NowhereToWorkError(RefusedError):
    about = ("worked",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Hanya satu unit yang dapat tetap buka pada hari libur.",
                en="Only a single unit can stay open on a closed day.",
            ),
            Text(
                id="Pilih unit kerjanya, atau hapus hari liburnya bagi semua.",
                en="Choose the unit, or remove the closed day for all.",
            ),
        )


class NationalDayOfUnitError(RefusedError):
    about = ("kind",)

    def __init__(self, kind: ClosedDayKind) -> None:
        super().__init__(
            Text(
                id="Libur nasional dan cuti bersama berlaku bagi seluruh pemerintah daerah.",
                en="National holidays and collective leave hold for the whole government.",
            ),
            Text(
                id="Catat sebagai libur setempat, atau catat pada kalender umum.",
                en="Record a local day, or record it in the general calendar.",
            ),
        )
        self.kind = kind


class NothingAboveError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Kalender umum tidak mengikuti siapa pun.", en="The general calendar follows nobody."),
            Text(id="Isi jam kerjanya.", en="Give it hours."),
        )


class UnusableHoursError(RefusedError):
    about = ("starts_on", "monday")

    def __init__(self, reason: UnusableTimesError) -> None:
        super().__init__(reason.message, reason.remedy)
