"""The record of feedback of a period (B.1.3 qualitative, B.1.4 and B.1.5 quantitative): the columns of C.1.x without
any rating, signed by both.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pembina.core.rules.appraisal_rating import core_values
from pembina.domain.people.models import Person
from pembina.exchange.papers.appraisal import goal_rows, person_cells, value_lines
from pembina.exchange.papers.appraisal_words import APPROACHES, FEEDBACK, HEADS, RESULTS, WIDEST_UPRIGHT, WIDTHS
from pembina.exchange.papers.indonesian_days import days_in_words
from pembina.exchange.papers.official_form import OfficialForm, Section, Signer

NUMBERS = {"C.1.1": "B.1.3", "C.1.2": "B.1.4", "C.1.3": "B.1.5"}
NUMBER_WIDTH = 0.3
KINDS = (("A. UTAMA", "main"), ("B. TAMBAHAN", "additional"))
LABELS = ("NAMA", "NIP", "PANGKAT/ GOL. RUANG", "JABATAN", "UNIT KERJA")


def feedback_form(
    *, snapshot: Mapping[str, Any], plan: Mapping[str, Any] | None, said: Mapping[str, Any], label: str,
    days: tuple[date, date], people: Sequence[Person | None], government: str, written_on: date,
) -> OfficialForm:  # fmt: skip
    """Return the form; `people` are the person rated and the rater, for the places to sign."""
    told = plan or {"form": "", "goals": [], "expectations": {}}
    form = RESULTS[told["form"]]
    heads = [head.upper() for head in HEADS[form]]
    sections = [
        Section(
            f"HASIL KERJA · {title}", heads=heads, widths=(NUMBER_WIDTH, *WIDTHS[form]),
            rows=goal_rows(told["goals"], said["goals"], kind, form),
        )
        for title, kind in KINDS
    ]  # fmt: skip
    sections.append(
        Section("PERILAKU KERJA", heads=("NO", "PERILAKU KERJA", FEEDBACK.upper()), widths=(0.2, 2, 1.6),
                rows=_values(told["expectations"], said["values"], written_on))
    )  # fmt: skip
    if said["rest"]:
        sections.append(Section("UMPAN BALIK LAIN DALAM PERIODE INI", rows=[["\n".join(said["rest"])]]))
    mine, theirs = person_cells(snapshot.get("person")), person_cells(snapshot.get("rater"))
    rows = [
        [str(n), name, own, name, other]
        for n, (name, own, other) in enumerate(zip(LABELS, mine, theirs, strict=True), 1)
    ]
    return OfficialForm(
        number=NUMBERS[form], title="Rekaman informasi umpan balik berkelanjutan",
        lines=[APPROACHES[form].upper(), f"PERIODE: {label.upper()}", f"PERIODE PENILAIAN: {_days(days)}"],
        people=rows, sections=sections, is_wide=len(heads) > WIDEST_UPRIGHT, government=government,
        written_on=written_on,
        signers=[Signer("Pegawai yang Dinilai", people[0]), Signer("Pejabat Penilai Kinerja", people[1])],
        foot="Kata-kata pimpinan menurut catatannya; catatan rekan, bawahan, dan pihak lain hanya jumlahnya.",
    )  # fmt: skip


def _days(days: tuple[date, date]) -> str:
    return days_in_words(*days).upper()


def _values(expected: Mapping[str, str], said: Mapping[str, list[str]], on: date) -> list[list[str]]:
    rows = []
    for number, value in enumerate(core_values(on=on), start=1):
        lines = [value.label.id, *(f"- {line.id}" for line in value.behaviours)]
        lines.append(f"Ekspektasi Khusus Pimpinan: {expected.get(value.value.value, '') or '–'}")
        rows.append([str(number), "\n".join(lines), value_lines(said, value.value.value)])
    return rows
