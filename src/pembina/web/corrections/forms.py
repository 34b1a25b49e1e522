from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.enums import ReportAbout
from pembina.domain.people.models import Person, Unit
from pembina.domain.people.models.reports import LONGEST_NOTE
from pembina.domain.people.operations import Suggestion
from pembina.domain.people.permissions import visible_to
from pembina.domain.people.searches import leaders, open_units, people_named, units_named, with_posts
from pembina.domain.people.stewardship import units_staffed_by
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.choosing.describe import described_person, described_unit
from pembina.web.components.fields import DayField

# Which fields say what would be right.
ASKED = {
    ReportAbout.SUPERIOR: ("superior", "since", "note"),
    ReportAbout.UNIT: ("unit", "superior", "since", "note"),
    ReportAbout.POSITION: ("position", "since", "note"),
    ReportAbout.NOT_MINE: ("since", "note"),
    ReportAbout.OTHER: ("note",),
}
CHANGED = {
    ReportAbout.SUPERIOR: ("superior",),
    ReportAbout.UNIT: ("unit", "superior"),
    ReportAbout.POSITION: ("position",),
    ReportAbout.NOT_MINE: ("superior",),
    ReportAbout.OTHER: (),
}


def note_field(label: Any, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, required=required, max_length=LONGEST_NOTE, widget=widget, help_text=help_text)


class SuggestionForm(ChoosingForm):
    """What would be right; only the fields that a kind of report asks for stay."""

    superior = ChosenField(
        label=_("Atasan yang benar"),
        search_label=_("Cari nama atasan"),
        described=described_person,
        required=False,
        nothing=_("Belum dipilih"),
        help_text=_("Cari nama pejabat. Bila tidak ada, tulis namanya di penjelasan."),
    )
    unit = ChosenField(
        label=_("Unit kerja yang benar"),
        search_label=_("Cari nama unit kerja"),
        described=described_unit,
        required=False,
        nothing=_("Belum dipilih"),
    )
    position = forms.CharField(label=_("Jabatan yang benar"), required=False, max_length=200)
    since = DayField(label=_("Sejak kapan"), required=False)

    def __init__(self, data: Any = None, *, about: ReportAbout, person: Person, on: date, **options: Any) -> None:
        self.about, self.person, self.on = about, person, on
        super().__init__(data, only=self.asked, **options)

    @property
    def asked(self) -> tuple[str, ...]:
        return ASKED[self.about]

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        if name == "unit":
            return self.units().select_related("parent").order_by("name", "pk"), units_named(wanted)
        others = self.superiors().exclude(pk=self.person.pk).order_by("name", "pk")
        return with_posts(others, on=self.on), people_named(wanted)

    def units(self) -> QuerySet[Unit]:
        """Return the units that may be named: all of them, for their names are known to every citizen."""
        return open_units(self.on)

    def superiors(self) -> QuerySet[Person]:
        """Return those who may be named as superior."""
        return leaders(self.on)

    @property
    def chosen_parts(self) -> list[dict[str, Any]]:
        return [self.chooser(name) for name in ("unit", "superior") if name in self.fields]

    @property
    def others(self) -> list[forms.BoundField]:
        """Return the fields that are not chosen by a search."""
        return [self[name] for name in self.asked if name in self.fields and name not in ("unit", "superior")]

    def suggestion(self) -> Suggestion:
        said = self.cleaned_data
        return Suggestion(
            superior=said.get("superior"),
            unit=said.get("unit"),
            position=said.get("position", ""),
            since=said.get("since"),
        )


class ReportForm(SuggestionForm):
    note = note_field(_("Penjelasan"), help_text=_("Misalnya nomor SK mutasi. Jangan menulis data pribadi."))

    def __init__(self, *positional: Any, **options: Any) -> None:
        super().__init__(*positional, **options)
        self.fields["note"].required = self.about == ReportAbout.OTHER


class AcceptForm(SuggestionForm):
    """The change that an officer makes because of a report, prefilled with what was suggested."""

    from_day = DayField(label=_("Berlaku mulai"))
    note = note_field(_("Jawaban untuk pelapor"))

    def __init__(self, *positional: Any, actor: User, **options: Any) -> None:
        self.actor = actor
        super().__init__(*positional, **options)

    def units(self) -> QuerySet[Unit]:
        return units_staffed_by(self.actor, on=self.on)

    def superiors(self) -> QuerySet[Person]:
        """Return whom the officer sees; a superior need not lead anybody yet."""
        return Person.objects.filter(pk__in=visible_to(self.actor, on=self.on).values("pk")) | leaders(self.on)

    @property
    def asked(self) -> tuple[str, ...]:
        day = () if self.about == ReportAbout.OTHER else ("from_day",)
        return (*CHANGED[self.about], *day, "note")


class DeclineForm(forms.Form):
    reason = note_field(_("Alasan"), required=True, help_text=_("Dibaca oleh pelapor."))


class TogetherForm(forms.Form):
    """Several reports accepted as they were made, from one day."""

    from_day = DayField(label=_("Berlaku mulai"))
    note = note_field(_("Jawaban untuk pelapor"))
