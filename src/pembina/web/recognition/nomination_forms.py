"""What nominators, nominees and jurors fill in."""

from calendar import monthrange
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pembina.domain.career.enums import AwardKind, GuardStanding, ServiceFigure
from pembina.domain.career.models import Award, Nomination
from pembina.domain.career.models.jury import HIGHEST_POINTS, LOWEST_POINTS
from pembina.domain.career.operations.jury import ScoreTold
from pembina.domain.career.operations.nominations import NominationTold
from pembina.domain.career.operations.supports import SupportTold
from pembina.domain.career.queries.nominees import people_in_scope, services_of_nominee, units_in_scope
from pembina.domain.people.models import Person, Unit
from pembina.domain.people.searches import people_named, units_named, with_posts
from pembina.web.choosing import ChoosingForm, ChosenField
from pembina.web.choosing.describe import described_person, described_unit
from pembina.web.components.formatting import month
from pembina.web.recognition.forms import words

MONTHS_BACK = 36
NOT_CITED = [("", _("Tidak mengutip angka layanan"))]
POINTS = [(str(points), str(points)) for points in range(LOWEST_POINTS, HIGHEST_POINTS + 1)]
MET = [("yes", _("Terpenuhi")), ("no", _("Tidak terpenuhi"))]


class NomineeForm(ChoosingForm):
    """Who is to be nominated."""

    person = ChosenField(
        label=_("Siapa yang Anda nominasikan"), search_label=_("Cari nama pegawai"), described=described_person
    )
    unit = ChosenField(
        label=_("Unit kerja yang Anda nominasikan"), search_label=_("Cari nama atau kode unit kerja"),
        described=described_unit,
    )  # fmt: skip

    def __init__(self, data: Any = None, *, award: Award, on: date) -> None:
        self.award, self.on = award, on
        super().__init__(data, only=("unit",) if award.kind == AwardKind.UNIT else ("person",))

    def offers(self, name: str, wanted: str) -> tuple[QuerySet[Any], Q]:
        if name == "unit":
            found = units_in_scope(self.award, on=self.on).select_related("parent")
            return found.order_by("name", "pk"), units_named(wanted)
        people = people_in_scope(self.award, on=self.on).order_by("name", "pk")
        return with_posts(people, on=self.on), people_named(wanted)

    @property
    def nominee(self) -> Person | Unit:
        """Return who was chosen."""
        said = self.cleaned_data
        chosen: Person | Unit = said.get("unit") or said["person"]
        return chosen


class NominationForm(forms.Form):
    """Why, on what evidence, and which figure of a service."""

    evidence = words(_("Bukti"), help_text=_("Sebutkan dokumen, kejadian, atau saksi."))
    link = forms.URLField(label=_("Tautan bukti"), required=False, max_length=500, assume_scheme="https")
    service: Any = forms.ModelChoiceField(
        label=_("Layanan"), queryset=None, required=False, empty_label=_("Tidak mengutip angka layanan"),
        help_text=_("Angkanya dibaca dari buku waktu layanan atau survei, jadi tidak perlu diketik."),
    )  # fmt: skip
    figure = forms.ChoiceField(label=_("Angka"), required=False, choices=[*NOT_CITED, *ServiceFigure.choices])
    before_first = forms.ChoiceField(label=_("Sebelum: dari bulan"), required=False)
    before_last = forms.ChoiceField(label=_("Sebelum: sampai bulan"), required=False)
    after_first = forms.ChoiceField(label=_("Sesudah: dari bulan"), required=False)
    after_last = forms.ChoiceField(label=_("Sesudah: sampai bulan"), required=False)

    def __init__(
        self, data: Any = None, *, award: Award, nominee: Person | Unit, on: date, known: Nomination | None = None
    ) -> None:
        self.criteria = list(award.criteria.order_by("position"))
        super().__init__(data, initial=_said(known) if known else None)
        person, unit = (nominee, None) if isinstance(nominee, Person) else (None, nominee)
        self.fields["service"].queryset = services_of_nominee(person, unit, on=on)  # type: ignore[attr-defined]
        for name in ("before_first", "before_last", "after_first", "after_last"):
            self.fields[name].choices = [("", _("Pilih bulan")), *_months(on)]  # type: ignore[attr-defined]
        for each in self.criteria:
            label = _("Alasan: %(name)s") % {"name": each.name}
            self.fields[f"reason_{each.pk}"] = words(label, help_text=each.judged_by)
        self.order_fields([f"reason_{each.pk}" for each in self.criteria])

    def told(self) -> NominationTold:
        """Return what was said."""
        said = self.cleaned_data
        return NominationTold(
            reasons={each.pk: said[f"reason_{each.pk}"] for each in self.criteria},
            evidence=said["evidence"], link=said["link"], service=said["service"], figure=said["figure"],
            before=(_first(said["before_first"]), _last(said["before_last"])),
            after=(_first(said["after_first"]), _last(said["after_last"])),
        )  # fmt: skip


class SupportForm(forms.Form):
    """Why one supports a nomination, and on what evidence."""

    reason = words(_("Alasan Anda"))
    evidence = words(_("Bukti"), help_text=_("Sebutkan dokumen, kejadian, atau saksi."))
    link = forms.URLField(label=_("Tautan bukti"), required=False, max_length=500, assume_scheme="https")

    def told(self) -> SupportTold:
        """Return what was said."""
        said = self.cleaned_data
        return SupportTold(said["reason"], said["evidence"], said["link"])


class EffortForm(forms.Form):
    """Whether the jury may read process and effort."""

    shown = forms.BooleanField(label=_("Juri boleh melihat ringkasan proses dan upaya saya"), required=False)


class NothingForm(forms.Form):
    """Nothing but the decision to do it."""


class WordsForm(forms.Form):
    """A sentence of the nominee."""

    words = words(_("Yang perlu diperbaiki"))


class DeclineForm(forms.Form):
    """A nominee declines; no reason is needed."""

    reason = words(_("Alasan"), required=False, help_text=_("Dibaca pengusul dan pengelola kepegawaian saja."))


class RelationForm(forms.Form):
    """What a juror has to do with somebody nominated."""

    words = words(_("Hubungan Anda"), longest=1_000, help_text=_("Misalnya keluarga atau teman dekat."))


class JudgeForm(forms.Form):
    """What a juror finds, criterion by criterion."""

    def __init__(self, data: Any = None, *, nomination: Nomination, initial: dict[str, Any]) -> None:
        self.criteria = list(nomination.award.criteria.order_by("position"))
        super().__init__(data, initial=initial)
        for each in self.criteria:
            choices = MET if each.is_condition else POINTS
            label = each.name if each.is_condition else _("%(name)s (bobot %(weight)s)") % _told_of(each)
            self.fields[f"score_{each.pk}"] = forms.ChoiceField(
                label=label, choices=choices, widget=forms.RadioSelect, help_text=each.judged_by
            )
            self.fields[f"reason_{each.pk}"] = words(_("Alasan untuk %(name)s") % {"name": each.name})
        if nomination.guard_state == GuardStanding.UNKNOWN:
            self.fields["guard_reason"] = words(
                _("Alasan meski mutu tidak diketahui"),
                help_text=_("Penjaga mutu tidak terbaca. Tulis mengapa nominasi ini tetap layak dinilai."),
            )  # fmt: skip

    def told(self) -> dict[int, ScoreTold]:
        """Return what was said, by the number of the criterion."""
        said = self.cleaned_data
        return {
            each.pk: ScoreTold(
                None if each.is_condition else int(said[f"score_{each.pk}"]),
                said[f"score_{each.pk}"] == "yes" if each.is_condition else None,
                said[f"reason_{each.pk}"],
            )
            for each in self.criteria
        }


def _told_of(criterion: Any) -> dict[str, Any]:
    return {"name": criterion.name, "weight": criterion.weight}


def _said(known: Nomination) -> dict[str, Any]:
    told: dict[str, Any] = {name: getattr(known, name) for name in ("evidence", "link", "service", "figure")}
    for name in ("before_first", "before_last", "after_first", "after_last"):
        day = getattr(known, name)
        told[name] = f"{day:%Y-%m}" if day else ""
    return told | {f"reason_{each.criterion_id}": each.words for each in known.reasons.all()}


def _months(on: date) -> list[tuple[str, str]]:
    """Return the months that are over, the latest first."""
    last = on.year * 12 + on.month - 2
    numbers = range(last, last - MONTHS_BACK, -1)
    written = [f"{number // 12}-{number % 12 + 1:02}" for number in numbers]
    return [(each, month(each)) for each in written]


def _first(written: str) -> date | None:
    return date.fromisoformat(f"{written}-01") if written else None


def _last(written: str) -> date | None:
    first = _first(written)
    return first.replace(day=monthrange(first.year, first.month)[1]) if first else None
