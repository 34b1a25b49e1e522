"""Words for states, fields and counts."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.enums import ImportState

S = ImportState
TONES: dict[str, str] = {
    S.WAITING: "info",
    S.CHECKING: "info",
    S.CHECKED: "warning",
    S.APPLYING: "info",
    S.APPLIED: "success",
    S.UNDOING: "info",
    S.UNDONE: "",
    S.FAILED: "danger",
    S.DISCARDED: "",
}
# File, check, decision; a step beyond the last means that nothing is left to do.
STEPS = (_("Berkas"), _("Pemeriksaan"), _("Terapkan"))
STEP_OF: dict[str, int] = {
    S.WAITING: 2,
    S.CHECKING: 2,
    S.FAILED: 2,
    S.CHECKED: 3,
    S.APPLYING: 3,
    S.DISCARDED: 3,
    S.APPLIED: 4,
    S.UNDOING: 4,
    S.UNDONE: 4,
}
FIELDS: dict[str, str | Promise] = {
    "name": _("Nama"),
    "status": _("Status"),
    "title_before": _("Gelar depan"),
    "title_after": _("Gelar belakang"),
    "birth_date": _("Tanggal lahir"),
    "sex": _("Jenis kelamin"),
    "rank": _("Golongan"),
    "education": _("Pendidikan"),
    "legal_position": _("Kedudukan hukum"),
    "email": _("Surel dinas"),
    "phone": _("Telepon dinas"),
    "unit": _("Unit kerja"),
    "position": _("Jabatan"),
    "position_code": _("Kode jabatan"),
    "position_kind": _("Jenis jabatan"),
    "superior": _("NIP atasan"),
    "starts_on": _("Mulai"),
    "ends_on": _("Hari terakhir"),
    "kind": _("Jenis unit"),
    "sector": _("Bidang"),
    "time_zone": _("Zona waktu"),
    "parent": _("Kode unit induk"),
    "opened_on": _("Ada sejak"),
    "code": _("Kode"),
}
