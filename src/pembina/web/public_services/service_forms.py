"""What is asked about a service itself."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.people.searches import open_units, units_named
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.choosing.describe import described_unit
from pembina.web.components.fields import DayField

SEARCH = _("Cari nama atau kode unit kerja")


class ServiceForm(ChoosingForm):
    """A form in which units are looked for, as far as the visitor keeps services."""

    def __init__(self, data: Any = None, *, actor: User, on: date, **options: Any) -> None:
        self.actor, self.today = actor, on
        super().__init__(data, **options)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        kept = units_reached_by(self.actor, Permission.KEEP_SERVICES, on=self.today)
        units = kept.filter(pk__in=open_units(self.today).values("pk")).select_related("parent")
        return units.order_by("name", "pk"), units_named(wanted)


class OpenServiceForm(ServiceForm):
    name = forms.CharField(label=_("Nama layanan"), max_length=200)
    code = forms.CharField(
        label=_("Kode"), max_length=64, help_text=_("Dipakai pada berkas impor permohonan. Contoh: KTP-EL")
    )
    unit = ChosenField(label=_("Unit kerja"), search_label=SEARCH, described=described_unit)
    on = DayField(label=_("Dibuka"))


class EditServiceForm(forms.Form):
    name = forms.CharField(label=_("Nama layanan"), max_length=200)
    code = forms.CharField(label=_("Kode"), max_length=64)
    opened_on = DayField(label=_("Dibuka"))


class MoveServiceForm(ServiceForm):
    unit = ChosenField(label=_("Unit kerja baru"), search_label=SEARCH, described=described_unit)


class CloseServiceForm(forms.Form):
    on = DayField(label=_("Hari terakhir"))
