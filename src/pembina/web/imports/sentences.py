"""What applying or undoing an import does, in sentences with their numbers."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.domain.people.enums import ImportKind
from pembina.domain.people.intake.counts import Counts
from pembina.domain.people.models import ImportBatch
from pembina.web.components.formatting import number

# New, changed, leaving; units never leave by a file.
APPLIED = {
    ImportKind.STAFF: (
        gettext_lazy("%(n)s pegawai baru dicatat."),
        gettext_lazy("Data %(n)s pegawai berubah."),
        gettext_lazy("Jabatan %(n)s pegawai yang tidak ada di berkas diakhiri."),
    ),
    ImportKind.UNITS: (
        gettext_lazy("%(n)s unit kerja baru dicatat."),
        gettext_lazy("Data %(n)s unit kerja berubah."),
        gettext_lazy("%(n)s unit kerja ditutup."),
    ),
}
UNDONE = {
    ImportKind.STAFF: (
        gettext_lazy("%(n)s pegawai yang baru dicatat dihapus lagi."),
        gettext_lazy("Data %(n)s pegawai kembali seperti sebelum impor."),
        gettext_lazy("Jabatan %(n)s pegawai yang diakhiri berlaku lagi."),
    ),
    ImportKind.UNITS: (
        gettext_lazy("%(n)s unit kerja yang baru dicatat dihapus lagi."),
        gettext_lazy("Data %(n)s unit kerja kembali seperti sebelum impor."),
        gettext_lazy("%(n)s unit kerja yang ditutup dibuka lagi."),
    ),
}


def consequences(batch: ImportBatch) -> list[str]:
    """What applying does, one sentence for each kind of change, and which rows stay as they are."""
    counts = batch.counts
    same = counted([(counts.unchanged, gettext_lazy("%(n)s baris sudah sama dengan data yang tercatat."))])
    return counted(zip(touched(counts), APPLIED[ImportKind(batch.kind)], strict=True)) + same + left_out(counts)


def reversals(batch: ImportBatch) -> list[str]:
    """What undoing does."""
    done = counted(zip(touched(batch.counts), UNDONE[ImportKind(batch.kind)], strict=True))
    return [*done, _("Bila ada yang sudah diubah orang sesudahnya, tidak ada yang diurungkan dan namanya disebutkan.")]


def left_out(counts: Counts) -> list[str]:
    """Which rows an import passes over."""
    text = gettext_lazy("%(n)s baris yang ditolak dilewati. Perbaiki di berkas Anda, lalu impor lagi berkas itu.")
    return counted([(counts.refused, text)])


def touched(counts: Counts) -> tuple[int, int, int]:
    return counts.new, counts.changed, counts.leaving


def counted(told: Iterable[tuple[int, str | Promise]]) -> list[str]:
    return [str(text) % {"n": number(count)} for count, text in told if count]
