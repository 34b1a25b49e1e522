"""What operations on partners, curricula and own forms refuse, with the field, what happened and what to do next."""

from collections.abc import Sequence
from datetime import date

from pembina.core.text import Text
from pembina.domain.development.refusals import RefusedError
from pembina.domain.people.refusals import spelled


class PartnerNameTakenError(RefusedError):
    about = ("name",)

    def __init__(self, name: str) -> None:
        super().__init__(
            Text(id=f"Mitra {name} sudah tercatat.", en=f"The partner {name} is on record already."),
            Text(id="Buka mitra itu dan ubah di sana.", en="Open that partner and change it there."),
        )


class PartnerRetiredError(RefusedError):
    about = ("partner", "taught_by")

    def __init__(self, name: str, day: date) -> None:
        super().__init__(
            Text(
                id=f"{name} tidak dipakai lagi sejak {spelled(day).id}.",
                en=f"{name} has not been used since {spelled(day).en}.",
            ),
            Text(id="Pilih mitra lain, atau pakai kembali mitra itu.", en="Choose another, or take it back into use."),
        )


class AgreementDatesError(RefusedError):
    about = ("ends_on",)

    def __init__(self, starts_on: date, ends_on: date) -> None:
        super().__init__(
            Text(
                id=f"Perjanjian berakhir {spelled(ends_on).id}, sebelum mulai {spelled(starts_on).id}.",
                en=f"The agreement ends on {spelled(ends_on).en}, before it starts on {spelled(starts_on).en}.",
            ),
            Text(id="Periksa kedua tanggalnya.", en="Check both days."),
        )


class AgreementNumberTakenError(RefusedError):
    about = ("number",)

    def __init__(self, number: str) -> None:
        super().__init__(
            Text(id=f"Nomor {number} sudah tercatat pada mitra ini.", en=f"This partner has the number {number}."),
            Text(id="Ubah perjanjian itu.", en="Change that agreement."),
        )


class NoPartnerAccountError(RefusedError):
    """The account is of another kind, closed, or acts for a partner already."""

    about = ("account",)

    def __init__(self, username: str, partner: str = "") -> None:
        super().__init__(
            Text(
                id=f"Akun {username} sudah bertindak untuk {partner}."
                if partner
                else f"{username} bukan akun mitra yang aktif.",
                en=f"The account {username} acts for {partner} already."
                if partner
                else f"{username} is no account of a partner in use.",
            ),
            Text(
                id="Cabut dahulu di sana." if partner else "Pilih akun yang namanya diawali mitra-.",
                en="Take it away there first." if partner else "Choose an account whose name begins with mitra-.",
            ),
        )


class CurriculumCodeTakenError(RefusedError):
    about = ("code",)

    def __init__(self, code: str, title: str) -> None:
        super().__init__(
            Text(id=f"Kode {code} sudah dipakai kurikulum {title}.", en=f"The curriculum {title} has the code {code}."),
            Text(id="Pakai kode lain, atau buat versi baru di sana.", en="Use another, or make a new version there."),
        )


class DraftWaitingError(RefusedError):
    def __init__(self, version: int) -> None:
        super().__init__(
            Text(id=f"Versi {version} masih rancangan.", en=f"Version {version} is a draft still."),
            Text(id="Lanjutkan rancangan itu, atau buang.", en="Go on with that draft, or discard it."),
        )


class VersionFixedError(RefusedError):
    def __init__(self, version: int) -> None:
        super().__init__(
            Text(
                id=f"Versi {version} sudah pernah berlaku; angkatan yang memakainya harus tetap terbaca.",
                en=f"Version {version} was in force; batches taught by it must stay readable.",
            ),
            Text(id="Buat versi baru dan ubah di sana.", en="Make a new version and change that."),
        )


class VersionEmptyError(RefusedError):
    about = ("units", "on")

    def __init__(self) -> None:
        super().__init__(
            Text(id="Belum ada unit kompetensi.", en="There is no competence unit."),
            Text(id="Isi sedikitnya satu beserta JP-nya.", en="Give at least one with its hours."),
        )


class UnitLinesError(RefusedError):
    """Lines of competence units that cannot be kept; each is told with its number."""

    about = ("units",)

    def __init__(self, lines: Sequence[tuple[int, Text]]) -> None:
        super().__init__(
            Text(
                id=" ".join(f"Baris {number}: {text.id}." for number, text in lines),
                en=" ".join(f"Line {number}: {text.en}." for number, text in lines),
            ),
            Text(id="Perbaiki baris itu.", en="Put these lines right."),
        )


class InForceDayError(RefusedError):
    about = ("on",)

    def __init__(self, version: int, day: date) -> None:
        super().__init__(
            Text(
                id=f"Versi {version} berlaku sejak {spelled(day).id}; penggantinya harus sesudah itu.",
                en=f"Version {version} is in force since {spelled(day).en}; what replaces it begins later.",
            ),
            Text(id="Pilih hari yang lebih kemudian.", en="Choose a later day."),
        )


class UnknownFormError(RefusedError):
    about = ("form",)

    def __init__(self, number: int) -> None:
        super().__init__(
            Text(id=f"Bentuk {number} tidak ada dalam katalog SIASN.", en=f"SIASN has no form {number}."),
            Text(id="Pilih dari katalog.", en="Choose from the catalogue."),
        )


class OwnFormOverlapError(RefusedError):
    about = ("starts_on",)

    def __init__(self, starts_on: date, ends_on: date | None) -> None:
        last = spelled(ends_on) if ends_on else Text(id="seterusnya", en="further on")
        super().__init__(
            Text(
                id=f"Sudah ada ketetapan sendiri {spelled(starts_on).id} – {last.id}.",
                en=f"There is an own value from {spelled(starts_on).en} – {last.en}.",
            ),
            Text(id="Akhiri yang lama lebih dahulu, atau pilih hari lain.", en="End that first, or choose other days."),
        )


class OwnFormDatesError(RefusedError):
    about = ("ends_on", "on")

    def __init__(self, starts_on: date, ends_on: date) -> None:
        super().__init__(
            Text(
                id=f"Berakhir {spelled(ends_on).id}, sebelum mulai {spelled(starts_on).id}.",
                en=f"It ends on {spelled(ends_on).en}, before it starts on {spelled(starts_on).en}.",
            ),
            Text(id="Periksa kedua tanggalnya.", en="Check both days."),
        )


class EquivalentError(RefusedError):
    """Hours without their unit, or bounds without hours."""

    about = ("jp_per_unit",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="JP, satuan, dan batas diisi bersama; tanpa JP tidak ada satuan dan batas.",
                en="Hours, unit and bounds belong together; without hours there is neither unit nor bound.",
            ),
            Text(id="Isi JP dan satuannya, atau kosongkan semuanya.", en="Give hours and unit, or leave all empty."),
        )
