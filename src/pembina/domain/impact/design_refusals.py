"""What operations on designs refuse, each with what happened and what to do next."""

from collections.abc import Sequence

from pembina.core.text import Text
from pembina.domain.impact.refusals import RefusedError


class EvaluationOpenError(RefusedError):
    """A programme has one open evaluation at a time."""

    about = ("programme",)

    def __init__(self, title: str) -> None:
        super().__init__(
            Text(
                id=f"Program ini sudah mempunyai evaluasi yang belum selesai: {title}.",
                en=f"This programme has an evaluation that is not finished: {title}.",
            ),
            Text(id="Lanjutkan evaluasi itu, atau hentikan dengan alasannya.", en="Go on with it, or drop it."),
        )


class OutcomeTwiceError(RefusedError):
    """The same figure of the same services stands in the design already, or a second one would decide."""

    about = ("figure", "role")

    def __init__(self, *, is_primary: bool) -> None:
        what = (
            Text(id="Sudah ada ukuran utama.", en="There is a primary outcome already.")
            if is_primary
            else Text(id="Ukuran yang sama sudah ada.", en="The same outcome is there already.")
        )
        super().__init__(
            what, Text(id="Ubah yang sudah ada, atau hapus lebih dahulu.", en="Change that one, or remove it first.")
        )


class OutcomeBoundError(RefusedError):
    """The bound that belongs to a role is missing or not above zero."""

    def __init__(self, *, is_guard: bool) -> None:
        self.about = ("tolerated",) if is_guard else ("smallest_effect",)
        what = (
            Text(id="Batas memburuk belum diisi.", en="How much worse it may get is missing.")
            if is_guard
            else Text(id="Dampak terkecil yang berarti belum diisi.", en="The smallest effect that matters is missing.")
        )
        least = "0" if is_guard else "> 0"
        super().__init__(
            what, Text(id=f"Tulis angkanya ({least}) dalam satuan ukurannya.", en=f"Write it ({least}) in its unit.")
        )


class OutcomeElementError(RefusedError):
    about = ("element",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Unsur SKM diisi bila, dan hanya bila, angkanya satu unsur SKM.",
                en="The element of the survey belongs to that figure, and to no other.",
            ),
            Text(id="Pilih unsur 1–9, atau kosongkan.", en="Choose element 1-9, or leave it empty."),
        )


class JudgementDecidesError(RefusedError):
    """What raters think was to decide, without a word why."""

    about = ("judged_because",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Predikat kinerja adalah penilaian orang yang tahu bahwa unitnya ikut program, jadi tidak "
                "menentukan tanpa alasan.",
                en="A predicate is a judgement by people who know that their unit takes part; it does not decide "
                "without a reason.",
            ),
            Text(
                id="Pilih peran pendamping atau dijaga, atau tulis mengapa tidak ada ukuran lain yang dapat "
                "menentukan.",
                en="Let it be told beside or guarded, or write why no other outcome can decide.",
            ),
        )


class ServicesOfPerformanceError(RefusedError):
    about = ("services",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Angka kinerja dibaca dari pegawai unit, bukan dari layanan.",
                en="A figure of performance is read from the staff of a unit, not from services.",
            ),
            Text(id="Kosongkan layanannya.", en="Leave the services empty."),
        )


class ComparisonInWaveError(RefusedError):
    """Units of a wave were to be compared with."""

    about = ("units",)

    def __init__(self, names: Sequence[str]) -> None:
        told = ", ".join(names)
        super().__init__(
            Text(
                id=f"Ikut dalam gelombang program ini, jadi tidak dapat tinggal di luar: {told}.",
                en=f"In a wave of this programme, so cannot stay out: {told}.",
            ),
            Text(
                id="Pilih unit yang tidak ikut, atau keluarkan dari gelombang lebih dahulu.",
                en="Choose units that stay out, or take them out of the wave first.",
            ),
        )


class WindowBackwardsError(RefusedError):
    about = ("last_month",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Bulan terakhir tidak sesudah bulan pertama.", en="The last month is not after the first."),
            Text(id="Periksa kedua bulannya.", en="Check both months."),
        )


class RuleUnusableError(RefusedError):
    """The decision rule leaves a case open, or lets a programme that harms grow."""

    about = ("rule_source",)

    def __init__(self, message: Text, remedy: Text) -> None:
        super().__init__(message, remedy)


class RuleSourceMissingError(RefusedError):
    """A rule of one's own was not said to be whose."""

    about = ("rule_source",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Aturannya berbeda dari ketentuan program, tetapi dasarnya belum ditulis.",
                en="The rule differs from that of the program, but its ground is missing.",
            ),
            Text(
                id="Tulis dasarnya, misalnya nomor keputusan kepala daerah.",
                en="Write its ground, for example the number of a decree.",
            ),
        )


class SignerTwiceError(RefusedError):
    about = ("user",)

    def __init__(self, name: str) -> None:
        super().__init__(
            Text(id=f"{name} sudah ditunjuk.", en=f"{name} is named already."),
            Text(id="Hapus lebih dahulu bila sebagai apa berubah.", en="Remove first where the capacity changes."),
        )


class SignerInactiveError(RefusedError):
    about = ("user",)

    def __init__(self, name: str) -> None:
        super().__init__(
            Text(id=f"Akun {name} sudah ditutup.", en=f"The account of {name} is closed."),
            Text(id="Pilih akun lain.", en="Choose another account."),
        )


class SignerCapacityError(RefusedError):
    """Citizens read in which capacity somebody signed: it must be so."""

    about = ("capacity",)

    def __init__(self, name: str, capacity: str) -> None:
        super().__init__(
            Text(
                id=f"{name} tidak dapat menandatangani sebagai {capacity.lower()}.",
                en=f"{name} cannot sign in this capacity.",
            ),
            Text(
                id="Pilih kedudukan yang sesuai dengan peran akun itu, atau tunjuk akun lain.",
                en="Choose a capacity that fits the roles of the account, or name another account.",
            ),
        )


class WarningsUnreadError(RefusedError):
    """There are warnings that whoever locks has not ticked as read, or they changed since."""

    about = ("read",)

    def __init__(self, count: int) -> None:
        super().__init__(
            Text(
                id=f"{count} peringatan belum ditandai sudah dibaca.",
                en=f"{count} warning{'s are' if count > 1 else ' is'} not ticked as read.",
            ),
            Text(
                id="Baca tiap peringatan, tandai, lalu kunci.", en="Read each warning, tick it, then lock the design."
            ),
        )


class ObstacleError(RefusedError):
    """The design cannot be locked as it stands; `code` is that of the obstacle."""

    def __init__(self, code: str, message: Text, remedy: Text) -> None:
        self.code = code
        super().__init__(message, remedy)


class DraftOpenError(RefusedError):
    def __init__(self, version: int) -> None:
        super().__init__(
            Text(id=f"Versi {version} masih dirancang.", en=f"Version {version} is still being written."),
            Text(id="Lanjutkan versi itu.", en="Go on with that version."),
        )
