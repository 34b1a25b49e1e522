"""The form of a new token: for which program, of which unit."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.models import Unit

LONGEST_NAME = 100


class NewTokenForm(forms.Form):
    """What is asked before a token is issued."""

    name = forms.CharField(
        label=_("Nama aplikasi"),
        max_length=LONGEST_NAME,
        help_text=_("Misalnya: SIMBG, aplikasi antrean loket."),
        error_messages={"required": _("Isi nama yang dikenali rekan Anda.")},
    )
    unit = forms.ModelChoiceField(
        Unit.objects.none(),
        label=_("Unit kerja"),
        empty_label=_("Pilih unit kerja"),
        help_text=_("Aplikasi hanya dapat melaporkan permohonan layanan unit ini dan unit di bawahnya."),
        error_messages={"required": _("Pilih unit kerjanya."), "invalid_choice": _("Pilih unit dari daftar.")},
    )

    def __init__(self, units: QuerySet[Unit], data: Any = None) -> None:
        super().__init__(data)
        cast(forms.ModelChoiceField, self.fields["unit"]).queryset = units
