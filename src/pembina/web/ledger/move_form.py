"""To which service a request belongs."""

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.services.models import PublicService, ServiceRequest


class MovedServiceField(forms.ModelChoiceField):
    """The other services that the officer keeps, each with its unit."""

    def label_from_instance(self, service: PublicService) -> str:
        return f"{service.name} · {service.unit.name}"


class MoveForm(forms.Form):
    """Where a request goes, and why."""

    prefix = "move"

    service = MovedServiceField(
        label=_("Layanan yang benar"), queryset=PublicService.objects.none(), empty_label=_("Pilih layanan")
    )
    reason = forms.CharField(
        label=_("Alasan pemindahan"),
        max_length=200,
        error_messages={"required": _("Tulis alasannya dengan singkat; orang lain akan membacanya.")},
    )

    def __init__(self, data: QueryDict | None, *, request: ServiceRequest, services: QuerySet[PublicService]) -> None:
        super().__init__(data)
        others = services.exclude(pk=request.service_id).select_related("unit").order_by("name", "unit__name", "pk")
        self.fields["service"].queryset = others  # type: ignore[attr-defined]

    @property
    def has_choice(self) -> bool:
        """Say whether there is any other service."""
        return bool(self.fields["service"].queryset.exists())  # type: ignore[attr-defined]
