"""People as their pages show them."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.people.approvals import approvers_for
from pembina.domain.people.models import Assignment, Delegation, Person
from pembina.domain.people.queries import delegations_of, history_of, mentors_of, units_above
from pembina.domain.people.ranks import rank_name
from pembina.web.components.formatting import MISSING, day
from pembina.web.people.purposes import PURPOSES, Purpose

EXPORTED_AT_A_TIME = 1_000
Shown = str | Promise


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the list; number, status and rank are empty where the record is not open."""

    value: str
    address: str
    name: str
    number: str
    position: str
    unit: str
    status: Shown
    rank: str


@dataclass(frozen=True, slots=True)
class Action:
    """What may be done with one entry of a history."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Moment:
    """One stretch of a history, from the latest to the earliest."""

    title: str
    place: str
    dates: str
    kind: Shown
    note: str
    is_current: bool
    actions: list[Action]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What the page of one person shows; of a closed record only position and unit."""

    name: str
    lead: str
    facts: list[tuple[Shown, Shown]]
    history: list[Moment]
    delegations: list[Moment]
    purposes: tuple[Purpose, ...]
    is_open: bool


def rows(people: Iterable[Person], *, opened: set[int]) -> list[Row]:
    return [_row(person, is_open=person.pk in opened) for person in people]


def _row(person: Person, *, is_open: bool) -> Row:
    held = main_assignment(person)
    return Row(
        value=str(person.pk),
        address=reverse("people:person", args=[person.pk]),
        name=person.titled_name,
        number=person.nip if is_open else "",
        position=held.position if held else MISSING,
        unit=held.unit.name if held else MISSING,
        status=person.get_status_display() if is_open else MISSING,
        rank=(person.rank if is_open else "") or MISSING,
    )


def main_assignment(person: Person) -> Assignment | None:
    """Return the main assignment of the day, which the query has put beside the person."""
    today: list[Assignment] = person.today  # type: ignore[attr-defined]
    return today[0] if today else None


def head_of_export() -> list[str]:
    return [
        _("NIP"),
        _("Nama"),
        _("Status"),
        _("Golongan"),
        _("Jabatan"),
        _("Unit kerja"),
        _("Atasan"),
    ]


def exported_rows(people: QuerySet[Person]) -> Iterator[list[str]]:
    """Yield the cells of each person, some at a time out of the database."""
    for person in people.iterator(chunk_size=EXPORTED_AT_A_TIME):
        held = main_assignment(person)
        superior = held.superior if held else None
        yield [
            person.nip,
            person.titled_name,
            str(person.get_status_display()),
            person.rank,
            held.position if held else "",
            held.unit.name if held else "",
            superior.titled_name if superior else "",
        ]


def present_person(
    person: Person, *, is_open: bool, on: date, posts: Container[int] = (), orders: Container[int] = ()
) -> PersonPage:
    """Return the page of a person; `posts` and `orders` are the positions and orders that the visitor may change."""
    held = main_assignment(person)
    lead = f"{held.position}, {held.unit.name}" if held else _("Tidak memegang jabatan hari ini")
    return PersonPage(
        name=person.titled_name,
        lead=lead,
        facts=_facts(person, held, on) if is_open else _public_facts(person, held),
        history=[_held(row, on, row.pk in posts) for row in history_of(person)] if is_open else [],
        delegations=[_delegated(row, on, row.pk in orders) for row in delegations_of(person)] if is_open else [],
        purposes=PURPOSES if is_open else (),
        is_open=is_open,
    )


def _public_facts(person: Person, held: Assignment | None) -> list[tuple[Shown, Shown]]:
    return [
        (_("Jabatan"), held.position if held else MISSING),
        (_("Unit kerja"), held.unit.name if held else MISSING),
        (_("Bagian dari"), _place(held)),
    ]


def _place(held: Assignment | None) -> str:
    """Return the units above, from the root down."""
    return " / ".join(unit.name for unit in units_above(held.unit)) if held else MISSING


def _facts(person: Person, held: Assignment | None, on: date) -> list[tuple[Shown, Shown]]:
    superior = held.superior if held else None
    return [
        (_("NIP"), f"{person.nip[:8]} {person.nip[8:14]} {person.nip[14]} {person.nip[15:]}"),
        (_("Status"), person.get_status_display()),
        (_("Pangkat, golongan"), rank_name(person.rank) or MISSING),
        (_("Pendidikan"), person.get_education_display() or MISSING),
        (_("Kedudukan hukum"), person.get_legal_position_display()),
        (_("Tanggal lahir"), day(person.birth_date)),
        (_("Jenis kelamin"), person.get_sex_display()),
        (_("Atasan"), superior.titled_name if superior else _("Belum dicatat")),
        (_("Yang berwenang hari ini"), _approvers(person, on)),
        *_guided_by(person, on),
        (_("Bagian dari"), _place(held)),
        (_("Surel dinas"), person.email or MISSING),
        (_("Telepon dinas"), person.phone or MISSING),
    ]


def _approvers(person: Person, on: date) -> str:
    """Say who decides for the person today, and by what order where it is not the superior."""
    named = [
        f"{one.person.titled_name} ({one.order.get_kind_display()}, {one.order.unit.name}, {_until(one.order)})"
        if one.order
        else one.person.titled_name
        for one in approvers_for(person, on=on)
    ]
    return "; ".join(named) or _("Belum ada")


def _until(order: Delegation) -> str:
    return _("sampai %(day)s") % {"day": day(order.ends_on)}


def _guided_by(person: Person, on: date) -> list[tuple[Shown, Shown]]:
    """Return the mentors of today, and nothing where there is none."""
    mentors = [row.mentor.titled_name for row in mentors_of(person, on=on)]
    return [(_("Mentor"), ", ".join(mentors))] if mentors else []


def _held(row: Assignment, on: date, may_edit: bool) -> Moment:
    note = _("Atasan: %(name)s") % {"name": row.superior.titled_name} if row.superior else ""
    current = _is_current(row, on)
    actions = _actions_on_post(row, current) if may_edit else []
    return Moment(row.position, row.unit.name, _span(row), row.get_kind_display(), note, current, actions)


def _delegated(row: Delegation, on: date, may_edit: bool) -> Moment:
    note = _("Surat %(number)s") % {"number": row.letter}
    title, kind = str(row.get_kind_display()), _("Wewenang sementara")
    actions = [_action(_("Akhiri"), "staffing:end_early", row)] if may_edit and row.ends_on > on else []
    return Moment(title, row.unit.name, _span(row), kind, note, _is_current(row, on), actions)


def order_over_unit(row: Delegation, on: date) -> Moment:
    """Return an order as the page of its unit shows it to whoever may end it: there, the holder is the news."""
    told = _delegated(row, on, may_edit=True)
    return replace(told, title=row.person.titled_name, place=told.title)


def _actions_on_post(row: Assignment, current: bool) -> list[Action]:
    """Return what an officer may do: an entry that runs goes on otherwise or ends; any may be put right."""
    ways = [(_("Betulkan"), "staffing:correct")]
    if current:
        running = [
            (_("Mutasi"), "staffing:move"),
            (_("Ganti atasan"), "staffing:superior"),
            (_("Akhiri"), "staffing:end"),
        ]
        ways = [*running, *ways]
    return [_action(label, view, row) for label, view in ways]


def _action(label: str, view: str, row: Assignment | Delegation) -> Action:
    return Action(label, reverse(view, args=[row.pk]))


def _span(row: Assignment | Delegation) -> str:
    until = day(row.ends_on) if row.ends_on else _("sekarang")
    return f"{day(row.starts_on)} – {until}"


def _is_current(row: Assignment | Delegation, on: date) -> bool:
    return row.starts_on <= on and (row.ends_on is None or row.ends_on >= on)
