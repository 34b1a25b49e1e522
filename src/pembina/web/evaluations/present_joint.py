"""A joint design before it is made, and what an evaluation says of the one it stands in or stands for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.domain.impact.design_words import name_of
from pembina.domain.impact.joint_design import JointPlan
from pembina.domain.impact.joint_words import joint_notes
from pembina.domain.impact.models import DesignOutcome, Evaluation
from pembina.domain.impact.queries.joint_units import JointUnit
from pembina.web.components.formatting import in_language, month, number
from pembina.web.evaluations.present_design import named

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class JointRow:
    """One unit: its start in each programme, the one that counts, and what follows."""

    unit: str
    first: str
    second: str
    counts: str
    verdict: str


@dataclass(frozen=True, slots=True)
class PlanShown:
    """What a joint design would hold, in words."""

    programmes: list[str]
    facts: list[tuple[str, str]]
    rows: list[JointRow]
    alone: list[JointRow]
    more: str
    has_begun: bool
    standing: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Within:
    """The joint evaluation that stands for this one."""

    title: str
    address: str
    note: str


@dataclass(frozen=True, slots=True)
class Around:
    """How an evaluation stands to a joint one: `within` it, or itself joint for `separate` ones."""

    within: Within | None = None
    separate: bool = False
    note: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)


def usual_title(plan: JointPlan) -> str:
    """Return what the evaluation is called unless somebody says otherwise."""
    first, second = plan.programmes
    return (_("Dampak bersama %(first)s dan %(second)s") % {"first": first.title, "second": second.title})[:200]


def present_plan(plan: JointPlan) -> PlanShown:
    """Return the preview."""
    hidden = max(len(plan.units) - MOST_SHOWN, 0) + max(len(plan.alone) - MOST_SHOWN, 0)
    standing = plan.standing
    return PlanShown(
        programmes=[programme.title for programme in plan.programmes],
        facts=[
            (_("Unit yang menerima keduanya"), number(len(plan.units))),
            (_("Di antaranya mulai dalam sebulan"), number(len(plan.inseparable))),
            (_("Unit yang hanya menerima satu program"), number(len(plan.alone))),
            (_("Pembanding yang tidak menerima keduanya"), number(len(plan.outside))),
            (_("Ukuran pada kedua rancangan"), _names(plan.shared)),
            (_("Ukuran pada satu rancangan saja"), _names(plan.single)),
            (_("Rancangan yang digabung"), ", ".join(one.title for one in plan.separate)),
        ],
        rows=[_row(one) for one in plan.units[:MOST_SHOWN]],
        alone=[_row(one) for one in plan.alone[:MOST_SHOWN]],
        more=_("dan %s unit lagi") % number(hidden) if hidden else "",
        has_begun=plan.has_begun,
        standing=(standing.title, reverse("evaluations:show", args=[standing.pk])) if standing else None,
    )


def joint_around(evaluation: Evaluation) -> Around:
    """Return what the page of an evaluation says of a joint one."""
    notes = [in_language(message) for _code, message in joint_notes(evaluation)]
    if evaluation.is_joint:
        links = [(one.title, reverse("evaluations:show", args=[one.pk])) for one in evaluation.joined.all()]
        return Around(separate=True, note=notes[0], links=links)
    joint = evaluation.joint
    if joint is None:
        return Around()
    return Around(within=Within(joint.title, reverse("evaluations:show", args=[joint.pk]), notes[0]))


def _names(outcomes: Sequence[DesignOutcome]) -> str:
    return named([in_language(name_of(one)) for one in outcomes]) if outcomes else _("tidak ada")


def _row(one: JointUnit) -> JointRow:
    first, second = one.months
    if one.start is None:
        verdict = _("hanya satu program: tidak dihitung, juga tidak sebagai pembanding")
    elif one.is_inseparable:
        verdict = _("mulai bersamaan: hanya dampak bersama yang ada")
    else:
        verdict = _("dihitung sejak yang pertama mulai")
    return JointRow(one.unit.name, _month(first), _month(second), _month(one.start), verdict)


def _month(day: date | None) -> str:
    return month(f"{day:%Y-%m}") if day else _("tidak ikut")
