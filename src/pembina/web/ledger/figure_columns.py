"""The heads of the comparison: each sorts by its column, and once more the other way round."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pembina.web.ledger.span import Span

HEADS = (
    ("name", _("Layanan")),
    ("", _("Janji")),
    ("arrivals", _("Masuk")),
    ("median", _("Median")),
    ("p90", _("P90")),
    ("share", _("Sesuai standar")),
    ("", _("Selesai")),
    ("", _("Ditarik")),
    ("open", _("Masih berjalan")),
)


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """One head; without an address nothing is sorted by it."""

    label: str | Promise
    address: str
    sorted: str
    is_number: bool


def figure_columns(span: Span) -> list[FigureColumn]:
    return [_column(name, label, span) for name, label in HEADS]


def _column(name: str, label: str | Promise, span: Span) -> FigureColumn:
    direction = {name: "ascending", f"-{name}": "descending"}.get(span.sort, "") if name else ""
    following = f"-{name}" if span.sort == name else name
    address = f"{reverse('ledger:figures')}?{span.query(urut=following)}" if name else ""
    return FigureColumn(label, address, direction, name != "name")
