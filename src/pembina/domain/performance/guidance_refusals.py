"""What operations on guidance refuse, each with what happened and what to do next."""

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError


class NoGuidanceError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Bimbingan dicatat oleh pembimbing atau pegawai yang dibimbing.",
                en="Guidance is written down by the guide or by the person guided.",
            ),
            Text(
                id="Pembimbing adalah pimpinan pegawai, atau mentor yang tercatat.",
                en="The guide is the person's leader, or a mentor on record.",
            ),
        )


class GuidanceClosedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Keduanya sudah menyetujui catatan ini.", en="Both have confirmed this record."),
            Text(id="Catat pertemuan berikutnya sebagai catatan baru.", en="Write the next one down as a new record."),
        )


class GuidanceIncompleteError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Ada isian formulir yang masih kosong.", en="A field of the form is still empty."),
            Text(id="Isi yang tidak bertanda opsional.", en="Fill in what is not marked optional."),
        )


class ActionDayError(RefusedError):
    about = ("due_on",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Target waktu mendahului pertemuan, atau rencana aksinya belum ditulis.",
                en="The action is due before the meeting, or nothing is said about it.",
            ),
            Text(id="Tulis rencana aksinya dan hari sesudah pertemuan.", en="Write the action and a later day."),
        )


class OpinionNotYetError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Catatan bimbingannya belum disetujui keduanya.", en="Not both have confirmed the record yet."),
            Text(id="Setujui dulu, lalu isi pernyataannya.", en="Confirm it first, then answer the statements."),
        )


class OpinionGivenError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Pernyataan ini sudah Anda isi.", en="You have answered these statements."),
            Text(id="Bimbingan berikutnya dapat Anda nilai lagi.", en="You may say so again about the next one."),
        )
