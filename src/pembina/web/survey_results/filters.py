"""What a list of results is narrowed by; the filters live in the address."""

from urllib.parse import urlencode

from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.services.models import SurveyPeriod, SurveyPublication

LONGEST_SEARCH = 100
NAMES = ("q", "state", "sort")
STATES = (("", _("Semua")), ("published", _("Sudah terbit")), ("waiting", _("Belum terbit")))
ORDERS = (("", _("Terbaru")), ("title", _("Judul")), ("unit", _("Unit kerja")))
SORTED = {"": ("-opens_on", "-pk"), "title": ("title", "-pk"), "unit": ("unit__name", "-opens_on", "-pk")}


class ResultFilters(forms.Form):
    """Search in title, unit and service; for officers also whether it is published, and the order."""

    q = forms.CharField(
        label=_("Judul, unit, atau layanan"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    state = forms.ChoiceField(label=_("Keadaan"), choices=STATES, required=False)
    sort = forms.ChoiceField(label=_("Urutan"), choices=ORDERS, required=False)

    def __init__(self, data: QueryDict, *, public: bool = False) -> None:
        told = {name: data.get(name, "")[:LONGEST_SEARCH] for name in NAMES}
        super().__init__({name: value for name, value in told.items() if name == "q" or value in _known(name)})
        if public:
            del self.fields["state"]
            del self.fields["sort"]
        self.full_clean()
        self.chosen = {name: self.cleaned_data.get(name, "") for name in NAMES}

    @property
    def is_narrowed(self) -> bool:
        return bool(self.chosen["q"] or self.chosen["state"])

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""

    def periods(self, found: QuerySet[SurveyPeriod]) -> QuerySet[SurveyPeriod]:
        """Return those of the rounds that the filters leave, in the order chosen."""
        narrowed = found.filter(self._named(""))
        if self.chosen["state"]:
            narrowed = narrowed.filter(publications__isnull=self.chosen["state"] == "waiting").distinct()
        return narrowed.order_by(*SORTED[self.chosen["sort"]])

    def publications(self, found: QuerySet[SurveyPublication]) -> QuerySet[SurveyPublication]:
        """Return those of the published results that the search leaves."""
        return found.filter(self._named("period__"))

    def _named(self, lead: str) -> Q:
        wanted = self.chosen["q"]
        if not wanted:
            return Q()
        services = SurveyPeriod.services.through.objects.filter(publicservice__name__icontains=wanted)
        return (
            Q(**{f"{lead}title__icontains": wanted})
            | Q(**{f"{lead}unit__name__icontains": wanted})
            | Q(**{f"{lead}pk__in": services.values("surveyperiod")})
        )


def _known(name: str) -> set[str]:
    return {str(value) for value, _label in (STATES if name == "state" else ORDERS)}
