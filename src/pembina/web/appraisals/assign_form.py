"""Who is to rate, and why."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Person
from pembina.domain.people.searches import people_named, with_posts
from pembina.domain.performance.models import Appraisal
from pembina.domain.performance.operations.assigning import candidates
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.choosing.describe import described_person

LONGEST_REASON = 1_000


class AssignForm(ChoosingForm):
    """Whom human resources name."""

    rater = ChosenField(
        label=_("Penilai"), search_label=_("Cari nama pejabat"), described=described_person,
        help_text=_("Pejabat yang memangku jabatan; bukan pegawai itu, bukan penilai yang lalai, dan bukan Anda."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Alasan"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, appraisal: Appraisal, actor: User, on: date, **options: Any) -> None:
        self.appraisal, self.actor, self.on = appraisal, actor, on
        super().__init__(data, **options)

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        posts = candidates(self.appraisal, actor=self.actor, on=self.on).order_by()
        people = Person.objects.filter(pk__in=posts.values("person")).order_by("name", "pk")
        return with_posts(people, on=self.on), people_named(wanted)
