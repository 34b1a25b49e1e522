"""Over which months and which services figures are shown; all of it lives in the address."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit
from pembina.domain.people.queries import units_at_or_below
from pembina.domain.services.models import PublicService
from pembina.domain.services.queries.catalogue import services_reached_by
from pembina.domain.services.service_figures import months_between
from pembina.web.components.formatting import MONTH, month

USUAL_MONTHS, MOST_MONTHS = 12, 60
MINE, ALL = "milik-saya", "semua"
SORTS = ("name", "arrivals", "median", "p90", "share", "open")


@dataclass(frozen=True, slots=True)
class Option:
    """One entry of a list to choose from."""

    value: str
    label: str | Promise
    chosen: bool


@dataclass(frozen=True)
class Span:
    """What was chosen; `first` and `last` are the first days of the months."""

    first: date
    last: date
    place: str = ALL
    sort: str = "name"

    @property
    def words(self) -> str:
        """Return the months in words."""
        first, last = month(written(self.first)), month(written(self.last))
        return first if first == last else _("%(first)s sampai %(last)s") % {"first": first, "last": last}

    def query(self, **other: str) -> str:
        """Return what was chosen as an address carries it, with some of it changed."""
        told = {"dari": written(self.first), "sampai": written(self.last), "unit": self.place, "urut": self.sort}
        return urlencode(told | other)


def written(day: date) -> str:
    """Return a month as addresses write it."""
    return f"{day:%Y-%m}"


def span_of(data: QueryDict, *, actor: User, on: date) -> Span:
    """Return what an address asks for: the last twelve months where it says nothing that can be understood."""
    last = _month(data.get("sampai", "")) or on.replace(day=1)
    first = _month(data.get("dari", "")) or _earlier(last, USUAL_MONTHS - 1)
    first, last = min(first, last), max(first, last)
    first = max(first, _earlier(last, MOST_MONTHS - 1))
    place = data.get("unit", "") or (MINE if kept_services(actor, on=on).exists() else ALL)
    sort = data.get("urut", "")
    return Span(first, last, place, sort if sort.removeprefix("-") in SORTS else "name")


def services_in(span: Span, *, actor: User, on: date) -> QuerySet[PublicService]:
    """Return the services chosen; how long a service takes is no secret, so anybody may compare all of them."""
    known = PublicService.objects.select_related("unit").order_by("name", "code")
    if span.place == ALL:
        return known
    if span.place == MINE:
        return known.filter(pk__in=kept_services(actor, on=on).values("pk"))
    unit = Unit.objects.filter(code=span.place).first()
    if unit is None:
        raise Http404
    return known.filter(unit__in=units_at_or_below(unit).values("pk"))


def kept_services(actor: User, *, on: date) -> QuerySet[PublicService]:
    """Return the services whose every request the visitor may see."""
    return services_reached_by(actor, Permission.RECORD_SERVICE, on=on)


def places(span: Span, *, actor: User, on: date) -> list[Option]:
    """Return the places to choose from: one's own, all, and each unit that has services."""
    units = Unit.objects.filter(pk__in=PublicService.objects.values("unit")).order_by("code")
    named = [(ALL, _("Seluruh pemerintah daerah")), *((unit.code, unit.name) for unit in units)]
    if kept_services(actor, on=on).exists():
        named.insert(0, (MINE, _("Layanan yang saya catat")))
    return [Option(value, label, value == span.place) for value, label in named]


def month_options(span: Span, chosen: date, *, on: date) -> list[Option]:
    """Return the months to choose from, the latest first."""
    months = months_between(min(span.first, _earlier(on, MOST_MONTHS - 1)), max(span.last, on.replace(day=1)))
    return [Option(written(day), month(written(day)), day == chosen) for day in reversed(months)]


def _month(text: str) -> date | None:
    if not MONTH.fullmatch(text) or not 1990 <= int(text[:4]) <= 2100:
        return None
    return date(int(text[:4]), int(text[5:]), 1)


def _earlier(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)
