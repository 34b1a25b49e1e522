"""Which column of a file is which: names are compared without case, spaces, points and underscores.

A field is read from the first of its columns that is filled in the row, in the order in which the names stand here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pembina.core.text import Text
from pembina.exchange.staff.cells import key_of
from pembina.exchange.tables import UnreadableFileError

Aliases = Mapping[str, tuple[str, ...]]

STAFF: Aliases = {
    "nip": ("nip_baru", "nip", "nip_ni_pppk", "ni_pppk", "nip_nippppk", "nip_pegawai", "nomor_induk_pegawai"),
    "name": ("nama", "nama_pegawai", "nama_tanpa_gelar", "nama_lengkap", "name"),
    "title_before": ("gelar_depan",),
    "title_after": ("gelar_belakang",),
    "birth_date": ("tanggal_lahir", "tgl_lahir"),
    "sex": ("jenis_kelamin", "jk", "kelamin", "l_p", "gender"),
    "status": (
        "jenis_pegawai_nama", "jenis_pegawai", "status_pegawai", "status_kepegawaian", "status_asn", "jenis_asn",
        "status", "status_cpns_pns",
    ),
    "rank": (
        "gol_akhir_nama", "golongan_nama", "gol_ruang_akhir", "golongan_ruang", "gol_ruang", "golongan", "gol",
        "golongan_akhir", "pangkat_golongan", "pangkat_gol", "pangkat_gol_ruang", "gol_akhir_id", "golongan_id",
        "gol_ruang_akhir_id", "pangkat_akhir", "pangkat",
    ),
    "education": (
        "tingkat_pendidikan_id", "tk_pendidikan_id", "tk_pendidikan_terakhir_id", "tingkat_pendidikan_nama",
        "tk_pendidikan_nama", "tk_pendidikan_terakhir", "tingkat_pendidikan", "jenjang_pendidikan",
        "pendidikan_terakhir", "pendidikan",
    ),
    "legal_position": (
        "kedudukan_hukum_id", "kedudukan_pns_id", "kedudukan_hukum_nama", "kedudukan_pns_nama", "kedudukan_hukum",
        "kedudukan",
    ),
    "legal_words": ("kedudukan_hukum_nama", "kedudukan_pns_nama", "kedudukan_hukum"),
    "email": ("email_gov", "email_dinas", "surel_dinas", "surel", "email"),
    "phone": ("telepon_dinas", "nomor_telepon_dinas", "telepon", "nomor_telepon", "no_telepon"),
    "unit_code": ("kode_unit", "kode_unit_kerja", "unit_kode", "unor_id", "unit_organisasi_id"),
    "unit": (
        "unor_nama", "unit_organisasi_nama", "unit_organisasi", "unit_kerja", "nama_unit_kerja", "nama_unit", "unit",
        "unor",
    ),
    "unit_above": (
        "unor_induk_nama", "unit_kerja_induk", "unit_induk", "perangkat_daerah", "opd", "skpd",
        "satuan_kerja_kerja_nama",
    ),
    "position": (
        "jabatan_nama", "nama_jabatan", "jabatan", "jabatan_struktural_nama", "jft_nama", "jabatan_fungsional_nama",
        "jfu_nama", "jabatan_fungsional_umum_nama", "eselon_jabatan_nama",
    ),
    "position_code": (
        "kode_jabatan", "jabatan_id", "jabatan_struktural_id", "jft_id", "jabatan_fungsional_id", "jfu_id",
        "jabatan_fungsional_umum_id",
    ),
    "position_kind": ("jenis_jabatan_id", "jenis_jabatan_nama", "jenis_jabatan"),
    "position_since": ("tmt_jabatan",),
    "superior": ("nip_atasan", "nip_atasan_langsung", "atasan_nip", "nip_pejabat_penilai"),
}  # fmt: skip

UNITS: Aliases = {
    "code": ("kode", "kode_unit", "kode_unit_kerja", "unit_kode", "kode_opd", "kode_skpd", "code", "unor_id", "id"),
    "name": ("nama", "nama_unit", "nama_unit_kerja", "unit_kerja", "nama_opd", "nama_skpd", "nama_unor", "unor_nama",
             "unit_organisasi_nama", "name"),
    "kind": ("jenis", "jenis_unit", "kind"),
    "sector": ("bidang", "bidang_urusan", "urusan", "sektor", "sector"),
    "time_zone": ("zona_waktu", "time_zone"),
    "parent": ("kode_induk", "kode_unit_induk", "induk", "induk_kode", "unor_induk_id", "unor_induk", "id_induk",
               "parent"),
    "opened_on": ("dibentuk", "tanggal_dibentuk", "tanggal_berdiri", "berlaku_mulai", "opened_on"),
}  # fmt: skip

# What nothing in a development programme needs: never read, and said so.
_PRIVATE_NAMES = (
    "nik", "no_ktp", "nomor_ktp", "valid_nik", "is_valid_nik", "nomor_id_document", "jenis_id_dokumen_id",
    "jenis_id_dokumen_nama", "agama", "agama_id", "agama_nama", "suku", "golongan_darah", "jenis_kawin_id",
    "jenis_kawin_nama", "status_perkawinan", "status_kawin", "jumlah_istri_suami", "jumlah_anak", "karis_karsu",
    "alamat", "alamat_rumah", "kode_pos", "tempat_lahir", "tempat_lahir_id", "tempat_lahir_nama", "nomor_hp",
    "no_hp", "hp", "no_telp", "npwp", "npwp_nomor", "no_npwp", "nomor_npwp", "tgl_npwp", "bpjs", "no_bpjs",
    "no_askes", "taspen_id", "taspen_nama", "no_taspen", "tanggal_taspen", "tabrum2", "gaji_pokok", "no_rekening",
    "skck", "tgl_skck", "akte_kelahiran", "akte_meninggal", "tgl_meninggal", "status_hidup",
    "no_surat_keterangan_dokter", "tgl_surat_keterangan_dokter", "no_surat_keterangan_bebas_narkoba",
    "tgl_surat_keterangan_bebas_narkoba", "no_kk", "kartu_keluarga",
)  # fmt: skip
PRIVATE = frozenset(map(key_of, _PRIVATE_NAMES))


@dataclass(frozen=True, slots=True)
class Matched:
    """The columns of a file: those that are read, by field; those that must not be, and those nobody asked for."""

    of: Mapping[str, tuple[str, ...]]
    private: tuple[str, ...]
    unread: tuple[str, ...]

    @property
    def headers(self) -> dict[str, str]:
        """Return by field the column it is read from first."""
        return {field: columns[0] for field, columns in self.of.items() if columns}


def matched(columns: Iterable[str], aliases: Aliases, *, name: str, required: Mapping[str, Text]) -> Matched:
    """Tell which column is which, or refuse the file that lacks one of `required`."""
    named: dict[str, list[str]] = {}
    for column in columns:
        named.setdefault(key_of(column), []).append(column)
    of = {
        field: tuple(column for alias in names for column in named.get(key_of(alias), ()))
        for field, names in aliases.items()
    }
    # An official address beside a private one: only the first is taken, never the second where it is empty.
    of |= {field: of[field][:1] for field in ("email", "phone") if field in of}
    read = {column for found in of.values() for column in found}
    left = [column for column in columns if column not in read]
    private = tuple(column for column in left if key_of(column) in PRIVATE or key_of(column) == "email")
    for field, told in required.items():
        if not of[field]:
            raise _lacking(told, aliases[field], list(columns), name)
    return Matched(of, private, tuple(column for column in left if column not in private))


def _lacking(told: Text, names: tuple[str, ...], columns: list[str], name: str) -> UnreadableFileError:
    found = ", ".join(f"“{column}”" for column in columns[:20]) + (", …" if len(columns) > 20 else "")
    wanted = ", ".join(f"“{alias}”" for alias in names[:4])
    return UnreadableFileError(
        Text(
            id=f"{name} tidak mempunyai kolom {told.id}. Kolom yang ada: {found}.",
            en=f"{name} has no column with {told.en}. Its columns are {found}.",
        ),
        Text(
            id=f"Beri nama kolom itu {wanted}, atau pakai templat kami.",
            en=f"Call that column {wanted}, or use our template.",
        ),
    )
