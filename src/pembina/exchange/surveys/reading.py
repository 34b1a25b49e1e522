"""Paper forms in a file, one row each. No Django here: it runs in a bounded process of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.core.text import Text
from pembina.exchange.staff.dates import day_of
from pembina.exchange.survey_files import Order, element_of
from pembina.exchange.surveys.words import EXAMPLE, column_named, profile_value
from pembina.exchange.tables import UnreadableFileError, read_rows

MOST_FORMS = 5_000
LONGEST_SUGGESTION = 1_000
NOTHING = {"", "-", "–", "n/a", "kosong"}
PROFILE = ("sex", "age_band", "education", "occupation")


@dataclass(frozen=True, slots=True)
class RowFinding:
    """One thing about one cell. A `refused` row stays out; otherwise only the cell does."""

    row: int
    column: str
    value: str
    message: Text
    remedy: Text
    refused: bool


@dataclass(frozen=True, slots=True)
class FormRow:
    """One form: element key to score (None for an empty cell), the day in ISO form or empty, the rest as words."""

    row: int
    answers: Mapping[str, int | None]
    answered_on: str
    service: str
    profile: Mapping[str, str]
    suggestion: str


@dataclass(frozen=True, slots=True)
class FormsFile:
    """What a file holds; with a `problem` nothing of it can be used."""

    forms: Sequence[FormRow] = ()
    findings: Sequence[RowFinding] = ()
    columns: Mapping[str, str] | None = None
    notes: Sequence[Text] = ()
    problem: tuple[Text, Text] | None = None


def read_forms(data: bytes, name: str, order: Order) -> FormsFile:
    """Read the forms of a file; `order` says what U8 and U9 mean in it."""
    try:
        rows = read_rows(data, name=name, max_rows=MOST_FORMS)
        columns = _columns(rows.columns, order, name)
        forms, findings = [], []
        for number, cells in rows.take(list(columns.values())):
            said = dict(zip(columns, cells, strict=True))
            if (said.get("suggestion") or "").strip() == EXAMPLE:
                continue
            form, found = _form(number, said, columns)
            findings += found
            if form is not None:
                forms.append(form)
        return FormsFile(tuple(forms), tuple(findings), columns, rows.notes)
    except UnreadableFileError as refused:
        return FormsFile(problem=(refused.message, refused.remedy))


def _columns(names: Sequence[str], order: Order, file: str) -> dict[str, str]:
    """Return what is read from which column, the nine elements first."""
    found: dict[str, str] = {}
    for name in names:
        key = column_named(name) or element_of(name, order=order)
        if key is not None and key not in found:
            found[key] = name
    lacking = [element for element in ELEMENTS if element not in found]
    if lacking:
        raise UnreadableFileError(
            Text(
                id=f"Kolom untuk unsur berikut tidak ditemukan di {file}: {', '.join(lacking)}.",
                en=f"No column in {file} for these elements: {', '.join(lacking)}.",
            ),
            Text(id="Beri nama kolom U1 sampai U9.", en="Name the columns U1 to U9."),
        )
    return {key: found[key] for key in (*ELEMENTS, *(each for each in found if each not in ELEMENTS))}


def _form(
    row: int, cells: Mapping[str, str | None], columns: Mapping[str, str]
) -> tuple[FormRow | None, list[RowFinding]]:
    said = {key: (cell or "").strip() for key, cell in cells.items()}
    findings: list[RowFinding] = []

    def find(key: str, message: Text, remedy: Text, *, refused: bool) -> None:
        findings.append(RowFinding(row, columns.get(key, ""), said.get(key, "")[:60], message, remedy, refused))

    answers = {element: _score(said[element]) for element in ELEMENTS}
    for element in (key for key, score in answers.items() if score == 0):
        find(element, _NO_SCORE, _GIVE_A_SCORE, refused=True)
    if not any(answers.values()):
        find(ELEMENTS[0], _NO_ANSWER, _FILL_OR_REMOVE, refused=True)
    day = day_of(said.get("answered_on", "").partition(" ")[0]) if said.get("answered_on") else None
    if said.get("answered_on") and day is None:
        find("answered_on", _NO_DAY, _GIVE_A_DAY, refused=True)
    if len(said.get("suggestion", "")) > LONGEST_SUGGESTION:
        find("suggestion", _LONG_TEXT, _SHORTEN, refused=True)
    profile = {
        field: profile_value(field, said[field]) for field in PROFILE if said.get(field, "").lower() not in NOTHING
    }
    for field in (name for name, value in profile.items() if value is None):
        find(field, _UNKNOWN_WORD, _LEFT_EMPTY, refused=False)
    if any(finding.refused for finding in findings):
        return None, findings
    known = {field: value or "" for field, value in profile.items()}
    iso = day.isoformat() if day else ""
    suggestion = "" if said.get("suggestion", "") in NOTHING else said.get("suggestion", "")
    return FormRow(row, answers, iso, said.get("service", ""), known, suggestion), findings


def _score(written: str) -> int | None:
    """Return the score, None for an empty cell, and 0 for what is neither."""
    if written.lower() in NOTHING:
        return None
    return int(written) if written in ("1", "2", "3", "4") else 0


_NO_SCORE = Text(id="Bukan skor 1, 2, 3, atau 4.", en="Not a score of 1, 2, 3 or 4.")
_GIVE_A_SCORE = Text(
    id="Perbaiki nilainya, atau kosongkan bila tidak dijawab.", en="Correct it, or leave it empty if unanswered."
)
_NO_ANSWER = Text(id="Baris ini tidak berisi satu pun jawaban.", en="This row holds not a single answer.")
_FILL_OR_REMOVE = Text(id="Isi jawabannya, atau hapus barisnya.", en="Fill in the answers, or remove the row.")
_NO_DAY = Text(id="Bukan tanggal yang dapat dibaca.", en="Not a date that can be read.")
_GIVE_A_DAY = Text(id="Tulis seperti 22-11-2026.", en="Write it like 22-11-2026.")
_LONG_TEXT = Text(id="Saran lebih dari 1.000 huruf.", en="The suggestion is longer than 1,000 characters.")
_SHORTEN = Text(id="Pendekkan sarannya.", en="Shorten it.")
_UNKNOWN_WORD = Text(id="Kata profil ini tidak dikenal.", en="This word of the profile is not known.")
_LEFT_EMPTY = Text(
    id="Baris tetap masuk dengan profil kosong; perbaiki selnya bila penting.",
    en="The row comes in with this left empty; correct the cell where it matters.",
)
