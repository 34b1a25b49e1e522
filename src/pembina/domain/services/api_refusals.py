"""Why an event that a program reports is not taken; each names the field, and what to do."""

from pembina.core.text import Text
from pembina.domain.people.refusals import RefusedError


class FieldRefusedError(RefusedError):
    """One field of the report cannot be used."""

    def __init__(self, field: str, message: Text, remedy: Text) -> None:
        self.field = field
        super().__init__(message, remedy)


class KeyUsedOtherwiseError(FieldRefusedError):
    """The key was given to another event before."""

    def __init__(self, key: str) -> None:
        super().__init__(
            "key",
            Text(id=f"Kunci {key} sudah dipakai untuk kejadian lain.", en=f"The key {key} was used for another event."),
            Text(id="Beri setiap kejadian kunci baru.", en="Give every event a key of its own."),
        )


class UnknownServiceCodeError(FieldRefusedError):
    """The unit of the token has no such service."""

    def __init__(self, code: str) -> None:
        super().__init__(
            "service",
            Text(
                id=f"Layanan {code} tidak ada pada unit token ini.",
                en=f"The unit of this token has no service {code}.",
            ),
            Text(id="Pakai kode layanan dari katalog.", en="Use the code of the service in the catalogue."),
        )


class UnknownNumberError(FieldRefusedError):
    """No request of the service has this number."""

    def __init__(self, number: str) -> None:
        super().__init__(
            "number",
            Text(id=f"Permohonan {number} belum tercatat.", en=f"Request {number} is not on record."),
            Text(id="Laporkan kejadian received lebih dahulu.", en="Report the event received first."),
        )


class TooManyEventsError(RefusedError):
    """More events in a minute than one program may report."""

    def __init__(self, most: int) -> None:
        super().__init__(
            Text(id=f"Lebih dari {most} kejadian dalam satu menit.", en=f"More than {most} events within a minute."),
            Text(
                id="Tunggu satu menit; untuk data lama pakailah impor berkas.",
                en="Wait a minute; bring old data in as a file.",
            ),
        )


class TokenNameMissingError(FieldRefusedError):
    """A token without a name cannot be told from another."""

    def __init__(self) -> None:
        super().__init__(
            "name",
            Text(id="Nama aplikasi kosong.", en="The name of the program is missing."),
            Text(id="Isi nama yang dikenali rekan Anda.", en="Give a name that your colleagues know."),
        )
