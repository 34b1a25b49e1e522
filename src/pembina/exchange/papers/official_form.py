"""A form of the regulation that is not sealed: head, who is rated and who rates, tables or answers, places to sign."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from pembina.domain.people.models import Person
from pembina.exchange.papers.indonesian_days import day_in_words
from pembina.exchange.papers.letters import settable
from pembina.exchange.papers.writing import write_paper

MISSING = "–"
REGULATION = "PermenPANRB 6/2022; e-Kinerja BKN tetap menjadi catatan resmi."


@dataclass(frozen=True, slots=True)
class Section:
    """One table with its heading; without `heads` one cell over the whole width for each row.

    `widths` are shares of the width, one for each column. A `is_whole` one is not parted by the end of a page.
    A row of one cell where there are several columns is a heading between the rows.
    """

    title: str
    remark: str = ""
    heads: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    widths: Sequence[float] = (1,)
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Signer:
    """One place to sign, with when it was agreed to here; empty where it was not."""

    role: str
    person: Person | None
    at: datetime | None = None
    word: str = "Disetujui"


@dataclass(frozen=True, slots=True)
class OfficialForm:
    """What is set."""

    number: str
    title: str
    people: Sequence[Sequence[str]]
    sections: Sequence[Section]
    signers: Sequence[Signer]
    government: str
    written_on: date
    lines: Sequence[str] = ()
    foot: str = ""
    is_wide: bool = False
    people_heads: Sequence[str] = field(default=("PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA"))


def official_form(form: OfficialForm) -> bytes:
    """Return the form as PDF/A; raises ``PaperError``."""
    return write_paper("official_form", official_form_data(form))


def official_form_data(form: OfficialForm) -> dict[str, Any]:
    """Return what the template is given."""
    return {
        "title": form.title,
        "lines": [settable(line) for line in form.lines],
        "language": "id",
        "government": settable(form.government),
        "written_on": form.written_on.isoformat(),
        "source": f"Format {form.number} {REGULATION}",
        "flipped": form.is_wide,
        "format": f"FORMAT {form.number}",
        "people": [list(row) for row in form.people],
        "people_heads": list(form.people_heads),
        "sections": [_section(each) for each in form.sections],
        "foot": settable(form.foot),
        "signers": [_signer(each) for each in form.signers],
    }


def _section(section: Section) -> dict[str, Any]:
    empty = [MISSING] * max(len(section.heads), len(section.widths))
    rows = [[settable(cell) for cell in row] for row in section.rows] or [empty]
    return {
        "title": section.title, "remark": section.remark, "heads": list(section.heads), "rows": rows,
        "widths": [float(width) for width in section.widths], "whole": section.is_whole,
    }  # fmt: skip


def _signer(signer: Signer) -> dict[str, str]:
    person = signer.person
    when = f"{signer.word} secara elektronik {day_in_words(localdate(signer.at))}" if signer.at else "Belum disetujui"
    return {
        "role": signer.role, "name": settable(person.titled_name) if person else MISSING,
        "nip": f"NIP {person.nip}" if person else "", "told": when,
    }  # fmt: skip
