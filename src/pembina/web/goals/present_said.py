"""What was said to somebody: the latest notes, and the appraisals that were delivered."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from pembina.domain.performance.appraisal_enums import PredicateScale
from pembina.domain.performance.feedback_enums import Tone
from pembina.domain.performance.models import Appraisal, Feedback
from pembina.web.components.formatting import day

EXCERPT = 110
TONES = {Tone.APPRECIATION: "success", Tone.TO_IMPROVE: "warning", Tone.NEUTRAL: ""}


@dataclass(frozen=True, slots=True)
class NoteSaid:
    words: str
    about: str
    kind: str
    tone: str
    address: str


@dataclass(frozen=True, slots=True)
class AppraisalSaid:
    """`tells` is the predicate, or that the document waits to be received."""

    period: str
    predicate: str
    tells: str
    address: str


@dataclass(frozen=True, slots=True)
class Said:
    notes: tuple[NoteSaid, ...]
    appraisals: tuple[AppraisalSaid, ...]


def present_said(notes: Iterable[Feedback], appraisals: Iterable[Appraisal]) -> Said:
    """Return notes and delivered appraisals as the own page shows them."""
    return Said(tuple(map(_note, notes)), tuple(map(_appraisal, appraisals)))


def _note(note: Feedback) -> NoteSaid:
    tone = Tone(note.tone)
    about = f"{note.author.titled_name}, {day(localdate(note.given_at))}"
    return NoteSaid(
        Truncator(note.behaviour).chars(EXCERPT), about, str(tone.label), TONES[tone],
        reverse("feedback:show", args=[note.pk]),
    )  # fmt: skip


def _appraisal(one: Appraisal) -> AppraisalSaid:
    tells = "" if one.received_at or one.returned_at else _("menunggu Anda terima")
    return AppraisalSaid(
        one.period.label, str(PredicateScale(one.predicate).label), tells, reverse("appraisals:show", args=[one.pk])
    )
