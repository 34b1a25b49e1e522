"""What is asked about closed days and hours."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.service_time import UnusableTimesError, Week, read_day
from pembina.domain.services.enums import ClosedDayKind
from pembina.web.components.fields import DayField
from pembina.web.components.formatting import in_language

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEPARATORS = re.compile(r"[,;\n]|(?<=\d)\s+(?=\d)")


class HoursField(forms.CharField):
    """The hours of one day, like ``07.30-12.00, 13.00-16.00``; an empty field is a closed day."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=100, required=False, **options)

    def clean(self, value: Any) -> list[str]:
        written = [part.strip() for part in SEPARATORS.split(super().clean(value) or "") if part.strip()]
        try:
            return [str(piece) for piece in read_day(*written)]
        except UnusableTimesError as refused:
            raise ValidationError(f"{in_language(refused.message)} {in_language(refused.remedy)}") from refused


class DaysForm(forms.Form):
    """Seven days with their hours."""

    monday = HoursField(label=_("Senin"), help_text=_("Contoh: 07.30-12.00, 13.00-16.00. Kosong berarti tutup."))
    tuesday = HoursField(label=_("Selasa"))
    wednesday = HoursField(label=_("Rabu"))
    thursday = HoursField(label=_("Kamis"))
    friday = HoursField(label=_("Jumat"))
    saturday = HoursField(label=_("Sabtu"))
    sunday = HoursField(label=_("Minggu"))

    @property
    def week(self) -> list[list[str]]:
        """Return the seven days, once they are valid."""
        return [self.cleaned_data[name] for name in WEEKDAYS]


class WeekForm(DaysForm):
    """Usual hours from a day on."""

    field_order = ("starts_on", *WEEKDAYS, "open_on_holidays", "follow")
    starts_on = DayField(label=_("Berlaku mulai"))
    open_on_holidays = forms.BooleanField(
        label=_("Tetap buka pada hari libur"),
        required=False,
        help_text=_("Untuk layanan yang tidak pernah tutup, seperti IGD."),
    )
    follow = forms.BooleanField(
        label=_("Ikuti lagi jam kerja unit di atasnya"),
        required=False,
        help_text=_("Jam di atas diabaikan bila ini dicentang."),
    )

    def __init__(self, data: Any = None, *, may_follow: bool, **options: Any) -> None:
        super().__init__(data, **options)
        if not may_follow:
            del self.fields["follow"], self.fields["open_on_holidays"]

    @property
    def week(self) -> list[list[str]]:
        return [] if self.cleaned_data.get("follow") else super().week


class SpecialWeekForm(DaysForm):
    """Other hours between two days."""

    field_order = ("name", "starts_on", "ends_on", *WEEKDAYS)
    name = forms.CharField(label=_("Nama"), max_length=200, help_text=_("Contoh: Ramadan 1448 H"))
    starts_on = DayField(label=_("Mulai"))
    ends_on = DayField(label=_("Sampai"))


class ClosedDayForm(forms.Form):
    """A closed day; a unit names its own local days, or says that it stays open."""

    day = DayField(label=_("Tanggal"))
    name = forms.CharField(label=_("Nama"), max_length=200)
    kind = forms.ChoiceField(label=_("Jenis"), choices=ClosedDayKind.choices, initial=ClosedDayKind.LOCAL)
    worked = forms.BooleanField(
        label=_("Unit ini tetap buka pada hari itu"),
        required=False,
        help_text=_("Untuk unit yang melayani ketika yang lain libur."),
    )

    def __init__(self, data: Any = None, *, of_unit: bool, **options: Any) -> None:
        super().__init__(data, **options)
        del self.fields["kind" if of_unit else "worked"]

    @property
    def told(self) -> dict[str, Any]:
        """Return the words of the operation, once they are valid."""
        found = self.cleaned_data
        kind = ClosedDayKind(found.get("kind", ClosedDayKind.LOCAL))
        return {"day": found["day"], "name": found["name"], "kind": kind, "worked": found.get("worked", False)}


def hours_of(week: Week) -> dict[str, str]:
    """Return a week as the form writes it."""
    return {name: ", ".join(map(str, hours)) for name, hours in zip(WEEKDAYS, week, strict=True)}
