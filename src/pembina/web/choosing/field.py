"""A form field whose choices are what a search finds. Without JavaScript the search is a button of the same form."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SEARCH_BUTTON = "search"
FEWEST_LETTERS = 2
MOST_RESULTS = 10
LONGEST_SEARCH = 100
LONGEST_NUMBER = 18
NOTHING = _("Tidak ada")


class ChosenField(forms.ModelChoiceField):
    """One record out of those that the form offers; shown are only the ones found, and the one chosen already."""

    def __init__(
        self, *, search_label: Any, described: Callable[[Any], str], nothing: Any = NOTHING, **options: Any
    ) -> None:
        self.search_label, self.described, self.nothing = search_label, described, nothing
        options.setdefault("widget", forms.RadioSelect)
        super().__init__(queryset=None, **options)
        self.found: list[Model] = []
        self.too_many = False

    def label_from_instance(self, obj: Any) -> str:
        return self.described(obj)

    def offer(self, candidates: QuerySet[Any], *, matching: Q | None, chosen: Any) -> None:
        """Let the visitor choose among `candidates`; only those `matching` the search are shown."""
        self.queryset = candidates
        found = list(candidates.filter(matching)[: MOST_RESULTS + 1]) if matching is not None else []
        self.too_many = len(found) > MOST_RESULTS
        self.found = found[:MOST_RESULTS]
        kept = self._kept(candidates, chosen)
        shown = [*kept, *(record for record in self.found if record not in kept)]
        choices = [(str(record.pk), self.described(record)) for record in shown]
        if choices and not self.required:
            choices.insert(0, ("", str(self.nothing)))
        self.widget.choices = choices

    def _kept(self, candidates: QuerySet[Any], chosen: Any) -> list[Any]:
        written = str(getattr(chosen, "pk", chosen) or "")
        is_number = written.isascii() and written.isdigit() and len(written) <= LONGEST_NUMBER
        return list(candidates.filter(pk=written)) if is_number else []


class ChosenManyField(forms.ModelMultipleChoiceField):
    """Several records, found one search after the other; those ticked stay in sight while looking for more."""

    def __init__(self, *, search_label: Any, described: Callable[[Any], str], **options: Any) -> None:
        self.search_label, self.described = search_label, described
        options.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(queryset=None, **options)
        self.found: list[Model] = []
        self.too_many = False

    def offer(self, candidates: QuerySet[Any], *, matching: Q | None, chosen: Any) -> None:
        """Let the visitor tick some of `candidates`; shown are those ticked and those `matching` the search."""
        self.queryset = candidates
        found = list(candidates.filter(matching)[: MOST_RESULTS + 1]) if matching is not None else []
        self.too_many, self.found = len(found) > MOST_RESULTS, found[:MOST_RESULTS]
        kept = list(candidates.filter(pk__in=_numbers(chosen)))
        shown = [*kept, *(record for record in self.found if record not in kept)]
        self.widget.choices = [(str(record.pk), self.described(record)) for record in shown]


Chosen = ChosenField | ChosenManyField


class ChoosingForm(forms.Form):
    """A form with chosen fields. For each one, ``offers`` says who may be chosen and how a search narrows them."""

    def __init__(
        self,
        data: Any = None,
        *,
        only: tuple[str, ...] | None = None,
        initial: dict[str, Any] | None = None,
        **options: Any,
    ) -> None:
        self.typed: dict[str, Any] = _without_nul(data, self.base_fields)
        self.is_searching = SEARCH_BUTTON in self.typed
        # A search judges nothing: what was typed comes back as it is, without a word about what is missing.
        told = (initial or {}) | (self.typed if self.is_searching else {})
        super().__init__(self.typed if self.typed and not self.is_searching else None, initial=told, **options)
        if only is not None:
            self.fields = {name: self.fields[name] for name in only if name in self.fields}
        for name, field in list(self.fields.items()):
            if isinstance(field, Chosen):
                self.fields[f"{name}_q"] = forms.CharField(
                    label=field.search_label,
                    required=False,
                    max_length=LONGEST_SEARCH,
                    widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
                )
                self._offer(name, field)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        """Return who may be chosen, and the condition of the search; each form answers for its own fields."""
        raise NotImplementedError

    def _offer(self, name: str, field: Chosen) -> None:
        wanted = self._wanted(name)
        chosen = self.typed.get(name, "") if self.typed else self.initial.get(name)
        candidates, matching = self.offers(name, wanted)
        field.offer(candidates, matching=matching if len(wanted) >= FEWEST_LETTERS else None, chosen=chosen)

    def _wanted(self, name: str) -> str:
        return str(self.typed.get(f"{name}_q", ""))[:LONGEST_SEARCH].strip()

    @property
    def choosers(self) -> list[str]:
        """Return the names of the fields that are chosen by a search."""
        return [name for name, field in self.fields.items() if isinstance(field, Chosen)]

    def chooser(self, name: str) -> dict[str, Any]:
        """Return the parts of one chosen field for its component."""
        field = cast(Chosen, self.fields[name])
        wanted = self._wanted(name)
        return {
            "field": self[name],
            "search": self[f"{name}_q"],
            "note": _note(field, wanted),
        }


def _without_nul(data: Any, fields: dict[str, forms.Field]) -> dict[str, Any]:
    """Return what was sent without the character that no page may show and no database keeps; lists stay lists."""
    if not data:
        return {}
    many = {name for name, field in fields.items() if getattr(field.widget, "allow_multiple_selected", False)}
    told: dict[str, Any] = {name: str(value).replace("\0", "") for name, value in data.items() if name not in many}
    return told | {name: [str(value).replace("\0", "") for value in _listed(data, name)] for name in many & set(data)}


def _listed(data: Any, name: str) -> list[Any]:
    return list(data.getlist(name)) if hasattr(data, "getlist") else list(data[name])


def _numbers(chosen: Any) -> list[str]:
    """Return the numbers of records in what was ticked or stood there before; what is no number asks for nothing."""
    written = [str(getattr(one, "pk", one) or "") for one in chosen or ()]
    return [one for one in written if one.isascii() and one.isdigit() and len(one) <= LONGEST_NUMBER]


def _note(field: Chosen, wanted: str) -> str | Promise:
    if not wanted:
        return ""
    if len(wanted) < FEWEST_LETTERS:
        return _("Ketik sedikitnya 2 huruf, lalu cari.")
    if not field.found:
        return _("Tidak ada yang cocok. Coba sebagian namanya saja.")
    return _("Hanya 10 yang pertama. Persempit pencariannya bila belum tampak.") if field.too_many else ""


def chosen_in(request: HttpRequest) -> str:
    """Return the name of the field whose search button was pressed, empty where the form was sent."""
    return request.POST.get(SEARCH_BUTTON, "")
