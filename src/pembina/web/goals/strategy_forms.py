"""What a leader fills in about the way to a result (workblock, format A.1.4)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.performance.models import Goal
from pembina.domain.performance.models.plans import LONGEST_TEXT
from pembina.domain.performance.operations.strategies import StrategyTold
from pembina.web.goals.forms import sentence_field

LINES = _("Satu baris untuk satu hal.")


def lines_field(label: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, required=False, max_length=LONGEST_TEXT, widget=widget, help_text=LINES)


def short_field(label: Any, help_text: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=200, help_text=help_text)


class StrategyForm(forms.Form):
    """The parts of a workblock; all of them empty where none is needed."""

    title = sentence_field(_("Judul inisiatif strategi"), required=False)
    parties = sentence_field(
        _("Pihak yang terlibat"), required=False, help_text=_("Unit atau instansi yang ikut bekerja.")
    )
    due = short_field(_("Waktu penyelesaian"), _("Misalnya: 12 bulan."))
    beneficiaries = sentence_field(_("Penerima manfaat"), required=False)
    aim = sentence_field(_("Tujuan"), required=False)
    budget = short_field(
        _("Anggaran"), _("Jumlah dengan mata uangnya, atau sumbernya; kosongkan bila belum diketahui.")
    )
    routine_activities = lines_field(_("Kegiatan kunci rutin"))
    new_activities = lines_field(_("Kegiatan kunci transformatif"))
    routine_milestones = lines_field(_("Keluaran kunci rutin"))
    new_milestones = lines_field(_("Keluaran kunci transformatif"))

    def __init__(self, data: Any, *, goal: Goal) -> None:
        block = getattr(goal, "strategy_block", None)
        known = {name: getattr(block, name) for name in StrategyTold.__slots__} if block else {}
        super().__init__(data, initial=known)

    def told(self) -> StrategyTold:
        return StrategyTold(**self.cleaned_data)
