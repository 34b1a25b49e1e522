from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.people.searches import units_named
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.choosing.describe import described_unit
from pembina.web.uploads import TableFileField


class ImportForm(ChoosingForm):
    """A file of SP4N-LAPOR!, and who takes what names no unit that is known."""

    unit = ChosenField(
        label=_("Unit bila instansinya tidak dikenal"),
        search_label=_("Cari nama atau kode unit kerja"),
        described=described_unit,
        required=False,
        nothing=_("Tolak barisnya"),
    )
    file = TableFileField()

    def __init__(self, data: Any = None, *, actor: User, on: date, **options: Any) -> None:
        self.actor, self.on = actor, on
        super().__init__(data, **options)

    @property
    def unit_parts(self) -> dict[str, Any]:
        """Return the parts of the search for its component."""
        return self.chooser("unit")

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Unit], Q]:
        units = units_reached_by(self.actor, Permission.ANSWER_COMPLAINTS, on=self.on)
        return units.filter(closed_on__isnull=True).select_related("parent").order_by("name", "pk"), units_named(wanted)
