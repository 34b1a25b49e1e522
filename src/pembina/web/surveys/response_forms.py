"""What a list of answers is narrowed by, what is decided, and a paper form as it is typed."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.services.answered import Answered
from pembina.domain.services.enums import AgeBand, Education, Occupation, Sex, SurveyMeans, Suspicion, Verdict
from pembina.domain.services.models import PublicService, SurveyPeriod, SurveyPlace, SurveyResponse
from pembina.domain.services.models.responses import LONGEST_REASON, LONGEST_SUGGESTION
from pembina.domain.services.questionnaire import questions_in
from pembina.domain.services.survey_queries import undecided_suspicious
from pembina.web.components.fields import DayField
from pembina.web.components.formatting import in_language
from pembina.web.surveys.wording import PROFILE_LABELS

ANY = ("", _("Semua"))
SUSPICIOUS, EXCLUDED, COUNTED = "suspicious", "excluded", "counted"
STATES = [
    ANY,
    (SUSPICIOUS, _("Bertanda, belum diputuskan")),
    (COUNTED, _("Dihitung")),
    (EXCLUDED, _("Dikeluarkan")),
]
SCORES = (1, 2, 3, 4)


class ResponseFilters(forms.Form):
    """Kept in the address; what cannot be understood narrows nothing."""

    q = forms.CharField(
        label=_("Kata dalam saran"), required=False, widget=forms.TextInput(attrs={"type": "search"}), max_length=100
    )
    state = forms.ChoiceField(label=_("Keadaan"), choices=STATES, required=False)
    suspicion = forms.ChoiceField(label=_("Tanda"), choices=[ANY, *Suspicion.choices], required=False)
    means = forms.ChoiceField(label=_("Cara"), choices=[ANY, *SurveyMeans.choices], required=False)
    place = forms.ModelChoiceField(
        label=_("Loket"), queryset=SurveyPlace.objects.none(), required=False, empty_label=_("Semua")
    )

    def __init__(self, data: QueryDict, *, period: SurveyPeriod) -> None:
        super().__init__({name: data.get(name, "") for name in self.base_fields})
        self.period = period
        used = SurveyResponse.objects.filter(period=period, place__isnull=False).order_by().values("place")
        self.fields["place"].queryset = SurveyPlace.objects.filter(pk__in=used).order_by("name")  # type: ignore[attr-defined]
        self.full_clean()
        if self.errors:
            self.data = {name: "" if name in self.errors else value for name, value in self.data.items()}
            self.full_clean()
        self.chosen: dict[str, Any] = {
            name: value for name in self.fields if (value := self.cleaned_data.get(name)) not in ("", None)
        }

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value.pk if name == "place" else value for name, value in self.chosen.items()}
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, responses: QuerySet[SurveyResponse]) -> QuerySet[SurveyResponse]:
        """Return the answers that are left, the latest first."""
        chosen = self.chosen
        if chosen.get("state") == SUSPICIOUS:
            responses = responses.filter(pk__in=undecided_suspicious(self.period).values("pk"))
        elif "state" in chosen:
            responses = responses.filter(is_excluded=chosen["state"] == EXCLUDED)
        if "q" in chosen:
            responses = responses.filter(suggestion__icontains=chosen["q"])
        same = {name: chosen[name] for name in ("suspicion", "means", "place") if name in chosen}
        return responses.filter(**same).order_by("-received_at", "-pk")


class DecisionForm(forms.Form):
    """Keep or leave out, and why."""

    verdict = forms.ChoiceField(
        label=_("Keputusan"), choices=Verdict.choices, initial=Verdict.EXCLUDE, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=LONGEST_REASON,
        help_text=_("Tersimpan bersama nama Anda dan dapat dibaca pemeriksa."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class TypingForm(forms.Form):
    """A paper form; what was left empty on it stays empty."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    answered_on = DayField(label=_("Hari formulir diisi"))
    service = forms.ModelChoiceField(
        label=_("Layanan"), queryset=PublicService.objects.none(), required=False, empty_label=_("Tidak disebut")
    )

    def __init__(
        self, data: Any = None, *, period: SurveyPeriod, services: QuerySet[PublicService], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.fields["service"].queryset = services  # type: ignore[attr-defined]
        self.elements: list[str] = []
        for number, question in questions_in(period.order):
            self.elements.append(question.element)
            words = [(str(score), f"{score}") for score in SCORES]
            self.fields[question.element] = forms.ChoiceField(
                label=f"{number} {in_language(question.name)}",
                choices=words,
                required=False,
                widget=forms.TextInput(
                    attrs={"inputmode": "numeric", "pattern": "[1-4]?", "maxlength": 1, "autocomplete": "off"}
                ),
                error_messages={"invalid_choice": _("Tulis 1, 2, 3, atau 4, atau kosongkan.")},
            )
        for name, known in (("sex", Sex), ("age_band", AgeBand), ("education", Education), ("occupation", Occupation)):
            choices = [("", _("Tidak dijawab")), *known.choices]
            self.fields[name] = forms.ChoiceField(label=PROFILE_LABELS[name], choices=choices, required=False)
        self.fields["suggestion"] = forms.CharField(
            label=_("Saran"), required=False, max_length=LONGEST_SUGGESTION, widget=forms.Textarea(attrs={"rows": 2})
        )

    @property
    def scores(self) -> list[forms.BoundField]:
        return [self[element] for element in self.elements]

    @property
    def profile(self) -> list[forms.BoundField]:
        return [self[name] for name in ("sex", "age_band", "education", "occupation", "suggestion")]

    @property
    def answered(self) -> Answered:
        """Return what was typed."""
        said = self.cleaned_data
        service = said["service"]
        return Answered(
            answers={element: int(said[element]) if said[element] else None for element in self.elements},
            service_id=service.pk if service else None,
            **{name: said[name] for name in ("sex", "age_band", "education", "occupation", "suggestion")},
        )
