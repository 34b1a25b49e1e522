from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.impact.models.designs import LONGEST_TEXT


class FindingForm(forms.Form):
    """What is put on record as level 4 of the programme."""

    finding = forms.CharField(
        label=_("Yang ditemukan"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Diusulkan dari hasilnya; ubah bila perlu, dalam bahasa yang dipahami pembaca program."),
    )  # fmt: skip
