"""What the list of programmes is narrowed by; kept in the address."""

from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pembina.domain.impact.models import DecisionPublication
from pembina.domain.impact.queries.publications import ANSWERS, published_with
from pembina.web.components.public_result import WORDS

LONGEST_SEARCH = 100


class ResultFilters(forms.Form):
    """A word and an answer; what cannot be understood narrows nothing."""

    q = forms.CharField(
        label=_("Program atau ukuran"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    jawaban = forms.ChoiceField(
        label=_("Jawaban"), required=False, choices=[("", _("Semua")), *((code, WORDS[code][0]) for code in ANSWERS)]
    )

    def __init__(self, data: QueryDict) -> None:
        answer = data.get("jawaban", "")
        self.chosen = {
            "q": data.get("q", "")[:LONGEST_SEARCH].strip(),
            "jawaban": answer if answer in ANSWERS else "",
        }
        super().__init__(self.chosen)

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen.values())

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""

    def publications(self) -> QuerySet[DecisionPublication]:
        """Return what is public and left."""
        return published_with(self.chosen["q"], answer=self.chosen["jawaban"])
