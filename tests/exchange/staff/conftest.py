"""Small files of staff, written as people write them."""

from datetime import date

from pembina.exchange.staff import read_staff

TODAY = date(2026, 11, 22)
HEAD = "NIP;NAMA;JENIS PEGAWAI;TANGGAL LAHIR;JENIS KELAMIN;GOLONGAN;UNIT KERJA;JABATAN;TMT JABATAN;NIP ATASAN"
SARI = "199203152019032999"
BUDI = "197808172003121999"


def line(**cells):
    """Return a good row with some cells replaced, in the order of `HEAD`."""
    good = {
        "nip": SARI, "name": "Sari Wulandari", "status": "PNS", "born": "15-03-1992", "sex": "P", "rank": "III/b",
        "unit": "Dinas Sosial", "position": "Penata", "since": "01-07-2022", "superior": BUDI,
    }  # fmt: skip
    return ";".join((good | cells).values())


def staff_of(text, name="pegawai.csv", **more):
    return read_staff(text if isinstance(text, bytes) else text.encode(), name=name, on=TODAY, **more)


def one(**cells):
    """Read a file of one row."""
    return staff_of(f"{HEAD}\n{line(**cells)}\n")


def told(file):
    """Return (row, code, refused) of every finding."""
    return [(found.row, found.code, found.severity == "refused") for found in file.findings]
