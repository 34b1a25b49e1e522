"""What is held about a person, and why: told to everybody who may open the record (UU 27/2022)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Purpose:
    """One kind of data and what it is needed for; `shown` are the labels under which the page of a person shows it."""

    data: str | Promise
    reason: str | Promise
    shown: tuple[str | Promise, ...]


PURPOSES = (
    Purpose(
        _("NIP dan nama"),
        _("Mengenali pegawai dan mencocokkan akun serta berkas impor."),
        (_("NIP"),),
    ),
    Purpose(
        _("Tanggal lahir dan jenis kelamin"),
        _("Memeriksa NIP; perbedaan hanya menjadi catatan."),
        (_("Tanggal lahir"), _("Jenis kelamin")),
    ),
    Purpose(
        _("Status, golongan, dan pendidikan"),
        _("Menentukan aturan kinerja dan pengembangan yang berlaku."),
        (_("Status"), _("Pangkat, golongan"), _("Pendidikan")),
    ),
    Purpose(
        _("Kedudukan hukum"),
        _("Membedakan pegawai yang aktif dari yang cuti, tugas belajar, atau tidak lagi bekerja."),
        (_("Kedudukan hukum"),),
    ),
    Purpose(
        _("Jabatan, unit kerja, dan atasan"),
        _("Menentukan siapa menilai, membina, dan boleh melihat data ini."),
        (_("Atasan"), _("Bagian dari"), _("Riwayat jabatan")),
    ),
    Purpose(
        _("Plt, Plh, dan penugasan"),
        _("Menentukan siapa berwenang untuk sementara, berdasarkan surat yang mana dan sampai kapan."),
        (_("Yang berwenang hari ini"), _("Plt, Plh, dan penugasan")),
    ),
    Purpose(
        _("Mentor"),
        _("Menentukan siapa mendampingi pengembangannya dan boleh melihat jabatan serta unitnya."),
        (_("Mentor"),),
    ),
    Purpose(
        _("Surel dan telepon dinas"),
        _("Mengirim pemberitahuan kedinasan."),
        (_("Surel dinas"), _("Telepon dinas")),
    ),
)
