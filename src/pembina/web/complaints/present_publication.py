"""How the public answer of one complaint stands, for its officers, and what to begin with when publishing it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.services.complaint_enums import ComplaintState, MessageKind
from pembina.domain.services.models import Complaint, ComplaintPublication
from pembina.domain.services.queries.published_answers import is_public, publication_of
from pembina.web.complaints.present_public import moment_in_words

Shown = str | Promise


@dataclass(frozen=True, slots=True)
class PublicationCard:
    """What is public of a complaint, and what the visitor may do about it now."""

    state: str
    tone: str
    facts: list[tuple[Shown, Shown]]
    note: str
    question: str
    answer: str
    may_publish: bool
    may_withdraw: bool


def present_publication(complaint: Complaint, *, actor: User) -> PublicationCard:
    found = publication_of(complaint)
    stands = found is not None and found.withdrawn_at is None
    shown = found is not None and is_public(found)
    state, tone, note = _standing(complaint, found, shown=shown)
    return PublicationCard(
        state=state,
        tone=tone,
        facts=_facts(found) if found else [],
        note=note,
        question=found.question if found and stands else "",
        answer=found.answer if found and stands else "",
        may_publish=not complaint.is_open and not stands and complaint.handler_id in (None, actor.pk),
        may_withdraw=stands,
    )


def first_wording(complaint: Complaint) -> dict[str, str]:
    """Return what was asked and answered, to be worded anew."""
    if complaint.state == ComplaintState.DECLINED:
        answers = [step.reason for step in complaint.steps.all() if step.state == ComplaintState.DECLINED]
    else:
        replies = [each for each in complaint.messages.all() if each.kind == MessageKind.REPLY]
        answers = [each.text for each in sorted(replies, key=lambda each: (each.at, each.pk))]
    return {"question": complaint.text, "answer": answers[-1] if answers else ""}


def _standing(complaint: Complaint, found: ComplaintPublication | None, *, shown: bool) -> tuple[str, str, str]:
    if shown:
        return _("Terbit"), "success", ""
    if found is not None and found.withdrawn_at is None:
        hidden = _(
            "Pengaduan ini dibuka kembali sesudah jawabannya terbit, jadi jawaban itu tidak tampil lagi. Tarik, lalu "
            "terbitkan jawaban yang baru sesudah berakhir."
        )
        return _("Disembunyikan"), "warning", hidden
    if found is not None:
        return _("Ditarik"), "", ""
    return _("Belum terbit"), "", _("Dapat diterbitkan sesudah berakhir.") if complaint.is_open else ""


def _facts(found: ComplaintPublication) -> list[tuple[Shown, Shown]]:
    told: list[tuple[Shown, Shown]] = [
        (_("Diterbitkan"), moment_in_words(found.published_at)),
        (_("Oleh"), found.published_by.display_name),
    ]
    if found.withdrawn_at and found.withdrawn_by:
        told.append((_("Ditarik"), moment_in_words(found.withdrawn_at)))
        told.append((_("Ditarik oleh"), found.withdrawn_by.display_name))
        told.append((_("Alasan"), found.withdrawn_reason))
    return told
