"""What operations on requests refuse; `about` names the arguments that a refusal is about."""

from pembina.core.rules.service_time import Flaw
from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError

_STATE_NOW = Text(id="Muat ulang halamannya untuk melihat keadaannya sekarang.", en="Load the page again to see it.")


class RequestNumberTakenError(RefusedError):
    about = ("number",)

    def __init__(self, number: str, service: str) -> None:
        super().__init__(
            Text(id=f"Nomor {number} sudah tercatat pada {service}.", en=f"Number {number} is on record in {service}."),
            Text(id="Periksa nomornya, atau buka permohonan itu.", en="Check the number, or open that request."),
        )


class RequestNumberMissingError(RefusedError):
    about = ("number",)

    def __init__(self) -> None:
        super().__init__(
            Text(id="Nomor permohonan belum diisi.", en="The number of the request is missing."),
            Text(
                id="Ketik nomor pada berkasnya. Nomor antrean berulang setiap hari; tambahkan tanggalnya bila dipakai.",
                en="Type the number on the papers. That of a queue comes again every day; add the date to it.",
            ),
        )


class InTheFutureError(RefusedError):
    about = ("received", "ended", "began")

    def __init__(self) -> None:
        super().__init__(
            Text(id="Waktu itu belum terjadi.", en="That time has not come yet."),
            Text(id="Isi waktu paling lambat sekarang.", en="Give a time that is not after now."),
        )


class BeforeReceiptError(RefusedError):
    about = ("ended", "began")

    def __init__(self) -> None:
        super().__init__(
            Text(id="Waktu itu mendahului saat permohonan diterima.", en="That time comes before the receipt."),
            Text(
                id="Isi waktu sesudah diterima, atau betulkan waktu terimanya.",
                en="Give a time after the receipt, or correct the receipt.",
            ),
        )


class BeforeLastStepError(RefusedError):
    about = ("ended", "began")

    def __init__(self) -> None:
        super().__init__(
            Text(id="Waktu itu mendahului jeda yang sudah tercatat.", en="That time comes before a pause on record."),
            Text(
                id="Isi waktu sesudahnya, atau betulkan jedanya.", en="Give a later time, or correct the pause first."
            ),
        )


class RequestEndedError(RefusedError):
    def __init__(self, number: str) -> None:
        super().__init__(
            Text(id=f"Permohonan {number} sudah berakhir.", en=f"Request {number} has ended already."), _STATE_NOW
        )


class RequestRestsError(RefusedError):
    def __init__(self, number: str) -> None:
        super().__init__(
            Text(id=f"Permohonan {number} sedang dijeda.", en=f"Request {number} is paused already."), _STATE_NOW
        )


class RequestRunsError(RefusedError):
    def __init__(self, number: str) -> None:
        super().__init__(
            Text(id=f"Permohonan {number} tidak sedang dijeda.", en=f"Request {number} is not paused."), _STATE_NOW
        )


class ImpossibleRequestError(RefusedError):
    about = ("received", "ended")

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.message, flaw.remedy)
        self.flaw = flaw


class FlawedFirstError(RefusedError):
    def __init__(self, number: str) -> None:
        super().__init__(
            Text(
                id=f"Waktu permohonan {number} tidak mungkin, sehingga tidak dapat dilanjutkan.",
                en=f"The times of request {number} are impossible, so that it cannot go on.",
            ),
            Text(id="Betulkan waktunya lebih dahulu.", en="Correct its times first."),
        )


class NothingToUndoError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Langkah terakhir tidak dapat diurungkan lagi.",
                en="The last step cannot be undone any more.",
            ),
            Text(
                id="Betulkan permohonannya dengan alasan.",
                en="Correct the request instead, and give the reason.",
            ),
        )
