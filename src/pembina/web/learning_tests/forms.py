"""What is filled in about tests, questions and grades."""

from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.models import Batch, LearningTest, Question
from pembina.domain.development.operations.questions import (
    FEWEST,
    LONGEST_CHOICE,
    LONGEST_QUESTION,
    LONGEST_TOPIC,
    MOST,
    Asked,
)
from pembina.web.components.fields import DayField

LETTERS = "ABCDEF"[:MOST]
CLOCK = ["%H:%M", "%H.%M", "%H:%M:%S"]


def clock_field(label: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, input_formats=CLOCK, widget=widget)


class Way(models.TextChoices):
    """Where the questions of a test come from."""

    KEEP = "keep", _("Biarkan soal yang sekarang")
    SAME = "same", _("Sama dengan tes yang lain")
    DRAW = "draw", _("Diacak dari bank soal")
    CHOOSE = "choose", _("Dipilih satu per satu")


class PlanForm(forms.Form):
    """When a test is open and what it asks; hours are those of the place of the batch."""

    opens_on = DayField(label=_("Dibuka tanggal"))
    opens = clock_field(_("Dibuka pukul"))
    closes_on = DayField(label=_("Ditutup tanggal"))
    closes = clock_field(_("Ditutup pukul"))
    way = forms.ChoiceField(label=_("Soal"), choices=Way.choices, widget=forms.RadioSelect)
    number = forms.IntegerField(
        label=_("Jumlah soal"), required=False, min_value=1, max_value=200, help_text=_("Hanya bila diacak.")
    )
    questions = forms.ModelMultipleChoiceField(
        label=_("Pilihan soal"), queryset=Question.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("Hanya bila dipilih satu per satu."),
    )  # fmt: skip

    def __init__(
        self, data: Any = None, *, batch: Batch, bank: models.QuerySet[Question], known: LearningTest | None,
        other: LearningTest | None, **options: Any,
    ) -> None:  # fmt: skip
        self.batch = batch
        super().__init__(data, initial=_initial(batch, known, other), **options)
        self.fields["questions"].queryset = bank  # type: ignore[attr-defined]
        left = [
            choice for choice in Way.choices if (choice[0] != Way.KEEP or known) and (choice[0] != Way.SAME or other)
        ]
        self.fields["way"].choices = left  # type: ignore[attr-defined]
        self.fields["opens"].help_text = _("Menurut jam %(zone)s.") % {"zone": batch.get_time_zone_display()}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("way") == Way.DRAW and not said.get("number"):
            self.add_error("number", _("Isi berapa soal yang diacak."))
        if said.get("way") == Way.CHOOSE and not said.get("questions"):
            self.add_error("questions", _("Pilih sedikitnya satu soal."))
        return said

    def moment(self, name: str) -> datetime:
        """Return the moment that `opens` or `closes` names on the clock of the place."""
        said = self.cleaned_data
        return datetime.combine(said[f"{name}_on"], said[name], self.batch.zone)


class QuestionForm(forms.Form):
    """A question with its answers."""

    topic = forms.CharField(label=_("Pokok bahasan"), max_length=LONGEST_TOPIC, required=False)
    text = forms.CharField(label=_("Pertanyaan"), max_length=LONGEST_QUESTION, widget=forms.Textarea(attrs={"rows": 3}))
    right = forms.ChoiceField(
        label=_("Jawaban yang benar"), choices=[(letter, letter) for letter in LETTERS], widget=forms.RadioSelect
    )
    explanation = forms.CharField(
        label=_("Penjelasan"), max_length=LONGEST_QUESTION, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Dibaca peserta setelah post-test ditutup."),
    )  # fmt: skip

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for place, letter in enumerate(LETTERS):
            self.fields[f"choice_{letter}"] = forms.CharField(
                label=_("Jawaban %(letter)s") % {"letter": letter}, max_length=LONGEST_CHOICE, required=place < FEWEST
            )
        self.order_fields(["topic", "text", *(f"choice_{letter}" for letter in LETTERS), "right", "explanation"])

    @property
    def asked(self) -> Asked:
        """Return the question; empty answers are left out, and the letter of the right one counted again."""
        said = self.cleaned_data
        letters = [letter for letter in LETTERS if said[f"choice_{letter}"].strip()]
        right = letters.index(said["right"]) if said["right"] in letters else -1
        choices = tuple(said[f"choice_{letter}"].strip() for letter in letters)
        return Asked(said["text"], choices, right, said["topic"], said["explanation"])


def told(question: Question) -> dict[str, Any]:
    """Return what a question says already, as the form asks for it."""
    choices = list(question.choices.all())
    right = next((LETTERS[place] for place, choice in enumerate(choices) if choice.is_right), "")
    texts = {f"choice_{LETTERS[place]}": choice.text for place, choice in enumerate(choices)}
    return {
        "topic": question.topic,
        "text": question.text,
        "explanation": question.explanation,
        "right": right,
        **texts,
    }


def score_of(written: str) -> Decimal | None:
    """Return a grade as it is typed, ``86,5`` or ``86.5``; None for nothing. Raises ``ValidationError``."""
    text = written.strip().replace(",", ".")
    if not text:
        return None
    try:
        found = Decimal(text)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or found != round(found, 2) or not 0 <= found <= 100:
        raise ValidationError(_("Isi angka 0 sampai 100, paling banyak dua desimal."), code="score")
    return found


def _initial(batch: Batch, known: LearningTest | None, other: LearningTest | None) -> dict[str, Any]:
    initial: dict[str, Any] = {"way": Way.KEEP if known else Way.SAME if other else Way.DRAW}
    if known is not None:
        for name, moment in (("opens", known.opens_at), ("closes", known.closes_at)):
            there = moment.astimezone(batch.zone)
            initial |= {f"{name}_on": there.date(), name: there.time().replace(second=0, microsecond=0)}
    return initial
