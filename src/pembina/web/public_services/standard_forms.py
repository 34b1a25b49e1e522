"""The form of a service standard: what a citizen reads first, then what the office keeps."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.services.components import CONTENT, GROUPS, PROMISE, PROMISE_FIELDS, Component, StandardContent
from pembina.domain.services.enums import PromiseUnit
from pembina.web.components.fields import DayField
from pembina.web.components.formatting import in_language

LONGEST = 20_000
LARGEST_PROMISE = 10_000
LOWEST, HIGHEST = 2, 12


@dataclass(frozen=True, slots=True)
class FormGroup:
    """One of the two groups: the fields of its components, the promise among them."""

    label: str
    before: list[forms.BoundField]
    promise: list[forms.BoundField]
    after: list[forms.BoundField]


class PromiseForm(forms.Form):
    """The promised time: all four fields, or none."""

    promised_amount = forms.IntegerField(
        label=_("3. Jangka waktu penyelesaian"), min_value=1, max_value=LARGEST_PROMISE, required=False
    )
    promised_unit = forms.ChoiceField(
        label=_("Satuan"), choices=[("", _("Tidak dijanjikan")), *PromiseUnit.choices], required=False
    )
    start_event = forms.CharField(
        label=_("Dihitung sejak"), max_length=200, required=False, help_text=_("Contoh: berkas dinyatakan lengkap")
    )
    stop_event = forms.CharField(
        label=_("Sampai"), max_length=200, required=False, help_text=_("Contoh: izin diterbitkan")
    )


class StandardForm(PromiseForm):
    """One version of a standard; any part may be left for later."""

    decree = forms.CharField(
        label=_("Nomor keputusan"), max_length=200, required=False, help_text=_("Keputusan yang menetapkan standar ini")
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for group in GROUPS:
            for component in group.components:
                if component.name != PROMISE:
                    self.fields[component.name] = _text(component, str(self.initial.get(component.name, "")))

    def clean(self) -> dict[str, Any]:
        """Write line breaks as one character, so that a browser's two are no change."""
        found = super().clean() or {}
        return {name: value.replace("\r\n", "\n") if isinstance(value, str) else value for name, value in found.items()}

    @property
    def content(self) -> StandardContent:
        """Return what was told, once it is valid."""
        return StandardContent(**{name: self.cleaned_data[name] for name in CONTENT})

    @property
    def first(self) -> list[forms.BoundField]:
        """Return the fields that stand before the components."""
        return [self[name] for name in ("starts_on", "decree", "reason") if name in self.fields]

    @property
    def groups(self) -> list[FormGroup]:
        """Return the two groups in the order of the regulation."""
        return [self._group(in_language(group.label), group.components) for group in GROUPS]

    def _group(self, label: str, components: tuple[Component, ...]) -> FormGroup:
        names = [component.name for component in components]
        place = names.index(PROMISE) if PROMISE in names else len(names)
        return FormGroup(
            label,
            [self[name] for name in names[:place]],
            [self[name] for name in PROMISE_FIELDS] if PROMISE in names else [],
            [self[name] for name in names[place + 1 :]],
        )


class NewStandardForm(StandardForm):
    starts_on = DayField(label=_("Berlaku mulai"))


class CorrectStandardForm(StandardForm):
    reason = forms.CharField(label=_("Dasar perbaikan"), max_length=200, required=False)


class PlainForm(forms.Form):
    """A page that only asks to go on."""

    agreed = forms.BooleanField(label=_("Saya yakin"))


def _text(component: Component, written: str) -> forms.CharField:
    """Return the field of one component, high enough for what it says already."""
    rows = min(max(len(written.splitlines()) + 1, LOWEST), HIGHEST)
    return forms.CharField(
        label=f"{component.number}. {in_language(component.label)}",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
    )
