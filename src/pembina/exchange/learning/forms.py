"""The forms of development and the structural trainings with the ids of SIASN.

Read in the reference tables ``jenisDiklat`` and ``latihanStruktural`` of its web service (as published by its clients).
"""

from dataclasses import dataclass

from pembina.exchange.staff.cells import key_of


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its id, name, the code that SIASN wants as kind of certificate, and whether it is taught in class.

    SIASN counts magang (10) among the forms of the class by its order, PerLAN 10/2018 does not.
    """

    id: int
    name: str
    certificate: str
    is_classical: bool


STRUCTURAL, FUNCTIONAL, TECHNICAL = 1, 2, 3
_CLASSICAL = (
    ("Diklat Struktural", "T"), ("Diklat Fungsional", "F"), ("Diklat Teknis", "T"), ("Workshop", "P"),
    ("Pelatihan Manajerial", "T"), ("Pelatihan Sosial Kultural", "T"), ("Sosialisasi", "P"), ("Bimbingan Teknis", "T"),
    ("Seminar", "P"), ("Magang", "T"), ("Kursus", "T"), ("Penataran", "T"), ("Klasikal lainnya", "T"),
)  # fmt: skip
_OTHERS = (
    "Coaching", "Mentoring", "E-Learning", "Pelatihan Jarak Jauh", "Detasering", "Alam Terbuka (Outbond)",
    "Patok Banding", "Pertukaran PNS-swasta/BUMN/BUMD", "Belajar Mandiri", "Komunitas Belajar",
    "Bimbingan di Tempat Kerja", "Nonklasikal lainnya",
)  # fmt: skip
_ALL = [(name, code, True) for name, code in _CLASSICAL] + [(name, "T", False) for name in _OTHERS]
FORMS = {number: Form(number, *told) for number, told in enumerate(_ALL, start=1)}

STRUCTURAL_TRAININGS = {
    1: "Sepada", 2: "PIM IV", 3: "PIM III", 4: "PIM II", 5: "PIM I", 6: "Sespim", 7: "Sespati", 8: "lainnya",
}  # fmt: skip

# What else files say. "Pelatihan" alone says nothing and is not here.
_ALSO = {
    "Pelatihan Struktural": 1, "Pelatihan Kepemimpinan": 1, "Pelatihan Fungsional": 2, "Pelatihan Teknis": 3,
    "Diklat Manajerial": 5, "Bimtek": 8, "Outbound": 19, "Benchmarking": 20, "Webinar": 9, "Lokakarya": 4,
}  # fmt: skip
_BY_WORD = {key_of(form.name): form.id for form in FORMS.values()} | {
    key_of(word): number for word, number in _ALSO.items()
}
_STRUCTURAL_BY_WORD = {key_of(name): number for number, name in STRUCTURAL_TRAININGS.items()}


def form_named(written: str) -> int | None:
    """Return the id of a form that is written as its id or its name, None where it is neither."""
    if written.isdecimal():
        return int(written) if int(written) in FORMS else None
    return _BY_WORD.get(key_of(written))


def structural_named(written: str) -> int | None:
    """Return the id of a structural training that is written as its id or its name."""
    if written.isdecimal():
        return int(written) if int(written) in STRUCTURAL_TRAININGS else None
    key = key_of(written)
    return _STRUCTURAL_BY_WORD.get(key) or _STRUCTURAL_BY_WORD.get(key.replace("diklat", "").replace("latihan", ""))
