"""Appraisals as a workbook to take along: the course of each, and the predicate where human resources see it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from pembina.domain.access.audit import local_date
from pembina.domain.access.models import User
from pembina.domain.performance.models import Appraisal
from pembina.domain.performance.stages import Part, Viewer, parts_seen
from pembina.exchange.staff import staff_workbook


def appraisals_workbook(appraisals: Iterable[Appraisal], *, actor: User) -> bytes:
    head = [
        _("Periode"), _("NIP"), _("Nama"), _("Jabatan"), _("Unit kerja"), _("Penilai"), _("Keadaan"),
        _("Rating hasil kerja"), _("Rating perilaku kerja"), _("Predikat kinerja"), _("Ditandatangani"),
        _("Disampaikan"), _("Diterima"), _("Dilaporkan"),
    ]  # fmt: skip
    rows = (_row(each) for each in appraisals if each.person.nip != actor.username)
    return staff_workbook(head, rows, sheet=_("Evaluasi kinerja"))


def _row(one: Appraisal) -> list[str]:
    seen = parts_seen(one.state, Viewer.HUMAN_RESOURCES)
    rated, concluded = Part.RATINGS in seen, Part.PREDICATE in seen
    person, rater = one.told("person"), one.told("rater")
    days = (one.signed_at, one.delivered_at, one.received_at, one.reported_at)
    return [
        one.period.label, person.get("nip", ""), person.get("name", ""), person.get("position", ""),
        person.get("unit", ""), rater.get("name", ""), str(one.get_state_display()),
        str(one.get_results_display()) if rated else "", str(one.get_behaviour_display()) if rated else "",
        str(one.get_predicate_display()) if concluded else "",
        *(local_date(at).isoformat() if at else "" for at in days),
    ]  # fmt: skip
