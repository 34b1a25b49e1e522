"""A template of plans as human resources write it, and for whom it is."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.enums import PositionKind
from pembina.domain.people.models import Unit
from pembina.domain.people.narrowing import Narrowing
from pembina.domain.performance.enums import PlanForm
from pembina.domain.performance.models import GoalTemplate, PerformancePlan
from pembina.domain.performance.template_content import parts_of_plan, text_of_parts, told

LONGEST_TEXT = 12_000
LONGEST_WORDS = 200


class TemplateForm(forms.Form):
    """Title, for which positions, and the content, a line for each indicator."""

    title = forms.CharField(label=_("Judul templat"), max_length=200)
    position = forms.CharField(
        label=_("Kata dalam jabatan"), required=False, max_length=200,
        help_text=_("Untuk menyaring penerima, misalnya: Penata Perizinan."),
    )  # fmt: skip
    form = forms.ChoiceField(label=_("Bentuk SKP"), choices=PlanForm.choices, initial=PlanForm.QUANTITATIVE)
    text = forms.CharField(
        label=_("Isi"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Satu baris satu indikator: hasil kerja | indikator | aspek | target | satuan | naik atau turun."),
    )  # fmt: skip

    def __init__(self, data: Any, *, template: GoalTemplate | None = None, plan: PerformancePlan | None = None) -> None:
        super().__init__(data, initial=_known(template, plan))

    def told(self) -> dict[str, Any]:
        return {**self.cleaned_data, "form": PlanForm(self.cleaned_data["form"])}


def _known(template: GoalTemplate | None, plan: PerformancePlan | None) -> dict[str, Any]:
    if template is not None:
        said = {name: getattr(template, name) for name in ("title", "position", "form")}
        return said | {"text": text_of_parts(told(template.content))}
    if plan is not None:
        position = plan.assignment.position
        said = {"title": position, "position": position, "form": plan.form}
        return said | {"text": text_of_parts(parts_of_plan(plan))}
    return {}


class GivingForm(forms.Form):
    """For whom a template is; kept in the address, so that what is previewed is what is done."""

    position = forms.CharField(label=_("Kata dalam jabatan"), required=False, max_length=LONGEST_WORDS)
    unit = forms.ModelChoiceField(
        label=_("Unit kerja, dengan semua di bawahnya"), queryset=Unit.objects.none(), required=False,
        empty_label=_("Semua dalam jangkauan Anda"),
    )  # fmt: skip
    position_kind = forms.ChoiceField(
        label=_("Jenis jabatan"), required=False, choices=[("", _("Semua")), *PositionKind.choices]
    )
    year = forms.TypedChoiceField(label=_("Tahun"), coerce=int)

    def __init__(
        self, data: QueryDict, *, template: GoalTemplate, years: tuple[int, ...], units: QuerySet[Unit]
    ) -> None:
        asked = data.dict() if data else {"position": template.position}
        super().__init__({"year": str(years[0]), **asked})
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["year"].choices = [(str(year), str(year)) for year in years]  # type: ignore[attr-defined]

    def narrowing(self) -> Narrowing:
        said = self.cleaned_data
        return Narrowing(position=said["position"], unit=said["unit"], position_kind=said["position_kind"])
