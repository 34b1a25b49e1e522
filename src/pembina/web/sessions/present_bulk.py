"""A bulk enrolment as its page shows it: for whom, who could come and who not, how far it has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.core.text import Text
from pembina.domain.development.enums import BulkEnrolmentState
from pembina.domain.development.models import BulkEnrolment
from pembina.domain.development.operations.bulk_enrolments import BulkPreview, is_stalled
from pembina.domain.development.population import Population
from pembina.domain.people.enums import PositionKind, Sector, Status, UnitKind
from pembina.domain.people.models import Person, Unit
from pembina.domain.people.searches import with_posts
from pembina.web.choosing.describe import described_person
from pembina.web.components.clock import moment_there
from pembina.web.components.formatting import in_language, number
from pembina.web.sessions.present import BULK_TONES, Stat, let_in

Shown = str | Promise
S = BulkEnrolmentState
FIGURES = (
    ("meant", gettext_lazy("Masuk saringan")), ("seated", gettext_lazy("Mendapat kursi")),
    ("queued", gettext_lazy("Masuk daftar tunggu")), ("offered", gettext_lazy("Diminta menjawab")),
    ("left_already", gettext_lazy("Sudah tercatat")), ("left_inactive", gettext_lazy("Tidak aktif")),
    ("left_clash", gettext_lazy("Bentrok jadwal")), ("left_cover", gettext_lazy("Unitnya terlalu kosong")),
    ("taken_out", gettext_lazy("Dikeluarkan lagi")), ("stayed", gettext_lazy("Tetap")),
)  # fmt: skip
CHOICES = {
    "sectors": (gettext_lazy("Bidang"), Sector), "unit_kinds": (gettext_lazy("Jenis unit"), UnitKind),
    "position_kinds": (gettext_lazy("Jenis jabatan"), PositionKind), "statuses": (gettext_lazy("Status"), Status),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class BulkPage:
    """One bulk enrolment; `apply_label` is empty where there is nothing to apply."""

    pk: int
    title: str
    lead: str
    state: str
    tone: str
    facts: list[tuple[Shown, Shown]]
    stats: list[Stat]
    problem: str
    apply_label: str
    may_undo: bool
    is_running: bool
    is_stalled: bool
    done: int
    total: int
    progress: str


@dataclass(frozen=True, slots=True)
class Meant:
    """One person of the preview: what would become of them."""

    name: str
    outcome: str
    tone: str


def present_bulk(bulk: BulkEnrolment, preview: BulkPreview | None, *, at: datetime) -> BulkPage:
    counts = preview.counts if preview is not None else bulk.counts
    words = {"done": number(bulk.progress_done), "total": number(bulk.progress_total)}
    stalled = is_stalled(bulk, at=at)
    return BulkPage(
        pk=bulk.pk,
        title=_("Pendaftaran massal"),
        lead=bulk.batch.title,
        state=str(bulk.get_state_display()),
        tone=BULK_TONES.get(S(bulk.state), ""),
        facts=[(_("Sasaran"), described(Population.of(bulk.population))), *_moments(bulk)],
        stats=[Stat(str(label), number(counts[name])) for name, label in FIGURES if name == "meant" or counts.get(name)]
        if counts
        else [],
        problem=in_problem_language(bulk),
        apply_label=_apply_label(bulk, preview, stalled=stalled),
        may_undo=bulk.state == S.DONE and let_in(bulk) > 0,
        is_running=bulk.is_running,
        is_stalled=stalled,
        done=bulk.progress_done,
        total=max(bulk.progress_total, 1),
        progress=_("Memeriksa: %(done)s dari %(total)s orang") % words
        if bulk.progress_total
        else _("Menunggu giliran"),
    )


def _apply_label(bulk: BulkEnrolment, preview: BulkPreview | None, *, stalled: bool) -> str:
    if stalled:
        return _("Coba lagi")
    if preview is None or not preview.let_in or bulk.state not in (S.DRAFT, S.FAILED):
        return ""
    return _("Daftarkan %(n)s orang") % {"n": number(len(preview.let_in))}


def _moments(bulk: BulkEnrolment) -> list[tuple[Shown, Shown]]:
    zone = bulk.batch.zone
    found: list[tuple[Shown, Shown]] = [(_("Disusun"), f"{moment_there(bulk.made_at, zone)} · {bulk.by.display_name}")]
    for label, moment in ((_("Diterapkan"), bulk.done_at), (_("Diurungkan"), bulk.undone_at)):
        if moment is not None:
            found.append((label, moment_there(moment, zone)))
    return found


def in_problem_language(bulk: BulkEnrolment) -> str:
    return in_language(Text(id=bulk.problem_id, en=bulk.problem_en)) if bulk.problem_id else ""


def described(population: Population) -> str:
    """Return a filter in words."""
    if population.is_everybody:
        return _("Semua pegawai aktif")
    parts = []
    if population.units:
        names = Unit.objects.filter(pk__in=population.units).order_by("name").values_list("name", flat=True)
        parts.append(_("unit: %(names)s") % {"names": ", ".join(names)})
    for name, (label, words) in CHOICES.items():
        if chosen := getattr(population, name):
            labels = ", ".join(str(dict(words.choices).get(one, one)) for one in chosen)
            parts.append(f"{str(label).lower()}: {labels}")
    if population.position:
        parts.append(_("jabatan memuat “%(words)s”") % {"words": population.position})
    if population.ranks:
        parts.append(_("golongan: %(ranks)s") % {"ranks": ", ".join(population.ranks)})
    return "; ".join(parts)


def people_of_preview(numbers: Iterable[int], preview: BulkPreview, *, on: date) -> list[Meant]:
    """Return those of one page of the preview, in its order."""
    wanted = list(numbers)
    known = {one.pk: one for one in with_posts(Person.objects.filter(pk__in=wanted), on=on)}
    places = {person: place for place, person in enumerate(preview.let_in)}
    return [_meant(known[pk], places.get(pk), preview) for pk in wanted if pk in known]


def _meant(person: Person, place: int | None, preview: BulkPreview) -> Meant:
    name = described_person(person)
    obstacle = preview.screening.of(person.pk)
    if obstacle is not None:
        return Meant(name, in_language(obstacle.because), "danger")
    if preview.offered:
        return Meant(name, _("Diminta menjawab"), "info")
    seated = place is not None and place < preview.seated
    return Meant(name, _("Mendapat kursi"), "success") if seated else Meant(name, _("Masuk daftar tunggu"), "warning")
