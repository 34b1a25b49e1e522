"""The headers of the two SIASN shapes, each with the field it is filled from or a constant.

What Pembina must not hold is there, as in a real export, with words that can be looked for afterwards.
"""

MARK = "tidak untuk dibaca"
# Name of the column, field of the record (empty for a constant), the constant.
Column = tuple[str, str, str]

EXPORT: tuple[Column, ...] = (
    ("pns_id", "", "00000000-0000-4000-8000-000000000000"), ("nip_baru", "nip", ""), ("nip_lama", "", ""),
    ("nama", "name", ""), ("gelar_depan", "title_before", ""), ("gelar_belakang", "title_after", ""),
    ("tempat_lahir_id", "", "0000"), ("tempat_lahir_nama", "", MARK), ("tanggal_lahir", "birth_date", ""),
    ("jenis_kelamin", "sex", ""), ("agama_id", "", "9"), ("agama_nama", "", MARK), ("jenis_kawin_id", "", "9"),
    ("jenis_kawin_nama", "", MARK), ("nik", "", "'0000000000000000"), ("nomor_hp", "", "'080000000000"),
    ("email", "", "pribadi@contoh.invalid"), ("email_gov", "email_gov", ""), ("alamat", "", MARK),
    ("npwp_nomor", "", "'000000000000000"), ("bpjs", "", "'0000000000000"), ("jenis_pegawai_id", "", "01"),
    ("jenis_pegawai_nama", "status", ""), ("kedudukan_hukum_id", "legal_id", ""), ("kedudukan_hukum_nama", "legal", ""),
    ("status_cpns_pns", "", "P"), ("kartu_asn_virtual", "", ""), ("nomor_sk_cpns", "", "800/1/CONTOH"),
    ("tanggal_sk_cpns", "", "01-01-2015"), ("tmt_cpns", "", "01-01-2015"), ("nomor_sk_pns", "", ""),
    ("tanggal_sk_pns", "", ""), ("tmt_pns", "", ""), ("gol_awal_id", "", ""), ("gol_awal_nama", "", ""),
    ("gol_akhir_id", "", ""), ("gol_akhir_nama", "rank", ""), ("tmt_golongan", "", "01-04-2023"), ("mk_tahun", "", "7"),
    ("mk_bulan", "", "2"), ("jenis_jabatan_id", "position_kind", ""), ("jenis_jabatan_nama", "", ""),
    ("jabatan_id", "", ""), ("jabatan_nama", "position", ""), ("tmt_jabatan", "position_since", ""),
    ("tingkat_pendidikan_id", "education", ""), ("tingkat_pendidikan_nama", "", ""), ("pendidikan_id", "", ""),
    ("pendidikan_nama", "", ""), ("tahun_lulus", "", "2014"), ("kpkn_id", "", ""), ("kpkn_nama", "", ""),
    ("lokasi_kerja_id", "", ""), ("lokasi_kerja_nama", "", "Contoh"), ("unor_id", "unit_code", ""),
    ("unor_nama", "unit", ""), ("instansi_induk_id", "", ""), ("instansi_induk_nama", "", "Pemerintah Kab. Contoh"),
    ("instansi_kerja_id", "", ""), ("instansi_kerja_nama", "", "Pemerintah Kab. Contoh"),
    ("satuan_kerja_induk_id", "", ""), ("satuan_kerja_induk_nama", "", "Pemerintah Kab. Contoh"),
    ("satuan_kerja_kerja_id", "", ""), ("satuan_kerja_kerja_nama", "unit_above", ""), ("is_valid_nik", "", "1"),
    ("nip_atasan", "superior", ""),
)  # fmt: skip

SHEET: tuple[Column, ...] = (
    ("ID", "", "00000000000000000000000000000000"), ("NIP LAMA", "", ""), ("NIP BARU", "nip", ""), ("NAMA", "name", ""),
    ("GELAR DEPAN", "title_before", ""), ("GELAR BELAKANG", "title_after", ""), ("AGAMA ID", "", "9"),
    ("AGAMA NAMA", "", MARK), ("TEMPAT LAHIR NAMA", "", MARK), ("TANGGAL LAHIR", "birth_date", ""),
    ("JENIS KELAMIN", "sex", ""), ("JENIS KAWIN NAMA", "", MARK), ("NIK", "", "'0000000000000000"),
    ("NOMOR HP", "", "'080000000000"), ("EMAIL", "", "pribadi@contoh.invalid"), ("EMAIL GOV", "email_gov", ""),
    ("ALAMAT", "", MARK), ("NPWP NOMOR", "", "'000000000000000"), ("JENIS PEGAWAI NAMA", "status", ""),
    ("KEDUDUKAN HUKUM NAMA", "legal", ""), ("STATUS CPNS PNS", "", "P"), ("GOLONGAN ID", "", ""),
    ("GOLONGAN NAMA", "rank", ""), ("TMT GOLONGAN", "", "01-04-2023"), ("MK TAHUN", "", "7"), ("MK BULAN", "", "2"),
    ("JENIS JABATAN ID", "position_kind", ""), ("JABATAN NAMA", "position", ""), ("TMT JABATAN", "position_since", ""),
    ("TK PENDIDIKAN ID", "education", ""), ("PENDIDIKAN NAMA", "", ""), ("LOKASI KERJA NAMA", "", "Contoh"),
    ("UNIT ORGANISASI ID", "unit_code", ""), ("UNIT ORGANISASI NAMA", "unit", ""),
    ("SATUAN KERJA KERJA NAMA", "unit_above", ""), ("NIP ATASAN", "superior", ""),
)  # fmt: skip

SHAPES = {name: tuple(zip(*columns, strict=True)) for name, columns in (("export", EXPORT), ("sheet", SHEET))}
