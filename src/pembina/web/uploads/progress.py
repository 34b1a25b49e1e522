"""How far a running import has come, or that nothing seems to work on it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.batches import is_interrupted
from pembina.domain.people.models import FileImport
from pembina.web.components.formatting import number

S = ImportState
# A worker looks for work every second; who waits longer waits for one that is not there.
LONGEST_WAIT = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Progress:
    """A bar with its words; a stalled one asks to be started again."""

    title: str
    text: str
    done: int
    total: int
    is_stalled: bool = False


def progress(batch: FileImport, *, at: datetime) -> Progress | None:
    """Return what to show while an import waits or runs, None when it rests."""
    if batch.state == S.WAITING:
        return waiting(batch, at)
    if not batch.is_running:
        return None
    if is_interrupted(batch, at=at):
        return Progress(_("Pekerjaan ini terputus"), interruption(batch), 0, 1, is_stalled=True)
    text = _("Halaman ini boleh ditutup; pekerjaan berjalan terus di server.")
    return Progress(title(batch), text, batch.progress_done, max(batch.progress_total, 1))


def waiting(batch: FileImport, at: datetime) -> Progress:
    if at - batch.touched_at <= LONGEST_WAIT:
        return Progress(_("Menunggu giliran"), _("Pemeriksaan mulai sebentar lagi."), 0, 1)
    text = _("Belum ada yang mengerjakannya. Coba lagi; bila tetap menunggu, beri tahu pengelola sistem.")
    return Progress(_("Menunggu terlalu lama"), text, 0, 1, is_stalled=True)


def interruption(batch: FileImport) -> str:
    if batch.state == S.CHECKING:
        return _("Pemeriksaan berhenti sebelum selesai. Tidak ada data yang berubah; periksa lagi.")
    if batch.state == S.APPLYING:
        return _("Penerapan berhenti sebelum selesai. Semua atau tidak sama sekali: tidak ada data yang berubah.")
    return _("Pekerjaan berhenti sebelum selesai. Semua atau tidak sama sekali: belum ada yang diurungkan.")


def title(batch: FileImport) -> str:
    if batch.state == S.CHECKING and batch.progress_total:
        words = {"done": number(batch.progress_done), "total": number(batch.progress_total)}
        return _("Memeriksa: %(done)s dari %(total)s baris") % words
    titles = {
        S.CHECKING: _("Membaca berkas"),
        S.APPLYING: _("Menerapkan perubahan"),
        S.UNDOING: _("Mengurungkan perubahan"),
    }
    return titles[ImportState(batch.state)]
