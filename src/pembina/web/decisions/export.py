"""Decisions and tasks as workbooks to take along; nothing in them is a formula, and days are written 2026-11-22."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from pembina.domain.access.audit import local_date
from pembina.domain.impact.models import FollowUpTask
from pembina.domain.impact.queries.tasks import is_late
from pembina.exchange.staff import staff_workbook
from pembina.web.decisions.present_lists import action_word


def decisions_workbook(decisions: Iterable[Any]) -> bytes:
    head = [
        _("Kode"), _("Program"), _("Evaluasi"), _("Keputusan"), _("Menurut aturan"), _("Alasan"), _("Putusan evaluasi"),
        _("Diputus pada"), _("Hari keputusan menurut rancangan"), _("Diputus oleh"), _("Biaya terpakai (Rp)"),
        _("Ditinjau kembali pada"), _("Tanda tangan"), _("Penanda tangan"), _("Pendapat berbeda"), _("Tindak lanjut"),
        _("Belum selesai"), _("Perhitungan baru"),
    ]  # fmt: skip
    return staff_workbook(head, (_decision(one) for one in decisions), sheet=_("Keputusan"))


def _decision(one: Any) -> list[str]:
    programme = one.evaluation.programme
    return [
        programme.code, programme.title, one.evaluation.title, action_word(one.action), action_word(one.rule_action),
        one.reason, one.verdict or "", local_date(one.decided_at).isoformat(), one.run.design.decides_on.isoformat(),
        one.decided_by.display_name, "" if one.spent is None else f"{one.spent:.2f}", one.review_on.isoformat(),
        str(one.signed_count), str(one.signer_count), str(one.dissent_count), str(one.task_count),
        str(one.open_count), "" if one.newer is None else str(one.newer),
    ]  # fmt: skip


def tasks_workbook(tasks: Iterable[FollowUpTask], *, on: date) -> bytes:
    head = [
        _("Kode"), _("Program"), _("Jenis"), _("Yang dikerjakan"), _("Pelaksana"), _("Mitra"), _("Paling lambat"),
        _("Keadaan"), _("Terlambat"), _("Selesai pada"), _("Catatan"),
    ]  # fmt: skip
    return staff_workbook(head, (_task(one, on) for one in tasks), sheet=_("Tindak lanjut"))


def _task(one: FollowUpTask, on: date) -> list[str]:
    programme = one.decision.evaluation.programme
    return [
        programme.code, programme.title, str(one.get_kind_display()), one.title, one.owner.titled_name,
        one.partner.name if one.partner else "", one.due_on.isoformat(), str(one.get_state_display()),
        _("ya") if is_late(one, on) else "", one.ended_on.isoformat() if one.ended_on else "", one.note,
    ]  # fmt: skip
