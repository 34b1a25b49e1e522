"""What learners and leaders fill in."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.enums import LegalPosition
from pembina.domain.people.models import Person
from pembina.domain.people.searches import people_named, with_posts
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.choosing.describe import described_person

FEW = 12


def words(label: Any, *, required: bool = True, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, required=required, max_length=500, widget=widget, help_text=help_text)


def cover_field() -> forms.CharField:
    return words(
        _("Alasan melebihi batas unit"), required=False,
        help_text=_("Hanya bila terlalu banyak dari unitnya tidak di tempat pada hari itu."),
    )  # fmt: skip


class RequestForm(forms.Form):
    wish = words(_("Apa yang ingin Anda capai"), required=False, help_text=_("Dibaca atasan dan penyelenggara."))
    asked = forms.CharField(widget=forms.HiddenInput, required=False, initial="1")


class ReasonForm(forms.Form):
    reason = words(_("Alasan"))


class RefuseForm(forms.Form):
    reason = words(_("Alasan"), help_text=_("Pegawai akan membacanya."))


class ApproveForm(forms.Form):
    cover_reason = cover_field()


class NominateForm(ChoosingForm):
    """One of the staff led; a small team is shown whole, a large one is searched."""

    person = ChosenField(label=_("Pegawai"), search_label=_("Cari nama pegawai"), described=described_person)
    cover_reason = cover_field()

    def __init__(self, data: Any = None, *, team: QuerySet[Person], on: date, **options: Any) -> None:
        self.team, self.on = team.filter(legal_position=LegalPosition.ACTIVE), on
        super().__init__(data, **options)
        field = self.fields["person"]
        shown = list(with_posts(self.team.order_by("name", "pk"), on=on)[: FEW + 1])
        if len(shown) <= FEW and isinstance(field, ChosenField):
            field.widget.choices = [(str(one.pk), described_person(one)) for one in shown]

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        return with_posts(self.team.order_by("name", "pk"), on=self.on), people_named(wanted)
