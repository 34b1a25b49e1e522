"""What is told before a decision is taken or signed: neither can be changed afterwards."""

from datetime import date

from django.utils.translation import gettext as _

from pembina.domain.impact.cost import cost_of_effect
from pembina.domain.impact.decision_content import DecisionTold
from pembina.domain.impact.found import finding_of, treated_months
from pembina.domain.impact.models import EvaluationRun
from pembina.domain.impact.refusals import RefusedError
from pembina.domain.impact.ruling import rule_says
from pembina.web.choosing.formpage import Shown
from pembina.web.components.formatting import day, in_language, number
from pembina.web.decisions.present_lists import action_word


def of_deciding(run: EvaluationRun, told: DecisionTold, *, on: date) -> list[Shown]:
    """Return what the rule says, what the visitor says, and what follows from saying it."""
    try:
        says = rule_says(run, serious_harm=told.serious_harm, on=on)
    except RefusedError:
        # Something to tell is needed, so that the try without a trace refuses where the visitor looks.
        return [action_word(told.action)]
    lines: list[Shown] = [
        _("Menurut aturan yang dikunci: %s.") % in_language(says.action.label),
        _("Keputusan Anda: %s.") % action_word(told.action).lower(),
    ]
    if told.action != says.action.value:
        lines.append(_("Anda menyimpang dari aturan dengan alasan: “%s”") % told.reason.strip())
    lines += _warned(run, on)
    if told.spent is not None:
        finding, months = finding_of(run.result), treated_months(run.result)
        lines.append(in_language(cost_of_effect(spent=told.spent, finding=finding, unit_months=months).because))
    lines.append(_("Keputusan ini ditinjau kembali pada %s.") % day(told.review_on))
    names = ", ".join(signer.user.display_name for signer in run.design.signers.select_related("user"))
    lines.append(_("Sesudah ini isinya dibekukan dan disegel; tidak ada yang dapat mengubahnya."))
    return [*lines, _("Yang diminta menandatangani: %s.") % names] if names else lines


def _warned(run: EvaluationRun, on: date) -> list[Shown]:
    late = (on - run.design.decides_on).days
    said: list[Shown] = []
    if late > 0:
        said.append(_("Keputusan ini %s hari lewat dari hari keputusan menurut rancangan.") % number(late))
    if run.data_until < run.design.last_month:
        said.append(_("Data belum sampai bulan terakhir yang dijanjikan rancangan; hasilnya masih dapat berubah."))
    return said


def of_signing(told: dict[str, object]) -> list[Shown]:
    """Return what signing means."""
    said = (
        _("Anda setuju dengan keputusan ini.") if told["agrees"] else _("Anda berpendapat berbeda, dengan kata-kata:")
    )
    words: list[Shown] = [said] if told["agrees"] else [said, str(told["dissent"])]
    return [*words, _("Tanda tangan disegel bersama hash isi keputusan dan tidak dapat diganti.")]
