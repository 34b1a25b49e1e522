"""What operations on the pulse refuse, each with what happened and what to do next."""

from datetime import date

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.refusals import spelled


class StatementsError(RefusedError):
    about = ("statements",)

    def __init__(self, most: int) -> None:
        super().__init__(
            Text(
                id=f"Tulis 1 sampai {most} pernyataan yang berbeda, satu per baris.",
                en=f"Write 1 to {most} different statements, one a line.",
            ),
            Text(id="Sedikit pernyataan lebih sering dijawab.", en="Few statements are answered more often."),
        )


class RoundDaysError(RefusedError):
    about = ("closes_on",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Hari terakhir mendahului pembukaan, atau sudah lewat.",
                en="The last day comes before the first, or has passed.",
            ),
            Text(id="Beri waktu sedikitnya beberapa hari kerja.", en="Give people some working days."),
        )


class RoundUnitsError(RefusedError):
    about = ("units",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Ada unit di luar jangkauan peran Anda.", en="A unit lies outside the reach of your role."),
            Text(id="Pilih unit yang Anda kelola.", en="Choose units that you look after."),
        )


class NobodyInvitedError(RefusedError):
    about = ("units",)

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Di unit itu tidak ada pimpinan dengan bawahan yang tercatat.",
                en="No leader with staff is on record in these units.",
            ),
            Text(id="Periksa atasan pegawai di unit itu.", en="Check the superiors of the staff there."),
        )


class NotInvitedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Undangan ini untuk orang lain.", en="This invitation is for somebody else."),
            Text(id="Buka undangan Anda sendiri.", en="Open your own invitations."),
        )


class PulseAnsweredError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Anda sudah menjawab.", en="You have answered."),
            Text(
                id="Jawaban tidak dapat diubah: tidak ada yang tahu mana jawaban Anda.",
                en="It cannot be changed: nothing tells which answers are yours.",
            ),
        )


class PulseClosedError(RefusedError):
    def __init__(self, opens_on: date, closes_on: date) -> None:
        first, last = spelled(opens_on), spelled(closes_on)
        super().__init__(
            Text(
                id=f"Putaran ini dijawab antara {first.id} dan {last.id}.",
                en=f"This round is answered between {first.en} and {last.en}.",
            ),
            Text(id="Tunggu putaran berikutnya.", en="Wait for the next round."),
        )


class PulseIncompleteError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Ada pernyataan yang belum dijawab, atau jawabannya di luar 1–4.",
                en="A statement is not answered, or not with 1–4.",
            ),
            Text(id="Pilih 'Tidak tahu' bila tidak dapat menilai.", en="Choose 'I do not know' where you cannot say."),
        )


class NotYetOverError(RefusedError):
    def __init__(self, closes_on: date) -> None:
        last = spelled(closes_on)
        super().__init__(
            Text(id=f"Putaran ini masih dijawab sampai {last.id}.", en=f"This round is answered until {last.en}."),
            Text(
                id="Hasil terbit sekali, setelah tidak ada jawaban lagi.",
                en="Results are published once, after the last answer.",
            ),
        )


class ReleasedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Hasil putaran ini sudah terbit.", en="The results of this round are published."),
            Text(id="Hasil tidak dihitung lagi.", en="They are not counted again."),
        )
