"""What a top official fills in about the meaning of an indicator (format A.1.3)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.performance.enums import PlanForm
from pembina.domain.performance.manual_enums import ControlLevel, ReportingPeriod
from pembina.domain.performance.models import Indicator
from pembina.domain.performance.models.plans import LONGEST_TEXT
from pembina.domain.performance.operations.manuals import ManualTold
from pembina.web.goals.forms import sentence_field


def text_field(label: Any, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, required=False, max_length=LONGEST_TEXT, widget=widget, help_text=help_text)


class ManualForm(forms.Form):
    """The parts of a manual; all of them empty where none is needed."""

    aim = sentence_field(_("Tujuan"), required=False, help_text=_("Mengapa hal ini diukur."))
    definition = text_field(_("Definisi"), _("Apa yang dihitung dan apa yang tidak, sehingga setiap pegawai paham."))
    formula = text_field(_("Formula"), _("Misalnya: izin tepat waktu dibagi seluruh izin, dikali 100 %."))
    control = forms.ChoiceField(
        label=_("Kualitas dan tingkat kendali"),
        required=False,
        choices=[("", _("Belum dipilih")), *ControlLevel.choices],
    )
    reporting = forms.ChoiceField(
        label=_("Periode pelaporan"), required=False, choices=[("", _("Belum dipilih")), *ReportingPeriod.choices]
    )

    def __init__(self, data: Any, *, indicator: Indicator) -> None:
        manual = getattr(indicator, "manual", None)
        known = {name: getattr(manual, name) for name in ManualTold.__slots__} if manual else {}
        super().__init__(data, initial=known)
        if not PlanForm(indicator.goal.plan.form).is_quantitative:
            self.fields["formula"].label = _("Formula (opsional)")

    def told(self) -> ManualTold:
        return ManualTold(**self.cleaned_data)
