"""What raters answer, and what human resources ask."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.performance.operations.pulse import RoundWish
from pembina.web.choosing.units import FilteredUnitsForm, lines_field
from pembina.web.components.fields import DayField

UNKNOWN = "unknown"
SCALE = (
    ("1", _("1 · Tidak setuju")),
    ("2", _("2 · Kurang setuju")),
    ("3", _("3 · Setuju")),
    ("4", _("4 · Sangat setuju")),
    (UNKNOWN, _("Tidak tahu")),
)
USUAL = (
    _("Pimpinan menjelaskan apa yang diharapkan dari pekerjaan saya."),
    _("Pimpinan memberi umpan balik yang membantu saya bekerja lebih baik."),
    _("Pimpinan mendengarkan sebelum memutuskan."),
    _("Pimpinan memberi contoh melayani warga dengan baik."),
    _("Pimpinan membuka kesempatan belajar."),
    _("Saya berani menyampaikan masalah kepada pimpinan."),
)


class AnswerForm(forms.Form):
    """One choice for each statement; nothing is chosen beforehand."""

    def __init__(self, data: Any = None, *, statements: list[str], **options: Any) -> None:
        super().__init__(data, **options)
        for number, statement in enumerate(statements):
            self.fields[f"s{number}"] = forms.ChoiceField(label=statement, choices=SCALE, widget=forms.RadioSelect)

    def answers(self) -> list[int | None]:
        said = [self.cleaned_data[name] for name in self.fields]
        return [None if each == UNKNOWN else int(each) for each in said]


class RoundForm(FilteredUnitsForm):
    """A round: what is asked, when, and where."""

    title = forms.CharField(label=_("Judul"), max_length=200)
    statements = lines_field(
        _("Pernyataan"), _("Satu per baris, paling banyak 10. Dijawab 1–4 atau tidak tahu."), rows=8
    )
    opens_on = DayField(label=_("Dibuka"))
    closes_on = DayField(label=_("Hari terakhir"))

    field_order = ("title", "statements", "opens_on", "closes_on")

    def wish(self) -> RoundWish:
        told = self.cleaned_data
        return RoundWish(
            told["title"], told["statements"].splitlines(), told["opens_on"], told["closes_on"], told["chosen"]
        )


def usual(on: date) -> dict[str, Any]:
    """Return what the form of a new round begins with."""
    return {"statements": "\n".join(str(each) for each in USUAL), "opens_on": on}
