"""The board of plans: by unit, and person by person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse

from pembina.domain.people.models import Assignment
from pembina.domain.performance.queries.board import BoardState, UnitStates, due_of, is_late
from pembina.web.components.formatting import number

AT_A_TIME = 500
TONES = {
    BoardState.NONE: "",
    BoardState.DRAFT: "",
    BoardState.RETURNED: "danger",
    BoardState.PROPOSED: "warning",
    BoardState.AGREED: "success",
}
# A draft is the person's own until it is proposed: its state is told, its content not.
OPENED = (BoardState.AGREED, BoardState.PROPOSED, BoardState.RETURNED)


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit; `cells` are the label and number of each state."""

    name: str
    address: str
    people: str
    cells: tuple[tuple[str, str], ...]
    late: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person; `address` is empty where there is no plan to open."""

    name: str
    nip: str
    position: str
    unit: str
    state: str
    tone: str
    address: str
    late_days: str


def state_heads() -> list[str]:
    return [str(state.label) for state in BoardState]


def unit_lines(units: Iterable[UnitStates]) -> list[UnitLine]:
    """Return the rows, in the order of the codes."""
    people = reverse("goals:board_people")
    return [
        UnitLine(
            name=unit.name,
            address=f"{people}?{urlencode({'unit': unit.code})}",
            people=number(unit.people),
            cells=tuple((str(state.label), number(unit.by_state[state.value])) for state in BoardState),
            late=number(unit.late),
        )
        for unit in units
    ]


def totals(units: Iterable[UnitStates]) -> list[tuple[str, str]]:
    """Return how many people are how far, of all units together."""
    listed = list(units)
    return [(str(state.label), number(sum(unit.by_state[state.value] for unit in listed))) for state in BoardState]


def person_line(post: Assignment, *, year: int, on: date) -> PersonLine:
    """Return one row of `posts_planned`."""
    state = BoardState(post.standing)  # type: ignore[attr-defined]
    plan = post.plan  # type: ignore[attr-defined]
    return PersonLine(
        name=post.person.titled_name,
        nip=post.person.nip,
        position=post.position,
        unit=post.unit.name,
        state=str(state.label),
        tone=TONES[state],
        address=reverse("goals:show", args=[plan]) if plan and state in OPENED else "",
        late_days=late_days(post, year=year, on=on),
    )


def late_days(post: Assignment, *, year: int, on: date) -> str:
    """Return for how many days a plan is late, empty where it is not."""
    due = due_of(year, on=on)
    behind = post.standing != BoardState.AGREED and post.starts_on <= due  # type: ignore[attr-defined]
    return number((on - due).days) if behind and is_late(year, on=on) else ""


def export_rows(posts: QuerySet[Assignment], *, year: int, on: date) -> Iterable[list[str]]:
    """Yield the rows of the workbook, some at a time."""
    for post in posts.iterator(chunk_size=AT_A_TIME):
        line = person_line(post, year=year, on=on)
        yield [line.nip, line.name, line.position, line.unit, line.state, line.late_days]
