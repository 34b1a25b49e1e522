"""Complaints answered in time, and promises to citizens kept, each with its number and its basis."""

from datetime import datetime

from django.utils.translation import gettext as _

from pembina.domain.services.queries.commitments import CommitmentTally
from pembina.domain.services.queries.public_complaints import PublicAnswering
from pembina.web.components.formatting import day, number, percent
from pembina.web.portal.methods import Figure, Method, method, moment
from pembina.web.portal.suppression import hidden_shortly, hidden_word

RULE = "complaint_deadlines"


def present_answering(found: PublicAnswering, *, at: datetime) -> Figure:
    """Return the share of complaints answered by their day; a word and a reason where there is none."""
    label = _("Pengaduan dijawab tepat waktu")
    if found.answering is None:
        if found.is_hidden:
            return Figure(label, hidden_word(), "", hidden_shortly())
        return Figure(label, _("Belum ada"), "", _("Tidak ada pengaduan yang tenggatnya sudah tiba dalam 12 bulan"))
    told = {"in_time": number(found.answering.in_time), "due": number(found.answering.due)}
    formula = _(
        "Pengaduan yang dijawab pada atau sebelum tenggatnya, dibagi yang tenggatnya sudah tiba: yang dijawab, "
        "dan yang "
        "belum dijawab padahal tenggat lewat. Tenggat dihitung dalam hari kerja menurut tingkat pengaduan."
    )
    inputs = [
        (_("Pengaduan diterima"), number(found.answering.received)),
        (_("Tenggat sudah tiba"), told["due"]),
        (_("Dijawab tepat waktu"), told["in_time"]),
        (_("Masa"), f"{day(found.first)} – {day(found.last)}"),
    ]
    note = _("%(in_time)s dari %(due)s pengaduan yang tenggatnya sudah tiba") % told
    return Figure(label, percent(found.answering.share, 1), "", note, method(formula, inputs, rule=RULE, at=at))


def present_commitments(tally: CommitmentTally, *, at: datetime) -> Figure:
    """Return the share of promises kept. Promises are public one by one, so few of them are told of too."""
    label = _("Janji kepada warga ditepati")
    if not tally.total:
        return Figure(label, _("Belum ada"), "", _("Belum ada janji yang dicatat dari forum atau pengaduan"))
    judged = tally.total - tally.open
    told = {
        "kept": number(tally.kept),
        "judged": number(judged),
        "late": number(tally.late),
        "open": number(tally.open),
    }
    if tally.share_kept is None:
        return Figure(label, _("Belum jatuh tempo"), "", _("%(open)s janji masih dalam waktunya") % told)
    note = (
        _("%(kept)s dari %(judged)s yang sudah jatuh tempo; %(late)s terlambat, %(open)s masih dalam waktunya") % told
    )
    return Figure(label, percent(tally.share_kept, 0), "", note, _of_commitments(tally, at))


def _of_commitments(tally: CommitmentTally, at: datetime) -> Method:
    formula = _(
        "Janji yang dipenuhi pada atau sebelum tanggal yang pertama kali dijanjikan, dibagi semua janji yang "
        "tanggal itu "
        "sudah lewat atau yang sudah ditutup. Mengundur tanggal tidak membuat janji yang terlambat menjadi tepat waktu."
    )
    inputs = [
        (_("Ditepati"), number(tally.kept)),
        (_("Ditepati, terlambat"), number(tally.kept_late)),
        (_("Belum, sudah terlambat"), number(tally.late)),
        (_("Dihentikan dengan alasan"), number(tally.dropped)),
        (_("Masih dalam waktunya"), number(tally.open)),
    ]
    return Method(
        formula, inputs, _("Ketentuan Pembina"), _("UU 25/2009, Pasal 39 (peran serta masyarakat)"), moment(at)
    )
