"""What participants, leaders and human resources fill in."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.training_follow_up import follow_up
from pembina.domain.development.follow_up_enums import Finding, ItemDirection
from pembina.domain.development.models import ActionItem, CompetenceUnit
from pembina.domain.development.models.action_plans import LONGEST_NOTE, LONGEST_WORDS
from pembina.domain.development.operations.action_plans import Intention
from pembina.domain.development.operations.plan_checks import Outcome
from pembina.domain.development.operations.ratings import Evidence
from pembina.domain.development.queries.follow_up_summary import statement_of
from pembina.web.components.fields import DayField
from pembina.web.components.formatting import in_language

CANNOT_JUDGE = "none"
ASPECT_LABELS = {
    "knowledge": _("Pengetahuan: tahu dan memahami yang diajarkan"),
    "skill": _("Keterampilan: dapat mengerjakannya"),
    "attitude": _("Sikap: mau dan terbiasa melakukannya"),
}


def words(label: Any, *, rows: int, longest: int, required: bool = True, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, max_length=longest, widget=widget, help_text=help_text)


def link_field() -> forms.URLField:
    return forms.URLField(label=_("Tautan bukti"), required=False, max_length=200, assume_scheme="https")


def amount(label: Any) -> forms.DecimalField:
    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    return forms.DecimalField(
        label=label, required=False, max_digits=14, decimal_places=2, localize=True, widget=widget
    )


class ItemForm(forms.Form):
    """One thing that will change."""

    change = words(_("Apa yang akan Anda ubah di tempat kerja?"), rows=2, longest=LONGEST_WORDS)
    indicator = words(
        _("Dari apa terlihat bahwa itu berhasil?"), rows=2, longest=LONGEST_WORDS,
        help_text=_("Misalnya: bagian berkas yang selesai pada hari yang sama."),
    )  # fmt: skip
    due_on = DayField(label=_("Tenggat"))
    target = amount(_("Sasaran (angka)"))
    unit = forms.CharField(label=_("Satuan"), required=False, max_length=40, help_text=_("Misalnya: hari, %, berkas."))
    direction = forms.ChoiceField(
        label=_("Arah"), required=False, choices=[("", _("Tanpa angka")), *ItemDirection.choices]
    )
    baseline = amount(_("Keadaan awal (angka)"))

    def told(self) -> Intention:
        said = self.cleaned_data
        return Intention(
            said["change"], said["indicator"], said["due_on"], said["baseline"], said["target"], said["unit"],
            said["direction"],
        )  # fmt: skip


def told_of(item: ActionItem) -> dict[str, Any]:
    """Return what an item says, to begin its form with."""
    return {name: getattr(item, name) for name in ItemForm.base_fields}


class CommentForm(forms.Form):
    comment = words(_("Apa yang perlu diperbaiki?"), rows=3, longest=LONGEST_NOTE)


class CheckForm(forms.Form):
    """What was found; the buttons of the plan send only the first."""

    finding = forms.ChoiceField(label=_("Hasil"), choices=Finding.choices, widget=forms.RadioSelect)
    note = words(_("Catatan"), rows=2, longest=LONGEST_NOTE, required=False)
    link = link_field()


class EndForm(forms.Form):
    """For every unmet item a new day or a reason; the fields are named by its number."""

    def __init__(self, data: Any = None, *, items: Iterable[ActionItem], **options: Any) -> None:
        super().__init__(data, **options)
        self.items = list(items)
        for item in self.items:
            self.fields[f"carry_{item.pk}"] = DayField(
                label=_("Lanjutkan dengan tenggat baru"), required=False, help_text=_("Kosongkan bila dihentikan.")
            )
            self.fields[f"reason_{item.pk}"] = forms.CharField(
                label=_("Atau hentikan dengan alasan"), required=False, max_length=LONGEST_WORDS
            )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for item in self.items:
            carry, reason = said.get(f"carry_{item.pk}"), said.get(f"reason_{item.pk}", "")
            if bool(carry) == bool(reason) and f"carry_{item.pk}" not in self.errors:
                self.add_error(f"carry_{item.pk}", _("Isi salah satu: tenggat baru, atau alasan dihentikan."))
        return said

    def outcomes(self) -> dict[int, Outcome]:
        said = self.cleaned_data
        return {item.pk: Outcome(said[f"carry_{item.pk}"], said[f"reason_{item.pk}"]) for item in self.items}

    def parts(self) -> list[dict[str, Any]]:
        """Return every item with its two fields."""
        return [
            {"title": item.change, "fields": [self[f"carry_{item.pk}"], self[f"reason_{item.pk}"]]}
            for item in self.items
        ]


class ScaleField(forms.TypedChoiceField):
    """A score of 1 to 5 with its official word, or that the rater cannot judge."""

    def __init__(self, *, on: date, **options: Any) -> None:
        scale = [(str(each.score), f"{each.score} · {in_language(each.word)}") for each in follow_up(on=on).scale]
        super().__init__(
            choices=[*scale, (CANNOT_JUDGE, _("Tidak dapat menilai"))], widget=forms.RadioSelect,
            coerce=lambda said: None if said == CANNOT_JUDGE else int(said), **options,
        )  # fmt: skip


class CompetenceForm(forms.Form):
    """Knowledge, skill and attitude."""

    def __init__(self, data: Any = None, *, on: date, **options: Any) -> None:
        super().__init__(data, **options)
        for name, label in ASPECT_LABELS.items():
            self.fields[name] = ScaleField(on=on, label=label)
        self.fields["note"] = words(_("Catatan"), rows=2, longest=LONGEST_NOTE, required=False)

    def scores(self) -> dict[str, int | None]:
        return {name: self.cleaned_data[name] for name in ASPECT_LABELS}


class BehaviourForm(forms.Form):
    """Every statement of the course, and the evidence."""

    def __init__(self, data: Any = None, *, units: Iterable[CompetenceUnit], on: date, **options: Any) -> None:
        super().__init__(data, **options)
        self.units = list(units)
        for unit in self.units:
            self.fields[f"unit_{unit.pk}"] = ScaleField(on=on, label=statement_of(unit))
        self.fields["evidence"] = words(
            _("Bukti"), rows=3, longest=LONGEST_NOTE, required=False,
            help_text=_("Apa yang Anda lihat sendiri: kejadian, berkas, atau angka."),
        )  # fmt: skip
        self.fields["link"] = link_field()

    def scores(self) -> dict[int, int | None]:
        return {unit.pk: self.cleaned_data[f"unit_{unit.pk}"] for unit in self.units}

    def proof(self) -> Evidence:
        return Evidence(self.cleaned_data["evidence"], self.cleaned_data["link"])


class StatementForm(forms.Form):
    """One statement for every competence unit nobody was rated by; empty leaves the title of the unit to speak."""

    def __init__(self, data: Any = None, *, units: Iterable[CompetenceUnit], **options: Any) -> None:
        super().__init__(data, **options)
        self.units = list(units)
        for unit in self.units:
            worded = getattr(unit, "behaviour", None)
            self.fields[f"unit_{unit.pk}"] = forms.CharField(
                label=unit.title, required=False, max_length=300, initial=worded.text if worded else "",
                help_text=_("Misalnya: memeriksa kelengkapan berkas pada hari yang sama."),
            )  # fmt: skip

    def texts(self) -> list[tuple[CompetenceUnit, str]]:
        """Return what was worded differently than before."""
        said = [(unit, self.cleaned_data[f"unit_{unit.pk}"].strip()) for unit in self.units]
        return [(unit, text) for unit, text in said if text and text != self.fields[f"unit_{unit.pk}"].initial]
