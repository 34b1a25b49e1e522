"""The record of one person: its parts side by side, what is missing and what would fill it. There is no total."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.core.rules.effort_record import AgreementState, ImprovementState
from pembina.domain.access.models import User
from pembina.domain.performance.effort_enums import EffortSide
from pembina.domain.performance.queries.effort import Effort
from pembina.web.components.formatting import in_language, number
from pembina.web.effort.present_work import WorkCard, work_card

Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """The page; `shares` and `needs` lead to what other pages offer for what was found here."""

    title: str
    lead: str
    mine: bool
    because: str
    basis: str
    timeliness: str
    works: tuple[WorkCard, ...]
    missing: tuple[str, ...]
    readers: tuple[str, ...]
    shares: tuple[Link, ...]
    needs: tuple[Link, ...]


def present_record(effort: Effort, *, actor: User, side: EffortSide | None) -> RecordPage:
    """Return the page; `side` is as whom the visitor speaks."""
    mine = side is EffortSide.PERSON
    record = effort.record
    return RecordPage(
        title=_("Proses dan upaya") if mine else _("Proses dan upaya: %s") % effort.person.titled_name,
        lead=_("Bagian-bagiannya berdiri sendiri, masing-masing dengan dasarnya. Tidak ada nilai gabungan."),
        mine=mine,
        because=in_language(record.because),
        basis=record.article,
        timeliness=in_language(record.timeliness.because),
        works=tuple(work_card(work, actor=actor, side=side) for work in effort.works),
        missing=tuple(_missing(effort)),
        readers=_readers(),
        shares=tuple(_shares(effort, mine=mine)),
        needs=tuple(_needs(effort, mine=mine)),
    )


def _missing(effort: Effort) -> Sequence[str]:
    """Say what is not known, and what would fill it."""
    found = []
    if not effort.works:
        found.append(_("Belum ada SKP yang berlaku; kesulitan dan perbaikan terisi setelah SKP ditetapkan."))
    if effort.record.timeliness.share is None:
        found.append(_("Belum ada langkah yang jatuh tempo dalam periode ini."))
    unknown = sum(work.record.difficulty.state is AgreementState.MISSING for work in effort.works)
    if unknown:
        said = ngettext(
            "Kesulitan %(count)s hasil kerja belum disepakati; usulkan, lalu pihak lain menyetujui.",
            "Kesulitan %(count)s hasil kerja belum disepakati; usulkan, lalu pihak lain menyetujui.",
            unknown,
        )
        found.append(said % {"count": number(unknown)})
    if effort.improvements_in(ImprovementState.UNKNOWN):
        found.append(_("Ada indikator tanpa angka awal atau realisasi; isi dalam SKP, atau catat realisasinya."))
    if effort.improvements_in(ImprovementState.GUARD_UNKNOWN):
        found.append(_("Ada perbaikan yang penjaga mutunya belum disebut atau belum terukur dua kali."))
    return found


def _readers() -> tuple[str, ...]:
    return (
        _("Pegawai sendiri"),
        _("Atasan langsung, atau Plt/Plh-nya pada hari itu"),
        _("Kepegawaian sejauh perannya; setiap pembukaan tercatat"),
    )


def _shares(effort: Effort, *, mine: bool) -> Sequence[Link]:
    """Return where an improvement that is recognised can be shared."""
    if not effort.improvements_in(ImprovementState.RECOGNISED):
        return []
    found = [(_("Bagikan caranya sebagai mentor"), reverse("guidance:people"))]
    if not mine:
        found.append((_("Sampaikan umpan balik tentang perbaikannya"), _feedback(effort)))
    return found


def _needs(effort: Effort, *, mine: bool) -> Sequence[Link]:
    """Return where what is late, or paid for by quality, can be learned or talked about."""
    if not (effort.record.timeliness.late or effort.improvements_in(ImprovementState.QUALITY_FELL)):
        return []
    if mine:
        return [
            (_("Cari pelatihan yang sesuai"), reverse("learning:index")),
            (_("Minta umpan balik"), reverse("feedback:ask")),
            (_("Minta bimbingan"), reverse("guidance:people")),
        ]
    return [
        (_("Bicarakan lewat umpan balik"), _feedback(effort)),
        (_("Usulkan pelatihan"), reverse("learning:team")),
        (_("Catat bimbingan"), reverse("guidance:people")),
    ]


def _feedback(effort: Effort) -> str:
    return reverse("feedback:write", args=[effort.person.pk])


def as_whom(effort: Effort, actor: User, *, leads: bool) -> EffortSide | None:
    """Return as whom the visitor speaks of it."""
    if effort.person.nip == actor.username:
        return EffortSide.PERSON
    return EffortSide.SUPERIOR if leads else None
