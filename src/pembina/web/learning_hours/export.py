"""The list of persons with their hours as a workbook."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from pembina.domain.people.models import Person
from pembina.exchange.staff import staff_workbook
from pembina.web.learning_hours.present import person_rows

AT_A_TIME = 500


def standing_workbook(people: QuerySet[Person], *, year: int, on: date) -> bytes:
    """Return the workbook; nothing in it is a formula, and hours that are not on record stay empty."""
    head = [_("NIP"), _("Nama"), _("Jabatan"), _("Unit kerja"), _("Status"), _("JP %s") % year, _("Keadaan")]
    return staff_workbook(head, _rows(people, year, on), sheet=_("JP"))


def _rows(people: QuerySet[Person], year: int, on: date) -> Iterator[list[str]]:
    for person in people.iterator(chunk_size=AT_A_TIME):
        (row,) = person_rows([person], year=year, on=on)
        hours = getattr(person, "jp", None)
        counted = "" if hours is None else f"{hours:.2f}"
        yield [row.nip, row.name, row.position, row.unit, row.status, counted, row.state]
