"""One unit as its page shows it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from pembina.domain.access.audit import events_on
from pembina.domain.access.audit_words import OPERATIONS
from pembina.domain.people.models import Delegation, Unit
from pembina.domain.people.queries import units_above
from pembina.domain.people.unit_figures import acting_over, heads_of, touched_by
from pembina.web.components.formatting import MISSING, day, in_language, number
from pembina.web.people.present import Moment, order_over_unit

Shown = str | Promise
TOLD = ("open_unit", "edit_unit", "move_unit", "close_unit", "merge_units")
MOST_EVENTS = 50


@dataclass(frozen=True, slots=True)
class Link:
    """A unit to go on to."""

    name: str
    address: str
    kind: Shown


@dataclass(frozen=True, slots=True)
class UnitPage:
    """What the page of one unit shows."""

    name: str
    lead: str
    facts: list[tuple[Shown, Shown]]
    below: list[Link]
    history: list[tuple[Shown, Shown]]
    orders: list[Moment]
    people: str
    is_closed: bool


def present_unit(unit: Unit, *, seen: QuerySet[Unit], orders: QuerySet[Delegation], on: date) -> UnitPage:
    """Return the page; of the units below only those that the visitor may see are named.

    `orders` are those that the visitor may end; only what runs on over the unit is shown.
    """
    people, units = touched_by(unit, on=on)
    path = " / ".join(above.name for above in units_above(unit))
    below = seen.filter(parent=unit, closed_on__isnull=True).order_by("code")
    return UnitPage(
        name=unit.name,
        lead=path or str(unit.get_kind_display()),
        facts=_facts(unit, path, people, units, on),
        below=[_link(child) for child in below],
        history=_history(unit),
        orders=[order_over_unit(row, on) for row in _running(orders, unit, on)],
        people=f"{reverse('people:index')}?{urlencode({'unit': unit.code})}" if unit.closed_on is None else "",
        is_closed=unit.closed_on is not None and unit.closed_on < on,
    )


def _running(orders: QuerySet[Delegation], unit: Unit, on: date) -> QuerySet[Delegation]:
    return orders.filter(unit=unit, ends_on__gt=on).select_related("person", "unit").order_by("starts_on", "pk")


def _link(unit: Unit) -> Link:
    return Link(unit.name, reverse("people:unit", args=[unit.pk]), unit.get_kind_display())


def _facts(unit: Unit, path: str, people: int, units: int, on: date) -> list[tuple[Shown, Shown]]:
    facts: list[tuple[Shown, Shown]] = [
        (_("Kode"), unit.code),
        (_("Jenis"), unit.get_kind_display()),
        (_("Bidang"), unit.get_sector_display()),
        (_("Bagian dari"), path or MISSING),
        (_("Kepala"), _heads(unit, on)),
        (_("Pegawai"), _("%(people)s, unit di bawahnya termasuk") % {"people": number(people)}),
        (_("Unit di bawahnya"), number(max(units - 1, 0))),
        (_("Zona waktu"), unit.get_time_zone_display()),
        (_("Dibentuk"), day(unit.opened_on)),
    ]
    if unit.closed_on is not None:
        facts.append((_("Hari terakhir"), day(unit.closed_on)))
    if unit.merged_into is not None:
        facts.append((_("Digabung ke"), unit.merged_into.name))
    return facts


def _heads(unit: Unit, on: date) -> str:
    """Return whoever holds a structural position, and whoever acts for them: names of officials are public."""
    held = [f"{row.person.titled_name} ({row.position})" for row in heads_of(unit, on=on)]
    acting = [f"{row.person.titled_name} ({row.get_kind_display()})" for row in acting_over(unit, on=on)]
    return "; ".join([*held, *acting]) or MISSING


def _history(unit: Unit) -> list[tuple[Shown, Shown]]:
    """Return what was done to the unit, the latest first: its beginning, its names and places, its end."""
    events = events_on(unit).filter(operation__in=TOLD)[:MOST_EVENTS]
    told: list[tuple[Shown, Shown]] = [
        (day(timezone.localtime(event.timestamp).date()), _sentence(event.operation, event.changes)) for event in events
    ]
    taken_in = [
        (day(merged.closed_on), _("menerima %(unit)s") % {"unit": merged.name}) for merged in unit.merged_units.all()
    ]
    return [*taken_in, *told]


def _sentence(operation: str, changes: dict[str, list[str]]) -> str:
    told = in_language(OPERATIONS[operation].sentence)
    pairs = [f"{before} → {after}" for before, after in changes.values() if before]
    return f"{told}: {'; '.join(pairs)}" if pairs else told
