"""What is held about a person, and why: told to everybody who may open the record (UU 27/2022)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Purpose:
    """One kind of data and what it is needed for."""

    data: str | Promise
    reason: str | Promise


PURPOSES = (
    Purpose(_("NIP dan nama"), _("Mengenali pegawai dan mencocokkan akun serta berkas impor.")),
    Purpose(_("Tanggal lahir dan jenis kelamin"), _("Memeriksa NIP; perbedaan hanya menjadi catatan.")),
    Purpose(_("Status, golongan, dan pendidikan"), _("Menentukan aturan kinerja dan pengembangan yang berlaku.")),
    Purpose(_("Jabatan, unit kerja, dan atasan"), _("Menentukan siapa menilai, membina, dan boleh melihat data ini.")),
    Purpose(_("Surel dan telepon dinas"), _("Mengirim pemberitahuan kedinasan.")),
)
