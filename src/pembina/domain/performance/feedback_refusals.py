"""What operations on feedback and guidance refuse, each with what happened and what to do next."""

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError


class OwnFeedbackError(RefusedError):
    about = ("asked",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Umpan balik tidak ditulis tentang diri sendiri.", en="Nobody writes feedback about oneself."),
            Text(id="Mintalah kepada rekan atau pimpinan.", en="Ask a colleague or your leader for it."),
        )


class StrangerError(RefusedError):
    about = ("asked",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Anda tidak bekerja dengan pegawai ini, dan ia tidak meminta umpan balik dari Anda.",
                en="You do not work with this person, who has not asked you for feedback either.",
            ),
            Text(
                id="Umpan balik datang dari pimpinan, bawahan, rekan di garis unit yang sama, atau atas permintaan.",
                en="It comes from leaders, staff, colleagues on the same line of units, or because somebody asked.",
            ),
        )


class EmptyFeedbackError(RefusedError):
    about = ("situation", "behaviour")

    def __init__(self) -> None:
        super().__init__(
            Text(id="Situasi dan perilaku belum diisi.", en="Situation and behaviour are missing."),
            Text(
                id="Tulis kapan dan di mana, lalu apa yang Anda lihat sendiri.",
                en="Write when and where, and what you saw yourself.",
            ),
        )


class FutureDayError(RefusedError):
    about = ("happened_on", "held_on")

    def __init__(self) -> None:
        super().__init__(
            Text(id="Tanggal itu belum tiba.", en="That day has not come yet."),
            Text(id="Pilih hari ini atau sebelumnya.", en="Choose today or an earlier day."),
        )


class NotYourNoteError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Langkah ini milik orang lain.", en="This step is for somebody else."),
            Text(
                id="Penulis memperbaiki catatannya; pegawai yang dituju menanggapinya.",
                en="The author corrects a note; the person it is about answers it.",
            ),
        )


class TooLateToCorrectError(RefusedError):
    def __init__(self, hours: int) -> None:
        super().__init__(
            Text(
                id=f"Catatan hanya dapat diperbaiki dalam {hours} jam, dan selama belum ditanggapi.",
                en=f"A note may be corrected within {hours} hours, and while nobody has answered it.",
            ),
            Text(
                id="Tulis catatan lanjutan; yang lama tetap terbaca.",
                en="Add a following note; the old one stays readable.",
            ),
        )


class AnsweredError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Anda sudah menanggapi catatan ini.", en="You have answered this note."),
            Text(
                id="Bila perlu dibicarakan lagi, mintalah umpan balik baru.",
                en="Ask for new feedback if there is more to say.",
            ),
        )


class WordMissingError(RefusedError):
    about = ("answer", "word", "matter")

    def __init__(self) -> None:
        super().__init__(
            Text(id="Isinya masih kosong.", en="There is nothing in it."),
            Text(id="Tulis sedikitnya satu kalimat.", en="Write at least one sentence."),
        )


class RequestOpenError(RefusedError):
    about = ("asked",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Permintaan Anda kepada orang ini masih menunggu jawaban.",
                en="Your request to this person still waits for an answer.",
            ),
            Text(id="Tunggu jawabannya, atau pilih orang lain.", en="Wait for it, or choose somebody else."),
        )


class RequestEndedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Permintaan ini sudah selesai.", en="This request has ended."),
            Text(
                id="Catatan baru dapat ditulis dari daftar orang.",
                en="A new note can be written from the list of people.",
            ),
        )
