"""What the two fill in: a degree, a guard, a remark."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.effort_record import difficulties
from pembina.domain.performance.effort_enums import DegreeOfDifficulty
from pembina.domain.performance.enums import ReadFigure
from pembina.domain.performance.models import Indicator
from pembina.domain.performance.models.effort import LONGEST_REASON, OF_QUALITY
from pembina.domain.performance.operations.effort import GuardTold
from pembina.domain.services.models import PublicService
from pembina.web.components.formatting import in_language


class DegreeForm(forms.Form):
    """One of the three degrees in words, and why."""

    degree = forms.ChoiceField(label=_("Tingkat kesulitan"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Alasan"), required=False, max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, data: Any = None, *, on: date) -> None:
        super().__init__(data)
        degrees = difficulties(on=on)
        choices = [(each.difficulty.value, degree_words(each.label, each.words)) for each in degrees]
        self.fields["degree"].choices = choices  # type: ignore[attr-defined]

    def degree_told(self) -> DegreeOfDifficulty:
        return DegreeOfDifficulty(self.cleaned_data["degree"])


def degree_words(label: Any, words: Any) -> str:
    said = in_language(label)
    return f"{said[:1].upper()}{said[1:]}: {in_language(words)}"


class GuardForm(forms.Form):
    """A figure that must not get worse, and how far it may."""

    guard = forms.ChoiceField(label=_("Angka yang dijaga"))
    tolerated = forms.DecimalField(
        label=_("Boleh memburuk paling banyak"), max_digits=18, decimal_places=6, localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        help_text=_("Dalam satuannya: poin SKM, persen, atau satuan indikator. Isi 0 bila tidak boleh memburuk."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, services: Iterable[PublicService], others: Iterable[Indicator]) -> None:
        super().__init__(data)
        self.told: dict[str, dict[str, Any]] = {}
        choices: list[tuple[str, Any]] = [("", _("Pilih angka"))]
        for service in services:
            for figure in OF_QUALITY:
                self.told[f"layanan-{service.pk}-{figure.value}"] = {"service": service, "figure": figure.value}
                choices.append((f"layanan-{service.pk}-{figure.value}", f"{ReadFigure(figure).label}: {service.name}"))
        for one in others:
            self.told[f"indikator-{one.pk}"] = {"beside": one}
            choices.append((f"indikator-{one.pk}", f"{one.words} ({one.unit})"))
        self.fields["guard"].choices = choices  # type: ignore[attr-defined]

    def guard_told(self) -> GuardTold:
        return GuardTold(tolerated=self.cleaned_data["tolerated"], **self.told[self.cleaned_data["guard"]])


class RemarkForm(forms.Form):
    """What happened."""

    words = forms.CharField(
        label=_("Apa yang terjadi?"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3})
    )
