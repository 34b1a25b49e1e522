"""The ledger of hours as pages show it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.core.rules.learning_hours import NotInForceError, State, YearlyStanding, forms
from pembina.domain.development.enums import RecordSource, RecordState
from pembina.domain.development.models import LearningRecord
from pembina.domain.development.queries.learning_hours import UnitCounts, YearOfPerson, standing_in
from pembina.domain.people.models import Assignment, Person
from pembina.web.components.formatting import MISSING, day, in_language, number

STATE_TONES = {
    State.UNKNOWN: "", State.BEHIND: "warning", State.MET: "success", State.WITHIN: "success", State.OVER: "danger",
}  # fmt: skip
RECORD_TONES = {RecordState.REPORTED: "warning", RecordState.COUNTED: "success", RecordState.REFUSED: "danger"}


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One thing learned."""

    pk: int
    title: str
    form: str
    organiser: str
    days: str
    hours: str
    basis: str
    number: str
    source: str
    state: str
    tone: str
    refusal: str
    evidence: str
    certificate: str
    may_withdraw: bool
    may_take_out: bool
    is_counted: bool


@dataclass(frozen=True, slots=True)
class YearBlock:
    """One year: how it stands to the rule, with article and because, and what is on record."""

    year: str
    hours: str
    state: str
    tone: str
    because: str
    article: str
    certainty: str
    rows: list[RecordRow]
    is_current: bool


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit with the numbers of its persons."""

    name: str
    below: str
    people: str
    people_address: str
    met: str
    behind: str
    over: str
    unknown: str
    behind_address: str
    unknown_address: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in a list."""

    address: str
    name: str
    nip: str
    position: str
    unit: str
    status: str
    hours: str
    short: str
    state: str
    tone: str


def jp(hours: Decimal | None) -> str:
    """Hours with as many decimals as they have; a dash where none are on record."""
    return MISSING if hours is None else f"{number(float(hours), 0 if hours == int(hours) else 2)} JP"


def form_names(on: Any) -> dict[int, str]:
    """Return the forms of development by their number in SIASN."""
    try:
        return {one.siasn_id: in_language(one.label) for one in forms(on=on)}
    except NotInForceError:
        return {}


def year_blocks(years: Iterable[YearOfPerson], *, on: Any, is_own: bool) -> list[YearBlock]:
    names = form_names(on)
    return [_year(one, names, is_current=one.year == on.year, is_own=is_own) for one in years]


def _year(one: YearOfPerson, names: dict[int, str], *, is_current: bool, is_own: bool) -> YearBlock:
    state, tone, because, article, certainty = standing_words(one.standing)
    return YearBlock(
        year=str(one.year), hours=jp(one.hours), state=state, tone=tone, because=because, article=article,
        certainty=certainty, rows=record_rows(one.records, names, is_own=is_own), is_current=is_current,
    )  # fmt: skip


def standing_words(standing: YearlyStanding | None) -> tuple[str, str, str, str, str]:
    """Return state, tone, because, article and how sure the bound is."""
    if standing is None:
        return _("Belum ada aturan"), "", _("Pada tahun ini belum ada batas JP."), "", ""
    return (
        in_language(standing.state.label), STATE_TONES[standing.state], in_language(standing.because),
        standing.article, in_language(standing.certainty.sentence),
    )  # fmt: skip


def record_rows(records: Iterable[LearningRecord], names: dict[int, str], *, is_own: bool) -> list[RecordRow]:
    return [_record(row, names, is_own=is_own) for row in records]


def _record(row: LearningRecord, names: dict[int, str], *, is_own: bool) -> RecordRow:
    certificate = reverse("certificates:show", args=[row.certificate_id]) if row.certificate_id else ""
    counted = row.state == RecordState.COUNTED
    return RecordRow(
        pk=row.pk, title=row.title, form=names.get(row.form, str(row.form)), organiser=row.organiser,
        days=days_of(row), hours=jp(row.hours), basis=row.basis, number=row.number,
        source=str(row.get_source_display()), state=str(row.get_state_display()),
        tone=RECORD_TONES[RecordState(row.state)], refusal=row.refusal, evidence=row.evidence,
        certificate=certificate, may_withdraw=is_own and row.state == RecordState.REPORTED,
        may_take_out=not is_own and counted and row.source != RecordSource.CERTIFICATE, is_counted=counted,
    )  # fmt: skip


def days_of(row: LearningRecord) -> str:
    if row.first_day == row.last_day:
        return day(row.first_day)
    return _("%(first)s sampai %(last)s") % {"first": day(row.first_day), "last": day(row.last_day)}


def unit_rows(counts: Iterable[UnitCounts], *, query: str) -> list[UnitRow]:
    """Units with their counts; `query` are year and status as an address carries them."""
    return [_unit(one, query) for one in counts]


def _unit(one: UnitCounts, query: str) -> UnitRow:
    people = f"{reverse('learning_hours:people')}?{query}unit={one.unit.code}"
    by = one.by_state
    return UnitRow(
        name=_("%s (langsung)") % one.unit.name if one.is_itself else one.unit.name,
        below="" if one.is_itself else f"{reverse('learning_hours:index')}?{query}unit={one.unit.code}",
        people=number(one.people), people_address=people, met=number(by.get(State.MET, 0) + by.get(State.WITHIN, 0)),
        behind=number(by.get(State.BEHIND, 0)), over=number(by.get(State.OVER, 0)),
        unknown=number(by.get(State.UNKNOWN, 0)), behind_address=f"{people}&standing=behind",
        unknown_address=f"{people}&standing=unknown",
    )  # fmt: skip


def totals(counts: Sequence[UnitCounts]) -> list[tuple[str, str]]:
    """Return the sums over all units shown, each with its label."""
    by = {state: sum(one.by_state.get(state, 0) for one in counts) for state in State}
    return [
        (_("Pegawai"), number(sum(one.people for one in counts))),
        (_("Terpenuhi atau dalam batas"), number(by[State.MET] + by[State.WITHIN])),
        (_("Kurang"), number(by[State.BEHIND])),
        (_("Melebihi batas"), number(by[State.OVER])),
        (_("Belum ada catatan"), number(by[State.UNKNOWN])),
    ]


def person_rows(people: Iterable[Person], *, year: int, on: Any) -> list[PersonRow]:
    """Persons with ``jp`` and ``today``, as the list shows them."""
    return [_person(person, year, on) for person in people]


def _person(person: Person, year: int, on: Any) -> PersonRow:
    held: list[Assignment] = getattr(person, "today", [])
    hours: Decimal | None = getattr(person, "jp", None)
    standing = standing_in(person.status, year, hours, on=on)
    state, tone, *_rest = standing_words(standing)
    short = standing.short_by if standing and standing.state is State.BEHIND else None
    return PersonRow(
        address=reverse("learning_hours:person", args=[person.pk]), name=person.titled_name, nip=person.nip,
        position=held[0].position if held else MISSING, unit=held[0].unit.name if held else MISSING,
        status=str(person.get_status_display()), hours=jp(hours), short=jp(short) if short else "",
        state=state, tone=tone,
    )  # fmt: skip
