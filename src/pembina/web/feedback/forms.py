"""What somebody fills in to speak, to answer and to ask."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.searches import people_named, with_posts
from pembina.domain.performance.enums import CoreValue
from pembina.domain.performance.feedback_enums import Rhythm, Tone
from pembina.domain.performance.models.feedback import LONGEST_PART
from pembina.domain.performance.operations.feedback import About, Said
from pembina.domain.performance.queries.colleagues import askable_by
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.choosing.describe import described_person
from pembina.web.components.fields import DayField


def words(label: Any, *, required: bool = True, help_text: Any = "", longest: int = LONGEST_PART) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, required=required, max_length=longest, widget=widget, help_text=help_text)


class WordsForm(forms.Form):
    """The words of a note: two are needed, the others help."""

    tone = forms.ChoiceField(
        label=_("Nada"), choices=Tone.choices, initial=Tone.APPRECIATION.value, widget=forms.RadioSelect
    )
    situation = words(_("Situasi"), help_text=_("Kapan dan di mana. Misalnya: di loket, Senin pagi."))
    behaviour = words(_("Perilaku"), help_text=_("Yang Anda lihat atau dengar sendiri, bukan sifat orangnya."))
    impact = words(_("Dampak"), required=False, help_text=_("Akibatnya bagi warga, rekan, atau pekerjaan."))
    next_step = words(_("Langkah berikutnya"), required=False, help_text=_("Apa yang diteruskan atau diubah."))

    def said(self) -> Said:
        told = self.cleaned_data
        return Said(
            told["situation"], told["behaviour"], Tone(told["tone"]), told.get("impact", ""), told.get("next_step", "")
        )


class NoteForm(WordsForm):
    """A whole note; everything but the two words begins with what is usual."""

    happened_on = DayField(label=_("Tanggal kejadian"))
    rhythm = forms.ChoiceField(label=_("Waktu"), choices=Rhythm.choices, widget=forms.RadioSelect)
    value = forms.ChoiceField(
        label=_("Nilai BerAKHLAK"), required=False, choices=[("", _("Tidak khusus")), *CoreValue.choices]
    )
    goal: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("RHK"), required=False, queryset=None, empty_label=_("Tidak khusus")
    )

    def __init__(self, data: Any = None, *, goals: QuerySet[Any] | None, **options: Any) -> None:
        super().__init__(data, **options)
        if goals is None:
            del self.fields["goal"]
        else:
            self.fields["goal"].queryset = goals  # type: ignore[attr-defined]

    @property
    def short(self) -> list[forms.BoundField]:
        """Return what is asked at once."""
        return [self[name] for name in ("tone", "situation", "behaviour")]

    @property
    def more(self) -> list[forms.BoundField]:
        """Return what may be added."""
        return [self[name] for name in self.fields if name not in ("tone", "situation", "behaviour")]

    def about(self) -> About:
        told = self.cleaned_data
        return About(told["happened_on"], Rhythm(told["rhythm"]), told["value"], told.get("goal"))


class AnswerForm(forms.Form):
    answer = words(_("Tanggapan Anda"))


class DeclineForm(forms.Form):
    word = words(
        _("Alasan singkat"), longest=500, help_text=_("Misalnya: saya belum cukup sering bekerja bersama Anda.")
    )


class AskForm(ChoosingForm):
    """Whom one asks, and about what."""

    asked = ChosenField(
        label=_("Kepada siapa"), search_label=_("Cari nama pimpinan atau rekan"), described=described_person,
        help_text=_("Pimpinan, bawahan, rekan di garis unit yang sama, atau mentor Anda."),
    )  # fmt: skip
    matter = words(_("Tentang apa"), longest=500, help_text=_("Misalnya: cara saya memimpin rapat hari Kamis."))

    def __init__(self, data: Any = None, *, actor: User, on: date, **options: Any) -> None:
        self.actor, self.on = actor, on
        super().__init__(data, **options)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        people = askable_by(self.actor, on=self.on).order_by("name", "pk")
        return with_posts(people, on=self.on), people_named(wanted)
