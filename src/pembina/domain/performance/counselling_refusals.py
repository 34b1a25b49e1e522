"""What operations on counselling refuse, each with what happened and what to do next."""

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError


class NotLedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Anda tidak memimpin pegawai ini.", en="You do not lead this person."),
            Text(id="Laporan konseling dibuat oleh pejabat penilai.", en="Counselling is reported by the rater."),
        )


class CounsellingOpenError(RefusedError):
    about = ("problem",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Laporan tentang pegawai ini masih berjalan.", en="A report about this person is still open."),
            Text(id="Tunggu sampai konselor menutupnya.", en="Wait until the counsellor has closed it."),
        )


class NotCounsellorError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Langkah ini hanya untuk konselor yang bukan pelapor dan bukan pegawai itu sendiri.",
                en="This step is for a counsellor who is neither the reporter nor the person.",
            ),
            Text(id="Serahkan kepada konselor lain.", en="Leave it to another counsellor."),
        )


class CounsellingStepError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Laporan ini sudah diterima konselor lain, atau sudah ditutup.",
                en="Another counsellor has taken this report, or it is closed.",
            ),
            Text(id="Muat ulang daftarnya.", en="Load the list again."),
        )


class CounsellingWordsError(RefusedError):
    about = ("problem", "words")

    def __init__(self) -> None:
        super().__init__(
            Text(id="Isinya masih kosong.", en="There is nothing in it."),
            Text(id="Tulis yang terlihat dan yang sudah diupayakan.", en="Write what was seen and what was tried."),
        )
