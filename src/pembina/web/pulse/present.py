"""Rounds and what was published of them, as their pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.domain.performance.models import PulseFigure, PulseInvitation, PulsePart, PulseRound
from pembina.domain.performance.queries.pulse import Band
from pembina.web.components.formatting import MISSING, day, number

BANDS = {
    Band.FEW: gettext_lazy("Kurang dari seperempat"),
    Band.SOME: gettext_lazy("Seperempat sampai separuh"),
    Band.MANY: gettext_lazy("Separuh sampai tiga perempat"),
    Band.MOST: gettext_lazy("Tiga perempat atau lebih"),
    Band.HIDDEN: gettext_lazy("Tidak ditampilkan: terlalu sedikit yang diundang"),
}


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """Somebody about whom the visitor may answer."""

    leader: str
    part: str
    round: str
    until: str
    address: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A mean and of how many; a dash where it is not published."""

    value: str
    basis: str


@dataclass(frozen=True, slots=True)
class Line:
    """One statement with its cells, each under the head of the same place."""

    statement: str
    cells: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One round on the list of human resources."""

    title: str
    when: str
    state: str
    colour: str
    address: str


def invitation_rows(invitations: Iterable[PulseInvitation]) -> list[InvitationRow]:
    return [
        InvitationRow(
            each.leader.titled_name, as_what(each), each.round.title, day(each.round.closes_on),
            reverse("pulse:answer", args=[each.pk]),
        )
        for each in invitations
    ]  # fmt: skip


def as_what(invitation: PulseInvitation) -> str:
    """Return in what relation the visitor stands."""
    return _("pimpinan Anda") if invitation.part == PulsePart.SUBORDINATE else _("rekan setingkat Anda")


def own_lines(round_: PulseRound, figures: Iterable[PulseFigure]) -> list[Line]:
    """Return each statement with the mean of all, of those led, and of peers, as far as they were published."""
    known = {(each.statement, each.part): each for each in figures}
    heads = (("", _("Semua")), *((part.value, str(part.label)) for part in PulsePart))
    return [
        Line(words, tuple((head, cell_of(known.get((place, part)))) for part, head in heads))
        for place, words in enumerate(round_.statements)
    ]


def board_tables(round_: PulseRound, figures: Iterable[PulseFigure]) -> list[tuple[str, list[Line]]]:
    """Return the whole round and then each office of which something was published."""
    known: dict[str, dict[int, PulseFigure]] = {_("Seluruh putaran"): {}}
    for each in figures:
        known.setdefault(each.office.name if each.office else _("Seluruh putaran"), {})[each.statement] = each
    return [
        (
            title,
            [
                Line(words, ((_("Rata-rata"), cell_of(told.get(place))),))
                for place, words in enumerate(round_.statements)
            ],
        )
        for title, told in known.items()
    ]


def cell_of(figure: PulseFigure | None) -> Cell:
    if figure is None:
        return Cell(MISSING, "")
    return Cell(number(float(figure.mean), 1), _("%(count)s jawaban") % {"count": number(figure.answers)})


def round_rows(rounds: Iterable[PulseRound], *, on: date) -> list[RoundRow]:
    return [
        RoundRow(
            each.title, f"{day(each.opens_on)} – {day(each.closes_on)}", *state_of(each, on=on),
            reverse("pulse:board", args=[each.pk]),
        )
        for each in rounds
    ]  # fmt: skip


def state_of(round_: PulseRound, *, on: date) -> tuple[str, str]:
    """Return how far a round has come, and the colour of its badge."""
    if round_.released_at is not None:
        return _("Hasil terbit"), "success"
    if on < round_.opens_on:
        return _("Belum dibuka"), ""
    return (_("Sedang dijawab"), "info") if on <= round_.closes_on else (_("Menunggu diterbitkan"), "warning")
