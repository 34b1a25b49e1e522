"""Where citizens begin: four plain numbers on what is promised and kept, each with its n and basis."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.core.rules.service_time.promises import ARTICLE as PROMISE_ARTICLE
from pembina.domain.services.components import ARTICLE as STANDARD_ARTICLE
from pembina.domain.services.queries.commitments import commitments_public
from pembina.domain.services.queries.public_catalogue import public_services, services_on, serving_units
from pembina.domain.services.queries.public_complaints import answering_of
from pembina.domain.services.standards import promise_of, standards_of
from pembina.web.components.formatting import number, percent
from pembina.web.components.navigation import address_of
from pembina.web.portal.methods import Figure, Method, method, moment
from pembina.web.portal.present_answering import present_answering, present_commitments
from pembina.web.portal.suppression import hidden_because
from pembina.web.portal.whole_government import KeptPromises, kept_promises

MOST_UNITS = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """A way into what citizens can do here."""

    title: str | Promise
    about: str | Promise
    call: str | Promise
    address: str


@dataclass(frozen=True, slots=True)
class StartPage:
    """The four numbers, the ways on, and the offices that serve citizens."""

    figures: list[Figure]
    entries: list[Entry]
    units: list[tuple[str, str]]
    has_services: bool


ENTRIES = (
    (
        gettext_lazy("Survei kepuasan (SKM)"),
        gettext_lazy("Diisi lewat kode QR di loket: dua menit, tanpa akun dan tanpa nama. Hasilnya terbit di sini."),
        gettext_lazy("Lihat hasil survei"),
        ("survey_board:index",),
    ),
    (
        gettext_lazy("Sampaikan pengaduan"),
        gettext_lazy("Pengaduan, saran, atau pujian. Anda mendapat kode untuk mengikuti jawabannya."),
        gettext_lazy("Tulis sekarang"),
        ("complaints:write",),
    ),
    (
        gettext_lazy("Forum warga dan janji"),
        gettext_lazy("Bertanya sebelum dan sesudah pertemuan, lalu ikuti setiap janji sampai dipenuhi."),
        gettext_lazy("Lihat forum"),
        ("forums:public_index",),
    ),
    (
        gettext_lazy("Program ini berhasil?"),
        gettext_lazy(
            "Untuk tiap program pembinaan pegawai: apakah layanan membaik karenanya, dan apa yang diputuskan."
        ),
        gettext_lazy("Lihat hasil program"),
        ("programme_results:index",),
    ),
)


def present_start(*, at: datetime) -> StartPage:
    """Return the page."""
    on = timezone.localdate(at)
    services = list(services_on(public_services(), on))
    standards = standards_of(services, on)
    promising = sum(1 for standard in standards.values() if promise_of(standard) is not None)
    return StartPage(
        figures=[
            _with_promise(promising, len(services), len(standards), at),
            _kept(kept_promises(at=at), at),
            present_answering(answering_of(None, on=on), at=at),
            present_commitments(commitments_public(None, on), at=at),
        ],
        entries=_entries(),
        units=[(unit.name, unit.code) for unit in serving_units()[:MOST_UNITS]],
        has_services=bool(services),
    )


def _entries() -> list[Entry]:
    """Return the entries whose pages are there, each at the first of its addresses that is."""
    found = []
    for title, about, call, views in ENTRIES:
        address = next(filter(None, map(address_of, views)), "")
        if address:
            found.append(Entry(title, about, call, address))
    return found


def _with_promise(promising: int, services: int, standards: int, at: datetime) -> Figure:
    label = _("Layanan yang menjanjikan waktu")
    if not services:
        return Figure(label, _("Belum ada"), "", _("Belum ada layanan yang didaftarkan"))
    told = {"services": number(services)}
    inputs = [
        (_("Layanan yang dibuka"), told["services"]),
        (_("Mempunyai standar pelayanan"), number(standards)),
        (_("Menjanjikan waktu"), number(promising)),
    ]
    formula = _("Layanan dengan standar pelayanan yang berlaku hari ini dan menjanjikan jangka waktu penyelesaian.")
    how = Method(formula, inputs, _("Ketentuan Pembina"), STANDARD_ARTICLE, moment(at))
    return Figure(label, number(promising), "", _("dari %(services)s layanan yang dibuka") % told, how)


def _kept(kept: KeptPromises, at: datetime) -> Figure:
    label = _("Permohonan selesai sesuai janji")
    if not kept.of:
        note = hidden_because() if kept.hidden else _("Belum ada permohonan yang dapat dinilai dalam 12 bulan")
        return Figure(label, _("Belum ada"), "", note)
    told = {"within": number(kept.within), "of": number(kept.of), "services": number(kept.services)}
    formula = _(
        "Jumlah permohonan yang selesai dalam waktu yang dijanjikan, dibagi jumlah yang sudah dapat dinilai, "
        "dari semua "
        "layanan yang angkanya terbit. Layanan dengan terlalu sedikit permohonan tidak ikut dalam kedua jumlah."
    )
    inputs = [
        (_("Sesuai janji"), told["within"]),
        (_("Dapat dinilai"), told["of"]),
        (_("Layanan yang ikut dihitung"), told["services"]),
        (_("Layanan yang angkanya tidak ditampilkan"), number(kept.hidden)),
    ]
    how = method(formula, inputs, rule="service_time", at=kept.at, article=PROMISE_ARTICLE)
    note = _("%(within)s dari %(of)s permohonan pada %(services)s layanan, 12 bulan terakhir") % told
    return Figure(label, percent(kept.within / kept.of, 1), "", note, how)
