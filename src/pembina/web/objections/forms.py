"""What the person, the rater and the superior of the rater fill in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.performance.appraisal_enums import RatingScale, Ruling
from pembina.domain.performance.models import Objection
from pembina.domain.performance.models.plans import LONGEST_TEXT
from pembina.domain.performance.operations.appraisals import RatingTold


def words(label: Any, *, required: bool = True, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=required, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=help_text,
    )  # fmt: skip


class FileForm(forms.Form):
    """Why somebody objects, and by what evidence."""

    reason = words(_("Alasan keberatan"))
    evidence = words(_("Bukti"), required=False, help_text=_("Sebutkan dokumen, angka, atau saksi yang mendukung."))


class WordsForm(forms.Form):
    """What one side says."""

    words = words(_("Keterangan"))


class DecideForm(forms.Form):
    """Confirm, or change both ratings; the predicate follows from them."""

    ruling = forms.ChoiceField(label=_("Keputusan"), choices=Ruling.choices, widget=forms.RadioSelect)
    reason = words(_("Alasan keputusan dan rekomendasi"))
    results = forms.ChoiceField(label=_("Rating hasil kerja"), choices=RatingScale.choices)
    results_reason = words(_("Alasan rating hasil kerja"), required=False)
    behaviour = forms.ChoiceField(label=_("Rating perilaku kerja"), choices=RatingScale.choices)
    behaviour_reason = words(_("Alasan rating perilaku kerja"), required=False)
    advice = words(_("Catatan dan rekomendasi pada dokumen"), required=False)

    def __init__(self, data: Any = None, *, objection: Objection) -> None:
        self.appraisal = objection.appraisal
        names = ("results", "results_reason", "behaviour", "behaviour_reason", "advice")
        super().__init__(data, initial={name: getattr(self.appraisal, name) for name in names})

    def told(self) -> RatingTold | None:
        """Return the new ratings; none where the result is confirmed."""
        said = self.cleaned_data
        if said["ruling"] != Ruling.CHANGED:
            return None
        return RatingTold(
            said["results"], said["behaviour"], said["results_reason"], said["behaviour_reason"], said["advice"],
            self.appraisal.value_notes,
        )  # fmt: skip
