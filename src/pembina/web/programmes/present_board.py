"""The board: one row per programme, with waves, seats, money and what is late."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.domain.development.enums import ProgrammeState
from pembina.domain.development.models import Programme
from pembina.domain.development.queries.lateness import Late
from pembina.web.components.formatting import MISSING, day, in_language, number, percent

MILLION, BILLION = 1_000_000, 1_000_000_000
TONES = {
    ProgrammeState.APPROVED: "info",
    ProgrammeState.RUNNING: "warning",
    ProgrammeState.CLOSED: "success",
    ProgrammeState.DROPPED: "danger",
}


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One programme on the board."""

    address: str
    title: str
    lead: str
    state: str
    tone: str
    owner: str
    waves: str
    next_wave: str
    seats: str
    filled: str
    budget: str
    cost: str
    late: list[str]


def board_rows(programmes: Iterable[Programme], late: Mapping[int, Sequence[Late]]) -> list[BoardRow]:
    return [board_row(programme, late.get(programme.pk, ())) for programme in programmes]


def board_row(programme: Any, late: Sequence[Late]) -> BoardRow:
    """Return one row of a programme that carries its figures (`with_figures`)."""
    seats, filled = programme.seat_count, programme.filled
    begun = {"begun": number(programme.waves_begun), "all": number(programme.wave_count)}
    taken = {"filled": number(filled), "seats": number(seats)}
    return BoardRow(
        address=reverse("programmes:show", args=[programme.pk]),
        title=programme.title,
        lead=f"{programme.code} · {programme.get_sector_display()}",
        state=str(programme.get_state_display()),
        tone=TONES.get(ProgrammeState(programme.state), ""),
        owner=programme.owner.titled_name,
        waves=_("%(begun)s dari %(all)s mulai") % begun if programme.wave_count else MISSING,
        next_wave=_("berikut %s") % day(programme.next_wave_on) if programme.next_wave_on else "",
        seats=_("%(filled)s dari %(seats)s") % taken if seats else MISSING,
        filled=percent(filled / seats) if seats else "",
        budget=rupiah(programme.budget),
        cost=_("rencana %s") % rupiah(programme.planned_cost) if programme.planned_cost is not None else "",
        late=[in_language(one.text) for one in late],
    )


def rupiah(amount: Any) -> str:
    """``Rp100.000.000``; a dash where nobody said how much."""
    return MISSING if amount is None else f"Rp{number(float(amount))}"


def rounded(amount: Any) -> str:
    """``Rp250 juta``, ``Rp1,5 miliar``: short enough for a card on a phone."""
    if amount >= BILLION:
        return _("Rp%s miliar") % _tenths(amount / BILLION)
    return _("Rp%s juta") % _tenths(amount / MILLION) if amount >= MILLION else rupiah(amount)


def _tenths(amount: Any) -> str:
    return number(float(amount), 0 if amount == int(amount) else 1)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number above the board."""

    label: str
    value: str
    note: str = ""
    unit: str = ""


def figures(programmes: Sequence[Any], late: Mapping[int, Sequence[Late]]) -> list[Figure]:
    """Return what the programmes on the list add up to."""
    running = sum(one.state == ProgrammeState.RUNNING for one in programmes)
    seats, filled = sum(one.seat_count for one in programmes), sum(one.filled for one in programmes)
    known = [one.budget for one in programmes if one.budget is not None]
    items = sum(len(one) for one in late.values())
    of_seats = _("dari %s kursi") % number(seats) if seats else _("belum ada angkatan")
    return [
        Figure(_("Program berjalan"), number(running), _("dari %s program") % number(len(programmes))),
        Figure(_("Kursi terisi"), number(filled), of_seats),
        _money(known),
        Figure(_("Perlu perhatian"), number(items), _("pada %s program") % number(len(late))),
    ]


def _money(known: Sequence[Any]) -> Figure:
    """Return the sum; its word is smaller than the number, so that both stand on one line of a phone."""
    value, _space, unit = rounded(sum(known)).partition(" ") if known else (MISSING, "", "")
    note = _("dari %s program") % number(len(known))
    return Figure(_("Anggaran"), value, note, f"\N{NO-BREAK SPACE}{unit}" if unit else "")
