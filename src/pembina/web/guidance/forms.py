"""The forms of the regulation, field by field."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.performance.guidance_parts import STATEMENTS, Opinion, Part
from pembina.domain.performance.operations.guidance import Meeting
from pembina.web.components.fields import DayField

LONGEST = 1_000


def field_of(part: Part) -> forms.Field:
    if part.choices:
        return forms.ChoiceField(label=str(part.label), required=part.is_needed, choices=[("", "–"), *part.choices])
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=str(part.label), required=part.is_needed, max_length=LONGEST, widget=widget)


class RecordForm(forms.Form):
    """B.1.6 or B.1.7; the day is asked for once."""

    held_on = DayField(label=_("Tanggal"))

    def __init__(self, data: Any = None, *, asked: tuple[Part, ...], dated: bool = True, **options: Any) -> None:
        super().__init__(data, **options)
        if not dated:
            del self.fields["held_on"]
        self.fields.update({part.key: field_of(part) for part in asked})

    def parts(self) -> dict[str, str]:
        return {name: said for name, said in self.cleaned_data.items() if name != "held_on"}

    def day(self) -> date:
        said: date = self.cleaned_data["held_on"]
        return said


class MeetingForm(forms.Form):
    """One line of the journal."""

    held_on = DayField(label=_("Tanggal"))
    place = forms.CharField(label=_("Tempat"), max_length=200)
    material = forms.CharField(label=_("Materi"), max_length=500)
    action = forms.CharField(label=_("Rencana aksi"), max_length=500, required=False)
    due_on = DayField(label=_("Target waktu rencana aksi"), required=False)

    def told(self) -> Meeting:
        return Meeting(**self.cleaned_data)


class OpinionForm(forms.Form):
    """B.1.8: nine statements and a word."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for part in STATEMENTS:
            self.fields[part.key] = forms.ChoiceField(
                label=str(part.label), choices=Opinion.choices, widget=forms.RadioSelect
            )
        widget = forms.Textarea(attrs={"rows": 3})
        self.fields["words"] = forms.CharField(label=_("Catatan"), required=False, max_length=LONGEST, widget=widget)

    def answers(self) -> dict[str, str]:
        return {part.key: self.cleaned_data[part.key] for part in STATEMENTS}
