"""What operations on complaints refuse, each with what happened and what to do next."""

from collections.abc import Sequence
from datetime import date

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.refusals import spelled

__all__ = ["RefusedError"]
NAMED = 8


class NothingSaidError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Tulisannya kosong.", en="Nothing was written."),
            Text(id="Tulis apa yang ingin disampaikan.", en="Write what you want to say."),
        )


class UnknownCodeError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Kode ini tidak dikenal.", en="This code is not known."),
            Text(
                id="Periksa lagi: 16 huruf dan angka, seperti yang tampil setelah Anda mengirim.",
                en="Check it: 16 letters and digits, as shown after you sent it.",
            ),
        )


class EndedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Pengaduan ini sudah berakhir.", en="This complaint has ended."),
            Text(id="Muat ulang halamannya untuk melihat keadaannya.", en="Reload the page to see how it stands."),
        )


class NotEndedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Pengaduan ini belum dijawab.", en="This complaint is not answered yet."),
            Text(id="Muat ulang halamannya untuk melihat keadaannya.", en="Reload the page to see how it stands."),
        )


class ReopenedAlreadyError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Pengaduan ini sudah pernah dibuka kembali.", en="This complaint was reopened once already."),
            Text(
                id="Sampaikan pengaduan baru dan sebut nomor ini, atau hubungi Ombudsman RI.",
                en="Send a new complaint that names this number, or turn to the Ombudsman.",
            ),
        )


class ReopeningOverError(RefusedError):
    def __init__(self, last: date) -> None:
        day = spelled(last)
        super().__init__(
            Text(
                id=f"Pengaduan ini dapat dibuka kembali sampai {day.id}.",
                en=f"This complaint could be reopened until {day.en}.",
            ),
            Text(id="Sampaikan pengaduan baru dan sebut nomor ini.", en="Send a new one that names this number."),
        )


class NotHandlerError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Anda bukan petugas pengaduan ini.", en="You do not handle this complaint."),
            Text(id="Ambil alih dahulu, lalu ulangi.", en="Take it over first, then try again."),
        )


class NotTriagedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Pengaduan ini belum dipilah.", en="This complaint has not been sorted."),
            Text(
                id="Pilah dahulu: layanan, unsur, dan golongannya.", en="Sort it first: service, element and severity."
            ),
        )


class SeverityMissingError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Golongan pengaduan belum dipilih.", en="The severity of the complaint is missing."),
            Text(id="Pilih golongannya; batas waktunya mengikuti.", en="Choose it; the deadline follows from it."),
        )


class OfficerOutOfReachError(RefusedError):
    def __init__(self, name: str) -> None:
        super().__init__(
            Text(id=f"{name} tidak menangani pengaduan unit ini.", en=f"{name} does not handle complaints here."),
            Text(id="Pilih petugas lain, atau teruskan ke unitnya.", en="Choose another, or forward it to their unit."),
        )


class SameUnitError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Pengaduan ini sudah ada di unit itu.", en="This complaint lies with that unit already."),
            Text(id="Pilih unit lain.", en="Choose another unit."),
        )


class WrongServiceError(RefusedError):
    def __init__(self, service: str, unit: str) -> None:
        super().__init__(
            Text(id=f"{service} bukan layanan {unit}.", en=f"{service} is no service of {unit}."),
            Text(
                id="Pilih layanan unit itu, atau teruskan ke unit layanannya.",
                en="Choose one of its services, or forward the complaint to the unit of the service.",
            ),
        )


class ContactGoneError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Tidak ada kontak pelapor.", en="There is no contact of whoever wrote."),
            Text(
                id="Pelapor tidak mengisinya, atau masa simpannya sudah habis. Jawab lewat halaman ini.",
                en="None was given, or its time is over. Answer through this page.",
            ),
        )


class ImportUndoneAlreadyError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Impor ini sudah diurungkan.", en="This import was undone already."),
            Text(id="Impor lagi berkasnya bila perlu.", en="Import the file again where needed."),
        )


class TouchedSinceError(RefusedError):
    def __init__(self, numbers: list[str]) -> None:
        named = ", ".join(numbers[:5])
        super().__init__(
            Text(
                id=f"{len(numbers)} pengaduan sudah ditangani sesudah impor ini: {named}.",
                en=f"{len(numbers)} complaints were worked on after this import: {named}.",
            ),
            Text(
                id="Impor ini tidak dapat diurungkan lagi. Perbaiki pengaduannya satu per satu.",
                en="It cannot be undone any more. Correct the complaints one by one.",
            ),
        )


class NotEndedToPublishError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Pengaduan ini masih berjalan.", en="This complaint still goes on."),
            Text(id="Terbitkan sesudah dijawab atau diakhiri.", en="Publish once it is answered or has ended."),
        )


class NotPublisherError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Jawaban ini diterbitkan oleh petugas pengaduannya.", en="Its officer publishes this answer."),
            Text(id="Minta petugas itu menerbitkannya.", en="Ask that officer to publish it."),
        )


class PublishedAlreadyError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Jawaban ini sudah diterbitkan.", en="This answer is public already."),
            Text(id="Tarik dahulu bila perlu diubah.", en="Withdraw it first to change it."),
        )


class NotPublishedError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Tidak ada jawaban yang sedang terbit.", en="No answer is public."),
            Text(id="Muat ulang halamannya.", en="Reload the page."),
        )


class PersonalTracesError(RefusedError):
    """`traces` still stand in what was to be published."""

    def __init__(self, traces: Sequence[str]) -> None:
        self.traces = tuple(traces)
        named = ", ".join(f"“{trace}”" for trace in traces[:NAMED])
        super().__init__(
            Text(
                id=f"Masih ada yang menunjuk orang atau pengaduannya: {named}.",
                en=f"This still points to a person or to the complaint: {named}.",
            ),
            Text(id="Hapus dari tulisan, lalu periksa lagi.", en="Take it out, then look again."),
        )
