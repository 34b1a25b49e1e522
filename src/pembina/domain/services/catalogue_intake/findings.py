"""The mistakes a row can have."""

from pembina.core.text import Text


class MistakeError(ValueError):
    """A row cannot be used; `field` is to blame."""

    def __init__(self, field: str, message: Text, remedy: Text) -> None:
        self.field, self.message, self.remedy = field, message, remedy
        super().__init__(f"{message} {remedy}")

    @classmethod
    def missing(cls, field: str) -> "MistakeError":
        return cls(
            field,
            Text(id="Sel ini kosong.", en="This cell is empty."),
            Text(id="Isi selnya.", en="Fill it in."),
        )

    @classmethod
    def too_long(cls, field: str) -> "MistakeError":
        return cls(
            field,
            Text(id="Terlalu panjang: kode paling banyak 64 huruf, nama 200.", en="Too long: 64 and 200 letters."),
            Text(id="Persingkat.", en="Make it shorter."),
        )

    @classmethod
    def twice(cls, field: str) -> "MistakeError":
        return cls(
            field,
            Text(
                id="Layanan ini tertulis dua kali dengan tanggal berlaku yang sama.",
                en="This service is listed twice with the same first day.",
            ),
            Text(id="Sisakan satu baris.", en="Keep one row."),
        )

    @classmethod
    def unknown_unit(cls, field: str) -> "MistakeError":
        return cls(
            field,
            Text(
                id="Unit ini tidak dikenal, atau di luar wewenang Anda.",
                en="This unit is unknown, or out of your reach.",
            ),
            Text(
                id="Tulis kode unit kerja seperti pada halaman Unit kerja.",
                en="Write the code of a unit as the page of units shows it.",
            ),
        )

    @classmethod
    def elsewhere(cls, field: str) -> "MistakeError":
        return cls(
            field,
            Text(id="Kode ini dipakai layanan di luar wewenang Anda.", en="A service out of your reach has this code."),
            Text(id="Pakai kode lain.", en="Use another code."),
        )

    @classmethod
    def moved(cls, field: str) -> "MistakeError":
        return cls(
            field,
            Text(id="Layanan ini tercatat pada unit lain.", en="This service is on record with another unit."),
            Text(
                id="Pindahkan lebih dahulu di halaman layanannya, atau samakan kode unitnya.",
                en="Move it on its own page first, or write the unit on record.",
            ),
        )

    @classmethod
    def not_open(cls, field: str) -> "MistakeError":
        return cls(
            field,
            Text(id="Layanan ini tidak dibuka pada hari itu.", en="This service is not open on that day."),
            Text(
                id="Tulis tanggal selama layanan dibuka, atau ubah tanggal dibukanya.",
                en="Write a day on which it is open, or let it open earlier.",
            ),
        )

    @classmethod
    def half_promise(cls, field: str) -> "MistakeError":
        return cls(
            field,
            Text(id="Janji waktu belum lengkap.", en="The promised time is not complete."),
            Text(
                id="Isi janji_angka, janji_satuan, dihitung_sejak, dan sampai.",
                en="Fill in janji_angka, janji_satuan, dihitung_sejak and sampai.",
            ),
        )

    @classmethod
    def no_number(cls, field: str) -> "MistakeError":
        return cls(
            field,
            Text(id="Bukan bilangan bulat mulai dari 1.", en="Not a whole number from 1."),
            Text(id="Tulis angkanya saja, misalnya 3.", en="Write the number alone, like 3."),
        )

    @classmethod
    def no_unit(cls, field: str) -> "MistakeError":
        return cls(
            field,
            Text(id="Satuan ini tidak dikenal.", en="This unit of time is unknown."),
            Text(id="Tulis menit, jam, atau hari kerja.", en="Write menit, jam or hari kerja."),
        )

    @classmethod
    def no_day(cls, field: str) -> "MistakeError":
        return cls(
            field,
            Text(id="Bukan tanggal.", en="Not a day."),
            Text(id="Tulis seperti 2026-01-31 atau 31-01-2026.", en="Write it like 2026-01-31 or 31-01-2026."),
        )
