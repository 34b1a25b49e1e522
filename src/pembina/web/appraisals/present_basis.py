"""What a rater has before the eyes beside the form: the hint with its basis, and what was said. Nothing is chosen."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.domain.performance.appraisal_enums import RatingScale
from pembina.domain.performance.models import Feedback
from pembina.domain.performance.queries.rating_basis import RatingBasis
from pembina.web.components.formatting import day, in_language


@dataclass(frozen=True, slots=True)
class NoteShown:
    """One note: when, of whom, how it was meant, and what it says."""

    pk: int
    head: str
    words: str


@dataclass(frozen=True, slots=True)
class BasisShown:
    """The whole box."""

    hint: str
    article: str
    counted: list[tuple[str, str]]
    uncounted: list[str]
    tally: str
    notes: list[NoteShown]


def basis_shown(basis: RatingBasis) -> BasisShown:
    hint = basis.hint
    return BasisShown(
        hint=in_language(hint.because) if hint else _("Belum ada hasil kerja yang dapat dibaca dari angka."),
        article=hint.article if hint else "",
        counted=[(goal.words, str(RatingScale(rating.value).label)) for goal, rating in basis.counted],
        uncounted=[goal.words for goal in basis.uncounted],
        tally=_tally(basis),
        notes=[_note(note) for note in basis.notes],
    )


def _tally(basis: RatingBasis) -> str:
    if basis.tally is None:
        return _("Belum ada umpan balik dalam periode ini; itu tidak dihitung sebagai negatif.")
    told = {"positive": basis.tally.positive, "other": basis.tally.other}
    count = basis.tally.positive + basis.tally.other
    return (
        ngettext(
            "%(positive)d apresiasi dan %(other)d lainnya dalam periode ini.",
            "%(positive)d apresiasi dan %(other)d lainnya dalam periode ini.",
            count,
        )
        % told
    )


def _note(note: Feedback) -> NoteShown:
    told = {"day": day(note.happened_on), "author": note.author.titled_name}
    told |= {"capacity": note.get_capacity_display(), "tone": note.get_tone_display()}
    return NoteShown(note.pk, _("%(day)s, %(author)s (%(capacity)s), %(tone)s") % told, note.behaviour)
