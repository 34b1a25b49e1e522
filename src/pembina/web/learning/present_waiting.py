"""Tests and forms that wait for whoever learns, with until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from pembina.domain.development.models import Batch, LearningTest
from pembina.web.components.clock import moment_there
from pembina.web.components.onward import address_of


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One test or form that can be filled in now."""

    address: str
    title: str
    batch: str
    until: str


def waiting_rows(tests: Iterable[LearningTest], reactions: Iterable[tuple[Batch, datetime]]) -> list[WaitingRow]:
    """Return the tests, then the forms, as far as there are pages of them."""
    rows = [
        _row("learning_tests:take", one.pk, str(one.get_moment_display()), one.batch, one.closes_at) for one in tests
    ]
    rows += [
        _row("learning_tests:react", batch.pk, _("Evaluasi pelatihan"), batch, until) for batch, until in reactions
    ]
    return [row for row in rows if row.address]


def _row(name: str, pk: int, title: str, batch: Batch, until: datetime) -> WaitingRow:
    return WaitingRow(address_of(name, pk), title, batch.title, moment_there(until, batch.zone))
