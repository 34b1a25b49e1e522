"""What a complaint is about, searched by a few letters: a service, or an office, in one list to choose from."""

from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.models import Unit
from pembina.domain.people.searches import open_units, units_named, words_in
from pembina.domain.services.models import PublicService
from pembina.domain.services.queries.complaints import services_open
from pembina.web.choosing.describe import described_unit
from pembina.web.complaints.typed import without_nul

SERVICE, UNIT = "s", "u"
FEWEST_LETTERS, MOST_RESULTS, LONGEST_NUMBER = 2, 6, 18
SEARCH_BUTTON = "search"


@dataclass(frozen=True, slots=True)
class Target:
    """An office, and the service of it that is meant, if any."""

    unit: Unit
    service: PublicService | None = None

    @property
    def value(self) -> str:
        return f"{SERVICE}{self.service.pk}" if self.service else f"{UNIT}{self.unit.pk}"

    @property
    def label(self) -> str:
        return f"{self.service.name} · {self.unit.name}" if self.service else described_unit(self.unit)


def target_of(written: str, *, on: date) -> Target | None:
    """Return what a value of the form stands for, if it can still be named."""
    kind, number = written[:1], written[1:]
    if not (number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER):
        return None
    return _service(Q(pk=number), on) if kind == SERVICE else _unit(Q(pk=number), on) if kind == UNIT else None


def target_named(*, service: str, unit: str, on: date) -> Target | None:
    """Return what the codes in an address stand for: those on a poster or of the page of a service."""
    found = _service(Q(code=_clean(service)), on) if service else None
    return found or (_unit(Q(code=_clean(unit)), on) if unit else None)


def targets_found(wanted: str, *, on: date) -> list[Target]:
    """Return the services and offices that a search finds, services first."""
    services = services_open(on).filter(words_in("name", wanted)).order_by("name", "pk")[:MOST_RESULTS]
    units = open_units(on).filter(units_named(wanted)).select_related("parent").order_by("name", "pk")[:MOST_RESULTS]
    return [*(Target(service.unit, service) for service in services), *(Target(unit) for unit in units)]


class TargetForm(forms.Form):
    """A form with one search over services and offices; a search judges nothing and loses nothing."""

    target = forms.ChoiceField(
        label=_("Layanan atau kantor yang dimaksud"),
        widget=forms.RadioSelect,
        help_text=_("Cari, lalu pilih salah satu."),
        error_messages={
            "required": _("Cari dan pilih layanan atau kantornya."),
            "invalid_choice": _("Pilihan ini tidak ada lagi. Cari dan pilih layanan atau kantornya."),
        },
    )
    target_q = forms.CharField(
        label=_("Cari nama layanan atau kantor"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )

    def __init__(self, data: Any = None, *, on: date, named: Target | None = None, **options: Any) -> None:
        typed = without_nul(data) or {}
        self.on, self.is_searching = on, SEARCH_BUTTON in typed
        initial = (options.pop("initial", None) or {}) | (typed if self.is_searching else {})
        super().__init__(typed if typed and not self.is_searching else None, initial=initial, **options)
        self.wanted = typed.get("target_q", "")[:100].strip()
        self.chosen = target_of(typed.get("target", ""), on=on) or (None if typed else named)
        self.found = targets_found(self.wanted, on=on) if len(self.wanted) >= FEWEST_LETTERS else []
        shown = {target.value: target.label for target in ([self.chosen] if self.chosen else []) + self.found}
        cast(forms.ChoiceField, self.fields["target"]).choices = list(shown.items())
        if self.chosen:
            self.initial["target"] = self.chosen.value

    @property
    def chooser(self) -> dict[str, Any]:
        """Return the parts of the search for its component."""
        return {"field": self["target"], "search": self["target_q"], "note": self._note()}

    def _note(self) -> str | Promise:
        if not self.wanted:
            return ""
        if len(self.wanted) < FEWEST_LETTERS:
            return _("Ketik sedikitnya 2 huruf, lalu cari.")
        return "" if self.found else _("Tidak ada yang cocok. Coba sebagian namanya saja.")


def _service(which: Q, on: date) -> Target | None:
    found = services_open(on).filter(which).first()
    return Target(found.unit, found) if found else None


def _unit(which: Q, on: date) -> Target | None:
    found = open_units(on).filter(which).select_related("parent").first()
    return Target(found) if found else None


def _clean(code: str) -> str:
    return code.replace("\0", "")[:64]
