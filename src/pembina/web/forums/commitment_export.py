"""A list of promises as a workbook to take along."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from pembina.domain.services.models import Commitment
from pembina.exchange.staff import staff_workbook
from pembina.web.forums.present_commitments import post_of_owner, standing_of

AT_A_TIME = 500


def commitment_workbook(commitments: QuerySet[Commitment], *, on: date) -> bytes:
    """Return the workbook; nothing in it is a formula, and days are written 2026-11-22."""
    return staff_workbook(_head(), _rows(commitments, on), sheet=_("Janji"))


def _head() -> list[str]:
    return [
        _("Janji"), _("Unit kerja"), _("Penanggung jawab"), _("Jabatan"), _("Forum"), _("Nomor pengaduan"),
        _("Dijanjikan pada"), _("Tenggat semula"), _("Tenggat sekarang"), _("Keadaan"), _("Ditutup pada"),
        _("Dicatat pada"),
        _("Bukti"), _("Tautan bukti"), _("Alasan dihentikan"),
    ]  # fmt: skip


def _rows(commitments: QuerySet[Commitment], on: date) -> Iterator[list[str]]:
    for one in commitments.iterator(chunk_size=AT_A_TIME):
        yield [
            one.promise, one.unit.name, one.owner.titled_name, post_of_owner(one),
            one.forum.title if one.forum else "", one.complaint.number if one.complaint else "",
            one.made_on.isoformat(), one.planned_on.isoformat(), one.due_on.isoformat(), standing_of(one, on=on)[0],
            one.closed_on.isoformat() if one.closed_on else "",
            one.recorded_on.isoformat() if one.recorded_on else "", one.evidence, one.evidence_link, one.reason,
        ]  # fmt: skip
