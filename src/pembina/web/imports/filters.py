"""What the list of imports and the rows of one import are narrowed by, all of it in the address."""

from urllib.parse import urlencode

from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.enums import ImportKind, ImportState
from pembina.domain.people.models import ImportBatch

NAMES = ("q", "kind", "state")
LONGEST_SEARCH = 100


def searched(data: QueryDict) -> str:
    """Return what was searched for, without what no database takes."""
    return data.get("q", "").strip()[:LONGEST_SEARCH]


class BatchFilters(forms.Form):
    """Name of the file or of the officer, what is in it, and how far it has come."""

    q = forms.CharField(
        label=_("Nama berkas atau pengunggah"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(label=_("Isi"), choices=[("", _("Semua")), *ImportKind.choices], required=False)
    state = forms.ChoiceField(label=_("Keadaan"), choices=[("", _("Semua")), *ImportState.choices], required=False)

    def __init__(self, data: QueryDict) -> None:
        kind, state = data.get("kind", ""), data.get("state", "")
        understood = {
            "q": searched(data),
            "kind": kind if kind in ImportKind.values else "",
            "state": state if state in ImportState.values else "",
        }
        super().__init__(understood)
        self.chosen = understood

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen.values())

    @property
    def reset(self) -> str:
        """Return the address of the whole list where it is narrowed."""
        return reverse("imports:index") if self.is_narrowed else ""

    @property
    def query(self) -> str:
        """Return the filters as an address carries them, with an ampersand at the end where there are any."""
        kept = {name: value for name, value in self.chosen.items() if value}
        return f"{urlencode(kept)}&" if kept else ""

    def narrow(self, batches: QuerySet[ImportBatch]) -> QuerySet[ImportBatch]:
        """Return those of `batches` that the filters leave."""
        wanted = Q(**{name: self.chosen[name] for name in ("kind", "state") if self.chosen[name]})
        if self.chosen["q"]:
            wanted &= Q(file_name__icontains=self.chosen["q"]) | Q(by__display_name__icontains=self.chosen["q"])
        return batches.filter(wanted)
