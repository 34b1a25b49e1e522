"""What operations on action plans and ratings refuse, each with what happened and what to do next."""

from datetime import date

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.refusals import spelled


class NotYourPlanError(RefusedError):
    """Plans are written by the participant, decided on by the leader, and nobody decides for oneself."""

    def __init__(self) -> None:
        super().__init__(
            Text(id="Langkah ini milik orang lain.", en="This step is for somebody else."),
            Text(
                id="Rencana ditulis oleh pegawai dan diputus oleh atasan, atau Plt/Plh-nya pada hari itu.",
                en="The participant writes the plan; the superior, or whoever stands in that day, decides on it.",
            ),
        )


class NoSeatError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Pegawai ini bukan peserta angkatan itu.", en="This person has no seat in that batch."),
            Text(id="Hanya peserta yang terdaftar menindaklanjuti pelatihan.", en="Only participants follow it up."),
        )


class PlanExistsError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Rencana untuk pelatihan ini sudah ada.", en="There is a plan for this training already."),
            Text(id="Buka rencana itu dan lanjutkan di sana.", en="Open that plan and go on there."),
        )


class TrainingNotOverError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Pelatihannya belum selesai.", en="The training is not over."),
            Text(
                id="Rencana boleh disusun sekarang; kirim setelah sesi terakhir.",
                en="Write the plan now; send it after the last session.",
            ),
        )


class EmptyPlanError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Rencana ini belum berisi apa-apa.", en="This plan has no items."),
            Text(id="Tulis sedikitnya satu butir.", en="Write at least one item."),
        )


class TooManyItemsError(RefusedError):
    def __init__(self, most: int) -> None:
        super().__init__(
            Text(id=f"Satu rencana memuat paling banyak {most} butir.", en=f"A plan holds at most {most} items."),
            Text(
                id="Pilih yang paling penting; gabungkan yang serupa.", en="Keep what matters most; join what is alike."
            ),
        )


class NoLeaderError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Belum ada atasan yang tercatat.", en="No superior is on record."),
            Text(
                id="Hubungi kepegawaian. Rancangan Anda tetap tersimpan.",
                en="Ask human resources. Your draft stays as it is.",
            ),
        )


class ItemDayError(RefusedError):
    """An item is due after the training, and within a year of it."""

    def __init__(self, earliest: date, latest: date) -> None:
        super().__init__(
            Text(
                id=f"Tenggatnya di luar {spelled(earliest).id} sampai {spelled(latest).id}.",
                en=f"The day lies outside {spelled(earliest).en} to {spelled(latest).en}.",
            ),
            Text(id="Pilih hari di antaranya.", en="Choose a day between them."),
        )


class TargetIncompleteError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Sasaran, satuan, dan arah diisi bersama; keadaan awal hanya dengan sasaran.",
                en="Target, unit and direction belong together; a baseline needs a target.",
            ),
            Text(id="Lengkapi ketiganya, atau kosongkan semuanya.", en="Fill in all three, or leave all empty."),
        )


class TargetDirectionError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Sasaran tidak searah dengan keadaan awal.", en="The target lies on the wrong side of the baseline."
            ),
            Text(id="Periksa arah, keadaan awal, dan sasaran.", en="Check direction, baseline and target."),
        )


class NotDueYetError(RefusedError):
    def __init__(self, opens: date) -> None:
        super().__init__(
            Text(id=f"Dapat diisi mulai {spelled(opens).id}.", en=f"Can be filled in from {spelled(opens).en} on."),
            Text(id="Kembali pada hari itu.", en="Come back on that day."),
        )


class NotScheduledError(RefusedError):
    """Without a last session, or without a scheduled level 3, nobody knows when behaviour is looked at."""

    def __init__(self) -> None:
        super().__init__(
            Text(id="Waktunya belum dijadwalkan.", en="It is not scheduled yet."),
            Text(
                id="Pelatihan ini belum mempunyai sesi, atau programnya belum menjadwalkan evaluasi perilaku.",
                en="The training has no sessions yet, or its programme has not scheduled the check of behaviour.",
            ),
        )


class NoSuchCheckError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Hari pemeriksaan itu tidak ada.", en="There is no check on that day."),
            Text(id="Buka rencana dan pilih dari sana.", en="Open the plan and choose there."),
        )


class UnmetItemsError(RefusedError):
    """At the last check every unmet item is carried over or ended with a reason."""

    def __init__(self, change: str) -> None:
        super().__init__(
            Text(id=f"Butir yang belum tercapai belum diputus: {change}.", en=f"An unmet item is undecided: {change}."),
            Text(
                id="Lanjutkan dengan tenggat baru, atau hentikan dengan alasan.",
                en="Carry it over with a new day, or end it with a reason.",
            ),
        )


class NothingJudgedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Belum ada yang dinilai.", en="Nothing was rated."),
            Text(
                id="Nilai sedikitnya satu; pilih “tidak dapat menilai” untuk yang lain.",
                en="Rate at least one; choose “cannot judge” for the others.",
            ),
        )


class RatingIncompleteError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Ada pernyataan yang tidak dijawab, atau nilai di luar 1 sampai 5.",
                en="A statement was not answered, or a score lies outside 1 to 5.",
            ),
            Text(
                id="Jawab setiap pernyataan; “tidak dapat menilai” juga jawaban.",
                en="Answer each statement; “cannot judge” is an answer too.",
            ),
        )


class RatingClosedError(RefusedError):
    """What somebody knew before is rated before: afterwards it would be a memory."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Penilaian sebelum pelatihan ditutup setelah hari pertama.",
                en="The rating before the training closed after its first day.",
            ),
            Text(
                id="Yang tidak dinilai tetap kosong dan disebut dalam ringkasan.",
                en="What was not rated stays empty, and the summary says so.",
            ),
        )


class StatementInUseError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Pernyataan ini sudah dinilai, sehingga tidak diubah lagi.",
                en="This statement was rated already, so it changes no more.",
            ),
            Text(
                id="Susun versi kurikulum baru bila bunyinya harus lain.",
                en="Make a new version of the curriculum where it has to say something else.",
            ),
        )
