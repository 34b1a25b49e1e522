"""How files write the profile of a respondent, and which columns mean what; the values are those of the records."""

import re
from collections.abc import Mapping

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "answered_on": ("tanggal", "tgl", "hari", "tanggal isi", "cap waktu", "timestamp", "date"),
    "service": ("layanan", "jenis layanan", "kode layanan", "service"),
    "sex": ("jenis kelamin", "jk", "kelamin", "gender", "sex"),
    "age_band": ("umur", "usia", "kelompok umur", "age"),
    "education": ("pendidikan", "pendidikan terakhir", "education"),
    "occupation": ("pekerjaan", "pekerjaan utama", "occupation"),
    "suggestion": ("saran", "kritik dan saran", "saran masukan", "masukan", "suggestion"),
}

# What stands among the suggestions in the row of example of our own template.
EXAMPLE = "CONTOH: hapus baris ini"

SEX = {"male": "l lk laki lakilaki pria male m", "female": "p pr perempuan wanita female f"}
EDUCATION = {
    "primary": "sd mi paketa tidaksekolah sddibawahnya sdataudibawahnya tidaktamatsd",
    "lower_secondary": "smp mts sltp paketb",
    "upper_secondary": "sma smk ma slta smu stm paketc smasmk smasederajat",
    "diploma": "d1 d2 d3 diploma d1d3 diii",
    "bachelor": "s1 d4 d4s1 s1d4 sarjana div",
    "master": "s2 magister s2keatas",
    "doctorate": "s3 doktor",
}
OCCUPATION = {
    "civil_servant": "pns asn pppk pnsasn",
    "military": "tni",
    "police": "polri",
    "private": "swasta pegawaiswasta karyawanswasta karyawan",
    "entrepreneur": "wirausaha wiraswasta usahawan",
    "other": "lainnya lain petani nelayan pelajar mahasiswa irt iburumahtangga pensiunan buruh tidakbekerja honorer",
}
BANDS = ((20, "under_20"), (30, "20_29"), (40, "30_39"), (50, "40_49"), (60, "50_59"), (121, "over_59"))
YOUNGEST = 5


def column_named(name: str) -> str | None:
    """Return what a column holds beside answers, None where it is none of ours."""
    bare = " ".join(re.findall(r"[a-z]+", name.lower()))
    return next((key for key, names in COLUMNS.items() if bare in names), None)


def profile_value(field: str, written: str) -> str | None:
    """Return the value of a field of the profile, None where it cannot be told."""
    if field == "age_band":
        return _band(written)
    known = {"sex": SEX, "education": EDUCATION, "occupation": OCCUPATION}[field]
    bare = re.sub(r"[^a-z0-9]", "", written.lower())
    return next(
        (value for value, words in known.items() if bare == value.replace("_", "") or bare in words.split()), None
    )


def _band(written: str) -> str | None:
    """Read an age, or a band as it is printed: ``20-29``, ``< 20``, ``60 tahun ke atas``."""
    numbers = [int(each) for each in re.findall(r"\d{1,3}", written)]
    if not numbers or len(numbers) > 2:
        return None
    below = "<" in written or "bawah" in written.lower() or "kurang" in written.lower()
    age = numbers[0] - 1 if below else numbers[0]
    if len(numbers) == 2 and _of_age(numbers[0]) != _of_age(numbers[1]):
        return None
    return _of_age(age)


def _of_age(age: int) -> str | None:
    return next((band for limit, band in BANDS if age < limit), None) if age >= YOUNGEST else None
