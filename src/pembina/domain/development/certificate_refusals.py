"""What issuing, revoking and looking up certificates refuses, each with what happened and what to do next."""

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError


class NotEntitledError(RefusedError):
    """Somebody chosen has not completed the batch, or has left it."""

    def __init__(self, name: str, why: Text) -> None:
        super().__init__(
            Text(id=f"{name} belum berhak atas sertifikat: {why.id}", en=f"{name} gets no certificate: {why.en}"),
            Text(
                id="Tidak satu pun diterbitkan. Hapus centangnya, atau lengkapi yang kurang.",
                en="None was issued. Leave this person out, or complete what is missing.",
            ),
        )


class NothingToIssueError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Tidak ada yang perlu diterbitkan: tidak seorang pun dipilih, atau semuanya sudah terbit.",
                en="There is nothing to issue: nobody was chosen, or all have their certificates.",
            ),
            Text(id="Pilih peserta yang belum bersertifikat.", en="Choose participants without a certificate."),
        )


class CertificateEndedError(RefusedError):
    def __init__(self, state: str) -> None:
        super().__init__(
            Text(id=f"Sertifikat ini tidak berlaku lagi: {state}.", en=f"This certificate holds no longer: {state}."),
            Text(id="Lihat penggantinya, bila ada.", en="Look at the one in its place, if there is one."),
        )


class SameNameError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Nama ini sama dengan yang tercetak.", en="This is the name that is printed."),
            Text(id="Tulis nama yang benar beserta gelarnya.", en="Write the right name with its titles."),
        )


class UnknownCertificateError(RefusedError):
    """Said alike for a wrong number and a wrong code: nothing is told about numbers alone."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Tidak ada sertifikat dengan nomor dan kode ini.",
                en="There is no certificate with this number and code.",
            ),
            Text(
                id="Periksa keduanya: kode adalah 20 huruf dan angka di ujung alamat di samping kode QR.",
                en="Check both: the code is the 20 letters and digits at the end of the address beside the QR code.",
            ),
        )


class ReadyChangedError(RefusedError):
    """Other people are ready than were counted on the page from which all of them were chosen."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Yang siap diterbitkan sudah berubah sejak halaman ini dibuka.",
                en="Who is ready has changed since this page was opened.",
            ),
            Text(id="Periksa daftarnya, lalu pilih lagi.", en="Look at the list, then choose again."),
        )
