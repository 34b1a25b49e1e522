"""What the columns of a file are called, where nobody tells the names they have there."""

from collections.abc import Mapping

LABELS = {
    "nip": "NIP",
    "name": "Nama",
    "title_before": "Gelar depan",
    "title_after": "Gelar belakang",
    "status": "Status",
    "rank": "Golongan",
    "education": "Pendidikan",
    "legal_position": "Kedudukan hukum",
    "sex": "Jenis kelamin",
    "email": "Surel",
    "phone": "Telepon",
    "unit": "Unit kerja",
    "position": "Jabatan",
    "position_code": "Kode jabatan",
    "position_kind": "Jenis jabatan",
    "position_since": "TMT jabatan",
    "superior": "NIP atasan",
    "code": "Kode",
    "kind": "Jenis",
    "sector": "Bidang",
    "time_zone": "Zona waktu",
    "parent": "Kode induk",
    "opened_on": "Dibentuk",
}


class Columns:
    """Names of columns, as in the header of the file where they are known."""

    def __init__(self, headers: Mapping[str, str] | None = None) -> None:
        self._names = {**LABELS, **(headers or {})}

    def __getitem__(self, field: str) -> str:
        return self._names.get(field, field)
