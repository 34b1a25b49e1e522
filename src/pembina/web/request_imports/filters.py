"""What the list of imports of requests is narrowed by, all of it in the address."""

from urllib.parse import urlencode

from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.enums import ImportState
from pembina.domain.services.models import RequestImport

LONGEST_SEARCH = 100


def searched(data: QueryDict) -> str:
    """Return what was searched for, without what no database takes."""
    return data.get("q", "").strip()[:LONGEST_SEARCH]


class RequestImportFilters(forms.Form):
    """Name of the file or of whoever sent it, and how far it has come."""

    q = forms.CharField(
        label=_("Nama berkas atau pengunggah"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    state = forms.ChoiceField(label=_("Keadaan"), choices=[("", _("Semua")), *ImportState.choices], required=False)

    def __init__(self, data: QueryDict) -> None:
        state = data.get("state", "")
        self.chosen = {"q": searched(data), "state": state if state in ImportState.values else ""}
        super().__init__(self.chosen)

    @property
    def reset(self) -> str:
        """The address of the whole list where it is narrowed."""
        return reverse("request_imports:index") if any(self.chosen.values()) else ""

    @property
    def query(self) -> str:
        """The filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, batches: QuerySet[RequestImport]) -> QuerySet[RequestImport]:
        """Return those that the filters let through."""
        q, state = self.chosen["q"], self.chosen["state"]
        if q:
            batches = batches.filter(Q(file_name__icontains=q) | Q(by__display_name__icontains=q) | Q(by__username=q))
        return batches.filter(state=state) if state else batches
