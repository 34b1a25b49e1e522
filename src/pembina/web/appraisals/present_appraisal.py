"""One appraisal as its page shows it: what the table of stages lets the visitor see, and what may be done next."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.core.rules.appraisal_rating import (
    Cycle,
    Rating,
    annual_basis,
    core_values,
    derived_predicate,
    organisations,
)
from pembina.core.rules.objection_deadlines import RightState
from pembina.domain.access.audit import local_date
from pembina.domain.performance.appraisal_clocks import clocks_of, finality_of, right_of, working_days
from pembina.domain.performance.appraisal_content import matches_seal, seal_entry
from pembina.domain.performance.appraisal_enums import AppraisalState, PredicateScale, Ruling
from pembina.domain.performance.enums import PeriodCycle
from pembina.domain.performance.models import Appraisal, AppraisalPaper, Objection
from pembina.domain.performance.models.appraisals import DELIVERED
from pembina.domain.performance.operations.assigning import wants_rater
from pembina.domain.performance.stages import Part, Parts, Viewer, parts_seen
from pembina.web.appraisals.present_rows import PREDICATE_TONES, TONES, ClockShown, clocks_shown
from pembina.web.components.formatting import MISSING, day, in_language

Pairs = list[tuple[str | Promise, str]]


@dataclass(frozen=True, slots=True)
class RatingShown:
    """One of the two ratings with its reason."""

    label: str
    rating: str
    reason: str


@dataclass(frozen=True, slots=True)
class PaperShown:
    """One sealed version of the document."""

    label: str
    signed: str
    digest: str
    entry: str
    is_whole: bool
    document: str
    result: str


@dataclass(frozen=True, slots=True)
class AppraisalShown:
    """The page; what the visitor does not see is empty."""

    pk: int
    title: str
    state: str
    tone: str
    people: list[tuple[str, Pairs]]
    exempt: str = ""
    exempt_article: str = ""
    ratings: list[RatingShown] = field(default_factory=list)
    predicate: str = ""
    predicate_tone: str = ""
    because: str = ""
    basis: Pairs = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    advice: str = ""
    refused_note: str = ""
    clocks: list[ClockShown] = field(default_factory=list)
    papers: list[PaperShown] = field(default_factory=list)
    feedback_record: str = ""
    right: str = ""
    right_article: str = ""
    objection: str = ""
    effort: str = ""
    may_object: bool = False
    version: int = 0
    may_rate: bool = False
    may_sign: bool = False
    may_deliver: bool = False
    may_report: bool = False
    may_receive: bool = False
    may_return: bool = False
    may_assign: bool = False
    assigned: str = ""


def present_appraisal(one: Appraisal, viewer: Viewer, *, to_rate: bool, on: date, effort: str = "") -> AppraisalShown:
    """Return the page of an appraisal; `to_rate` says whether it waits for the visitor today.

    `effort` is the address of the separate record of process and effort, which no part of this page reads.
    """
    seen = parts_seen(one.state, viewer)
    objection: Objection | None = getattr(one, "objection", None)
    state = AppraisalState(one.state)
    exempt = one.snapshot.get("exempt") or {}
    signs = viewer is Viewer.RATER or (viewer is Viewer.SUPERIOR and one.rater_was_silent)
    reports = viewer is Viewer.SUPERIOR if objection and objection.ruling == Ruling.CHANGED else signs
    calendar = working_days()
    shown: dict[str, Any] = {"people": _people(one), "version": one.version}
    shown |= _rated(one, seen, on=on)
    if state != AppraisalState.EXEMPT and viewer in (Viewer.PERSON, Viewer.RATER):
        shown["feedback_record"] = reverse("appraisals:feedback_record", args=[one.pk])
    if state != AppraisalState.EXEMPT:
        shown["clocks"] = clocks_shown(clocks_of(one, objection, calendar=calendar, on=on))
    if viewer is Viewer.PERSON and state in DELIVERED:
        right = right_of(one, objection, calendar=calendar, on=on)
        received = one.received_at is not None or right.state is RightState.FINAL
        shown |= {
            "right": in_language(right.because), "right_article": right.article,
            "may_object": right.state.may_file and received,
        }  # fmt: skip
    elif Part.RATINGS in seen and one.is_signed:
        final = finality_of(one, on=on)
        shown |= {"right": in_language(final.because) if final.is_final else "", "right_article": final.article}
    return AppraisalShown(
        pk=one.pk,
        title=f"{one.told('person').get('name', MISSING)}, {one.period.label}",
        state=str(state.label),
        tone=TONES[state],
        exempt=exempt.get("id", ""),
        exempt_article=exempt.get("article", ""),
        objection=reverse("objections:show", args=[objection.pk]) if objection and viewer is not Viewer.AUDITOR else "",
        effort=effort,
        may_assign=viewer is Viewer.HUMAN_RESOURCES and wants_rater(one, on=on),
        assigned=_assigned(one),
        may_rate=to_rate,
        may_sign=to_rate and state == AppraisalState.DRAFT,
        may_deliver=signs and state == AppraisalState.SIGNED,
        may_report=reports and state in DELIVERED and one.reported_at is None,
        may_receive=viewer is Viewer.PERSON and state == AppraisalState.DELIVERED,
        may_return=viewer is Viewer.PERSON and state == AppraisalState.RECEIVED,
        **shown,
    )


def _assigned(one: Appraisal) -> str:
    """Return who named the rater and why, where one was named; empty else."""
    told = one.snapshot.get("assigned")
    if not told:
        return ""
    said = _("Penilai ditunjuk oleh %(by)s pada %(day)s. Alasan: %(reason)s")
    return said % {"by": told["by"], "day": day(date.fromisoformat(told["on"])), "reason": told["reason"]}


def _people(one: Appraisal) -> list[tuple[str, Pairs]]:
    titles = {"person": _("Pegawai yang dinilai"), "rater": _("Pejabat penilai kinerja"),
              "superior": _("Atasan pejabat penilai kinerja")}  # fmt: skip
    return [(title, _described(one.told(who))) for who, title in titles.items()]


def _described(told: dict[str, Any]) -> Pairs:
    if not told:
        return [(_("Nama"), _("Tidak tercatat"))]
    return [
        (_("Nama"), told["name"]), (_("NIP"), told["nip"] or MISSING),
        (_("Pangkat/gol. ruang"), told["rank"] or MISSING),
        (_("Jabatan"), told["position"] or MISSING), (_("Unit kerja"), told["unit"] or MISSING),
    ]  # fmt: skip


def _rated(one: Appraisal, seen: Parts, *, on: date) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    if one.state in (AppraisalState.EXEMPT, AppraisalState.NEW):
        return shown
    if Part.RATINGS in seen:
        with_notes = Part.NOTES in seen
        shown["ratings"] = [
            RatingShown(label, str(rating), reason if with_notes else "")
            for label, rating, reason in (
                (_("Hasil kerja"), one.get_results_display(), one.results_reason),
                (_("Perilaku kerja"), one.get_behaviour_display(), one.behaviour_reason),
            )
        ]
    if Part.PREDICATE in seen:
        shown |= _concluded(one, with_ratings=Part.RATINGS in seen, on=on)
    if Part.NOTES in seen:
        labels = {value.value.value: in_language(value.label) for value in core_values(on=on)}
        notes = [(labels[value], said) for value, said in one.value_notes.items() if value in labels]
        shown |= {"notes": notes, "advice": one.advice, "refused_note": one.refused_note}
        shown["papers"] = [_paper(paper) for paper in one.papers.order_by("-number")]
    return shown


def _concluded(one: Appraisal, *, with_ratings: bool, on: date) -> dict[str, Any]:
    """Return the predicate with how it came about: formula, inputs, version and article."""
    is_annual = one.period.cycle == PeriodCycle.ANNUAL
    cycle = Cycle.ANNUAL if is_annual else Cycle.PERIODIC
    rated_on = local_date(one.rated_at) if one.rated_at else on
    found = derived_predicate(results=Rating(one.results), behaviour=Rating(one.behaviour), cycle=cycle, on=rated_on)
    words = {code.value: in_language(text) for code, text in organisations(on=on).items()}
    basis: Pairs = [
        (_("Rumus"), _("Kuadran kinerja: rating hasil kerja × rating perilaku kerja")),
        (_("Dasar"), one.predicate_article),
        (_("Versi aturan"), _("Berlaku sejak %(day)s") % {"day": day(one.rule_since)}),
        (_("Capaian kinerja organisasi"), words.get(one.organisation, _("Belum dipakai"))),
    ]
    if is_annual:
        basis.append((_("Tahunan"), in_language(annual_basis(on=on).because)))
    return {
        "predicate": str(one.get_predicate_display()),
        "predicate_tone": PREDICATE_TONES[PredicateScale(one.predicate)],
        "because": in_language(found.because) if with_ratings else "",
        "basis": basis,
    }


def _paper(paper: AppraisalPaper) -> PaperShown:
    entry = seal_entry(paper)
    at, version = [paper.appraisal_id, paper.number], _("versi %(number)s") % {"number": paper.number}
    return PaperShown(
        label=f"{paper.get_form_display()} · {version}",
        signed=day(local_date(paper.sealed_at)),
        digest=paper.digest[:16],
        entry=str(entry.sequence) if entry else "",
        is_whole=matches_seal(paper),
        document=reverse("appraisals:document", args=at),
        result=reverse("appraisals:result", args=at),
    )
