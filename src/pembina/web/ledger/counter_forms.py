"""What is typed at the counter: a number, and only where it is needed more."""

from datetime import datetime
from typing import cast

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.services.enums import Channel
from pembina.domain.services.models import PublicService
from pembina.web.ledger.fields import WallClockField, on_the_clock


class ServiceField(forms.ModelChoiceField):
    """The services of the counter; with that of their unit where there are several units."""

    def label_from_instance(self, service: PublicService) -> str:
        return service.name if cast(CounterForm, self.form).one_unit else f"{service.name} · {service.unit.name}"

    form: forms.Form


class CounterForm(forms.Form):
    """One request that comes in."""

    number = forms.CharField(
        label=_("Nomor permohonan"),
        max_length=64,
        error_messages={"required": _("Ketik nomor permohonan, lalu tekan Enter.")},
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off", "enterkeyhint": "done"}),
    )
    service = ServiceField(label=_("Layanan"), queryset=PublicService.objects.none(), empty_label=None)
    channel = forms.ChoiceField(label=_("Kanal"), choices=Channel.choices, initial=Channel.COUNTER)
    received = WallClockField(label=_("Diterima pada"), required=False)

    def __init__(self, data: QueryDict | None, *, services: QuerySet[PublicService], chosen: str = "") -> None:
        super().__init__(data, initial={"service": chosen})
        field = cast(ServiceField, self.fields["service"])
        field.form, self.one_unit = self, services.values("unit").distinct().count() <= 1
        field.queryset = services

    def received_at(self, now: datetime) -> datetime:
        """Return when it came: now, or as typed on the clock of the unit."""
        zone = self.cleaned_data["service"].unit.time_zone
        return on_the_clock(self.cleaned_data["received"], zone) or now
